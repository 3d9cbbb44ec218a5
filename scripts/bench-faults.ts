import { FAULT_CASES } from '../testing/faults/cases/index.ts'
import type { FaultCase } from '../testing/faults/fault-case.ts'
import { runSideBySide } from '../testing/run-side-by-side.ts'
import { createClients } from './faults/clients.ts'
import { type Comparison, compareClient } from './faults/compare-client.ts'

/*
 * Plays the same faults on this action, `curl --retry` and the vendor's CLI, in one run, and prints what became
 * of them as Markdown. Faults that only concern the action are left out. With words as arguments, only the faults
 * whose names hold one of them.
 */

const RESULTS = [
  'handled',
  'false green',
  'false red',
  'too late',
  'too many requests',
  'cannot take part',
] as const

const words = process.argv.slice(2).map((word) => word.toLowerCase())
const cases = FAULT_CASES.filter(
  ({ name, actionOnly }) =>
    actionOnly === undefined &&
    (words.length === 0 || words.some((word) => name.toLowerCase().includes(word))),
)
const clients = createClients()
const startedAt = performance.now()
const jobs = cases.flatMap((one) => clients.map((client) => ({ one, client })))
const comparisons = await runSideBySide(jobs, 8, ({ one, client }) => compareClient(one, client))
const columns = clients.map((_, index) => comparisons.filter((_one, at) => at % clients.length === index))

printRow(['fault', 'must be', ...clients.map((client) => client.name)])
printRow(['---', '---', ...clients.map(() => '---')])
for (const [index, one] of cases.entries()) {
  printRow([one.name, describeVerdict(one), ...columns.map((column) => describe(column[index]))])
}
console.log('')
printRow(['in total', ...clients.map((client) => client.name)])
printRow(['---', ...clients.map(() => '---:')])
for (const result of RESULTS) {
  const counts = columns.map((column) => column.filter((one) => one.result === result).length)
  printRow([result, ...counts.map((count) => `${count} of ${cases.length}`)])
}
console.log(`\n${cases.length} faults, ${Math.round((performance.now() - startedAt) / 1000)} s.`)

function describeVerdict({ expect }: FaultCase): string {
  return expect.code === 0 ? 'green' : `red (${expect.outcome})`
}

function describe(comparison: Comparison | undefined): string {
  if (comparison === undefined || comparison.result === 'cannot take part') return '–'
  const { result, requests, seconds } = comparison
  const figures = `${seconds.toFixed(1)} s, ${requests} ${requests === 1 ? 'request' : 'requests'}`
  return result === 'handled' ? `✓ ${figures}` : `✗ **${result}**: ${figures}`
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
}
