import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/checkly/answer.ts'
import { type Asked, type AskingEvent, askUntilAnswered } from '../../src/checkly/ask-until-answered.ts'
import { beginTimeLimit, type Sleep, type TimeLimit } from '../../src/time/clock.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { RUNNING, retryable, type ScriptedAnswer, scriptAnswers } from '../../testing/script-answers.ts'

const COMPLETED: Answer<string> = { kind: 'completed', value: 'done' }

interface Played {
  asked: Asked<string>
  askedAt: number[]
  events: AskingEvent[]
  pauses: number[]
  endedAt: number
}

interface PlayOptions {
  deadline?: number
  waitMs?: number
  random?: () => number
  looksOnceMore?: boolean
  stopAt?: number
}

/** Plays a script to its end: 60 s at most, 30 s a request, and half of each ceiling as pause unless given. */
async function play(script: readonly ScriptedAnswer<string>[], options: PlayOptions = {}): Promise<Played> {
  const clock = new FakeClock()
  const { ask, askedAt } = scriptAnswers(clock, script, options.waitMs ?? 30_000)
  const stop = new AbortController()
  if (options.stopAt === 0) stop.abort()
  else if (options.stopAt !== undefined)
    void clock.sleep(options.stopAt, stop.signal).then(() => stop.abort())
  const limit = beginTimeLimit({ clock, sleep: clock.sleep }, options.deadline ?? 60_000, stop.signal)
  const events: AskingEvent[] = []
  const asked = await clock.runUntil(
    askUntilAnswered({
      ask: () => ask(limit.signal),
      timing: { clock, sleep: clock.sleep },
      random: options.random ?? (() => 0.5),
      limit,
      looksOnceMore: options.looksOnceMore ?? true,
      onEvent: (event) => events.push(event),
    }),
  )
  limit.release()
  return { asked, askedAt, events, pauses: events.map((event) => event.pauseMs), endedAt: clock.now() }
}

const at = (answer: Answer<string>, tookMs = 0): ScriptedAnswer<string> => ({ answer, tookMs })

