import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { minify } from 'terser'

/*
 * Builds dist from an empty folder: tsc, then ncc, then unused code is dropped. Names, comments and line
 * breaks stay, so that users can read what they run.
 */

/** What users download, at most, in bytes. */
const MOST_BYTES = 300_000

const root = join(import.meta.dirname, '..')
const build = join(root, 'build')
const dist = join(root, 'dist')

function run(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Drops what nothing uses; of the toolkit that is exec, io, oidc and most of its client. */
async function dropUnused(path: string): Promise<void> {
  const result = await minify(readFileSync(path, 'utf8'), {
    mangle: false,
    toplevel: true,
    compress: {
      defaults: false,
      dead_code: true,
      passes: 4,
      pure_funcs: ['require'],
      pure_getters: true,
      side_effects: true,
      toplevel: true,
      unused: true,
    },
    format: { beautify: true, comments: 'all', indent_level: 2 },
  })
  // Webpack's rulers and its empty comments say nothing.
  const code = (result.code ?? '').replace(/^\s*\/\*{3,}\/\s*$\n/gm, '').replace(/\/\*{3,}\/ ?/g, '')
  writeFileSync(path, `${code.trimEnd()}\n`)
}

/** Fails when undici is back: a megabyte, a third of the start, and advisories of its own. */
function refuseUndici(path: string): void {
  const code = readFileSync(path, 'utf8').replaceAll('no-undici', '')
  if (/undici\/|DispatcherBase|llhttp/i.test(code)) {
    throw new Error(`${path} holds undici: see "overrides" in package.json and tools/no-undici.`)
  }
}

rmSync(build, { recursive: true, force: true })
rmSync(dist, { recursive: true, force: true })
const require = createRequire(import.meta.url)
const typescript = join(require.resolve('typescript/package.json'), '..', 'bin', 'tsc')
run(typescript, '-p', 'tsconfig.build.json')
// Without "type": ncc makes CommonJS, which starts faster than a module and loads its parts later.
writeFileSync(join(build, 'package.json'), '{}\n')
const ncc = join(require.resolve('@vercel/ncc/package.json'), '..', 'dist', 'ncc', 'cli.js')
run(
  ncc,
  'build',
  join(build, 'index.js'),
  '--out',
  dist,
  '--license',
  'licenses.txt',
  '--no-cache',
  '--quiet',
)
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n')

let total = 0
for (const name of readdirSync(dist).sort()) {
  const path = join(dist, name)
  if (name.endsWith('.js')) {
    await dropUnused(path)
    refuseUndici(path)
  }
  const { size } = statSync(path)
  total += size
  console.log(`${String(size).padStart(8)}  dist/${name}`)
}
console.log(`${String(total).padStart(8)}  in total`)
if (total > MOST_BYTES) throw new Error(`dist has ${total} bytes, more than ${MOST_BYTES}.`)
