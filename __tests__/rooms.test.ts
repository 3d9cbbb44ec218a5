import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

type Graph = Map<string, Set<string>>

/** What each file of a folder imports of that folder, types and later imports included. */
function readImports(root: string): Graph {
  const files = globSync(`${root}/**/*.ts`).map((path) => path.replaceAll('\\', '/'))
  return new Map(
    files.map((file) => {
      const specifiers = readFileSync(file, 'utf8').matchAll(
        /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g,
      )
      const targets = [...specifiers].map(([, specifier]) => normalize(join(dirname(file), specifier ?? '')))
      return [file, new Set(targets.map((path) => path.replaceAll('\\', '/')))]
    }),
  )
}

/** The same between folders. The root is left out: it imports the rooms, and no room imports it. */
function joinFolders(files: Graph, root: string): Graph {
  const folders: Graph = new Map()
  for (const [file, targets] of files) {
    const folder = dirname(file)
    const known = folders.get(folder) ?? new Set()
    for (const target of targets) if (dirname(target) !== folder) known.add(dirname(target))
    if (folder !== root) folders.set(folder, known)
  }
  return folders
}

/** Each way that leads back to where it began: `a → b → a`. */
function findCircles(graph: Graph): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) circles.push([...way.slice(way.indexOf(node)), node].join(' → '))
    else if (!done.has(node)) {
      for (const next of graph.get(node) ?? []) visit(next, [...way, node])
      done.add(node)
    }
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}

describe('the rooms of the code', () => {
  test.each(['src', 'simulator', 'testing'])(
    'no two files or folders of %s import each other, by whatever way',
    (root) => {
      const files = readImports(root)
      expect(files.size).toBeGreaterThan(5)
      expect(findCircles(files)).toEqual([])
      expect(findCircles(joinFolders(files, root))).toEqual([])
    },
  )

  test('nothing in a room of src imports from the root of src', () => {
    const wrong = [...readImports('src')].flatMap(([file, targets]) =>
      dirname(file) === 'src'
        ? []
        : [...targets].filter((it) => dirname(it) === 'src').map((it) => `${file} → ${it}`),
    )
    expect(wrong).toEqual([])
  })

  test.each([
    ['session', ['session', 'time']],
    ['verdict', ['verdict', 'session', 'text', 'time']],
    ['awaiting', ['awaiting', 'session', 'time', 'checkly/answer.ts', 'checkly/ask-until-answered.ts']],
  ])('%s imports nothing that does something', (room, allowed) => {
    const wrong = [...readImports('src')].flatMap(([file, targets]) =>
      file.startsWith(`src/${room}/`)
        ? [...targets]
            .filter((it) => !allowed.some((name) => it === `src/${name}` || it.startsWith(`src/${name}/`)))
            .map((it) => `${file} → ${it}`)
        : [],
    )
    expect(wrong).toEqual([])
  })

  test('no file of src has more than 200 lines', () => {
    const long = globSync('src/**/*.ts').filter((path) => readFileSync(path, 'utf8').split('\n').length > 201)
    expect(long).toEqual([])
  })
})
