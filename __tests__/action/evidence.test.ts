import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import { listErrors, runGate, runStep, startGate, test } from './support.ts'

const HOUR_MS = 3_600_000
const OLD = 'before started-after'

/** Passed two hours ago. */
const old = buildSession({ name: 'Old', ended: true, extra: at(2 * HOUR_MS) })

/** Times of a session that started so long ago and took five seconds, as the API tells them. */
function at(agoMs: number): Record<string, string> {
  const startMs = Date.now() - agoMs
  return {
    startedAt: new Date(startMs).toISOString(),
    stoppedAt: new Date(startMs + 5000).toISOString(),
  }
}

function tellTime(agoMs: number, form: 'iso' | 'seconds' | 'milliseconds' | 'offset'): string {
  const moment = Date.now() - agoMs
  if (form === 'seconds') return String(Math.floor(moment / 1000))
  if (form === 'milliseconds') return String(moment)
  if (form === 'iso') return new Date(moment).toISOString()
  return new Date(moment + 2 * HOUR_MS).toISOString().replace('Z', '+02:00')
}

describe('a session that had ended before the step', () => {
  test.concurrent('passes, and is told of in log and summary', async ({ startApi }) => {
    const api = await startApi({ sessions: [old] })
    const run = await runGate(api, { 'check-session-id': old.id })
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/^This session had ended (1h59|2h00)m before this step began/m)
    expect(run.summary).toContain('🕓 This session had ended')
  })

  test.concurrent('is told of where a start names it, and is no evidence for started-after', async ({
    startApi,
  }) => {
    const check = { name: 'Stale', tags: ['shop'], session: { ended: true, extra: at(2 * HOUR_MS) } }
    const api = await startApi({ checks: [check] })
    const noted = await runStep(api, { tags: 'shop' })
    expect(noted.outputs['outcome']).toBe('passed')
    expect(noted.stdout).toContain('Starting has not run it again.')
    const strict = await runStep(api, { tags: 'shop', 'started-after': tellTime(3 * HOUR_MS, 'iso') })
    expect(strict.outputs['outcome']).toBe('error')
    expect(listErrors(strict)).toEqual([expect.stringContaining('before it was asked for')])
  })
})

describe('started-after', () => {
  test.concurrent.for(['iso', 'offset', 'seconds', 'milliseconds'] as const)(
    'as %s makes what started before it no evidence, and lets pass what started later',
    async (form, { startApi }) => {
      const api = await startApi({ sessions: [old] })
      const await1 = { 'check-session-id': old.id }
      const refused = await runStep(api, { ...await1, 'started-after': tellTime(HOUR_MS, form) })
      expect(refused.code).toBe(1)
      expect(refused.outputs).toMatchObject({ outcome: 'error', passed: 'false', 'sessions-passed': '0' })
      expect(listErrors(refused)).toEqual([expect.stringContaining(OLD)])
      const fresh = await runStep(api, { ...await1, 'started-after': tellTime(3 * HOUR_MS, form) })
      expect(fresh.outputs['outcome']).toBe('passed')
    },
  )

  test.concurrent('fails an old session whatever its status, and one whose start is not told', async ({
    startApi,
  }) => {
    const failed = buildSession({ name: 'Failed', status: 'FAILED', ended: true, extra: at(2 * HOUR_MS) })
    const untold = buildSession({ name: 'Untold', ended: true, extra: { startedAt: null } })
    const api = await startApi({ sessions: [failed, untold] })
    const after = { 'started-after': tellTime(HOUR_MS, 'iso') }
    const first = await runStep(api, { 'check-session-id': failed.id, ...after })
    expect(first.outputs['outcome']).toBe('error')
    expect(listErrors(first)).toEqual([expect.stringContaining(OLD)])
    const second = await runStep(api, { 'check-session-id': untold.id, ...after })
    expect(second.outputs['outcome']).toBe('error')
    expect(listErrors(second)).toEqual([expect.stringContaining('does not say when it started')])
  })

  test.concurrent('holds for test sessions too', async ({ startApi }) => {
    const session = buildTestSession({ checks: [{ name: 'Login' }], extra: at(2 * HOUR_MS) })
    const api = await startApi({ testSessions: [session] })
    const after = { 'started-after': tellTime(HOUR_MS, 'iso') }
    const run = await runStep(api, { 'test-session-id': session.id ?? '', ...after })
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([expect.stringContaining(OLD)])
  })

  test.concurrent('counts what the step has started as fresh', async ({ startApi }) => {
    const api = await startApi({ checks: [{ name: 'Home', tags: ['shop'] }] })
    const run = await runStep(api, { tags: 'shop', 'started-after': tellTime(-HOUR_MS, 'iso') })
    expect(run.outputs['outcome']).toBe('passed')
  })
})

test.concurrent('a wrong Date in a later answer does not age what the step has started', async ({
  startApi,
}) => {
  const date = new Date(Date.now() + HOUR_MS).toUTCString()
  const api = await startApi({
    checks: [{ name: 'Home', tags: ['shop'] }],
    faults: [
      {
        route: 'completion',
        behaviour: async function answerWithWrongDate({ answer, response, send }) {
          response.setHeader('date', date)
          send(await answer())
        },
      },
    ],
  })
  const run = await runStep(api, { tags: 'shop', 'started-after': tellTime(HOUR_MS, 'iso') })
  expect(run.outputs['outcome']).toBe('passed')
})

describe('a wrong clock of the runner', () => {
  const nodeArgs = ['--import', join(import.meta.dirname, '../../testing/faults/turn-clock.ts')]

  test.concurrent.for([
    { what: 'a day ahead', turnMs: 24 * HOUR_MS, afterMs: 0 },
    { what: 'a day behind', turnMs: -24 * HOUR_MS, afterMs: 0 },
    { what: 'turned forward during the wait', turnMs: 24 * HOUR_MS, afterMs: 400 },
    { what: 'turned back during the wait', turnMs: -24 * HOUR_MS, afterMs: 400 },
  ])('$what neither ages a session nor makes an old one fresh', async ({ turnMs, afterMs }, { startApi }) => {
    const env = { TURN_CLOCK_MS: String(turnMs), TURN_AFTER_MS: String(afterMs) }
    const slow = { name: 'Slow', tags: ['shop'], session: { durationMs: 2500 } }
    const api = await startApi({ checks: [slow], sessions: [old] })
    const started = await startGate(
      api,
      { tags: 'shop', 'started-after': tellTime(HOUR_MS, 'iso') },
      { nodeArgs, env },
    ).done
    expect(started.outputs['outcome']).toBe('passed')
    expect(started.stdout).not.toContain('had ended')
    const stale = await startGate(api, { 'check-session-id': old.id }, { nodeArgs, env }).done
    expect(stale.stdout).toMatch(/^This session had ended (1h59|2h00)m before this step began/m)
  })
})
