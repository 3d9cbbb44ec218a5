import { describe, expect } from 'vitest'
import { buildSessions } from '../../simulator/build-session.ts'
import type { RateLimit } from '../../simulator/rate-limiter.ts'
import { runGate, test } from '../action/support.ts'

/** Ids of sessions for the input. */
function listIds(sessions: readonly { id: string }[]): string {
  return sessions.map(({ id }) => id).join('\n')
}

const SHAPES: (RateLimit & { name: string })[] = [
  { name: 'a fixed window', kind: 'fixed', requests: 30, windowMs: 3000 },
  { name: 'a sliding window', kind: 'sliding', requests: 30, windowMs: 3000 },
  {
    name: 'a sliding window, without Retry-After',
    kind: 'sliding',
    requests: 30,
    windowMs: 3000,
    retryAfter: 'none',
  },
  { name: 'a token bucket', kind: 'token-bucket', requests: 10, windowMs: 1000 },
]

describe.concurrent('limits far below the documented one', { timeout: 60_000 }, () => {
  test.for(SHAPES)('$name: 90 sessions that end over 3 s are seen to end', async (shape, { startApi }) => {
    const sessions = buildSessions(90, (index) => ({ runMs: 35 * index }))
    const { name: _, ...rateLimit } = shape
    const api = await startApi({ sessions, rateLimit })
    // Some nine seconds on a quiet machine: ten requests a second are allowed.
    const run = await runGate(api, { 'check-session-id': listIds(sessions), timeout: '30' })
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-passed': '90' })
  })

  test('snapshots that are refused for an hour hold back no poll', async ({ startApi }) => {
    const sessions = buildSessions(3, () => ({ durationMs: 3000 }))
    const api = await startApi({
      sessions,
      rateLimit: { kind: 'share', share: 1, route: 'snapshot', retryAfter: 3600 },
    })
    const inputs = { 'check-session-id': listIds(sessions), 'max-wait-seconds': '1', timeout: '40' }
    const run = await runGate(api, inputs)
    expect(run.outputs['outcome']).toBe('passed')
    expect(run.tookMs).toBeLessThan(30_000)
  })

  test('150 sessions send few requests while the server is down, and are seen when it is back', async ({
    startApi,
  }) => {
    const sessions = buildSessions(150, () => ({ runMs: 1 }))
    const faults = [{ forMs: 6000, behaviour: { kind: 'respond', status: 500 } as const }]
    const api = await startApi({ sessions, faults })
    const run = await runGate(api, { 'check-session-id': listIds(sessions), timeout: '40' })
    expect(run.outputs['outcome']).toBe('passed')
    const failed = api.log.filter(({ status }) => status === 500)
    expect(failed.length).toBeLessThan(170)
  })
})