describe('askUntilAnswered', () => {
  test('returns what the request made of the end', async () => {
    const { asked, askedAt } = await play([at(COMPLETED, 700)])
    expect(asked).toEqual({ kind: 'completed', value: 'done' })
    expect(askedAt).toEqual([0])
  })

  test('asks again at once after a full wait', async () => {
    const { askedAt, pauses } = await play([at(RUNNING, 30_000), at(COMPLETED, 100)])
    expect(askedAt).toEqual([0, 30_000])
    expect(pauses).toEqual([0])
  })

  test('takes a wait of half of what was asked for as full', async () => {
    const { pauses } = await play([at(RUNNING, 15_000), at(RUNNING, 14_999), at(COMPLETED)])
    expect(pauses).toEqual([0, 0])
    // What counts as early makes the next pause longer.
    const pauseAfter = async (tookMs: number): Promise<number | undefined> =>
      (await play([at(RUNNING), at(RUNNING), at(RUNNING, tookMs), at(RUNNING), at(COMPLETED)])).pauses.at(-1)
    expect(await pauseAfter(15_000)).toBe(250)
    expect(await pauseAfter(14_999)).toBe(2000)
  })

  test('asks again at once after a full wait of a second, however many came back early before it', async () => {
    const { pauses } = await play([...Array(4).fill(at(RUNNING)), at(RUNNING, 1000), at(COMPLETED)], {
      waitMs: 1000,
    })
    expect(pauses).toEqual([250, 500, 1000, 2000, 0])
  })

  test('slows down when 408 comes back at once, instead of storming', async () => {
    const { askedAt, pauses } = await play([at(RUNNING)], { random: () => 1 })
    expect(pauses.slice(0, 7)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
    expect(askedAt.length).toBeLessThan(12)
  })

  test('counts the time that an error took as part of the pause: a gateway that gives up loses no time', async () => {
    const { askedAt, pauses } = await play([
      at(retryable('504'), 10_000),
      at(retryable('504'), 10_000),
      at(COMPLETED),
    ])
    expect(pauses).toEqual([0, 0])
    expect(askedAt).toEqual([0, 10_000, 20_000])
    // What fails at once pauses in full: a connection that is being closed is not used again.
    expect((await play([at(retryable('reset'), 240), at(COMPLETED)])).pauses).toEqual([250])
  })

  test('pauses no longer than until the moment when a doubtful answer would be believed', async () => {
    const doubtful = { ...retryable('404'), askWithinMs: 700 }
    const { pauses } = await play([at(RUNNING), at(RUNNING), at(RUNNING), at(doubtful), at(COMPLETED)])
    expect(pauses).toEqual([250, 500, 1000, 700])
    // A short pause stays short.
    expect((await play([at(doubtful), at(COMPLETED)])).pauses).toEqual([250])
  })

  test('counts the time that an early 408 took as part of the pause', async () => {
    const { pauses } = await play([at(RUNNING, 200), at(RUNNING, 200), at(COMPLETED)])
    expect(pauses).toEqual([50, 300])
  })

  test('forgets early 408s after a full wait', async () => {
    const { pauses } = await play([at(RUNNING), at(RUNNING), at(RUNNING, 30_000), at(RUNNING), at(COMPLETED)])
    expect(pauses).toEqual([250, 500, 0, 250])
  })

  test('pauses longer with each error in a row, and says which it was', async () => {
    const { pauses, events } = await play([...Array(4).fill(at(retryable('503'))), at(COMPLETED)])
    expect(pauses).toEqual([250, 500, 1000, 2000])
    expect(events.at(-1)).toEqual({ kind: 'error', error: { cause: '503', reached: true }, pauseMs: 2000 })
  })

  test('forgets errors after a full wait', async () => {
    const script = [
      at(retryable('reset')),
      at(retryable('reset')),
      at(RUNNING, 30_000),
      at(retryable('reset')),
      at(COMPLETED),
    ]
    expect((await play(script)).pauses).toEqual([250, 500, 0, 250])
  })

  test('waits as long as the server says, and no shorter than it would by itself', async () => {
    const script = [at(retryable('503', 7000)), at(retryable('503', 0)), at(COMPLETED)]
    expect((await play(script)).pauses).toEqual([7000, 500])
  })

  test('does not wait longer and longer after 429s: the rate limit has pauses of its own', async () => {
    const script = [...Array.from({ length: 3 }, () => at(retryable('429', 1000, true))), at(COMPLETED)]
    expect((await play([...script.slice(0, 3), at(retryable('500')), at(COMPLETED)])).pauses).toEqual([
      1000, 1000, 1000, 250,
    ])
  })

  test('looks once more a second before the deadline, however long the server says', async () => {
    const { askedAt, asked } = await play([at(retryable('429', 86_400_000)), at(COMPLETED, 10)], {
      deadline: 10_000,
    })
    expect(askedAt).toEqual([0, 9000])
    expect(asked.kind).toBe('completed')
  })

  test('looks once more before the deadline, however late in the wait the pause begins', async () => {
    const { askedAt } = await play([at(RUNNING, 30_000), at(retryable('503', 3_600_000)), at(COMPLETED, 10)])
    expect(askedAt).toEqual([0, 30_000, 59_000])
  })

  test('gives up at once what cannot be asked again in time, where no last look is wanted', async () => {
    const script = [at(retryable('429', 9000, true)), at(retryable('429', 1000, true)), at(COMPLETED)]
    const given = await play(script, { deadline: 10_000, looksOnceMore: false })
    expect(given).toMatchObject({ askedAt: [0, 9000], pauses: [9000], endedAt: 9000 })
    expect(given.asked).toEqual({ kind: 'unanswered', lastError: { cause: '429', reached: true } })
    expect((await play(script, { deadline: 10_100, looksOnceMore: false })).asked.kind).toBe('completed')
  })

  test('gives up a request that is still open at the deadline', async () => {
    const { asked, endedAt } = await play([at(COMPLETED, 90_000)])
    expect(asked).toEqual({
      kind: 'unanswered',
      lastError: { cause: 'no answer came in time', reached: true },
    })
    expect(endedAt).toBe(60_000)
  })

  test.each<[string, ScriptedAnswer<string>[], string | null]>([
    ['the last error', [at(retryable('first')), at(retryable('last'))], 'last'],
    ['no error when the last answer was a 408', [at(retryable('reset')), at(RUNNING, 30_000)], null],
    ['the error since the last 408', [at(RUNNING, 30_000), at(retryable('cut'))], 'cut'],
    // The cut tells nothing of the session, which was running a moment before.
    ['nothing of a request that the deadline cut off after a 408', [at(RUNNING, 40_000)], null],
    [
      'what went wrong before a request that the deadline cut off',
      [at(retryable('reset')), at(COMPLETED, 90_000)],
      'reset',
    ],
  ])('tells at the deadline %s', async (_what, script, cause) => {
    const lastError = cause === null ? null : { cause, reached: true }
    expect((await play(script)).asked).toEqual({ kind: 'unanswered', lastError })
  })

  test('does not ask again what is refused', async () => {
    const { asked, askedAt } = await play([at({ kind: 'refused', cause: '401' })])
    expect(asked).toEqual({ kind: 'refused', cause: '401' })
    expect(askedAt).toHaveLength(1)
  })

  test('does not ask again when the rate limit leaves no time for it', async () => {
    const { asked, askedAt } = await play([at(retryable('429', 0, true)), at({ kind: 'no-turn' })])
    expect(asked).toEqual({ kind: 'unanswered', lastError: { cause: '429', reached: true } })
    expect(askedAt).toHaveLength(2)
  })

  test('asks nothing when it is stopped already', async () => {
    const { asked, askedAt } = await play([at(COMPLETED)], { stopAt: 0 })
    expect(asked).toEqual({ kind: 'unanswered', lastError: null })
    expect(askedAt).toEqual([])
  })

  test.each([
    ['in a request', [at(RUNNING, 30_000)]],
    ['in a pause', [at(retryable('429', 20_000))]],
  ])('stops at once %s', async (_, script) => {
    const { asked, endedAt } = await play(script, { stopAt: 5000 })
    expect(asked.kind).toBe('unanswered')
    expect(endedAt).toBe(5000)
  })
})

/** Asks under a limit whose timers are the given ones, or none. */
function askWith(clock: FakeClock, ask: () => Promise<Answer<string>>, limit: TimeLimit, sleep: Sleep) {
  return clock.runUntil(
    askUntilAnswered({
      ask,
      timing: { clock, sleep },
      random: () => 0.5,
      limit,
      looksOnceMore: true,
      onEvent: () => {},
    }),
  )
}

test('nothing more is asked once the deadline has come, though the timer for it is late', async () => {
  const clock = new FakeClock()
  const limit = { signal: new AbortController().signal, endsAt: 5000 }
  const { ask, askedAt } = scriptAnswers(clock, [at(RUNNING, 5000)], 5000)
  const asked = await askWith(clock, () => ask(limit.signal), limit, clock.sleep)
  expect(asked).toEqual({ kind: 'unanswered', lastError: null })
  expect(askedAt).toEqual([0])
})

test('neither timer nor listener is left behind', async () => {
  const clock = new FakeClock()
  const limit = { signal: new AbortController().signal, endsAt: 60_000 }
  const { ask } = scriptAnswers(clock, [at(retryable('reset')), at(COMPLETED)])
  await askWith(clock, () => ask(limit.signal), limit, clock.sleep)
  expect(getEventListeners(limit.signal, 'abort')).toEqual([])
  await expect(clock.runUntil(new Promise(() => {}))).rejects.toThrow('nobody sleeps at 250 ms')
})
