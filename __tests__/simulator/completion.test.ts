import { afterEach, describe, expect, test, vi } from 'vitest'
import { openAccount } from '../../simulator/account.ts'
import { buildSession } from '../../simulator/build-session.ts'
import { answerRoute, readTarget } from '../../simulator/routes.ts'
import { ask, start } from './support.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('the completion route', () => {
  test('answers 408 after the wait that was asked for, and not before', async () => {
    const session = buildSession({ durationMs: 'manual' })
    const simulator = await start({ sessions: [session] })
    const reply = await ask(simulator, `/v2/check-sessions/${session.id}/completion?maxWaitSeconds=1`)
    expect(reply.status).toBe(408)
    expect(reply.json).toEqual({ statusCode: 408, error: 'Request Timeout', message: expect.any(String) })
    expect(reply.durationMs).toBeGreaterThan(995)
  })

  test('waits 30 s when it is not told how long', async () => {
    vi.useFakeTimers()
    const account = openAccount()
    const { plan } = account.sessions.add({ durationMs: 'manual' })
    const target = readTarget('GET', new URL(`http://simulator/v2/check-sessions/${plan.id}/completion`))
    const context = { ...account, target, body: '', onClose: () => {} }
    let status: number | null = null
    const answered = answerRoute(context).then((answer) => {
      status = answer.status
    })
    await vi.advanceTimersByTimeAsync(29_999)
    expect(status).toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    await answered
    expect(status).toBe(408)
  })

  test('answers all waiting clients once the session has ended, and not before', async () => {
    const session = buildSession({ durationMs: 'manual' })
    const simulator = await start({ sessions: [session] })
    const replies = [1, 2, 3].map(() => ask(simulator, `/v2/check-sessions/${session.id}/completion`))
    await Promise.all(
      [1, 2, 3].map((serial) => simulator.waitForRequest((request) => request.serial === serial)),
    )
    simulator.sessions.end(session.id, 'FAILED')
    for (const reply of await Promise.all(replies)) {
      expect(reply.status).toBe(200)
      expect(reply.json).toMatchObject({ checkSessionId: session.id, status: 'FAILED' })
    }
    const endedAtMs = simulator.sessions.get(session.id)?.endedAtMs ?? Number.NaN
    for (const { answeredAtMs } of simulator.log.entries)
      expect(answeredAtMs).toBeGreaterThanOrEqual(endedAtMs)
  })

  test('answers at once when the session has ended already', async () => {
    const session = buildSession({ ended: true, durationMs: 90_000 })
    const simulator = await start({ sessions: [session] })
    const reply = await ask(
      simulator,
      `/v2/check-sessions/${session.id.toUpperCase()}/completion?maxWaitSeconds=30`,
    )
    expect(reply.status).toBe(200)
    expect(reply.json).toMatchObject({ status: 'PASSED', timeElapsed: 90_000 })
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  test('ends by its own script', async () => {
    const session = buildSession({ status: 'DEGRADED', runMs: 120 })
    const simulator = await start({ sessions: [session] })
    const reply = await ask(simulator, `/v2/check-sessions/${session.id}/completion?maxWaitSeconds=5`)
    expect(reply.json).toMatchObject({ status: 'DEGRADED', timeElapsed: 120 })
  })

  test('keeps nothing of a client that has gone', async () => {
    const session = buildSession({ durationMs: 'manual' })
    const simulator = await start({ sessions: [session] })
    const abort = new AbortController()
    const reply = ask(simulator, `/v2/check-sessions/${session.id}/completion`, { signal: abort.signal })
    await simulator.waitForRequest(({ route }) => route === 'completion')
    expect(simulator.sessions.get(session.id)?.waiters.size).toBe(1)
    abort.abort()
    expect((await reply).error).toBe('ABORT_ERR')
    const entry = await simulator.waitForRequest(({ brokenOffAtMs }) => brokenOffAtMs !== null)
    expect(entry.status).toBeNull()
    expect(simulator.sessions.get(session.id)?.waiters.size).toBe(0)
  })
})
