import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/checkly/rate-limit/rate-limiter.ts'
import { findLongestGap, LimiterBench, type Serve } from './limiter-bench.ts'

const ANSWER = { outcome: { kind: 'answer' } as const, afterMs: 20 }
const refuse = (retryAfterMs: number | null): Outcome => ({ kind: 'refusal', retryAfterMs })

/** Refuses two in a row, as a limit does that is used up. */
async function useUp(
  bench: LimiterBench,
  purpose: Parameters<LimiterBench['send']>[0],
  retryAfterMs: number | null,
) {
  await bench.send(purpose, refuse(retryAfterMs))
  await bench.send(purpose, refuse(retryAfterMs))
}

/** A server that takes so many in each window and refuses the others; those that it takes stay open. */
function limitTo(requests: number, windowMs: number, retryAfter: boolean): Serve {
  let from = 0
  let taken = 0
  return (_, now) => {
    if (now - from >= windowMs) [from, taken] = [now, 0]
    taken += 1
    if (taken <= requests) return null
    const retryAfterMs = retryAfter ? 1000 * Math.ceil((from + windowMs - now) / 1000) : null
    return { outcome: refuse(retryAfterMs), afterMs: 20 }
  }
}

describe('refused with Retry-After', () => {
  test('all pause until then, and a moment that differs from job to job', async () => {
    const ends = [0, 0.5, 1].map(async (chance) => {
      const bench = new LimiterBench(() => chance)
      await useUp(bench, 'poll', 20_000)
      return bench.send('poll', { kind: 'answer' })
    })
    expect(await Promise.all(ends)).toEqual([20_000, 21_000, 22_000])
  })

  test('then the count of what was sent before no longer matters', async () => {
    const bench = new LimiterBench()
    // Cancelling has no pace of its own, so that the minute is used up at once.
    for (let request = 0; request < 560; request += 1) await bench.send('cancel', { kind: 'result' })
    const from = bench.clock.now()
    await useUp(bench, 'poll', 2000)
    const sent = await bench.play('poll', 200, from + 30_000, () => null)
    expect(sent.at(-1)).toBeLessThan(from + 40_000)
  })

  test('of several that were refused at once, the one that says the soonest is right', async () => {
    const bench = new LimiterBench(() => 0)
    const asked = await bench.clock.runUntil(Promise.all([bench.ask('poll'), bench.ask('poll')]))
    for (const [index, { turn }] of asked.entries()) {
      if (turn === null) throw new Error('no turn')
      bench.limiter.report(turn, refuse(9000 - 4000 * index))
    }
    expect(bench.limiter.getPauseMs('poll')).toBe(5000)
  })

  test('one request goes first, and the others follow one by one', async () => {
    const bench = new LimiterBench()
    const sent = await bench.play('poll', 60, 25_000, limitTo(20, 10_000, true))
    const later = sent.filter((at) => at >= 10_000 && at < 15_000)
    expect(later.length).toBeGreaterThan(10)
    expect(new Set(later).size).toBe(later.length)
  })

  test('no more than a few are refused for each time that the limit is used up', async () => {
    const bench = new LimiterBench()
    let refused = 0
    const serve = limitTo(100, 10_000, true)
    const sent = await bench.play('poll', 500, 60_000, (purpose, now) => {
      const served = serve(purpose, now)
      if (served !== null && now >= 10_000) refused += 1
      return served
    })
    expect(sent.filter((at) => at < 50_000).length - refused).toBeGreaterThan(400)
    expect(refused).toBeLessThan(4 * 4)
  })

  test.each([0, 300])('%i ms are no storm: it is as if nothing had been said', async (retryAfterMs) => {
    const bench = new LimiterBench()
    const sent = await bench.play('poll', 10, 60_000, () => ({ outcome: refuse(retryAfterMs), afterMs: 20 }))
    expect(sent.length).toBeLessThan(30)
  })

  test('who asks for one second again and again is no longer taken at their word', async () => {
    const bench = new LimiterBench()
    const sent = await bench.play('poll', 50, 60_000, () => ({ outcome: refuse(1000), afterMs: 20 }))
    expect(sent.filter((at) => at > 1000 && at < 60_000).length).toBeLessThan(12)
    expect(findLongestGap(sent)).toBeLessThan(11_000)
  })
})

