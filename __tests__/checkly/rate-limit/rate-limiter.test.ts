import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Answer, Retryable } from '../../../src/checkly/answer.ts'
import type { CallResult, Purpose } from '../../../src/checkly/api-caller.ts'
import { limitRate } from '../../../src/checkly/rate-limit/limit-rate.ts'
import { type Outcome, RateLimiter } from '../../../src/checkly/rate-limit/rate-limiter.ts'
import type { Turn } from '../../../src/checkly/rate-limit/turn.ts'
import { LimiterBench } from './limiter-bench.ts'

const RESULT: Outcome = { kind: 'result' }
const ANSWER: Outcome = { kind: 'answer' }
const FAILURE: Outcome = { kind: 'failure', wasSent: true }
const refuse = (retryAfterMs: number | null): Outcome => ({ kind: 'refusal', retryAfterMs })

/** Sends requests one after the other, at the same moment where nothing holds them up. */
async function sendMany(
  bench: LimiterBench,
  purpose: Purpose,
  count: number,
  outcome = RESULT,
): Promise<void> {
  for (let request = 0; request < count; request += 1) await bench.send(purpose, outcome)
}

/** Asks for turns and keeps those that were given so far. */
function collect(bench: LimiterBench, purpose: Purpose, count: number): Turn[] {
  const turns: Turn[] = []
  for (let request = 0; request < count; request += 1) {
    void bench.ask(purpose).then(({ turn }) => turn !== null && turns.push(turn))
  }
  return turns
}

describe('turns', () => {
  test('are given 25 at a time, 10 ms apart', async () => {
    const given = await new LimiterBench().askMany('cancel', 60)
    expect([0, 10, 20].map((at) => given.filter((it) => it === at).length)).toEqual([25, 25, 10])
  })

  test('leave nothing behind on the signal, given or not', async () => {
    const bench = new LimiterBench()
    const stop = new AbortController()
    await bench.askMany('poll', 3, { signal: stop.signal })
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0)
    await sendMany(bench, 'cancel', 595)
    const hopeless = bench.ask('details', { signal: stop.signal, endsAt: 1000 })
    expect((await bench.clock.runUntil(hopeless)).turn).toBeNull()
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0)
  })

  test('leave nothing to wake up for when nobody waits', async () => {
    const bench = new LimiterBench()
    await sendMany(bench, 'poll', 1)
    await expect(bench.clock.runUntil(new Promise(() => {}))).rejects.toThrow('nobody sleeps at 0 ms')
  })

  test('that would come at the deadline come too late', async () => {
    const bench = new LimiterBench()
    await sendMany(bench, 'cancel', 595)
    expect((await bench.clock.runUntil(bench.ask('details', { endsAt: 61_000 }))).turn).toBeNull()
    expect(await bench.clock.runUntil(bench.ask('details', { endsAt: 61_001 }))).toMatchObject({ at: 61_000 })
  })

  test('are awaited by polls, even where there is none before the deadline', async () => {
    const bench = new LimiterBench()
    await sendMany(bench, 'cancel', 595)
    let isSettled = false
    void bench.ask('poll', { endsAt: 5000 }).then(() => {
      isSettled = true
    })
    await bench.clock.pass(4000)
    expect(isSettled).toBe(false)
  })
})

describe('what polls bring', () => {
  test.each([
    { outcome: RESULT, reported: 25, given: 75 },
    { outcome: ANSWER, reported: 25, given: 75 },
    { outcome: FAILURE, reported: 4, given: 29 },
  ])('after $reported times $outcome.kind, $given polls are sent within 100 ms', async (one) => {
    const bench = new LimiterBench()
    const turns = collect(bench, 'poll', 100)
    await bench.clock.pass(1)
    for (const turn of turns.slice(0, one.reported)) bench.limiter.report(turn, one.outcome)
    await bench.clock.pass(50)
    expect(turns).toHaveLength(one.given)
  })

  test('answers without a result do not hasten a crowd', async () => {
    const bench = new LimiterBench()
    const turns = collect(bench, 'poll', 600)
    await bench.clock.pass(200)
    for (const turn of turns.slice(0, 30)) bench.limiter.report(turn, ANSWER)
    await bench.clock.pass(800)
    expect(turns.length).toBeLessThanOrEqual(40 + 6)
  })

  test('nor do the results of other requests', async () => {
    const bench = new LimiterBench()
    const turns = collect(bench, 'poll', 600)
    await bench.clock.pass(200)
    await sendMany(bench, 'cancel', 30)
    await bench.clock.pass(800)
    expect(turns.length).toBeLessThanOrEqual(40 + 6)
  })
})

