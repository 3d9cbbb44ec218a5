import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/checkly/answer.ts'
import type { Session } from '../../src/session/session.ts'
import { listUnstarted, startSessions } from '../../src/starting/start-sessions.ts'
import { buildRunning, buildSession, CHECK } from '../../testing/build-session.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { retryable, type ScriptedAnswer, scriptAnswers } from '../../testing/script-answers.ts'

const STARTED: Session[] = [buildRunning({ status: 'STARTED' })]

const at = (answer: Answer<Session[]>, tookMs = 0): ScriptedAnswer<Session[]> => ({ answer, tookMs })
const DONE = at({ kind: 'completed', value: STARTED })
const REFUSED = at({ kind: 'refused', cause: 'not with this key.' })
const BROKEN = at(retryable('connection refused'))
/** A request that is open until it is given up. */
const OPEN = at({ kind: 'completed', value: STARTED }, 3_600_000)
/** What comes of a start that was given up, for this reason. */
const giveUp = (cause: string) => ({
  sessions: [],
  refusals: [`The sessions could not be started: ${cause}.`],
})
const limited = (retryAfterMs: number | null) => at(retryable('429', retryAfterMs, true))

/**
 * Starts sessions with these answers, the last for ever.
 * @param stopAt - when it is stopped, in milliseconds; never by default
 * @param givesUp - whether being stopped gives up what is under way
 * @returns what came of it, when each request was sent, how long it pauses after each, and when it was over
 */
async function play(script: ScriptedAnswer<Session[]>[], timeoutMs: number, stopAt?: number, givesUp = true) {
  const clock = new FakeClock()
  const { ask, askedAt } = scriptAnswers(clock, script)
  const stop = new AbortController()
  if (stopAt === 0) stop.abort()
  else if (stopAt !== undefined) void clock.sleep(stopAt, stop.signal).then(() => stop.abort())
  const timing = { clock, sleep: clock.sleep }
  const pauses: number[] = []
  const told: Session[] = []
  const started = await clock.runUntil(
    startSessions(
      [{ where: '', send: ({ signal }) => ask(signal) }],
      timing,
      () => 0.5,
      timeoutMs,
      stop.signal,
      givesUp ? stop.signal : new AbortController().signal,
      (_cause, pauseMs) => pauses.push(pauseMs),
      (sessions) => told.push(...sessions),
    ),
  )
  // What was started is told of at once, and only that.
  expect(told).toEqual(started.sessions)
  return { started, askedAt, pauses, endedAt: clock.now(), clock, stop }
}

describe('starting sessions', () => {
  test('sends one request when all is well, and leaves neither timer nor listener', async () => {
    const { started, askedAt, clock, stop } = await play([DONE], 60_000)
    expect(started).toEqual({ sessions: STARTED, refusals: [] })
    expect(askedAt).toEqual([0])
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    await expect(clock.runUntil(new Promise(() => {}))).rejects.toThrow('nobody sleeps at 0 ms')
  })

  test('starts nothing where nothing matches', async () => {
    const { started } = await play([at({ kind: 'completed', value: [] })], 60_000)
    expect(started).toEqual({ sessions: [], refusals: [] })
  })

  test('gives up at once when the API refuses', async () => {
    const { started, askedAt } = await play([REFUSED], 60_000)
    expect(started).toEqual(giveUp('not with this key'))
    expect(askedAt).toEqual([0])
  })

  test('pauses longer after each failure: half of 500, 1000, 2000 ms', async () => {
    const { started, pauses, askedAt } = await play([BROKEN, BROKEN, BROKEN, DONE], 60_000)
    expect(started).toEqual({ sessions: STARTED, refusals: [] })
    expect(pauses).toEqual([250, 500, 1000])
    expect(askedAt).toEqual([0, 250, 750, 1750])
  })

  test('waits as long as Retry-After says, also until shortly before the deadline', async () => {
    for (const timeoutMs of [60_000, 7100]) {
      const { started, askedAt } = await play([limited(7000), DONE], timeoutMs)
      expect(started).toEqual({ sessions: STARTED, refusals: [] })
      expect(askedAt).toEqual([0, 7000])
    }
  })

  test('tries for as long as another request can be sent before the deadline', async () => {
    const { started, askedAt, endedAt } = await play([BROKEN], 20_000)
    expect(started).toEqual(giveUp('connection refused'))
    expect(askedAt).toEqual([0, 250, 750, 1750, 3750, 7750, 12_750, 17_750])
    // The next pause would have ended at 22,750 ms.
    expect(endedAt).toBe(17_750)
  })

  test.each([20_000, 20_001, 3_600_000])(
    'is given up at once when Retry-After, %i ms, lies at the deadline or behind it: nothing is started for nobody',
    async (retryAfterMs) => {
      const { started, askedAt, pauses, endedAt } = await play([limited(retryAfterMs), DONE], 20_000)
      expect(started).toEqual(giveUp('429'))
      expect({ askedAt, pauses, endedAt }).toEqual({ askedAt: [0], pauses: [], endedAt: 0 })
    },
  )

  test('what the deadline cuts off does not hide what went wrong before', async () => {
    const { started } = await play([BROKEN, OPEN], 20_000)
    expect(started).toEqual(giveUp('connection refused'))
    const silent = await play([OPEN], 20_000)
    expect(silent.started).toEqual(giveUp('no answer came in time'))
  })

  test('sends nothing more once it is stopped', async () => {
    const before = await play([DONE], 60_000, 0)
    expect(before.started).toEqual(giveUp('the time was up before it could be sent'))
    expect(before.askedAt).toEqual([])
    const meanwhile = await play([limited(5000), DONE], 60_000, 1000)
    expect(meanwhile).toMatchObject({ started: giveUp('429'), askedAt: [0], endedAt: 1000 })
  })

  test('waits for a request that is under way when it is stopped, where that is not to be given up', async () => {
    const slow = at({ kind: 'completed', value: STARTED }, 3000)
    const { started, askedAt, endedAt } = await play([slow], 60_000, 1000, false)
    expect(started).toEqual({ sessions: STARTED, refusals: [] })
    expect({ askedAt, endedAt }).toEqual({ askedAt: [0], endedAt: 3000 })
    const givenUp = await play([slow], 60_000, 1000)
    expect(givenUp).toMatchObject({ started: giveUp('no answer came in time'), endedAt: 1000 })
  })

  test('is given up when the rate limit leaves no turn', async () => {
    const { started } = await play([at({ kind: 'no-turn' })], 60_000)
    expect(started).toEqual(giveUp('the time was up before it could be sent'))
  })
})

test('checks of which no session was started are found', () => {
  const session = (id: string): Session => buildSession({ check: { ...CHECK, id } })
  expect(listUnstarted(['a1', 'b2', 'c3'], [session('a1'), session('c3')])).toEqual(['b2'])
  expect(listUnstarted([], [session('a1')])).toEqual([])
  expect(listUnstarted(['a1'], [buildSession({ check: null })])).toEqual(['a1'])
})
