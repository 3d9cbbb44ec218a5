import { describe, expect, test } from 'vitest'
import { createBackoff, fitPause } from '../../src/time/backoff.ts'

describe('createBackoff', () => {
  test('doubles its ceiling from half a second to ten seconds, and keeps it', () => {
    const ceilings: number[] = []
    let backoff = createBackoff()
    for (let step = 0; step < 8; step += 1) {
      ceilings.push(backoff.pauseMs(() => 1))
      backoff = backoff.next()
    }
    expect(ceilings).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000])
  })

  test('has full jitter: anything from nothing to the ceiling', () => {
    const backoff = createBackoff().next().next()
    expect([0, 0.25, 0.999].map((random) => backoff.pauseMs(() => random))).toEqual([0, 500, 1998])
  })

  test('counts failures without changing the step before', () => {
    const first = createBackoff()
    expect(first.next().next().failures).toBe(2)
    expect(first.failures).toBe(0)
  })

  test('stays finite after thousands of failures', () => {
    expect(createBackoff(100_000).pauseMs(() => 1)).toBe(10_000)
  })
})

describe('fitPause', () => {
  test.each([
    ['a pause that ends in time stays', 3000, 10_000, 3000],
    ['one past the deadline ends a second before it', 86_400_000, 10_000, 9000],
    ['one that would end just before the deadline leaves the same second', 9600, 10_000, 9000],
    ['half a second before the deadline is early enough', 9400, 10_000, 9400],
    ['with little time left all of it is taken', 5000, 1200, 1200],
    ['nothing is left', 5000, 0, 0],
    ['the deadline has passed', 5000, -300, 0],
    ['no pause stays none', 0, 10_000, 0],
    ['also in the last moment, for one more look', 0, 200, 0],
  ])('%s', (_, pauseMs, leftMs, expected) => {
    expect(fitPause(pauseMs, leftMs)).toBe(expected)
  })
})
