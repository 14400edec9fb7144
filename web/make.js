// Makes the page as a part of the build: `node make.js build`, or `check`. What is done already is not done again.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MADE = '../target/classes/page/index.html'
const MADE_OF = [
  '../src/main/resources/openapi.yaml',
  'index.html',
  'package-lock.json',
  'public',
  'src',
  'vite.config.ts',
]
const INSTALLED = 'node_modules/.package-lock.json'
const GENERATED = 'schema.d.ts'

/** When a file, or the newest in a folder, was written. */
function written(path) {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  const names = readdirSync(path).filter((name) => name !== GENERATED)
  return Math.max(0, ...names.map((name) => written(join(path, name))))
}

function npm(...words) {
  const windows = process.platform === 'win32'
  const { status, error } = spawnSync('npm', words, { stdio: 'inherit', shell: windows })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The page needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
if (written(INSTALLED) < written('package-lock.json')) npm('ci', '--loglevel=error')
if (process.argv[2] === 'check') npm('run', '--silent', 'check')
else if (written(MADE) < Math.max(...MADE_OF.map(written))) npm('run', '--silent', 'build')
