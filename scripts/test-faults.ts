import { FAULT_CASES } from '../testing/faults/cases/index.ts'
import { type FaultRun, runFault } from '../testing/faults/run-fault.ts'
import { runSideBySide } from '../testing/run-side-by-side.ts'

/*
 * Plays every fault on the action and prints what came of it as a table. With words as arguments, only the
 * faults whose names hold one of them. Exits with 1 when one is not as expected.
 */

const words = process.argv.slice(2).map((word) => word.toLowerCase())
const cases = FAULT_CASES.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
)
const startedAt = performance.now()
const runs = await runSideBySide(cases, 6, runFault)
const wrong = runs.filter((run) => run.differences.length > 0)

const width = Math.max(5, ...runs.map((run) => run.name.length))
printRow('fault', 'outcome', 'exit', 'requests', 'seconds', 'as expected')
printRow('-'.repeat(width), '-'.repeat(9), '---:', '-------:', '------:', '-'.repeat(11))
for (const run of runs) printRun(run)
for (const run of wrong) console.log(`\n${run.name}: ${run.differences.join('; ')}`)
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(`\n${runs.length - wrong.length} of ${runs.length} faults as expected, in ${seconds} s.`)
process.exitCode = wrong.length === 0 && runs.length > 0 ? 0 : 1

function printRun(run: FaultRun): void {
  const asExpected = run.differences.length === 0 ? 'yes' : 'NO'
  printRow(run.name, run.outcome, String(run.code), String(run.requests), run.seconds.toFixed(1), asExpected)
}

function printRow(
  ...[name, outcome, exit, requests, seconds, asExpected]: [string, string, string, string, string, string]
): void {
  const cells = [
    name.padEnd(width),
    outcome.padEnd(9),
    exit.padStart(4),
    requests.padStart(8),
    seconds.padStart(7),
    asExpected.padEnd(11),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
