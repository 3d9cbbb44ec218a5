import { describe, expect, test } from 'vitest'
import { SendRate } from '../../../src/checkly/rate-limit/send-rate.ts'

/** A rate after a refusal of the first request: so many were taken before, in so many ms, and then came a pause. */
function pauseAfter(taken: number, tookMs: number): SendRate {
  const rate = new SendRate()
  for (let request = 0; request < taken; request += 1) rate.takeTurn((request * tookMs) / taken)
  rate.slowDown()
  rate.goOn(tookMs, true)
  return rate
}

describe('SendRate', () => {
  test.each([
    { taken: 50, tookMs: 10_000, perSecond: 15 },
    { taken: 500, tookMs: 10_000, perSecond: 25 },
    { taken: 2, tookMs: 60_000, perSecond: 2 },
  ])('after a pause it is $perSecond a second where $taken were taken in $tookMs ms', (one) => {
    expect(pauseAfter(one.taken, one.tookMs).nextAt - one.tookMs).toBeCloseTo(1000 / one.perSecond)
  })

  test('falls with each refusal, and after a pause not below what was taken', () => {
    const rate = pauseAfter(50, 10_000)
    for (let at = 10_100; at < 20_000; at += 100) rate.takeTurn(at)
    for (let refusal = 0; refusal < 20; refusal += 1) rate.slowDown()
    rate.takeTurn(20_000)
    expect(rate.nextAt - 20_000).toBeGreaterThan(1000)
    rate.goOn(21_000, true)
    expect(rate.nextAt - 21_000).toBeLessThan(120)
  })

  test('grows while requests are taken, by one a second each second at most', () => {
    const rate = pauseAfter(20, 10_000)
    rate.slowDown()
    const rates: number[] = []
    for (let at = rate.nextAt; at < 15_000; at = rate.nextAt) {
      rate.takeTurn(at)
      rates.push(1000 / (rate.nextAt - at))
    }
    expect(rates.at(-1)).toBeGreaterThan((rates[0] ?? 0) + 1)
    expect(rates.at(-1)).toBeLessThan((rates[0] ?? 0) + 6)
  })

  test('what a late timer has lost is made up for, and no more than that', () => {
    const rate = pauseAfter(50, 10_000)
    rate.takeTurn(rate.nextAt)
    const planned = rate.nextAt
    rate.takeTurn(planned + 60)
    expect(rate.nextAt - planned).toBeLessThan(70)
    const late = rate.nextAt + 10_000
    rate.takeTurn(late)
    expect(rate.nextAt).toBeGreaterThan(late - 200)
  })
})
