import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { listErrors, listWaits, runGate, runStep, test } from './support.ts'

const LOCATIONS = ['eu-west-1', 'us-east-1']

/** Final status, `passing-statuses`, exit code, outcome, and the counts of final results. */
const CASES = [
  { status: 'PASSED', code: 0, outcome: 'passed', results: { total: 2, passed: 2 } },
  { status: 'FAILED', code: 1, outcome: 'failed', results: { total: 2, passed: 1, failed: 1 } },
  { status: 'DEGRADED', code: 1, outcome: 'failed', results: { total: 2, passed: 1, degraded: 1 } },
  { status: 'TIMED_OUT', code: 1, outcome: 'failed', results: { total: 1, passed: 1 } },
  { status: 'CANCELLED', code: 1, outcome: 'failed', results: { total: 2, passed: 1, cancelled: 1 } },
  { status: 'EXHAUSTED', code: 1, outcome: 'failed', results: { total: 2, passed: 2 } },
  { status: 'passed', code: 1, outcome: 'failed', results: { total: 2, passed: 2 } },
  {
    status: 'DEGRADED',
    passing: 'PASSED, DEGRADED',
    code: 0,
    outcome: 'passed',
    results: { total: 2, passed: 1, degraded: 1 },
  },
  {
    status: 'PASSED',
    passing: 'DEGRADED',
    code: 1,
    outcome: 'failed',
    results: { total: 2, passed: 2 },
  },
] as const

describe('the verdict of one session', () => {
  test.concurrent.for(CASES)(
    '$status with passing-statuses $passing: $outcome, exit $code',
    async (one, { startApi }) => {
      const session = buildSession({ status: one.status, locations: LOCATIONS, runMs: 300 })
      const api = await startApi({ sessions: [session] })
      const passing = 'passing' in one ? { 'passing-statuses': one.passing } : undefined
      const run = await runGate(api, { 'check-session-id': session.id, ...passing })

      expect(run.code).toBe(one.code)
      const passed = one.code === 0
      const results: Record<string, number> = { total: 0, passed: 0, failed: 0, degraded: 0, cancelled: 0 }
      for (const [name, count] of Object.entries({ ...results, ...one.results }))
        expect(run.outputs[`results-${name}`], name).toBe(String(count))
      expect(run.outputs).toMatchObject({
        outcome: one.outcome,
        passed: String(passed),
        status: one.status,
        'check-session-ids': JSON.stringify([session.id]),
        'sessions-total': '1',
        'sessions-passed': passed ? '1' : '0',
        'sessions-failed': passed ? '0' : '1',
        'sessions-unfinished': '0',
        'time-elapsed': '300',
      })
      expect(run.outputs['session-link']).toMatch(new RegExp(`^https://.*${session.id}$`))
      expect(listErrors(run)).toEqual(passed ? [] : [expect.stringContaining(one.status)])
      expect(run.summary).toMatch(/^## .*Homepage/)
    },
  )

  test.concurrent('attempts before the final result do not count', async ({ startApi }) => {
    const locations = { 'eu-west-1': [{ hasFailures: true, durationMs: 50 }, { durationMs: 50 }] }
    const session = buildSession({ locations })
    const api = await startApi({ sessions: [session] })
    const run = await runStep(api, { 'check-session-id': session.id })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ 'results-total': '1', 'results-passed': '1', 'results-failed': '0' })
    expect(JSON.parse(run.outputs['results'] ?? '')).toHaveLength(2)
  })

  test.concurrent('is not changed by what the contract does not know yet, or leaves out', async ({
    startApi,
  }) => {
    const odd = {
      name: null,
      checkType: 'QUANTUM',
      runSource: null,
      ended: true,
      extra: { region: { from: 'the future' }, retryStrategy: null },
      locations: {
        'eu-west-1': [{ resultType: null, responseTimeMs: null, extra: { trace: [1, 2] } }],
        'us-east-1': [{ extra: { hasErrors: null, isDegraded: undefined, checkResultLink: undefined } }],
      },
    }
    const session = buildSession({ ...odd, id: '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d' })
    const api = await startApi({ sessions: [session] })
    const run = await runStep(api, { 'check-session-id': session.id, 'report-dir': 'report' })

    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ outcome: 'passed', status: 'PASSED', 'results-total': '2' })
    const [given] = JSON.parse(run.outputs['sessions'] ?? '')
    expect(given).toMatchObject({ checkType: 'QUANTUM', region: { from: 'the future' }, runSource: null })
    expect(Object.keys(given)).not.toContain('results')
    const results = JSON.parse(run.outputs['results'] ?? '')
    expect(results).toMatchObject([{ checkSessionId: session.id, resultType: null, trace: [1, 2] }, {}])
    expect(run.stdout).not.toContain('::warning')
  })
})

describe('several sessions', () => {
  const sessions = [
    buildSession({ name: 'Homepage', durationMs: 'manual' }),
    buildSession({ name: 'Checkout', status: 'DEGRADED', durationMs: 'manual' }),
    buildSession({ name: 'Search', status: 'FAILED', durationMs: 'manual' }),
  ]
  const ids = sessions.map(({ id }) => id)

  test.concurrent.for([
    ['new lines', '\n'],
    ['commas', ','],
    ['blanks', '  '],
    ['all of them', ' ,\n\t'],
  ] as const)(
    'are separated by %s, awaited at once and told by the worst',
    async ([, separator], { startApi }) => {
      const api = await startApi({ sessions })
      const running = runStep(api, { 'check-session-id': [...ids, ids[0]].join(separator) })
      // Side by side: none of them ends before all of them are awaited.
      const arrivals = ids.map((id) =>
        api.waitForRequest(({ route, sessionId }) => route === 'completion' && sessionId === id),
      )
      await Promise.all(arrivals)
      for (const id of ids) api.sessions.end(id)
      const run = await running
      expect(run.code).toBe(1)
      expect(run.outputs).toMatchObject({
        outcome: 'failed',
        status: 'FAILED',
        'check-session-ids': JSON.stringify(ids),
        'sessions-total': '3',
        'sessions-passed': '1',
        'sessions-failed': '2',
      })
      // The link is that of the first that did not pass.
      expect(run.outputs['session-link']).toContain(ids[1])
      expect(listErrors(run)).toEqual([
        expect.stringMatching(/2 of 3 .*"Search" FAILED.*"Checkout" DEGRADED/),
      ])
      expect(listWaits(api)).toHaveLength(3)
    },
  )

  test.concurrent('are awaited once when the same id comes in another case', async ({ startApi }) => {
    const api = await startApi({ sessions: [buildSession({ name: 'Once', ended: true, id: ids[0] ?? '' })] })
    const run = await runStep(api, { 'check-session-id': `${ids[0]?.toUpperCase()} ${ids[0]}` })
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'check-session-ids': JSON.stringify([ids[0]]) })
    expect(listWaits(api)).toHaveLength(1)
  })
})
