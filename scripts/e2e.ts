import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runSideBySide } from '../testing/run-side-by-side.ts'
import { CASES } from './e2e/cases/index.ts'
import type { Row } from './e2e/compare-run.ts'
import { listWorkflows } from './e2e/read-workflow.ts'
import { runCase } from './e2e/run-case.ts'
import { installTool, readToolVersion } from './install-tools.ts'

/*
 * Runs the workflows of this repository, of its README and the examples on a real runner (act, on this machine, without
 * Docker and network) against the stand-in API, and compares every job and step with what is expected.
 * An argument runs only the cases whose workflow or title has it as a part.
 */

const [filter = ''] = process.argv.slice(2)
const act = installTool('act')
const folder = mkdtempSync(path.join(tmpdir(), 'checkly-gate-e2e-'))
const startedAt = Date.now()
let wrong = 0
let total = 0

const chosen = CASES.filter(({ workflow, title }) => `${workflow} ${title}`.includes(filter))
const tables = await runSideBySide(chosen, 3, async (workflowCase) => {
  const number = CASES.indexOf(workflowCase) + 1
  const rows = await runCase(workflowCase, act, path.join(folder, String(number)))
  return { heading: `${workflowCase.workflow}: ${workflowCase.title} [${number}]`, rows }
})
for (const { heading, rows } of tables) {
  printTable(heading, rows)
  total += rows.length
  wrong += rows.filter(({ ok }) => !ok).length
}

// An example that nobody has run is a guess.
const shown = [
  ...globSync('examples/*.yml'),
  ...[...listWorkflows('README.md').keys()].map((name) => `README.md#${name}`),
]
const unrun = shown.filter((one) => !CASES.some(({ workflow }) => workflow === one))
for (const one of unrun) console.log(`${one} has no case in scripts/e2e/cases.`)

const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
console.log(`act ${readToolVersion('act')}, ${total} results, ${wrong} not as expected, ${seconds} s`)
if (total === 0) console.log(`No case has '${filter}' in its workflow or title.`)
if (wrong > 0) console.log(`The logs are in ${folder}, one folder for each case.`)
else rmSync(folder, { recursive: true })
process.exitCode = wrong === 0 && total > 0 && unrun.length === 0 ? 0 : 1

function printTable(heading: string, rows: Row[]): void {
  console.log(`\n${heading}`)
  const cells = rows.map(({ job, step, seen, expected, ok }) => {
    return [ok ? ' ' : '✗', job, step, shorten(seen), shorten(expected)]
  })
  const table = [['', 'job', 'step', 'result', 'expected'], ...cells]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
