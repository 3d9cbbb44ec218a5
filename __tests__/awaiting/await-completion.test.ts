import { describe, expect, test } from 'vitest'
import { type AwaitingEvent, awaitCompletion, type Completion } from '../../src/awaiting/await-completion.ts'
import { FakeClock } from './fake-clock.ts'
import {
  type Asked,
  COMPLETED,
  RUNNING,
  type ScriptedAnswer,
  scriptAnswers,
  trouble,
} from './script-answers.ts'

interface Played {
  completion: Completion<string>
  asked: Asked[]
  events: AwaitingEvent[]
  pauses: number[]
  endedAt: number
}

/** Plays a script to its end: 60 s at most, 30 s a request and half of each ceiling as pause unless given. */
async function play(
  script: readonly ScriptedAnswer[],
  options: { deadline?: number; maxWaitSeconds?: number; random?: () => number; stopAt?: number } = {},
): Promise<Played> {
  const clock = new FakeClock()
  const stop = new AbortController()
  const { request, asked } = scriptAnswers(clock, script)
  const events: AwaitingEvent[] = []
  if (options.stopAt === 0) stop.abort()
  else if (options.stopAt !== undefined)
    void clock.sleep(options.stopAt, stop.signal).then(() => stop.abort())
  const completion = await clock.runUntil(
    awaitCompletion<string>({
      request,
      takeTurn: () => Promise.resolve(),
      clock,
      sleep: clock.sleep,
      random: options.random ?? (() => 0.5),
      signal: stop.signal,
      deadline: options.deadline ?? 60_000,
      maxWaitSeconds: options.maxWaitSeconds ?? 30,
      onEvent: (event) => events.push(event),
    }),
  )
  return { completion, asked, events, pauses: events.map((event) => event.pauseMs), endedAt: clock.now() }
}

const at = (answer: ScriptedAnswer['answer'], tookMs = 0): ScriptedAnswer => ({ answer, tookMs })

