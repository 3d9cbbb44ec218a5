import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/*
 * Builds dist: one file for what every step needs, and one for each part that is loaded when it is needed. What nothing
 * uses is dropped (of the toolkit that is exec, io, oidc and most of its client). Names stay, so that any formatter
 * makes it readable; `npm run typecheck` looks at types.
 */

/** What users download, at most, in bytes. */
const MOST_BYTES = 360_000

/** The post step is the same bundle, told which step it is. */
const POST = `// The post step: the bundle of main, with a mark that says so.
globalThis.checklyGateIsPost = true
require('./index.js')
`

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

/** The scripts by name, and the folders of the packages whose code is in them. */
async function bundle(): Promise<{ scripts: Map<string, string>; packages: string[] }> {
  const build = await rolldown({
    cwd: root,
    input: 'src/index.ts',
    platform: 'node',
    // No module here is loaded for what it does when it is loaded.
    treeshake: { moduleSideEffects: false, propertyReadSideEffects: false },
  })
  // CommonJS starts faster than a module.
  const { output } = await build.generate({
    format: 'cjs',
    chunkFileNames: '[name].js',
    minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
    // They can be read in the sources; licences of packages are in licenses.txt.
    comments: { legal: false, annotation: false, jsdoc: false },
  })
  await build.close()
  const scripts = new Map<string, string>()
  const packages = new Set<string>()
  for (const file of output) {
    if (file.type !== 'chunk') throw new Error(`${file.fileName} is not a script.`)
    scripts.set(file.fileName, `${file.code.trimEnd()}\n`)
    for (const [id, { renderedLength }] of Object.entries(file.modules)) {
      const folder = /.*node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0]
      if (folder !== undefined && renderedLength > 0) packages.add(folder)
    }
  }
  return { scripts, packages: [...packages].sort() }
}

/** Name, kind of licence and its text, of each package. */
function listLicenses(packages: readonly string[]): string {
  const entries = packages.map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (file === undefined) throw new Error(`${name} is bundled and has no licence file.`)
    return `${name}\n${license}\n\n${readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n`
  })
  return entries.join('\n')
}

/** Fails when undici is back: a megabyte, a third of the start, and advisories of its own. */
function refuseUndici(name: string, code: string): void {
  if (/undici\/|DispatcherBase|llhttp/i.test(code)) {
    throw new Error(`${name} holds undici: see "overrides" in package.json and tools/no-undici.`)
  }
}

/** Makes dist hold these files and no others; one that is the same already is left alone, as it may be running. */
function publish(files: ReadonlyMap<string, string>): void {
  mkdirSync(dist, { recursive: true })
  for (const name of readdirSync(dist)) {
    if (!files.has(name)) rmSync(join(dist, name), { recursive: true })
  }
  for (const [name, text] of files) {
    const target = join(dist, name)
    if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
  }
}

const { scripts, packages } = await bundle()
for (const [name, code] of scripts) refuseUndici(name, code)
const files = new Map([
  ...scripts,
  ['post.js', POST],
  ['licenses.txt', listLicenses(packages)],
  ['package.json', '{ "type": "commonjs" }\n'],
])

let total = 0
for (const [name, text] of [...files].sort(([a], [b]) => a.localeCompare(b))) {
  const size = Buffer.byteLength(text)
  total += size
  console.log(`${String(size).padStart(8)}  dist/${name}`)
}
console.log(`${String(total).padStart(8)}  in total`)
if (total > MOST_BYTES) throw new Error(`dist has ${total} bytes, more than ${MOST_BYTES}.`)
publish(files)
