import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChecklyClient, Started } from '../../src/client/checkly-client.ts'
import type { ReadSession } from '../../src/client/contract.ts'
import { RequestBudget } from '../../src/client/request-budget.ts'
import { listUnstarted, startSessions } from '../../src/starting/start-sessions.ts'
import { monotonicClock, sleepWithTimer } from '../../src/time/clock.ts'
import { buildCheckSession } from '../verdict/build-fate.ts'

const STARTED: ReadSession[] = [{ session: buildCheckSession(), raw: {} }]
const DONE: Started = { kind: 'completed', value: STARTED }
/** A request that is open until it is given up. */
const OPEN = 'open'
const REFUSED: Started = { kind: 'refused', cause: 'not with this key.' }

function trouble(rateLimited = false, retryAfterMs: number | null = null): Started {
  return {
    kind: 'trouble',
    cause: rateLimited ? '429' : 'connection refused',
    reached: rateLimited,
    retryAfterMs,
    rateLimited,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/**
 * Starts sessions with a client that gives these answers, the last for ever.
 * @param pausedMs - how long requests pause at first
 * @returns what came of it, when each request was sent, in ms from the beginning, how long it pauses after each, how
 *   long all other requests pause then, and when no timer was left
 */
async function play(
  answers: (Started | typeof OPEN)[],
  timeoutMs: number,
  stop = new AbortController(),
  pausedMs = 0,
) {
  const begin = monotonicClock.now()
  const sentAt: number[] = []
  const client: Pick<ChecklyClient, 'startSessions'> = {
    startSessions: async (_target, _refreshCache, signal) => {
      sentAt.push(Math.round(monotonicClock.now() - begin))
      const answer = answers[Math.min(sentAt.length, answers.length) - 1]
      if (answer !== OPEN) return answer as Started
      await sleepWithTimer(3_600_000, signal)
      return { ...trouble(), cause: 'no answer came in time' } as Started
    },
  }
  const pauses: number[] = []
  const held: number[] = []
  const deadline = begin + timeoutMs
  const budget = new RequestBudget(monotonicClock, sleepWithTimer, deadline)
  if (pausedMs > 0) budget.reportRefusal(pausedMs)
  const ending = startSessions({
    client: client as ChecklyClient,
    budget,
    clock: monotonicClock,
    sleep: sleepWithTimer,
    random: () => 0.5,
    signal: stop.signal,
    deadline,
    target: { checkIds: [], tags: [['a']] },
    refreshCache: false,
    onTrouble: (_cause, pauseMs) => {
      pauses.push(Math.round(pauseMs))
      held.push(Math.round(budget.pauseLeftMs))
    },
  })
  await vi.runAllTimersAsync()
  const endedAt = Math.round(monotonicClock.now() - begin)
  return { ending: await ending, sentAt, pauses, held, endedAt }
}

describe('starting sessions', () => {
  test('sends one request when all is well', async () => {
    const { ending, sentAt, endedAt } = await play([DONE], 60_000)
    expect(ending).toEqual({ kind: 'started', sessions: STARTED })
    expect(sentAt).toEqual([0])
    // Nor is there a timer left for the deadline.
    expect(endedAt).toBe(0)
  })

  test('gives up at once when the API refuses', async () => {
    const { ending, sentAt } = await play([REFUSED], 60_000)
    expect(ending).toEqual({ kind: 'given-up', cause: 'not with this key.' })
    expect(sentAt).toEqual([0])
  })

  test('pauses longer after each failure: half of 500, 1000, 2000 ms', async () => {
    const { ending, pauses, sentAt } = await play([trouble(), trouble(), trouble(), DONE], 60_000)
    expect(ending.kind).toBe('started')
    expect(pauses).toEqual([250, 500, 1000])
    expect(sentAt).toEqual([0, 250, 750, 1750])
  })

  test('waits as long as Retry-After says', async () => {
    const { ending, sentAt } = await play([trouble(true, 7000), DONE], 60_000)
    expect(ending.kind).toBe('started')
    expect(sentAt).toHaveLength(2)
    // And a moment longer: all requests of the step begin again one by one.
    expect(sentAt[1]).toBeGreaterThanOrEqual(7000)
    expect(sentAt[1]).toBeLessThan(7500)
  })

  test('tells the pause that it makes after a 429 that does not say how long', async () => {
    const { pauses, sentAt } = await play([trouble(true), trouble(true), trouble(true), DONE], 60_000)
    expect(pauses).toEqual([1000, 2000, 4000])
    // Each time a moment later: requests begin again one by one.
    const waited = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0))
    for (const [index, ms] of waited.entries()) {
      expect(ms).toBeGreaterThanOrEqual(pauses[index] ?? Number.NaN)
      expect(ms).toBeLessThan((pauses[index] ?? Number.NaN) + 500)
    }
  })

  test('tries until the deadline and not beyond, with a last look shortly before it', async () => {
    const { ending, sentAt } = await play([trouble()], 20_000)
    expect(ending).toEqual({ kind: 'given-up', cause: 'connection refused' })
    expect(sentAt.at(-1)).toBeGreaterThanOrEqual(18_000)
    expect(sentAt.at(-1)).toBeLessThan(20_000)
    expect(sentAt.length).toBeLessThan(20)
  })

  test('looks once more before a deadline that Retry-After lies behind', async () => {
    const { sentAt } = await play([trouble(true, 3_600_000)], 20_000)
    expect(sentAt).toHaveLength(2)
    expect(sentAt[1]).toBeGreaterThanOrEqual(19_000)
    expect(sentAt[1]).toBeLessThan(20_000)
  })

  test('a 429 holds back all requests of the step, and another trouble none', async () => {
    expect((await play([trouble(true, 7000), DONE], 60_000)).held).toEqual([7000])
    expect((await play([trouble(), DONE], 60_000)).held).toEqual([0])
  })

  test('what the deadline cuts off does not hide what went wrong before', async () => {
    const { ending } = await play([trouble(), OPEN], 20_000)
    expect(ending).toEqual({ kind: 'given-up', cause: 'connection refused' })
    const silent = await play([OPEN], 20_000)
    expect(silent.ending).toEqual({ kind: 'given-up', cause: 'no answer came in time' })
  })

  test('sends nothing when it is stopped while it waits for its turn', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 1000)
    expect((await play([DONE], 60_000, stop, 5000)).sentAt).toEqual([])
  })

  test('sends nothing once it is stopped', async () => {
    const stop = new AbortController()
    stop.abort()
    const { ending, sentAt } = await play([DONE], 60_000, stop)
    expect(ending).toEqual({ kind: 'given-up', cause: 'the time was up before it could be sent' })
    expect(sentAt).toEqual([])
  })
})

test('checks of which no session was started are found, in any case of letters', () => {
  const session = (checkId: string): ReadSession => ({ session: buildCheckSession({ checkId }), raw: {} })
  expect(listUnstarted(['a1', 'b2', 'c3'], [session('A1'), session('c3')])).toEqual(['b2'])
  expect(listUnstarted([], [session('a1')])).toEqual([])
})
