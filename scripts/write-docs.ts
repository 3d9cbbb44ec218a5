import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillPage, PAGES } from '../testing/fill-docs.ts'

/* npm run docs: writes the tables of the pages that come from action.yml and the list of examples. */

const path = (page: string): string => join(import.meta.dirname, '..', page)
const read = (page: string): string => readFileSync(path(page), 'utf8')

for (const page of PAGES) {
  const filled = fillPage(page, read(page), read('action.yml'), read('examples/README.md'))
  if (filled === read(page)) console.log(`${page} was current.`)
  else {
    writeFileSync(path(page), filled)
    console.log(`${page}: written anew.`)
  }
}
