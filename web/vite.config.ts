import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Where the server answers while the page is developed with `npm run dev`. */
const server = process.env.ASSAY_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    // The server reads the page from its class path.
    outDir: '../target/classes/page',
    emptyOutDir: true,
    // Whoever has these knows light-dark(); older ones would get a page without its marks.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
    },
  },
  test: { include: ['src/**/*.test.ts'], css: true },
})
