import { describe, expect } from 'vitest'
import { buildSession, buildSessions } from '../../simulator/build-session.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { deriveUuid } from '../../simulator/ids.ts'
import { listErrors, listWaits, runGate, showText, startGate, test } from '../action/support.ts'

/** Whole numbers below `count` in an order that looks random and is always the same. */
function shuffle(count: number): number[] {
  const key = (index: number): string => deriveUuid('order', index)
  return Array.from({ length: count }, (_, index) => index).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

describe('100 sessions', () => {
  test('that end over some seconds, in any order, end the step with the last', async ({ startApi }) => {
    const order = shuffle(100)
    const sessions = buildSessions(100, (index) => ({
      runMs: 500 + 15 * (order[index] ?? 0),
      status: index === 41 ? 'DEGRADED' : 'PASSED',
    }))
    const api = await startApi({ sessions })
    const inputs = { 'check-session-id': sessions.map(({ id }) => id).join('\n') }
    const run = await runGate(api, { ...inputs, 'passing-statuses': 'PASSED, DEGRADED' })
    const ends = api.sessions.list().map(({ endedAtMs }) => endedAtMs ?? Number.NaN)
    const lagMs = performance.timeOrigin + run.exitedAt - Math.max(...ends)
    console.log(`From the end of the last of 100 sessions to exit: ${lagMs.toFixed(0)} ms`)
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({
      outcome: 'passed',
      status: 'DEGRADED',
      'sessions-total': '100',
      'sessions-passed': '100',
      'results-total': '100',
      'results-degraded': '1',
      'check-session-ids': JSON.stringify(sessions.map(({ id }) => id)),
    })
    expect(listWaits(api)).toHaveLength(100)
    // Some 25 ms on a quiet machine; only a step that does not see the end breaks the bound.
    expect(lagMs).toBeLessThan(5000)
  })

  test('of which one fails end the step at once with fail-fast', async ({ startApi }) => {
    const sessions = buildSessions(100, (index) => ({
      status: index === 79 ? 'FAILED' : 'PASSED',
      durationMs: 'manual',
    }))
    const api = await startApi({ sessions })
    const inputs = { 'check-session-id': sessions.map(({ id }) => id).join(' '), 'fail-fast': 'true' }
    const running = startGate(api, inputs)
    await api.waitForRequest(({ serial }) => serial === 100)
    const endedAt = performance.now()
    api.sessions.end(sessions[79]?.id ?? '')
    const run = await running.done
    console.log(`From the failure of 1 of 100 to exit: ${(run.exitedAt - endedAt).toFixed(0)} ms`)
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      status: 'FAILED',
      'sessions-failed': '1',
      'sessions-unfinished': '99',
    })
    expect(listErrors(run)).toEqual([expect.stringMatching(/"Check 80" FAILED/)])
    // The others would go on for ever.
    expect(listWaits(api)).toHaveLength(100)
  })
})

describe('trouble with some of 50 sessions', () => {
  const GONE = [3, 17, 30]
  const RESET = [5, 6, 7]
  const FAULTY = [8, 9]
  const ENDLESS = 49
  const sessions = buildSessions(50, (index) => {
    if (index === ENDLESS) return { durationMs: 'manual' }
    return { runMs: 300 + 10 * index, locations: ['eu-west-1', 'us-east-1'] }
  })
  const idOf = (index: number): string => sessions[index]?.id ?? ''
  const faults: FaultRule[] = [
    ...RESET.map((index): FaultRule => ({ sessionId: idOf(index), times: 1, behaviour: { kind: 'drop' } })),
    ...FAULTY.map(
      (index): FaultRule => ({
        sessionId: idOf(index),
        times: 1,
        behaviour: { kind: 'respond', status: 502 },
      }),
    ),
    { sessionId: idOf(10), times: 1, behaviour: { kind: 'cut-body' } },
    { sessionId: idOf(11), times: 1, behaviour: { kind: 'respond', status: 200, text: 'OK' } },
  ]
  const inputs = { 'check-session-id': sessions.map(({ id }) => id).join('\n'), timeout: '4' }

  test.concurrent.for([
    {
      failing: false,
      outcome: 'error',
      status: 'PASSED',
      says: /No verdict for .*404.*2 more without a verdict/,
    },
    { failing: true, outcome: 'failed', status: 'FAILED', says: /^1 of 50 .*"Broken" FAILED/ },
  ])('loses none of the others; outcome $outcome', async (one, { startApi }) => {
    const known = sessions.filter((_, index) => !GONE.includes(index))
    const scripts = one.failing
      ? known.map((session) => {
          const broken = buildSession({ name: 'Broken', status: 'FAILED', runMs: 200 })
          return session.id === idOf(20) ? { ...broken, id: session.id } : session
        })
      : known
    const api = await startApi({ sessions: scripts, faults })
    const run = await runGate(api, inputs)
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      outcome: one.outcome,
      status: one.status,
      'sessions-total': '50',
      'sessions-passed': one.failing ? '45' : '46',
      'sessions-failed': one.failing ? '1' : '0',
      'sessions-unfinished': '4',
    })
    expect(listErrors(run)).toEqual([expect.stringMatching(one.says)])
    const results = JSON.parse(run.outputs['results'] ?? '') as { checkSessionId: string }[]
    const finished = sessions.filter((_, index) => !GONE.includes(index) && index !== ENDLESS)
    expect([...new Set(results.map(({ checkSessionId }) => checkSessionId))]).toEqual(
      finished.map(({ id }) => id),
    )
    // Plain comparisons: a summary of 50 sessions is long.
    const shown = showText(run.summary)
    const named = [...GONE, ENDLESS].filter((index) => shown.includes(idOf(index)))
    expect(named).toEqual([...GONE, ENDLESS])
  })
})
