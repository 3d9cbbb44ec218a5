import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { runGate, test } from './support.ts'

const session = buildSession({ durationMs: 'manual' })

/** What stands in the way of a punctual end. */
const CASES: { name: string; inputs: Record<string, string>; behaviour?: FaultRule['behaviour'] }[] = [
  { name: 'in one wait', inputs: { timeout: '2', 'max-wait-seconds': '30' } },
  { name: 'in several waits', inputs: { timeout: '3', 'max-wait-seconds': '2' } },
  { name: 'with 408 at once', inputs: { timeout: '3' }, behaviour: { kind: 'instant-408' } },
  {
    name: 'with a Retry-After far beyond the deadline',
    inputs: { timeout: '3' },
    behaviour: { kind: 'respond', status: 429, headers: { 'retry-after': '3600' } },
  },
  { name: 'with requests that nobody answers', inputs: { timeout: '3' }, behaviour: { kind: 'hang' } },
  { name: 'with a body that stops', inputs: { timeout: '3' }, behaviour: { kind: 'stall-body', share: 0.5 } },
  { name: 'with connections that break', inputs: { timeout: '3' }, behaviour: { kind: 'drop' } },
]

describe('the wait ends soon after timeout', () => {
  test.concurrent.for(CASES)('$name', async ({ name, inputs, behaviour }, { startApi }) => {
    const faults = behaviour === undefined ? [] : [{ route: 'completion' as const, behaviour }]
    const api = await startApi({ sessions: [session], faults })
    const run = await runGate(api, { 'check-session-id': session.id, ...inputs })
    const timeoutMs = Number(inputs['timeout']) * 1000
    expect(run.code).toBe(1)
    expect(['timeout', 'error']).toContain(run.outputs['outcome'])
    expect(run.tookMs).toBeGreaterThan(timeoutMs)

    const waits = api.log.filter(({ route }) => route === 'completion')
    const firstAtMs = waits[0]?.arrivedAtMs ?? Number.NaN
    const endedAfterMs = performance.timeOrigin + run.exitedAt - firstAtMs
    console.log(
      `From the first request to exit, timeout ${timeoutMs} ms, ${name}: ${endedAfterMs.toFixed(0)} ms`,
    )
    // `never-too-late.test.ts` has the rule to the millisecond, on a fake clock.
    expect(endedAfterMs).toBeLessThan(timeoutMs + 5000)
    for (const { query } of waits)
      expect(Number(query['maxWaitSeconds'])).toBeLessThanOrEqual(timeoutMs / 1000)
  })

  test.concurrent('though the last request was answered shortly before it', async ({ startApi }) => {
    // Behind a wait of two seconds, less than one is left of three; on a busy machine it may be nothing.
    for (let round = 1; round <= 5; round += 1) {
      const late = buildSession({ name: `Late ${round}`, durationMs: 'manual' })
      const api = await startApi({ sessions: [late] })
      const running = runGate(api, { 'check-session-id': late.id, timeout: '3', 'max-wait-seconds': '2' })
      await api.waitForRequest(({ route, status }) => route === 'completion' && status === 408)
      const looksAgain = api.waitForRequest(
        ({ route, serial, status }) => route === 'completion' && serial > 1 && !status,
      )
      const wasSeen = await Promise.race([looksAgain.then(() => true), running.then(() => false)])
      looksAgain.catch(() => {})
      if (!wasSeen) continue
      api.sessions.end(late.id)
      expect((await running).outputs).toMatchObject({ outcome: 'passed', 'sessions-passed': '1' })
      return
    }
    throw new Error('In five rounds there was no last look.')
  })
})
