import { join } from 'node:path'
import { VENDOR_CLI_VERSION } from '../simulator/vendor-cli.ts'
import { createAction, createCli } from '../testing/bench/contenders.ts'
import { measureLag } from '../testing/bench/measure-lag.ts'
import { startStandIn } from '../testing/bench/stand-in.ts'
import { findMedian } from '../testing/bench/statistics.ts'
import { describeDate, describeMachine } from './bench/describe-machine.ts'
import { measureFailFast } from './bench/many/measure-fail-fast.ts'
import { measureLimit } from './bench/many/measure-limit.ts'
import { describeLimitRuns, type Finding, renderFindings } from './bench/many/render-many.ts'
import { measureGrowth } from './bench/measure-growth.ts'
import { formatFigure } from './bench/render-table.ts'
import { writeSection } from './bench/replace-section.ts'

/*
 * npm run bench:many: many sessions, beside the vendor's CLI: how soon the end is seen, how soon a failure,
 * what 500 finished sessions cost, and 1,000 sessions under the documented limit of requests. About ten
 * minutes; writes its part of docs/benchmark.md. `--quick` has fewer rounds, leaves the limit out and
 * writes nothing.
 */

const quick = process.argv.includes('--quick')
const rounds = quick ? { lag: 2, failFast: 1, ended: 2 } : { lag: 7, failFast: 3, ended: 7 }

const [action, failFast, cli] = [createAction(), createAction({ 'fail-fast': 'true' }), createCli()]
const both = [action, cli]

/** Ends that are seen late, in ms, with a bound for the action. */
function describeLag(what: string, lag: { action: number; cli: number }, mostMs: number): Finding {
  return {
    what,
    action: formatFigure(lag.action, 'ms'),
    cli: formatFigure(lag.cli, 'ms'),
    wanted: `≤ ${mostMs} ms`,
    holds: lag.action <= mostMs,
  }
}

async function measureAwaiting(): Promise<Finding[]> {
  const standIn = await startStandIn()
  const ends = { count: 100, fromMs: 500, toMs: 5000 }
  const { lagMs } = await measureLag(standIn, both, rounds.lag, ends, false)
  const first = await measureFailFast(standIn, [failFast, cli], rounds.failFast)
  const growth = await measureGrowth(standIn, both, [500], rounds.ended)
  await standIn.stop()

  const [own, theirs] = [growth.get('action')?.[0], growth.get('cli')?.[0]]
  if (own === undefined || theirs === undefined) throw new Error('Nothing was measured with 500 sessions.')
  const timeRatio = own.tookMs / theirs.tookMs
  const memoryRatio = own.peakBytes / theirs.peakBytes
  return [
    describeLag(
      '100 sessions that end over 5 s: last end to exit',
      { action: findMedian(lagMs.get('action')), cli: findMedian(lagMs.get('cli')) },
      100,
    ),
    describeLag(
      '100 sessions, the 80th fails at 3 s, the others need 20 s: failure to exit, `fail-fast`',
      { action: findMedian(first.get('action')), cli: findMedian(first.get('cli')) },
      100,
    ),
    {
      what: `500 finished sessions: start to exit (÷ CLI: ${timeRatio.toFixed(2)})`,
      action: formatFigure(own.tookMs, 'ms'),
      cli: formatFigure(theirs.tookMs, 'ms'),
      wanted: '≤ 1.0 × CLI',
      holds: timeRatio <= 1,
    },
    {
      what: `500 finished sessions: peak memory (÷ CLI: ${memoryRatio.toFixed(2)})`,
      action: formatFigure(own.peakBytes, 'memory'),
      cli: formatFigure(theirs.peakBytes, 'memory'),
      wanted: '≤ 0.75 × CLI',
      holds: memoryRatio <= 0.75,
    },
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
    ...describeLimitRuns('1,000 sessions that end over 60 s, 600 requests in 60 s', 600, own, theirs),
    ...describeLimitRuns(
      'The same beside a client that uses half of the limit',
      300,
      ownBeside,
      theirsBeside,
    ),
  ]
}

const findings = [...(await measureAwaiting()), ...(quick ? [] : await measureUnderLimit())]
const table = renderFindings(findings)
const conditions = `${describeDate()}, ${describeMachine()}, checkly ${VENDOR_CLI_VERSION}`
console.log(`${conditions}\n\n${table}`)
if (!quick) {
  const text = `## Many sessions

${conditions}; \`npm run bench:many\`. Medians of ${rounds.lag} runs for the last end, ${rounds.failFast} for \`fail-fast\`, ${rounds.ended} for finished sessions,
one run for each line under the limit. The limit slides: no 60 s hold more than 600 accepted requests, and what
is beyond gets 429 with \`Retry-After\`. A client with foresight knows which session ends when.

${table}`
  writeSection(join(import.meta.dirname, '..', 'docs', 'benchmark.md'), 'many', text, '# Benchmark')
}
if (findings.some(({ holds }) => holds === false)) process.exitCode = 1
