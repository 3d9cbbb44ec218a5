import { randomInt } from 'node:crypto'
import { drawBySeed, type KillRun, planKill, runKill } from '../testing/kill-run.ts'
import { runSideBySide } from '../testing/run-side-by-side.ts'

/*
 * Kills the action 200 times at random moments (or as often as the first argument says) and prints
 * what became of the runs. The seed that it prints, as the second argument, repeats the moments of that run.
 * Exits with 1 when one went green without a session that passed, left outputs that do not parse, or did not
 * end in time.
 */

const count = Number(process.argv[2] ?? 200)
const seed = process.argv[3] ?? String(randomInt(1_000_000))
console.log(`The same moments again: npm run test:kill -- ${count} ${seed}\n`)
const runs = await runSideBySide(
  Array.from({ length: count }, (_, index) => planKill(index, drawBySeed(index, seed))),
  4,
  runKill,
)

console.log(
  '| signal | runs | before it began | cancelled | passed | failed | killed meanwhile | slowest end after it |',
)
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL']) {
  for (const twice of [false, true]) {
    const some = runs.filter(({ plan }) => plan.signal === signal && (plan.secondAfterMs !== null) === twice)
    if (some.length > 0) printRow(twice ? `${signal} twice` : signal, some)
  }
}
const bad = runs.filter((run) => run.misdeeds.length > 0)
for (const run of bad) console.log(`\n${JSON.stringify(run.plan)}: ${run.misdeeds.join('; ')}`)
console.log(`\n${runs.length - bad.length} of ${runs.length} runs left nothing wrong behind.`)
process.exitCode = bad.length === 0 && runs.length > 0 ? 0 : 1

function printRow(name: string, some: readonly KillRun[]): void {
  const of = (outcome: string): number => some.filter((run) => run.outcome === outcome).length
  const early = some.filter(
    (run) => run.killedBy !== null && run.outcome === '–' && run.plan.signal !== 'SIGKILL',
  )
  const killed = some.filter((run) => run.outcome === '–').length - early.length
  const slowest = Math.max(...some.map((run) => run.endedAfterMs))
  const cells = [name, some.length, early.length, of('cancelled'), of('passed'), of('failed'), killed]
  console.log(`| ${cells.join(' | ')} | ${Math.round(slowest)} ms |`)
}