describe('awaitCompletion', () => {
  test('returns what the request made of the end', async () => {
    const { completion, asked } = await play([at(COMPLETED, 700)])
    expect(completion).toEqual({ kind: 'completed', value: 'done' })
    expect(asked).toEqual([{ at: 0, seconds: 30 }])
  })

  test('asks again at once after a full wait', async () => {
    const { asked, pauses } = await play([at(RUNNING, 30_000), at(COMPLETED, 100)])
    expect(asked.map((one) => one.at)).toEqual([0, 30_000])
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
      maxWaitSeconds: 1,
    })
    expect(pauses).toEqual([250, 500, 1000, 2000, 0])
  })

  test('slows down when 408 comes back at once, instead of storming', async () => {
    const { asked, pauses } = await play([at(RUNNING)], { random: () => 1 })
    expect(pauses.slice(0, 7)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
    expect(asked.length).toBeLessThan(12)
  })

  test('counts the time that a trouble took as part of the pause: a gateway that gives up loses no time', async () => {
    const { asked, pauses } = await play([
      at(trouble('504'), 10_000),
      at(trouble('504'), 10_000),
      at(COMPLETED),
    ])
    expect(pauses).toEqual([0, 0])
    expect(asked.map((one) => one.at)).toEqual([0, 10_000, 20_000])
    // What fails at once pauses in full: a connection that is being closed is not used again.
    expect((await play([at(trouble('reset'), 240), at(COMPLETED)])).pauses).toEqual([250])
  })

  test('counts the time that an early 408 took as part of the pause', async () => {
    const { pauses } = await play([at(RUNNING, 200), at(RUNNING, 200), at(COMPLETED)])
    expect(pauses).toEqual([50, 300])
  })

  test('forgets early 408s after a full wait', async () => {
    const { pauses } = await play([at(RUNNING), at(RUNNING), at(RUNNING, 30_000), at(RUNNING), at(COMPLETED)])
    expect(pauses).toEqual([250, 500, 0, 250])
  })

  test('pauses longer with each trouble in a row', async () => {
    const { pauses, events } = await play([...Array(4).fill(at(trouble('503'))), at(COMPLETED)])
    expect(pauses).toEqual([250, 500, 1000, 2000])
    expect(events.at(-1)).toEqual({ kind: 'trouble', cause: '503', reached: true, pauseMs: 2000 })
  })

  test('forgets troubles after a full wait', async () => {
    const script = [
      at(trouble('reset')),
      at(trouble('reset')),
      at(RUNNING, 30_000),
      at(trouble('reset')),
      at(COMPLETED),
    ]
    expect((await play(script)).pauses).toEqual([250, 500, 0, 250])
  })

  test('waits as long as the server says, and no shorter than it would by itself', async () => {
    const script = [at(trouble('429', 7000, true)), at(trouble('429', 0, true)), at(COMPLETED)]
    expect((await play(script)).pauses).toEqual([7000, 500])
  })

  test('looks once more a second before the deadline, however long the server says', async () => {
    const { asked, completion } = await play([at(trouble('429', 86_400_000)), at(COMPLETED, 10)], {
      deadline: 10_000,
    })
    expect(asked).toEqual([
      { at: 0, seconds: 10 },
      { at: 9000, seconds: 1 },
    ])
    expect(completion.kind).toBe('completed')
  })

  test('looks once more before the deadline, however late in the wait the pause begins', async () => {
    const { asked } = await play([at(RUNNING, 30_000), at(trouble('503', 3_600_000)), at(COMPLETED, 10)])
    expect(asked.map((one) => one.at)).toEqual([0, 30_000, 59_000])
  })

  test('asks for no longer than is left, rounded up to a second, at least one', async () => {
    const { asked } = await play(
      [at(RUNNING, 4000), at(RUNNING, 4000), at(RUNNING, 1600), at(RUNNING, 1000)],
      {
        deadline: 9800,
        maxWaitSeconds: 4,
      },
    )
    expect(asked).toEqual([
      { at: 0, seconds: 4 },
      { at: 4000, seconds: 4 },
      { at: 8000, seconds: 2 },
      { at: 9600, seconds: 1 },
    ])
  })

  test('gives up a request that is still open at the deadline', async () => {
    const { completion, endedAt } = await play([at(COMPLETED, 90_000)])
    expect(completion).toEqual({ kind: 'timeout', answered: false })
    expect(endedAt).toBe(60_000)
  })

  test('tells a session that was seen running from one that was never reached', async () => {
    const seen = await play([at(RUNNING, 30_000), at(trouble('cut'))])
    expect(seen.completion).toEqual({ kind: 'timeout', answered: true })
    const unreached = await play([at(trouble('refused'))])
    expect(unreached.completion).toEqual({ kind: 'timeout', answered: false })
  })

  test('a session that was seen running after a trouble counts as seen', async () => {
    const { completion } = await play([at(trouble('reset')), at(RUNNING, 30_000)])
    expect(completion).toEqual({ kind: 'timeout', answered: true })
  })

  test('does not ask again what is refused', async () => {
    const { completion, asked } = await play([at({ kind: 'refused', cause: '401' })])
    expect(completion).toEqual({ kind: 'refused', cause: '401' })
    expect(asked).toHaveLength(1)
  })

  test('asks nothing more once the deadline has come, though the timer for it is late', async () => {
    const clock = new FakeClock()
    let asked = 0
    const completion = await clock.runUntil(
      awaitCompletion<string>({
        request: async () => {
          asked += 1
          await clock.sleep(5000, new AbortController().signal)
          return RUNNING
        },
        takeTurn: () => Promise.resolve(),
        clock,
        sleep: (_ms, signal) => clock.sleep(600_000, signal),
        random: () => 0.5,
        signal: new AbortController().signal,
        deadline: 5000,
        maxWaitSeconds: 5,
        onEvent: () => {},
      }),
    )
    expect({ completion, asked }).toEqual({ completion: { kind: 'timeout', answered: true }, asked: 1 })
  })

  test('leaves no timer behind', async () => {
    const clock = new FakeClock()
    const { request } = scriptAnswers(clock, [at(COMPLETED)])
    await clock.runUntil(
      awaitCompletion<string>({
        request,
        takeTurn: () => Promise.resolve(),
        clock,
        sleep: clock.sleep,
        random: () => 0.5,
        signal: new AbortController().signal,
        deadline: 60_000,
        maxWaitSeconds: 30,
        onEvent: () => {},
      }),
    )
    await expect(clock.runUntil(new Promise(() => {}))).rejects.toThrow('nobody sleeps at 0 ms')
  })

  test('asks nothing when it is stopped already', async () => {
    const { completion, asked } = await play([at(COMPLETED)], { stopAt: 0 })
    expect(completion).toEqual({ kind: 'stopped' })
    expect(asked).toEqual([])
  })

  test.each([
    ['in a request', [at(RUNNING, 30_000)]],
    ['in a pause', [at(trouble('429', 20_000))]],
  ])('stops at once %s', async (_, script) => {
    const { completion, endedAt } = await play(script, { stopAt: 5000 })
    expect(completion.kind).toBe('stopped')
    expect(endedAt).toBe(5000)
  })

  test('stops at once while it waits for its turn', async () => {
    const clock = new FakeClock()
    const stop = new AbortController()
    void clock.sleep(5000, stop.signal).then(() => stop.abort())
    const completion = await clock.runUntil(
      awaitCompletion<string>({
        request: () => Promise.reject(new Error('asked out of turn')),
        takeTurn: (signal) => clock.sleep(50_000, signal),
        clock,
        sleep: clock.sleep,
        random: () => 0.5,
        signal: stop.signal,
        deadline: 60_000,
        maxWaitSeconds: 30,
        onEvent: () => {},
      }),
    )
    expect(completion).toEqual({ kind: 'stopped' })
    expect(clock.now()).toBe(5000)
  })
})
