import { globSync, readFileSync } from 'node:fs'

/** A page that people read. */
export interface Page {
  /** From the root, with forward slashes. */
  path: string
  text: string
}

/** All pages of the project. */
export const PAGES: readonly Page[] = globSync(['*.md', '{docs,examples,simulator}/**/*.md'])
  .sort()
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))

/** The text of a page; throws when there is none. */
export function readPage(path: string): string {
  const page = PAGES.find((one) => one.path === path)
  if (page === undefined) throw new Error(`There is no page ${path}.`)
  return page.text
}

/** The part of a page under a heading of the second level. */
export function findSection(text: string, title: string): string {
  const [, section = ''] = text.split(`\n## ${title}\n`)
  return section.split('\n## ')[0] ?? ''
}

/** What stands in backticks in the first column of the tables in a text; some cells have several. */
export function listFirstColumn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    // A bar inside a cell is written `\|`.
    const cell = /^\| (`(?:\\\||[^|])*?) \|/.exec(line)?.[1] ?? ''
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted.replaceAll('\\|', '|'))
  })
}

/** The words of a page that are read: without code blocks, pictures, comments and the addresses of links. */
export function countWords(text: string): number {
  const read = text
    .replaceAll(/^```.*?^```$/gms, '')
    .replaceAll(/<picture>.*?<\/picture>|<!--.*?-->/gs, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
  return read.split(/[\s|]+/).filter((word) => /\w/.test(word)).length
}
