import { describe, expect, test } from 'vitest'
import type { ApiCaller, CallResult, Purpose } from '../../../src/checkly/api-caller.ts'
import { limitRate } from '../../../src/checkly/rate-limit/limit-rate.ts'
import { getStanding } from '../../../src/checkly/rate-limit/purposes.ts'
import { RateLimiter } from '../../../src/checkly/rate-limit/rate-limiter.ts'
import { WakeUp } from '../../../src/checkly/rate-limit/wake-up.ts'
import { FakeClock } from '../../../testing/fake-clock.ts'

test.each<[Purpose, rank: number, rights: string[]]>([
  ['poll', 0, ['looksLast']],
  ['watch', 0, ['looksLast']],
  ['start', 0, []],
  ['lookup', 0, []],
  ['cancel', 1, ['isAfterVerdict']],
  ['details', 2, ['isAfterVerdict']],
  ['history', 2, ['isAfterVerdict']],
  ['snapshot', 3, ['givesWay']],
])('%s has rank %i and the rights %j', (purpose, rank, rights) => {
  const { rank: actual, ...flags } = getStanding(purpose)
  expect(actual).toBe(rank)
  expect(Object.entries(flags).flatMap(([name, has]) => (has ? [name] : []))).toEqual(rights)
})

describe('a wake-up', () => {
  /** A wake-up on a clock, and when it called. */
  function create() {
    const clock = new FakeClock()
    const calls: number[] = []
    const wakeUp = new WakeUp({ clock, sleep: clock.sleep }, () => calls.push(clock.now()))
    return { clock, calls, wakeUp }
  }

  test('comes once, at the earliest moment of those that were asked for', async () => {
    const { clock, calls, wakeUp } = create()
    for (const at of [50, 80, 20, 20, 30]) wakeUp.ask(at)
    await clock.pass(200)
    expect(calls).toEqual([20])
  })

  test('comes at once for a moment that has passed, but not before the caller is done', async () => {
    const { clock, calls, wakeUp } = create()
    await clock.pass(10)
    wakeUp.ask(50)
    wakeUp.ask(10)
    wakeUp.ask(5)
    expect(calls).toEqual([])
    await clock.pass(100)
    expect(calls).toEqual([10])
  })

  test('does not sleep for what is due', async () => {
    const { clock, calls, wakeUp } = create()
    wakeUp.ask(0)
    await new Promise<void>((resolve) => setImmediate(resolve))
    await new Promise<void>((resolve) => setImmediate(resolve))
    expect(calls).toEqual([clock.now()])
  })

  test('can be asked again afterwards, for a later moment too', async () => {
    const { clock, calls, wakeUp } = create()
    wakeUp.ask(20)
    await clock.pass(25)
    wakeUp.ask(60)
    await clock.pass(100)
    expect(calls).toEqual([20, 60])
  })

  test('never comes before the moment: parts of a millisecond are rounded up', async () => {
    const { clock, calls, wakeUp } = create()
    wakeUp.ask(20.2)
    await clock.pass(100)
    expect(calls).toEqual([21])
  })

  test('leaves no sleeper behind for a moment that has become needless', async () => {
    const { clock, calls, wakeUp } = create()
    wakeUp.ask(1000)
    wakeUp.ask(20)
    await clock.pass(20)
    expect(calls).toEqual([20])
    const never = new Promise(() => {})
    await expect(clock.runUntil(never)).rejects.toThrow('nobody sleeps at 20 ms')
  })
})

describe('limitRate', () => {
  const clock = new FakeClock()
  const create = (result: Partial<CallResult<unknown>>, onClose = () => {}): ApiCaller =>
    limitRate(
      {
        call: <T>() => Promise.resolve(result as CallResult<T>),
        serverOffsetMs: 0,
        close: onClose,
      },
      new RateLimiter({ clock, sleep: clock.sleep }, () => 0.5),
    )
  const callWith = (api: ApiCaller, signal = new AbortController().signal) =>
    clock.runUntil(
      api.call({
        purpose: 'poll',
        limit: { signal, endsAt: 1e9 },
        prepare: () => ({ path: '', overallMs: 0 }),
        decode: () => null,
      }),
    )

  test('what has no turn was not sent, and has nothing of an answer', async () => {
    expect(await callWith(create({}), AbortSignal.abort())).toEqual({
      answer: { kind: 'no-turn' },
      status: null,
      error: null,
      sent: false,
      tookMs: 0,
      serverTimeMs: null,
    })
  })

  test.each([
    { kind: 'completed', value: 1 },
    { kind: 'refused', cause: '404' },
    { kind: 'retryable', cause: '503', reached: true, retryAfterMs: 7, rateLimited: false, tookMs: 1 },
  ] as const)('passes on an answer as it is: %j', async (answer) => {
    const result = { answer, status: 200, sent: true, tookMs: 1 }
    expect(await callWith(create(result))).toEqual(result)
  })

  test('passes on that connections are to be closed', () => {
    let closed = 0
    create({}, () => {
      closed += 1
    }).close()
    expect(closed).toBe(1)
  })
})
