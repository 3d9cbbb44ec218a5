import { describe, expect, test } from 'vitest'
import { findLongestGap, LimiterBench, type Serve } from './limiter-bench.ts'

const FAILURE = { outcome: { kind: 'failure', wasSent: true } as const, afterMs: 20 }
const RESULT = { outcome: { kind: 'result' } as const, afterMs: 20 }

/** Down from one moment to another; whatever is asked else is answered after `afterMs`, or stays open (null). */
function goDown(fromMs: number, toMs: number, otherwise: ReturnType<Serve>): Serve {
  return (_, now) => (now >= fromMs && now < toMs ? FAILURE : otherwise)
}

describe('while the server is down', () => {
  test.each([10, 150, 450])(
    '%i sessions send about as few requests, and go on when it is back',
    async (count) => {
      const bench = new LimiterBench()
      const sent = await bench.play('poll', count, 60_000, goDown(0, 12_000, RESULT))
      // A first handful, and a probe every second or two.
      expect(sent.filter((at) => at > 1000 && at < 12_000).length).toBeLessThan(15)
      expect(sent.at(-1)).toBeLessThan(15_000)
    },
  )

  test('long polls that stay open are a good sign: all are open again within some seconds', async () => {
    const bench = new LimiterBench()
    const sent = await bench.play('poll', 150, 60_000, goDown(0, 12_000, null))
    expect(sent.filter((at) => at >= 12_000)).toHaveLength(150)
    expect(sent.at(-1)).toBeLessThan(22_000)
  })

  test('nobody waits longer than some seconds for the next look, however long it lasts', async () => {
    const sent = await new LimiterBench(() => 1).play('poll', 100, 300_000, () => FAILURE)
    expect(findLongestGap(sent)).toBeLessThan(2200)
  })

  test('an answer to what was sent before proves nothing', async () => {
    const bench = new LimiterBench()
    const { turn: old } = await bench.clock.runUntil(bench.ask('poll'))
    if (old === null) throw new Error('no turn')
    for (let failure = 0; failure < 5; failure += 1) await bench.send('poll', FAILURE.outcome)
    const from = bench.clock.now()
    bench.limiter.report(old, { kind: 'answer' })
    const { at } = await bench.clock.runUntil(bench.ask('poll'))
    expect(at).toBeGreaterThan(from)
  })

  test('a probe that is given up makes room for the next', async () => {
    const bench = new LimiterBench()
    for (let failure = 0; failure < 5; failure += 1) await bench.send('poll', FAILURE.outcome)
    const from = await bench.send('poll', { kind: 'given-up' })
    expect((await bench.clock.runUntil(bench.ask('poll'))).at).toBe(from)
  })

  test('a last look is had all the same', async () => {
    const bench = new LimiterBench()
    for (let failure = 0; failure < 5; failure += 1) await bench.send('poll', FAILURE.outcome)
    const from = bench.clock.now()
    expect(await bench.askMany('poll', 3, { endsAt: from + 900 })).toEqual([from, from, from])
  })
})

test('errors among answers hold nobody back', async () => {
  const bench = new LimiterBench()
  let count = 0
  const sent = await bench.play('poll', 20, 10_000, () => {
    count += 1
    return count % 10 === 0 ? FAILURE : { outcome: { kind: 'answer' }, afterMs: 1000 }
  })
  expect(findLongestGap(sent)).toBeLessThan(1001)
  expect(sent.length).toBeGreaterThan(150)
})

test('the pauses of one session are its own', async () => {
  const bench = new LimiterBench()
  for (let failure = 0; failure < 20; failure += 1) {
    const from = bench.clock.now()
    expect(await bench.send('poll', FAILURE.outcome)).toBe(from)
    await bench.clock.pass(300)
  }
})

test('the outage of one route is of that route alone', async () => {
  const bench = new LimiterBench()
  await bench.play('details', 30, 100, () => FAILURE)
  const from = bench.clock.now()
  expect(await bench.askMany('cancel', 20)).toEqual(Array.from({ length: 20 }, () => from))
  expect((await bench.clock.runUntil(bench.ask('snapshot'))).turn).toBeNull()
})
