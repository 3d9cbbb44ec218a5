import { describe, expect, test } from 'vitest'
import { SendRate } from '../../../src/checkly/rate-limit/send-rate.ts'

/** A rate after so many requests, evenly in 10 s from 0 ms, one refusal and a pause. */
function pauseAfter(taken: number): SendRate {
  const rate = new SendRate()
  for (let request = 0; request < taken; request += 1) rate.takeTurn((request * 10_000) / taken)
  rate.slowDown()
  rate.goOn(10_000, true)
  return rate
}

/** The gap before the next request, as requests a second. */
const perSecond = (rate: SendRate, now: number): number => 1000 / (rate.nextAt - now)

/** Sends each request when it is due; the rate after each. */
function sendOn(rate: SendRate, count: number): number[] {
  return Array.from({ length: count }, () => {
    const at = rate.nextAt
    rate.takeTurn(at)
    return perSecond(rate, at)
  })
}

test('before any refusal nothing waits', () => {
  const rate = new SendRate()
  expect(rate.nextAt).toBe(Number.NEGATIVE_INFINITY)
  rate.takeTurn(1000)
  rate.takeTurn(1000)
  expect(rate.nextAt).toBeLessThanOrEqual(1000)
})

describe('after a pause the rate', () => {
  test('is three times the average, but at most 25 and at least 2 a second', () => {
    expect(perSecond(pauseAfter(50), 10_000)).toBeCloseTo(15)
    expect(perSecond(pauseAfter(80), 10_000)).toBeCloseTo(24)
    expect(perSecond(pauseAfter(90), 10_000)).toBeCloseTo(25)
    expect(perSecond(pauseAfter(1), 10_000)).toBeCloseTo(2)
    expect(perSecond(pauseAfter(600), 10_000)).toBeCloseTo(25)
  })

  test('is 2 a second when nothing was ever sent', () => {
    const rate = new SendRate()
    rate.goOn(10_000, true)
    expect(perSecond(rate, 10_000)).toBeCloseTo(2)
  })

  test('counts at least a second', () => {
    const rate = new SendRate()
    for (const at of [0, 100, 200]) rate.takeTurn(at)
    rate.slowDown()
    rate.goOn(500, true)
    expect(perSecond(rate, 500)).toBeCloseTo(9)
  })

  test('is not higher than it was', () => {
    const rate = pauseAfter(50)
    for (let refusal = 0; refusal < 3; refusal += 1) rate.slowDown()
    // Seven in 2 s: three times that would be 10.5 a second.
    for (let probe = 0; probe < 6; probe += 1) rate.goOn(11_000, false)
    rate.goOn(12_000, true)
    expect(perSecond(rate, 12_000)).toBeCloseTo(15 * 0.8 ** 3)
  })

  test('counts anew, beginning with the probe', () => {
    const rate = pauseAfter(50)
    rate.goOn(20_000, true)
    // One request in 10 s is far below 2 a second.
    expect(perSecond(rate, 20_000)).toBeCloseTo(2)
    for (let at = 20_000; at < 24_000; at += 1000) rate.takeTurn(at)
    for (let refusal = 0; refusal < 9; refusal += 1) rate.slowDown()
    rate.goOn(24_000, true)
    // The probe and four more in 4 s. The rate had fallen below that.
    expect(perSecond(rate, 24_000)).toBeCloseTo(5 / 4)
  })

  test('does not count requests that were refused after all', () => {
    const rate = new SendRate()
    rate.takeBack(0)
    for (let at = 1000; at < 11_000; at += 200) rate.takeTurn(at)
    rate.takeBack(1000)
    rate.takeBack(3000)
    // It was sent before the count began.
    rate.takeBack(999)
    rate.slowDown()
    rate.goOn(11_000, true)
    expect(perSecond(rate, 11_000)).toBeCloseTo(3 * 4.8)
  })
})

