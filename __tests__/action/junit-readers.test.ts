import { readFileSync } from 'node:fs'
import { parse as readJUnit } from 'junit2json'
import { parse as parseResults } from 'test-results-parser'
import { describe, expect } from 'vitest'
import { buildRetries, buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import { deriveUuid } from '../../simulator/ids.ts'
import type { SimulatorOptions } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { runGate, runStep, SIGNALS, startGate, test } from './support.ts'

/** What became of the cases of a file, and whether a reporter that fails on errors would be red. */
interface Reading {
  isRed: boolean
  cases: string[]
}

/** How two readers that people use see the report of a run. */
async function readBoth(run: RunResult): Promise<Record<string, Reading>> {
  const path = run.outputs['report-junit'] ?? ''
  const result = parseResults({ type: 'junit', files: [path] })
  const json = await readJUnit(readFileSync(path, 'utf8'))
  const suites = json != null && 'testsuite' in json ? (json.testsuite ?? []) : []
  const cases = suites.flatMap(({ testcase = [] }) => testcase)
  const isBad = ({ failure, error }: (typeof cases)[number]): boolean => failure != null || error != null
  return {
    'test-results-parser': {
      isRed: result.status === 'FAIL' || result.failed > 0 || result.errors > 0,
      cases: result.suites.flatMap((suite) => suite.cases.map(({ status }) => status)).sort(),
    },
    junit2json: {
      isRed: cases.some(isBad) || suites.some(({ failures = 0, errors = 0 }) => failures + errors > 0),
      cases: cases.map((it) => (isBad(it) ? 'FAIL' : it.skipped == null ? 'PASS' : 'SKIP')).sort(),
    },
  }
}

const EU = 'eu-west-1'
const FAILS = { [EU]: [{ hasFailures: true }] }
const ended = { ended: true } as const
const passing = buildSession({ name: 'Passes', ...ended })
const failing = buildSession({ name: 'Fails', locations: FAILS, ...ended })
const retried = buildSession({ name: 'Retried', locations: { [EU]: buildRetries(1, 'PASSED') }, ...ended })
const slow = buildSession({ name: 'Slow', durationMs: 'manual' })
const degraded = buildSession({ name: 'Degraded', locations: { [EU]: [{ isDegraded: true }] }, ...ended })
const elsewhere = buildSession({
  name: 'Elsewhere',
  locations: { [EU]: [{ hasFailures: true, resultType: 'ATTEMPT' }], 'us-east-1': [{ pauseMs: 2000 }] },
  runLocations: [EU],
  status: 'PASSED',
  ...ended,
})
const HOME = deriveUuid('home')
const checks = [{ name: 'Home', id: HOME, tags: ['shop'], test: {}, session: {} }]
const tested = buildTestSession({ checks: [{ name: 'A' }, { name: 'A' }, { name: 'B', status: 'FAILED' }] })
const testedWell = buildTestSession({
  checks: [{ name: 'A' }, { name: 'B', retries: 1 }, { name: 'C', status: 'DEGRADED' }],
})

type Row = [
  title: string,
  inputs: Record<string, string>,
  world: SimulatorOptions,
  step: 'green' | 'red',
  cases: string,
]

const ROWS: Row[] = [
  ['passed', { 'check-session-id': passing.id }, { sessions: [passing] }, 'green', 'PASS'],
  [
    'failed',
    { 'check-session-id': `${failing.id} ${passing.id}` },
    { sessions: [failing, passing] },
    'red',
    'FAIL PASS',
  ],
  ['retried', { 'check-session-id': retried.id }, { sessions: [retried] }, 'green', 'PASS'],
  ['retried elsewhere', { 'check-session-id': elsewhere.id }, { sessions: [elsewhere] }, 'green', 'PASS'],
  ['degraded', { 'check-session-id': degraded.id }, { sessions: [degraded] }, 'red', 'FAIL'],
  [
    'degraded, let through',
    { 'check-session-id': degraded.id, 'passing-statuses': 'PASSED, DEGRADED' },
    { sessions: [degraded] },
    'green',
    'PASS',
  ],
  [
    'failed, let through',
    { 'check-session-id': failing.id, 'passing-statuses': 'PASSED, FAILED' },
    { sessions: [failing] },
    'green',
    'SKIP',
  ],
  ['timeout', { 'check-session-id': slow.id, timeout: '5' }, { sessions: [slow] }, 'red', 'FAIL'],
  [
    'fail-fast',
    { 'check-session-id': `${failing.id} ${slow.id}`, 'fail-fast': 'true' },
    { sessions: [failing, slow] },
    'red',
    'FAIL SKIP',
  ],
  ['detach', { tags: 'shop', detach: 'true' }, { checks }, 'green', 'SKIP'],
  ['no match', { tags: 'none' }, { checks }, 'red', 'FAIL'],
  ['no match, tolerated', { tags: 'none', 'fail-on-no-matching': 'false' }, { checks }, 'green', 'SKIP'],
  ['bad input', { tags: 'shop', timeout: '10m' }, { checks }, 'red', 'FAIL'],
  ['missing check', { 'check-id': `${HOME} ${deriveUuid('gone')}` }, { checks }, 'red', 'FAIL PASS'],
  [
    'too old',
    { 'check-session-id': passing.id, 'started-after': '2999-01-01T00:00:00Z' },
    { sessions: [passing] },
    'red',
    'FAIL PASS',
  ],
  [
    'a wrong key',
    { 'check-session-id': passing.id, 'api-key': 'wrong-key-wrong' },
    { sessions: [passing] },
    'red',
    'FAIL',
  ],
  [
    'test session, failed',
    { 'test-session-id': tested.id ?? '' },
    { testSessions: [tested] },
    'red',
    'FAIL PASS PASS',
  ],
  [
    'test session, retried and let through',
    { 'test-session-id': testedWell.id ?? '', 'passing-statuses': 'PASSED, DEGRADED' },
    { testSessions: [testedWell] },
    'green',
    'PASS PASS PASS',
  ],
  [
    'test session, detach',
    { tags: 'shop', 'session-type': 'test', detach: 'true' },
    { checks },
    'green',
    'SKIP',
  ],
  [
    'test session, one of two locations refused',
    { tags: 'shop', 'session-type': 'test', location: 'eu-central-1 nowhere-1' },
    { checks },
    'red',
    'FAIL PASS',
  ],
]

describe("the step and its JUnit file agree in two readers' eyes", () => {
  test.concurrent.for(ROWS)('%s', async ([_title, inputs, world, step, cases], { startApi, folder }) => {
    const api = await startApi(world)
    const run = await ('timeout' in inputs ? runGate : runStep)(
      api,
      { ...inputs, 'report-dir': 'reports' },
      { workspace: folder },
    )
    const seen = { isRed: run.code !== 0, cases: cases.split(' ') }
    expect(seen.isRed).toBe(step === 'red')
    expect(await readBoth(run)).toEqual({ 'test-results-parser': seen, junit2json: seen })
  })

  test.concurrent.for(SIGNALS)('cancelled by %s', async (signal, { startApi, folder }) => {
    const api = await startApi({ sessions: [passing, slow] })
    const inputs = { 'check-session-id': `${passing.id} ${slow.id}`, 'report-dir': 'reports' }
    const { child, done, waitForOutput } = startGate(api, inputs, { workspace: folder })
    await waitForOutput('✓ Passes PASSED')
    child.kill(signal)
    const run = await done
    expect(run.code).toBe(1)
    const seen = { isRed: true, cases: ['FAIL', 'PASS'] }
    expect(await readBoth(run)).toEqual({ 'test-results-parser': seen, junit2json: seen })
  })
})