describe('refused without Retry-After', () => {
  test('the pause doubles with each refusal, up to some seconds, and is told to who was refused', async () => {
    const bench = new LimiterBench()
    const pauses: number[] = []
    for (let refusal = 0; refusal < 7; refusal += 1) {
      await bench.send('poll', refuse(null))
      pauses.push(bench.limiter.getPauseMs('poll'))
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 8000, 8000, 8000])
  })

  test.each([
    { requests: 100, windowMs: 10_000 },
    { requests: 60, windowMs: 60_000 },
    { requests: 10, windowMs: 1000 },
  ])('a limit of $requests in $windowMs ms is found and used', async ({ requests, windowMs }) => {
    const bench = new LimiterBench()
    let taken = 0
    const serve = limitTo(requests, windowMs, false)
    const forMs = 5 * windowMs + 10_000
    await bench.play('poll', 500, forMs, (purpose, now) => {
      const served = serve(purpose, now)
      if (served === null && now < forMs) taken += 1
      return served
    })
    expect(taken).toBeGreaterThan(0.5 * Math.min(500, (forMs / windowMs) * requests))
  })
})

describe('refused by chance', () => {
  test('one request out of many stops nobody but who sent it', async () => {
    const bench = new LimiterBench()
    let count = 0
    const sent = await bench.play('poll', 20, 20_000, () => {
      count += 1
      return count % 10 === 0 ? { outcome: refuse(10_000), afterMs: 20 } : { ...ANSWER, afterMs: 2000 }
    })
    expect(findLongestGap(sent)).toBeLessThan(3000)
  })
})

describe('limits of one route', () => {
  test('refused snapshots stop snapshots, and polls do not notice', async () => {
    const bench = new LimiterBench()
    await bench.send('snapshot', refuse(3_600_000))
    const from = bench.clock.now()
    expect(await bench.askMany('poll', 20)).toEqual(Array.from({ length: 20 }, () => from))
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).toBeNull()
  })

  test('refused reasons do not stop cancelling', async () => {
    const bench = new LimiterBench()
    await useUp(bench, 'details', 3_600_000)
    const from = bench.clock.now()
    expect(await bench.askMany('cancel', 5)).toEqual(Array.from({ length: 5 }, () => from))
    const late = await bench.clock.runUntil(bench.ask('details', { endsAt: from + 5000 }))
    expect(late).toEqual({ turn: null, at: from })
  })

  test('after refused polls the first request of another route goes alone; refused too, all pause', async () => {
    const bench = new LimiterBench()
    await useUp(bench, 'poll', 20_000)
    const from = bench.clock.now()
    const limit = { endsAt: from + 15_000 }
    const first = bench.ask('cancel', limit)
    const others = Array.from({ length: 30 }, () => bench.ask('cancel', limit))
    const { turn } = await bench.clock.runUntil(first)
    if (turn === null) throw new Error('the first has no turn')
    bench.limiter.report(turn, refuse(20_000))
    const given = await bench.clock.runUntil(Promise.all(others))
    expect(given).toEqual(given.map(() => ({ turn: null, at: from })))
    expect((await bench.clock.runUntil(bench.ask('details', limit))).turn).toBeNull()
  })

  test.each([true, false])('so it is too for a route that was asked before: %s', async (wasAsked) => {
    const bench = new LimiterBench()
    if (wasAsked)
      for (const purpose of ['cancel', 'details'] as const) await bench.send(purpose, { kind: 'result' })
    await useUp(bench, 'poll', 20_000)
    const from = bench.clock.now()
    const limit = { endsAt: from + 15_000 }
    const asked = Array.from({ length: 10 }, () => bench.ask('cancel', limit))
    const [{ turn } = { turn: null }] = await bench.clock.runUntil(Promise.all(asked.slice(0, 1)))
    await bench.clock.pass(50)
    let given = 0
    for (const one of asked.slice(1)) void one.then(() => given++)
    await bench.clock.pass(50)
    expect(given).toBe(0)
    if (turn === null) throw new Error('the first has no turn')
    bench.limiter.report(turn, refuse(20_000))
    expect((await bench.clock.runUntil(bench.ask('details', limit))).turn).toBeNull()
  })

  test('after refused polls another route that is not refused goes on', async () => {
    const bench = new LimiterBench()
    await useUp(bench, 'poll', 3_600_000)
    const from = bench.clock.now()
    const sent = await bench.play('cancel', 30, from, () => ({ outcome: { kind: 'result' }, afterMs: 50 }))
    expect(sent).toHaveLength(30)
    expect(sent.at(-1)).toBeLessThan(from + 1000)
  })

  test('snapshots stay away for a minute after the refusal of anything', async () => {
    const bench = new LimiterBench()
    await bench.send('poll', refuse(1000))
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).toBeNull()
    await bench.clock.pass(60_000)
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).not.toBeNull()
  })
})
