import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

export default typescript.config(
  globalIgnores(['node_modules', 'src/api/schema.d.ts', 'public', '*.js']),
  js.configs.recommended,
  typescript.configs.strict,
  reactHooks.configs.flat.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      // A component that needs more is two.
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      // Only api.ts speaks to the server.
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'EventSource'],
    },
  },
  { files: ['src/api/**'], rules: { 'no-restricted-globals': 'off' } },
)
