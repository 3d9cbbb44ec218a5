import { describe, expect, test } from 'vitest'
import { RouteThrottle } from '../../../src/checkly/rate-limit/route-throttle.ts'
import type { Turn } from '../../../src/checkly/rate-limit/turn.ts'

/** A throttle whose requests are numbered. */
class ThrottleBench {
  readonly throttle: RouteThrottle
  #serial = 0

  /** @param chance - 0.5: our own pauses have the length that they are named by */
  constructor(chance = 0.5) {
    this.throttle = new RouteThrottle(() => chance)
  }

  /** Sends a request. */
  send(sentAt: number): Turn {
    this.#serial += 1
    const turn: Turn = { serial: this.#serial, purpose: 'poll', sentAt }
    this.throttle.takeTurn(turn)
    return turn
  }

  /** Sends a request that is refused after so many ms. */
  refuseAt(sentAt: number, retryAfterMs: number | null = null, tookMs = 0): void {
    this.throttle.reportRefusal(this.send(sentAt), retryAfterMs, sentAt + tookMs)
  }

  /** Two refusals at 0 ms, of which the second was the probe: a pause of 2 s. */
  pause(): this {
    this.refuseAt(0)
    this.refuseAt(0)
    return this
  }
}

describe('before any refusal', () => {
  test('nobody waits', () => {
    const bench = new ThrottleBench()
    expect(bench.throttle.nextAt(5)).toBe(5)
    for (let request = 0; request < 100; request += 1) bench.throttle.reportTaken(bench.send(5))
    expect(bench.throttle.nextAt(5)).toBe(5)
    expect(bench.throttle.refusedUntil).toBe(Number.NEGATIVE_INFINITY)
  })
})

describe('after one refusal', () => {
  test('the next request goes at once and alone', () => {
    const bench = new ThrottleBench()
    bench.refuseAt(7000, null, 50)
    expect(bench.throttle.nextAt(7050)).toBe(7050)
    expect(bench.throttle.refusedUntil).toBe(8050)
    bench.send(7060)
    // It counts as accepted after twice the time that the refusal took, and 100 ms.
    expect(bench.throttle.nextAt(7060)).toBe(7060 + 200)
    expect(bench.throttle.nextAt(7300)).toBe(7300)
  })

  test('one second is the longest time for that', () => {
    for (const tookMs of [450, 451, 9000]) {
      const bench = new ThrottleBench()
      bench.refuseAt(0, null, tookMs)
      bench.send(10_000)
      expect(bench.throttle.nextAt(10_000)).toBe(11_000)
    }
  })

  test('others follow when it was accepted, at a rate', () => {
    const bench = new ThrottleBench()
    bench.refuseAt(0)
    bench.throttle.reportTaken(bench.send(1000))
    // No other was accepted since the beginning: 2 a second.
    expect(bench.throttle.nextAt(1000)).toBe(1500)
  })

  test('so they do when it was not refused in time', () => {
    const bench = new ThrottleBench()
    bench.refuseAt(0)
    const probe = bench.send(1000)
    bench.send(1100)
    // One since the probe, and both within the second of that rate.
    expect(bench.throttle.nextAt(1100)).toBe(2000)
    bench.throttle.reportTaken(probe)
    expect(bench.throttle.nextAt(1100)).toBe(2000)
  })

  test('what becomes of another request does not end the wait for the probe', () => {
    const bench = new ThrottleBench()
    const other = bench.send(0)
    bench.refuseAt(0, null, 50)
    bench.send(60)
    bench.throttle.reportTaken(other)
    expect(bench.throttle.nextAt(60)).toBe(260)
  })
})

describe('after a refused probe', () => {
  test.each([
    [0, 1500],
    [0.5, 2000],
    [1, 2500],
  ])('all pause, with a chance of %j for %i ms', (chance, pauseMs) => {
    const { throttle } = new ThrottleBench(chance).pause()
    expect(throttle.nextAt(0)).toBe(pauseMs)
    expect(throttle.nextAt(pauseMs - 1)).toBe(pauseMs)
    expect(throttle.nextAt(pauseMs)).toBe(pauseMs)
    expect(throttle.nextAt(pauseMs + 1)).toBe(pauseMs + 1)
    expect(throttle.refusedUntil).toBe(pauseMs)
  })

  test('each further refusal doubles the pause, up to eight seconds', () => {
    const bench = new ThrottleBench()
    bench.refuseAt(0)
    const pauses: number[] = []
    for (let refusal = 0, now = 0; refusal < 5; refusal += 1) {
      bench.refuseAt(now)
      pauses.push(bench.throttle.nextAt(now) - now)
      now = bench.throttle.nextAt(now)
    }
    expect(pauses).toEqual([2000, 4000, 8000, 8000, 8000])
  })

  test('each accepted request halves the next pause', () => {
    const bench = new ThrottleBench()
    for (let refusal = 0; refusal < 4; refusal += 1) bench.refuseAt(0)
    // Four refusals; the probe and one more are accepted.
    bench.throttle.reportTaken(bench.send(20_000))
    bench.throttle.reportTaken(bench.send(21_000))
    bench.refuseAt(22_000)
    // The refused one had counted as accepted when it was sent.
    expect(bench.throttle.refusedUntil).toBe(22_000 + 2000)
  })

  test('many accepted requests bring it back to one second, and not lower', () => {
    const bench = new ThrottleBench().pause()
    for (let at = 3000; at < 20_000; at += 1000) bench.throttle.reportTaken(bench.send(at))
    bench.refuseAt(20_000)
    expect(bench.throttle.refusedUntil).toBe(21_000)
  })

  test('once the next probe is accepted, the pause is over', () => {
    const bench = new ThrottleBench().pause()
    bench.throttle.reportTaken(bench.send(2000))
    expect(bench.throttle.nextAt(2000)).toBe(2500)
    // The next refusal is one alone again: nobody pauses.
    bench.refuseAt(2500)
    expect(bench.throttle.nextAt(2500)).toBeLessThan(2500 + 1000 / 0.7)
  })
})

describe('the rate of what follows', () => {
  /** Fifty requests in 10 s, one refusal, and a probe that is accepted at 10 s: three times five a second. */
  function begin(): ThrottleBench {
    const bench = new ThrottleBench()
    for (let at = 0; at < 10_000; at += 200) bench.throttle.reportTaken(bench.send(at))
    bench.refuseAt(10_000)
    bench.throttle.reportTaken(bench.send(10_000))
    return bench
  }

  test('is measured at the first refusal', () => {
    expect(begin().throttle.nextAt(10_000)).toBeCloseTo(10_000 + 1000 / 15)
  })

  test('falls to 80 % with a refusal that stays alone', () => {
    const bench = begin()
    bench.refuseAt(10_100)
    bench.throttle.reportTaken(bench.send(10_100))
    expect(bench.throttle.nextAt(10_100)).toBeCloseTo(10_100 + 1000 / 12)
  })

  test('is measured anew after a pause', () => {
    const bench = begin()
    bench.refuseAt(10_100)
    bench.refuseAt(10_100)
    bench.throttle.reportTaken(bench.send(14_100))
    // One in four seconds: then it is 2 a second.
    expect(bench.throttle.nextAt(14_100)).toBe(14_100 + 500)
  })

  test('counts a refused probe neither as accepted nor as taken back', () => {
    const bench = new ThrottleBench()
    for (let at = 0; at < 10_000; at += 500) bench.throttle.reportTaken(bench.send(at))
    bench.refuseAt(10_000)
    bench.refuseAt(10_000)
    bench.throttle.reportTaken(bench.send(12_000))
    // Twenty in 12 s, and three times that.
    expect(bench.throttle.nextAt(12_000)).toBeCloseTo(12_000 + 1000 / 5)
  })
})

describe('Retry-After', () => {
  test.each([
    [0, 20_000, 20_000],
    [1, 20_000, 22_000],
    [1, 30_000, 33_000],
    [1, 60_000, 63_000],
    [0.5, 1000, 1050],
    // Less than a second is as if nothing had been said.
    [0.5, 999, 1000],
    [0.5, 0, 1000],
  ])('with a chance of %j, %i ms mean a wait of %i ms', (chance, retryAfterMs, waitMs) => {
    const bench = new ThrottleBench(chance)
    bench.refuseAt(0, retryAfterMs)
    expect(bench.throttle.refusedUntil).toBe(waitMs)
  })

  test('after three refusals it is believed only when it asks for more than our own pause', () => {
    const refuseFourth = (retryAfterMs: number): number => {
      const bench = new ThrottleBench(0.5)
      for (let refusal = 0; refusal < 3; refusal += 1) bench.refuseAt(0, 1000)
      bench.refuseAt(0, retryAfterMs)
      return bench.throttle.refusedUntil
    }
    expect(refuseFourth(1000)).toBe(8000)
    expect(refuseFourth(8000)).toBe(8000)
    expect(refuseFourth(9000)).toBe(9450)
    const third = new ThrottleBench(0.5)
    for (let refusal = 0; refusal < 3; refusal += 1) third.refuseAt(0, 1500)
    expect(third.throttle.refusedUntil).toBe(1575)
  })

  test('a later refusal never shortens the wait', () => {
    const bench = new ThrottleBench()
    bench.refuseAt(0, 60_000)
    bench.refuseAt(0)
    expect(bench.throttle.refusedUntil).toBe(63_000 - 1500)
    expect(bench.throttle.nextAt(0)).toBe(61_500)
  })
})

describe('refusals of requests that were on their way', () => {
  test('are one refusal: they double no pause', () => {
    const bench = new ThrottleBench()
    const turns = [bench.send(0), bench.send(0), bench.send(0)]
    for (const turn of turns) bench.throttle.reportRefusal(turn, null, 20)
    expect(bench.throttle.refusedUntil).toBe(1020)
    expect(bench.throttle.nextAt(20)).toBe(20)
  })

  test('the one that asks for the least is the most exact', () => {
    const bench = new ThrottleBench(1)
    const [first, second, third, fourth] = [
      bench.send(0),
      bench.send(0),
      bench.send(0),
      bench.send(0),
    ] as const
    bench.throttle.reportRefusal(first, 10_000, 0)
    expect(bench.throttle.refusedUntil).toBe(11_000)
    bench.throttle.reportRefusal(second, 5000, 100)
    // The same chance as for the first: 1 s.
    expect(bench.throttle.refusedUntil).toBe(6100)
    bench.throttle.reportRefusal(third, 20_000, 100)
    bench.throttle.reportRefusal(fourth, null, 100)
    expect(bench.throttle.refusedUntil).toBe(6100)
  })

  test('shorten a pause that has begun', () => {
    const bench = new ThrottleBench(0)
    const old = bench.send(0)
    bench.refuseAt(0, 10_000)
    bench.refuseAt(0, 10_000)
    expect(bench.throttle.nextAt(100)).toBe(10_000)
    bench.throttle.reportRefusal(old, 4000, 100)
    expect(bench.throttle.nextAt(100)).toBe(4100)
  })

  test('begin no pause where there is none', () => {
    const bench = new ThrottleBench(0)
    const old = bench.send(0)
    bench.refuseAt(0, 10_000)
    bench.throttle.reportRefusal(old, 4000, 100)
    expect(bench.throttle.nextAt(100)).toBe(100)
  })

  test('a request that was sent after the refusal is a new refusal', () => {
    const bench = new ThrottleBench()
    bench.refuseAt(0)
    bench.throttle.reportTaken(bench.send(0))
    const [second, third] = [bench.send(2000), bench.send(2500)] as const
    bench.throttle.reportRefusal(second, null, 3000)
    bench.throttle.reportRefusal(third, 1000, 3500)
    // The second's own pause is 1 s; the third was on its way by then.
    expect(bench.throttle.refusedUntil).toBe(4000)
  })
})

describe('a route beside the one that was refused', () => {
  test('pauses with it, and then sends one alone', () => {
    const bench = new ThrottleBench()
    bench.throttle.pauseUntil(5000)
    expect(bench.throttle.nextAt(0)).toBe(5000)
    expect(bench.throttle.refusedUntil).toBe(5000)
    bench.send(5000)
    expect(bench.throttle.nextAt(5000)).toBe(6000)
  })

  test('does not pause for less than it has to itself', () => {
    const bench = new ThrottleBench().pause()
    bench.throttle.pauseUntil(500)
    expect(bench.throttle.nextAt(0)).toBe(2000)
    expect(bench.throttle.refusedUntil).toBe(2000)
  })

  test('goes carefully: one request alone, and then all as before', () => {
    const bench = new ThrottleBench()
    bench.throttle.goCarefully()
    expect(bench.throttle.nextAt(0)).toBe(0)
    const probe = bench.send(0)
    expect(bench.throttle.nextAt(0)).toBe(1000)
    // The second time, its probe is on its way already.
    bench.throttle.goCarefully()
    expect(bench.throttle.nextAt(0)).toBe(1000)
    bench.throttle.reportTaken(probe)
    // It was never refused, so it has no rate.
    expect(bench.throttle.nextAt(1)).toBe(1)
    for (let request = 0; request < 30; request += 1) bench.send(1)
    expect(bench.throttle.nextAt(1)).toBe(1)
  })
})
