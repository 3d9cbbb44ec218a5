import { describe, expect, test } from 'vitest'
import { countBusiestMinute, findLongestGap, LimiterBench } from './limiter-bench.ts'

const RESULT = { kind: 'result' } as const
const ANSWER = { kind: 'answer' } as const

describe('the documented limit of 600 requests in 60 s', () => {
  test('500 sessions are polled within a second, the first 25 at once', async () => {
    const given = await new LimiterBench().askMany('poll', 500)
    expect(given.filter((at) => at === 0)).toHaveLength(25)
    expect(given.at(-1)).toBeLessThan(1000)
  })

  test('some of it is left to others, in every stretch of 60 s', async () => {
    const bench = new LimiterBench()
    const sent = await bench.play('poll', 100, 180_000, () => ({ outcome: ANSWER, afterMs: 1000 }))
    expect(countBusiestMinute(sent)).toBeLessThanOrEqual(570)
    expect(sent.length).toBeGreaterThan(2.5 * 570)
  })

  test('polls of a second have turns in every few seconds, though more are wanted than there are', async () => {
    const sent = await new LimiterBench().play('poll', 20, 180_000, () => ({
      outcome: ANSWER,
      afterMs: 1000,
    }))
    expect(findLongestGap(sent)).toBeLessThan(2000)
  })

  test('a request that never reached the server does not count, one that failed there does', async () => {
    const playWith = async (wasSent: boolean) => {
      const bench = new LimiterBench()
      for (let request = 0; request < 300; request += 1) {
        await bench.send('poll', { kind: 'failure', wasSent })
        await bench.send('poll', RESULT)
      }
      return bench.clock.now()
    }
    expect(await playWith(false)).toBeLessThan(2000)
    expect(await playWith(true)).toBeGreaterThan(10_000)
  })

  test('a crowd is polled slowly, and a poll that brings a result makes room for the next at once', async () => {
    const bench = new LimiterBench()
    const open = await bench.play('poll', 1000, 0, () => null)
    expect(open.filter((at) => at < 1000).length).toBeLessThan(50)
    expect(open.filter((at) => at >= 1000 && at < 11_000)).toHaveLength(60)
    const ended = await new LimiterBench().play('poll', 550, 0, () => ({ outcome: RESULT, afterMs: 20 }))
    expect(ended).toHaveLength(550)
    expect(ended.at(-1)).toBeLessThan(2000)
  })

  test('turns are given in the order in which they were asked for', async () => {
    const bench = new LimiterBench()
    const order: number[] = []
    const asked = Array.from({ length: 60 }, async (_, index) => {
      await bench.ask('poll')
      order.push(index)
    })
    await bench.clock.runUntil(Promise.all(asked))
    expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index))
  })
})

describe('who goes first', () => {
  test('polls and starting, then cancelling, then reasons, then snapshots', async () => {
    const bench = new LimiterBench()
    const order: string[] = []
    const asked = (['snapshot', 'details', 'cancel', 'poll', 'start'] as const).map(async (purpose) => {
      await bench.ask(purpose)
      order.push(purpose)
    })
    await bench.clock.runUntil(Promise.all(asked))
    expect(order).toEqual(['poll', 'start', 'cancel', 'details', 'snapshot'])
  })

  test('some requests are kept for after the verdict', async () => {
    const bench = new LimiterBench()
    for (let request = 0; request < 570; request += 1) await bench.send('cancel', RESULT)
    const from = bench.clock.now()
    const stop = new AbortController()
    const poll = bench.ask('poll', { signal: stop.signal })
    const kept = await bench.askMany('details', 10)
    expect(kept).toEqual(kept.map(() => from))
    expect(await bench.askMany('cancel', 10)).toEqual(kept)
    stop.abort()
    expect((await poll).turn).toBeNull()
  })

  test('snapshots give way to many polls', async () => {
    const bench = new LimiterBench()
    await bench.askMany('poll', 100)
    expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).not.toBeNull()
    await bench.askMany('poll', 200)
    const from = bench.clock.now()
    expect(await bench.clock.runUntil(bench.ask('snapshot'))).toEqual({ turn: null, at: from })
  })
})

describe('the end of the time', () => {
  test('what cannot have a turn in time is told so at once', async () => {
    const bench = new LimiterBench()
    for (let request = 0; request < 595; request += 1) await bench.send('cancel', RESULT)
    const from = bench.clock.now()
    const late = await bench.clock.runUntil(bench.ask('details', { endsAt: from + 5000 }))
    expect(late).toEqual({ turn: null, at: from })
    const patient = await bench.clock.runUntil(bench.ask('details', { endsAt: from + 70_000 }))
    expect(patient.turn).not.toBeNull()
  })

  test('whoever is stopped does not wait, and uses no turn', async () => {
    const bench = new LimiterBench()
    for (let request = 0; request < 570; request += 1) await bench.send('cancel', RESULT)
    const stop = new AbortController()
    const waiting = bench.ask('poll', { signal: stop.signal })
    const from = bench.clock.now()
    stop.abort()
    expect(await bench.clock.runUntil(waiting)).toEqual({ turn: null, at: from })
    expect((await bench.clock.runUntil(bench.ask('poll', { signal: stop.signal }))).turn).toBeNull()
    expect(await bench.send('poll', RESULT)).toBeLessThan(from + 62_000)
  })

  test('a poll that has had no turn looks once more in the last second', async () => {
    const bench = new LimiterBench()
    await bench.send('poll', { kind: 'refusal', retryAfterMs: 3_600_000 })
    await bench.send('poll', { kind: 'refusal', retryAfterMs: 3_600_000 })
    expect(await bench.askMany('poll', 3, { endsAt: 60_000 })).toEqual([59_000, 59_000, 59_000])
  })

  test('starting is given up at once when the server asks to wait beyond the deadline', async () => {
    const bench = new LimiterBench()
    await bench.send('start', { kind: 'refusal', retryAfterMs: 3_600_000 }, { endsAt: 60_000 })
    await bench.send('start', { kind: 'refusal', retryAfterMs: 3_600_000 }, { endsAt: 60_000 })
    expect(await bench.clock.runUntil(bench.ask('start', { endsAt: 60_000 }))).toEqual({ turn: null, at: 0 })
  })
})
