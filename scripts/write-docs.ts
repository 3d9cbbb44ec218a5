import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/*
 * Writes the tables of inputs and outputs in README.md from action.yml, between the markers
 * `<!-- inputs -->` … `<!-- /inputs -->`. A test fails while they are not current.
 */

interface Manifest {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
}

/** Puts the tables of a manifest (YAML text) into a page; throws when a marker is missing. */
export function fillTables(page: string, manifestText: string): string {
  const { inputs, outputs }: Manifest = parse(manifestText)
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.default ? `\`${input.default}\`` : '',
    input.description,
  ])
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description])
  const filled = fillMarkers(page, 'inputs', renderTable([['Input', 'Default', 'Meaning'], ...inputRows]))
  return fillMarkers(filled, 'outputs', renderTable([['Output', 'Meaning'], ...outputRows]))
}

function renderTable([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function fillMarkers(page: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = page.indexOf(start)
  const to = page.indexOf(end)
  if (from === -1 || to < from) throw new Error(`README.md needs the markers ${start} and ${end}.`)
  return `${page.slice(0, from + start.length)}\n${content}\n${page.slice(to)}`
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const path = join(root, 'README.md')
  const page = readFileSync(path, 'utf8')
  const filled = fillTables(page, readFileSync(join(root, 'action.yml'), 'utf8'))
  writeFileSync(path, filled)
  console.log(filled === page ? 'README.md was current.' : 'README.md: tables written from action.yml.')
}
