import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { minify } from 'terser'

/*
 * Builds dist: tsc, then ncc, then unused code is dropped. Names stay, and a line for each statement, so that users
 * can read what they run; a comment says which source each part is from.
 */

/** What users download, at most, in bytes. */
const MOST_BYTES = 360_000

/** The post step is the same bundle, told which step it is. */
const POST = `// The post step: the bundle of main, with a mark that says so.
globalThis.checklyGateIsPost = true
require('./index.js')
`

const root = join(import.meta.dirname, '..')
const build = join(root, 'build')
const built = join(build, 'dist')
const dist = join(root, 'dist')

function run(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
}

/** Drops what nothing uses; of the toolkit that is exec, io, oidc and most of its client. */
async function dropUnused(bundle: string): Promise<string> {
  const result = await minify(bundle, {
    mangle: false,
    toplevel: true,
    compress: {
      // What is said twice is said once; statements stay statements, so that they can be read.
      sequences: false,
      if_return: false,
      conditionals: false,
      dead_code: true,
      passes: 4,
      // No module here is loaded for what it does when it is loaded.
      pure_funcs: ['require', '__nccwpck_require__', '__webpack_require__'],
      pure_new: true,
      pure_getters: true,
      side_effects: true,
      toplevel: true,
      unused: true,
    },
    format: {
      ascii_only: true,
      // A line for each statement; any formatter gives back the blanks, which are a sixth of the download.
      semicolons: false,
      // Comments can be read in the sources, whose names stay; licences of packages are in licenses.txt.
      comments: /CONCATENATED MODULE: \S+[/]/,
      ecma: 2020,
    },
  })
  // What is left outside ASCII stands in comments. Plain ASCII takes V8 half the memory, and less time.
  const code = (result.code ?? '').replace(/[^\0-\x7f]/g, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
  return `${code.trimEnd()}\n`
}

/** Names the sources by their own paths, and shortens what webpack writes at length. */
function shortenNames(code: string): string {
  return code
    .replace(/CONCATENATED MODULE: \.\/build\/(\S+)\.js/g, 'src/$1.ts')
    .replace(/__WEBPACK_IMPORTED_MODULE_(\d+)__/g, '_$1')
    .replace(/\/\*{3}\/ {1,2}/g, '')
}

/** Fails when undici is back: a megabyte, a third of the start, and advisories of its own. */
function refuseUndici(name: string, code: string): void {
  if (/undici\/|DispatcherBase|llhttp/i.test(code.replaceAll('no-undici', ''))) {
    throw new Error(`${name} holds undici: see "overrides" in package.json and tools/no-undici.`)
  }
}

/** Puts the built files into dist; a file that is the same already is left alone, as it may be running. */
function publish(): void {
  const names = readdirSync(built)
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    if (!names.includes(name)) rmSync(join(dist, name), { recursive: true })
  }
  for (const name of names) {
    const target = join(dist, name)
    const same = existsSync(target) && readFileSync(target).equals(readFileSync(join(built, name)))
    if (!same) cpSync(join(built, name), target)
  }
}

rmSync(build, { recursive: true, force: true })
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
  built,
  '--license',
  'licenses.txt',
  '--no-cache',
  '--quiet',
)
writeFileSync(join(built, 'package.json'), '{ "type": "commonjs" }\n')

const scripts = readdirSync(built).filter((name) => name.endsWith('.js'))
for (const name of scripts) {
  const code = await dropUnused(readFileSync(join(built, name), 'utf8'))
  writeFileSync(join(built, name), shortenNames(code))
  refuseUndici(name, code)
}

let total = 0
for (const name of readdirSync(built).sort()) {
  const path = join(built, name)
  const size = readFileSync(path).length
  total += size
  console.log(`${String(size).padStart(8)}  dist/${name}`)
}
writeFileSync(join(built, 'post.js'), POST)
total += POST.length
console.log(`${String(total).padStart(8)}  in total`)
if (total > MOST_BYTES) throw new Error(`dist has ${total} bytes, more than ${MOST_BYTES}.`)
publish()
