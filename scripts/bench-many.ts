import { join } from 'node:path'
import { VENDOR_CLI_VERSION } from '../simulator/vendor-cli.ts'
import { createAction, createCli } from '../testing/bench/contenders.ts'
import { type Medians, measureEnded, measureFailFast, measureLag } from '../testing/bench/measure.ts'
import { startStandIn } from '../testing/bench/stand-in.ts'
import { describeDate, describeMachine } from './bench/describe-machine.ts'
import { type LimitRun, measureLimit } from './bench/measure-limit.ts'
import { writeSection } from './bench/replace-section.ts'
import { formatFigure, renderTable, type Unit } from './bench/table.ts'

/*
 * npm run bench:many: many sessions, beside the vendor's CLI: how soon the end is seen, how soon a failure, what 500
 * finished sessions cost, and 1,000 sessions under the documented limit of requests. About ten minutes; writes its part
 * of docs/benchmark.md. `--quick` has fewer rounds, leaves the limit out and writes nothing.
 */

const quick = process.argv.includes('--quick')
const rounds = quick ? { lag: 2, failFast: 1, ended: 2 } : { lag: 7, failFast: 3, ended: 7 }
const [action, failFast, cli] = [createAction(), createAction({ 'fail-fast': 'true' }), createCli()]

/** What was measured, for both, what is wanted, and whether the action has it; null where nothing is demanded. */
type Finding = [what: string, action: string, cli: string, wanted: string, holds: boolean | null]

function compare(
  what: string,
  unit: Unit,
  { action: own = Number.NaN, cli: theirs = Number.NaN }: Medians,
  most: number | null,
  mostRatio = Number.NaN,
): Finding {
  const wanted = most === null ? `≤ ${mostRatio} × CLI` : `≤ ${formatFigure(most, unit)}`
  const holds = most === null ? own <= mostRatio * theirs : own <= most
  return [what, formatFigure(own, unit), formatFigure(theirs, unit), wanted, holds]
}

async function measureAwaiting(): Promise<Finding[]> {
  const standIn = await startStandIn()
  const both = [action, cli]
  const ends = { count: 100, fromMs: 500, toMs: 5000 }
  const { lag } = await measureLag(standIn, both, rounds.lag, ends, false)
  const first = await measureFailFast(standIn, [failFast, cli], rounds.failFast)
  const ended = await measureEnded(standIn, both, rounds.ended, 500)
  await standIn.stop()
  return [
    compare('100 sessions that end over 5 s: last end to exit', 'ms', lag, 100),
    compare(
      '100 sessions, the 80th fails at 3 s, the others need 20 s: failure to exit, `fail-fast`',
      'ms',
      first.lag,
      100,
    ),
    compare('500 finished sessions: start to exit', 'ms', ended.exit, null, 1),
    compare('500 finished sessions: peak memory', 'memory', ended.memory, null, 0.75),
  ]
}

/** What two runs of 1,000 sessions against the enforced limit came to, of which `share` requests a minute are left. */
function describeLimit(what: string, share: number, own: LimitRun, theirs: LimitRun): Finding[] {
  // One request a session, at the rate that the limit sustains.
  const leastMs = (1000 / share) * 60_000
  const tell = ({ tookMs, code }: LimitRun): string =>
    `${code === 0 ? '' : 'gave up after '}${formatFigure(tookMs, 'ms')}`
  const tellRefused = ({ requests, refused }: LimitRun): string =>
    `${requests}, ${refused} (${((100 * refused) / requests).toFixed(1)} %)`
  const isSoon = own.code === 0 && own.tookMs <= 1.2 * leastMs
  return [
    [`${what}: start to exit`, tell(own), tell(theirs), `≤ ${formatFigure(1.2 * leastMs, 'ms')}`, isSoon],
    [
      '… requests, of which refused',
      tellRefused(own),
      tellRefused(theirs),
      '< 5 % refused',
      own.refused / own.requests < 0.05,
    ],
    ...(own.others === 0
      ? []
      : [
          [
            '… requests of the other client, of which refused',
            `${own.others}, ${own.othersRefused}`,
            `${theirs.others}, ${theirs.othersRefused}`,
            '',
            null,
          ] as Finding,
        ]),
  ]
}

/** All four runs side by side, as each mostly waits. */
async function measureUnderLimit(): Promise<Finding[]> {
  const [own, theirs, ownBeside, theirsBeside] = await Promise.all([
    measureLimit(action, 0),
    measureLimit(cli, 0),
    measureLimit(action, 300),
    measureLimit(cli, 300),
  ])
  return [
    ...describeLimit('1,000 sessions that end over 60 s, 600 requests in 60 s', 600, own, theirs),
    ...describeLimit('The same beside a client that uses half of the limit', 300, ownBeside, theirsBeside),
  ]
}

const findings = [...(await measureAwaiting()), ...(quick ? [] : await measureUnderLimit())]
const head = ['', 'This action', `Checkly's CLI ${VENDOR_CLI_VERSION}`, 'Wanted', 'Holds']
const table = renderTable(
  head,
  findings.map(([holds, ...cells]) =>
    [holds, ...cells].map((cell) => {
      return cell === null ? '' : cell === true ? 'yes' : cell === false ? '**no**' : cell
    }),
  ),
)
const text = `## Many sessions

${describeDate()}, ${describeMachine()}, checkly ${VENDOR_CLI_VERSION}; \`npm run bench:many\`. Medians of ${rounds.lag} runs for the last end,
${rounds.failFast} for \`fail-fast\`, ${rounds.ended} for finished sessions, one run for each line under the limit. The limit slides: no 60 s hold more
than 600 accepted requests, and what is beyond gets 429 with \`Retry-After\`.

${table}`
console.log(text)
if (!quick) writeSection(join(import.meta.dirname, '..', 'docs', 'benchmark.md'), 'many', text, '# Benchmark')
if (findings.some(([, , , , holds]) => holds === false)) process.exitCode = 1