describe('without a pause', () => {
  test('the rate goes on as it was', () => {
    const rate = pauseAfter(50)
    rate.slowDown()
    rate.goOn(60_000, false)
    expect(perSecond(rate, 60_000)).toBeCloseTo(12)
  })

  test('the first rate is measured all the same', () => {
    const rate = new SendRate()
    for (let request = 0; request < 50; request += 1) rate.takeTurn(request * 200)
    rate.goOn(10_000, false)
    expect(perSecond(rate, 10_000)).toBeCloseTo(15)
  })

  test('the probe counts as one of those that were taken', () => {
    const rate = pauseAfter(50)
    for (let refusal = 0; refusal < 20; refusal += 1) rate.slowDown()
    for (let probe = 1; probe < 30; probe += 1) rate.goOn(10_000 + 1000 * probe, false)
    rate.goOn(40_000, true)
    expect(perSecond(rate, 40_000)).toBeCloseTo(30 / 30)
  })
})

test('each refusal lowers the rate to 80 %, down to 0.7 a second', () => {
  const rate = pauseAfter(1)
  const rates: number[] = []
  for (let refusal = 0; refusal < 6; refusal += 1) {
    rate.slowDown()
    rate.goOn(20_000, false)
    rates.push(perSecond(rate, 20_000))
  }
  const expected = [1.6, 1.28, 1.024, 0.8192, 0.7, 0.7]
  for (const [index, one] of expected.entries()) expect(rates[index]).toBeCloseTo(one)
})

describe('each accepted request raises the rate', () => {
  test('by 3 % near the rate that was refused, and by 25 % beyond it, but not by more than 1 a second each second', () => {
    const rate = pauseAfter(1)
    rate.slowDown()
    // Refused at 2 a second. The first at 1.6 has still to show that it is accepted.
    const rates = sendOn(rate, 14)
    for (const [index, one] of rates.slice(0, 11).entries()) expect(one).toBeCloseTo(1.6 * 1.03 ** index)
    // 1.6 · 1.03^11 = 2.21 is more than 110 % of 2. From there, 1 ÷ 2.21 is less than 25 %.
    const beyond = 1.6 * 1.03 ** 11
    expect(rates[11]).toBeCloseTo(beyond)
    expect(rates[12]).toBeCloseTo(beyond + 1 / beyond)
  })

  test('by 25 % where that is less than 1 a second each second', () => {
    const rate = pauseAfter(1)
    for (let refusal = 0; refusal < 4; refusal += 1) rate.slowDown()
    // Refused at 1.024 a second, and now 0.8192.
    const rates = sendOn(rate, 14)
    const near = rates.filter((one) => one <= 1.1 * 1.024)
    const last = near.at(-1) ?? 0
    expect(last).toBeGreaterThan(1.09)
    const beyond = rates[near.length] ?? 0
    expect(beyond).toBeCloseTo(last * 1.03)
    expect(rates[near.length + 1]).toBeCloseTo(beyond * 1.25)
  })

  test('by 25 % far below the rate that was refused', () => {
    const rate = pauseAfter(50)
    rate.slowDown()
    // A pause in which little was sent brings it down to 2, far below 60 % of 15.
    rate.goOn(30_000, true)
    const [first, second, third] = sendOn(rate, 3)
    expect(first).toBeCloseTo(2)
    expect(second).toBeCloseTo(2.5)
    expect(third).toBeCloseTo(2.9)
  })

  test('to 25 a second at most', () => {
    expect(sendOn(pauseAfter(600), 100).at(-1)).toBeCloseTo(25)
  })

  test('but not the first after a refusal, whose rate is not tried yet', () => {
    const rate = pauseAfter(1)
    sendOn(rate, 3)
    rate.slowDown()
    const [first = 0, second = 0] = sendOn(rate, 2)
    expect(second).toBeGreaterThan(first)
    const before = first / 0.8
    expect(before).toBeGreaterThan(2)
  })
})

test('a request that is late makes the next one come sooner, by at most 200 ms', () => {
  const rate = pauseAfter(50)
  const due = rate.nextAt
  rate.takeTurn(due + 199)
  expect(rate.nextAt).toBeCloseTo(due + 1000 / 15)
  const again = rate.nextAt
  rate.takeTurn(again + 5000)
  expect(rate.nextAt).toBeLessThan(again + 4800 + 1000 / 15)
  expect(rate.nextAt).toBeGreaterThan(again + 4800)
})
