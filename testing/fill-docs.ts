import { parse } from 'yaml'

/*
 * Writes what stands in one place into the pages that show it, between markers like `<!-- inputs -->` and
 * `<!-- /inputs -->`. A test fails while a page is not current.
 *
 * - README.md and docs/inputs-and-outputs.md have the inputs and outputs of action.yml: the README the first
 *   sentence of each, the other page all of it.
 * - README.md has the list of examples/README.md.
 */

interface Manifest {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
}

/** How the description of an input begins that check sessions do not have. */
export const TEST_ONLY = 'Test sessions only: '

/** The pages that are written, by path. */
export const PAGES = ['README.md', 'docs/inputs-and-outputs.md'] as const

/**
 * Fills the markers of a page.
 * @param path one of PAGES
 * @param manifestText action.yml
 * @param examples examples/README.md
 * Throws when the page has none of the markers that belong to it.
 */
export function fillPage(
  path: (typeof PAGES)[number],
  page: string,
  manifestText: string,
  examples: string,
): string {
  const manifest: Manifest = parse(manifestText)
  if (path !== 'README.md')
    return fillMarkers(
      page,
      renderTables(manifest, (text) => text),
    )
  return fillMarkers(page, { ...renderTables(manifest, takeSentence), recipes: renderRecipes(examples) })
}

/** The tables by the names of their markers. */
function renderTables(
  { inputs, outputs }: Manifest,
  shorten: (description: string) => string,
): Record<string, string> {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const isTestOnly = input.description.startsWith(TEST_ONLY)
    const text = isTestOnly ? capitalise(input.description.slice(TEST_ONLY.length)) : input.description
    return { isTestOnly, cells: [`\`${name}\``, input.default ? `\`${input.default}\`` : '', shorten(text)] }
  })
  const outputRows = Object.entries(outputs).map(([name, output]) => [
    `\`${name}\``,
    shorten(output.description),
  ])
  const pick = (isTestOnly: boolean): string[][] =>
    rows.filter((row) => row.isTestOnly === isTestOnly).map(({ cells }) => cells)
  return {
    inputs: renderTable([['Input', 'Default', 'Meaning'], ...pick(false)]),
    'test-inputs': renderTable([['Input', 'Default', 'Meaning'], ...pick(true)]),
    outputs: renderTable([['Output', 'Meaning'], ...outputRows]),
  }
}

/** A list of links from the rows `| [file.yml](file.yml) | What it does |`. */
function renderRecipes(examples: string): string {
  const rows = [...examples.matchAll(/^\| \[([\w.-]+)\]\(\1\) \| (.+?) \|$/gm)]
  return rows.map(([, file, what]) => `- [${what}](examples/${file})`).join('\n')
}

/** The first sentence: up to a full stop before a blank. */
function takeSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function renderTable([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function fillMarkers(page: string, contents: Record<string, string>): string {
  return Object.entries(contents).reduce((filled, [name, content]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const from = filled.indexOf(start)
    const to = filled.indexOf(end)
    if (from === -1 || to < from) throw new Error(`The page needs the markers ${start} and ${end}.`)
    return `${filled.slice(0, from + start.length)}\n${content}\n${filled.slice(to)}`
  }, page)
}