describe('snapshots', () => {
  test('give way when many polls are open and wait, although few were sent of late', async () => {
    const bench = new LimiterBench()
    await bench.askMany('poll', 150)
    await bench.clock.pass(70_000)
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).not.toBeNull()
    await bench.askMany('poll', 150)
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).toBeNull()
  })

  test('do not give way to polls that were answered', async () => {
    const bench = new LimiterBench()
    await sendMany(bench, 'poll', 200, ANSWER)
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).not.toBeNull()
  })
})

test('a probe that is given up does not mean that the server is back', async () => {
  const bench = new LimiterBench()
  await sendMany(bench, 'poll', 5, FAILURE)
  const from = await bench.send('poll', { kind: 'given-up' })
  expect(await bench.askMany('poll', 2)).toEqual([from, from + 1000])
})

describe('a refused request', () => {
  test('does not count, and all others go on counting when it had no Retry-After', async () => {
    const bench = new LimiterBench()
    await sendMany(bench, 'cancel', 594)
    await sendMany(bench, 'cancel', 1, refuse(null))
    expect(await bench.send('cancel', RESULT)).toBe(0)
    expect(await bench.send('cancel', RESULT)).toBe(61_000)
  })

  test.each<[Purpose, Purpose, wasAsked: boolean]>([
    ['cancel', 'poll', true],
    ['cancel', 'poll', false],
    ['start', 'poll', true],
    ['start', 'poll', false],
    ['poll', 'start', true],
  ])('alone, of %s, does not slow down %s; asked before: %s', async (refused, other, wasAsked) => {
    const bench = new LimiterBench()
    if (wasAsked) await sendMany(bench, other, 1)
    await sendMany(bench, refused, 1, refuse(20_000))
    expect(await bench.askMany(other, 3)).toEqual([0, 0, 0])
  })

  test('of a second route makes all pause until the first of the two may go on', async () => {
    const bench = new LimiterBench()
    await sendMany(bench, 'poll', 2, refuse(20_000))
    await sendMany(bench, 'cancel', 1, refuse(5000))
    // Chance adds 5 % to what was asked for.
    expect(await bench.send('details', RESULT)).toBe(5250)
  })
})

describe('limitRate tells the limiter', () => {
  /** A limiter that remembers what it was told. */
  class ListeningLimiter extends RateLimiter {
    readonly told: Outcome[] = []

    override report(turn: Turn, outcome: Outcome): void {
      this.told.push(outcome)
      super.report(turn, outcome)
    }
  }

  const FAILED: Retryable = {
    kind: 'retryable',
    cause: '',
    reached: true,
    retryAfterMs: null,
    rateLimited: false,
    tookMs: 1,
  }

  test.each<[string, Answer<null>, sent: boolean, isGivenUp: boolean, told: Outcome]>([
    ['a result', { kind: 'completed', value: null }, true, false, RESULT],
    ['a result that came as the time ended', { kind: 'completed', value: null }, true, true, RESULT],
    ['a 408', { kind: 'running', tookMs: 1, waitMs: 1 }, true, false, ANSWER],
    ['a final refusal', { kind: 'refused', cause: '404' }, true, false, ANSWER],
    ['a 429', { ...FAILED, rateLimited: true, retryAfterMs: 7000 }, true, false, refuse(7000)],
    ['a failure', FAILED, true, false, FAILURE],
    ['a failure before it was sent', FAILED, false, false, { kind: 'failure', wasSent: false }],
    ['that it was given up', FAILED, true, true, { kind: 'given-up' }],
  ])('%s', async (_what, answer, sent, isGivenUp, told) => {
    const { clock, timing } = new LimiterBench()
    const limiter = new ListeningLimiter(timing, () => 0.5)
    const stop = new AbortController()
    const call = <T>(): Promise<CallResult<T>> => {
      if (isGivenUp) stop.abort()
      return Promise.resolve({
        answer,
        sent,
        status: null,
        error: null,
        tookMs: 1,
        serverTimeMs: null,
      } as CallResult<T>)
    }
    const api = limitRate({ call, serverOffsetMs: 0, close: () => {} }, limiter)
    const limit = { signal: stop.signal, endsAt: 1e9 }
    const prepare = () => ({ path: '', overallMs: 0 })
    await clock.runUntil(api.call({ purpose: 'poll', limit, prepare, decode: () => null }))
    expect(limiter.told).toEqual([told])
  })
})
