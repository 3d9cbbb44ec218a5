import { describe, expect, test } from 'vitest'
import { CircuitBreaker } from '../../../src/checkly/rate-limit/circuit-breaker.ts'
import type { Turn } from '../../../src/checkly/rate-limit/turn.ts'

/** A breaker whose requests are numbered. */
class BreakerBench {
  readonly breaker: CircuitBreaker
  #serial = 0

  /** @param chance - 1: all pauses have their full length */
  constructor(chance = 1) {
    this.breaker = new CircuitBreaker(() => chance)
  }

  /** Sends a request. */
  send(sentAt: number): Turn {
    this.#serial += 1
    const turn: Turn = { serial: this.#serial, purpose: 'poll', sentAt }
    this.breaker.takeTurn(turn)
    return turn
  }

  /** Sends requests that fail at once. */
  failAt(...moments: number[]): void {
    for (const at of moments) this.breaker.reportFailure(this.send(at), at)
  }

  /** The server is down since 0 ms. */
  goDown(): this {
    this.failAt(0, 0, 0, 0, 0)
    return this
  }
}

describe('a server is taken for down', () => {
  test.each<[number[], boolean]>([
    [[0, 0, 0, 0], false],
    [[0, 0, 0, 0, 0], true],
    [[0, 250, 500, 750, 999], true],
    [[0, 250, 500, 750, 1000], false],
    [[0, 250, 500, 750, 1000, 1200], true],
  ])('after failures at %j ms: %s', (moments, isOpen) => {
    const bench = new BreakerBench()
    expect(bench.breaker.isOpen).toBe(false)
    bench.failAt(...moments)
    expect(bench.breaker.isOpen).toBe(isOpen)
    expect(bench.breaker.nextAt(2000)).toBe(2000)
  })

  test('not when one of them was answered, of whatever age that request is', () => {
    const bench = new BreakerBench()
    const old = bench.send(0)
    bench.failAt(0, 0, 0, 0)
    bench.breaker.reportAnswer(old)
    bench.failAt(0, 0, 0, 0)
    expect(bench.breaker.isOpen).toBe(false)
    bench.failAt(0)
    expect(bench.breaker.isOpen).toBe(true)
  })

  test('not by requests that were given up', () => {
    const bench = new BreakerBench()
    for (let request = 0; request < 10; request += 1) bench.breaker.reportNothing(bench.send(0))
    expect(bench.breaker.isOpen).toBe(false)
    expect(bench.breaker.nextAt(0)).toBe(0)
  })
})

describe('while it is down', () => {
  test.each([
    [0, 250],
    [0.5, 375],
    [1, 500],
  ])('the first pause, with a chance of %j, is %i ms', (chance, pauseMs) => {
    const { breaker } = new BreakerBench(chance).goDown()
    expect(breaker.nextAt(0)).toBe(pauseMs)
    expect(breaker.nextAt(pauseMs + 7)).toBe(pauseMs + 7)
  })

  test('each probe that fails doubles the pause, up to two seconds', () => {
    const bench = new BreakerBench().goDown()
    const pauses: number[] = []
    for (let probe = 0, now = 0; probe < 5; probe += 1) {
      const at = bench.breaker.nextAt(now)
      pauses.push(at - now)
      now = at
      bench.failAt(now)
    }
    expect(pauses).toEqual([500, 1000, 2000, 2000, 2000])
  })

  test('probes that stay open allow more each second: 1, 2, 4', () => {
    const bench = new BreakerBench().goDown()
    const sent: number[] = []
    for (let probe = 0, now = 0; probe < 9; probe += 1) {
      now = bench.breaker.nextAt(now)
      bench.send(now)
      sent.push(now)
    }
    expect(sent).toEqual([500, 1500, 2500, 2500, 3500, 3500, 3500, 3500, 4500])
  })

  test('a probe that fails leaves room for one again, whatever the number was', () => {
    const bench = new BreakerBench().goDown()
    const open = [bench.send(500), bench.send(1500), bench.send(2500), bench.send(2500)]
    for (const probe of open) bench.breaker.reportFailure(probe, 2600)
    expect(bench.breaker.nextAt(2600)).toBe(4600)
    bench.send(4600)
    expect(bench.breaker.nextAt(4600)).toBe(5600)
  })

  test('a probe that is given up makes room for the next at once', () => {
    const bench = new BreakerBench().goDown()
    const probe = bench.send(500)
    expect(bench.breaker.nextAt(500)).toBe(1500)
    bench.breaker.reportNothing(probe)
    expect(bench.breaker.nextAt(500)).toBe(500)
    bench.send(500)
    expect(bench.breaker.nextAt(500)).toBe(1500)
  })

  test('what becomes of requests from before says nothing', () => {
    const bench = new BreakerBench()
    const old = [bench.send(0), bench.send(0), bench.send(0)] as const
    bench.goDown()
    bench.send(500)
    bench.breaker.reportAnswer(old[0])
    bench.breaker.reportNothing(old[1])
    bench.breaker.reportFailure(old[2], 600)
    expect(bench.breaker.isOpen).toBe(true)
    expect(bench.breaker.nextAt(600)).toBe(1500)
  })

  test('the last request from before is no probe either', () => {
    const bench = new BreakerBench()
    const [last, ...others] = Array.from({ length: 6 }, () => bench.send(0)).reverse()
    for (const turn of others) bench.breaker.reportFailure(turn, 10)
    if (last !== undefined) bench.breaker.reportAnswer(last)
    expect(bench.breaker.isOpen).toBe(true)
  })

  test('a late failure of a request from before does not begin the pause anew', () => {
    const bench = new BreakerBench()
    const old = bench.send(0)
    bench.goDown()
    bench.breaker.reportFailure(old, 400)
    expect(bench.breaker.nextAt(400)).toBe(500)
  })
})

describe('when it is back', () => {
  test('one answered probe is enough for all to go on', () => {
    const bench = new BreakerBench().goDown()
    bench.breaker.reportAnswer(bench.send(500))
    expect(bench.breaker.isOpen).toBe(false)
    expect(bench.breaker.nextAt(501)).toBe(501)
    bench.send(501)
    expect(bench.breaker.nextAt(501)).toBe(501)
  })

  test('the next outage begins as the first did', () => {
    const bench = new BreakerBench().goDown()
    bench.failAt(500, 1500)
    // One probe is left open: it belongs to the outage that is over then.
    bench.send(3500)
    bench.breaker.reportAnswer(bench.send(4500))
    bench.failAt(4600, 4600, 4600, 4600)
    expect(bench.breaker.isOpen).toBe(false)
    bench.failAt(4600)
    expect(bench.breaker.nextAt(4600)).toBe(5100)
    bench.send(5100)
    expect(bench.breaker.nextAt(5100)).toBe(6100)
  })
})
