import { describe, expect, test } from 'vitest'
import { DOCUMENTED_LIMIT, type RateLimit, RateLimiter } from '../../simulator/rate-limiter.ts'
import type { RouteKind } from '../../simulator/route.ts'
import { ask, credentials, start } from './support.ts'

/** Sends requests at the given ms; `ok`, or the `Retry-After` of the refusal. */
function play(kind: 'sliding' | 'fixed' | 'token-bucket', timesMs: number[]): string[] {
  return playLimit({ kind, requests: 3, windowMs: 10_000 }, timesMs)
}

function playLimit(limit: RateLimit, timesMs: number[]): string[] {
  const limiter = new RateLimiter(limit)
  return timesMs.map((atMs) => {
    const refusal = limiter.admit('a', 'completion', atMs)
    return refusal === null ? 'ok' : (refusal.headers?.['retry-after'] ?? 'no word')
  })
}

describe('the sliding limit', () => {
  test('admits as many as it says within any window', () => {
    expect(play('sliding', [0, 4000, 8000, 9999, 10_000, 10_001, 14_000])).toEqual([
      'ok',
      'ok',
      'ok',
      '1',
      'ok',
      '4',
      'ok',
    ])
  })

  test('does not count what it refuses', () => {
    expect(play('sliding', [0, 0, 0, 1000, 2000, 9500, 10_000, 10_000, 10_000, 10_000])).toEqual([
      'ok',
      'ok',
      'ok',
      '9',
      '8',
      '1',
      'ok',
      'ok',
      'ok',
      '10',
    ])
  })
})

test('the fixed limit counts anew in each window, and a window begins with a request', () => {
  expect(play('fixed', [5000, 14_000, 14_500, 14_999, 15_000, 15_000, 15_000, 15_001, 99_000])).toEqual([
    'ok',
    'ok',
    'ok',
    '1',
    'ok',
    'ok',
    'ok',
    '10',
    'ok',
  ])
})

describe('the token bucket', () => {
  test('takes a burst, then as many as come back in the time', () => {
    const timesMs = [0, 0, 0, 0, 3000, 3334, 3334, 6667, 20_000, 20_000, 20_000, 20_000]
    expect(play('token-bucket', timesMs)).toEqual([
      ...['ok', 'ok', 'ok', '4', '1', 'ok', '4', 'ok', 'ok', 'ok', 'ok', '4'],
    ])
  })

  test('may have a burst that is smaller than its rate', () => {
    const limit = { kind: 'token-bucket', requests: 10, windowMs: 1000, burst: 1 } as const
    expect(playLimit(limit, [0, 0, 100, 150, 200])).toEqual(['ok', '1', 'ok', '1', 'ok'])
  })
})

describe('a share of all requests', () => {
  const timesMs = Array.from({ length: 1000 }, (_, index) => index)

  test('is refused evenly', () => {
    const refused = playLimit({ kind: 'share', share: 0.1 }, timesMs.slice(0, 20))
    expect(refused.map((word) => (word === 'ok' ? '.' : 'x')).join('')).toBe('.........x.........x')
  })

  test('is refused at random, the same for the same seed', () => {
    const one = playLimit({ kind: 'share', share: 0.1, seed: 7 }, timesMs)
    const count = one.filter((word) => word === '1').length
    expect(count).toBeGreaterThan(60)
    expect(count).toBeLessThan(140)
    expect(playLimit({ kind: 'share', share: 0.1, seed: 7 }, timesMs)).toEqual(one)
    expect(playLimit({ kind: 'share', share: 0.1, seed: 8 }, timesMs)).not.toEqual(one)
  })
})

describe('a refusal', () => {
  const full = { kind: 'fixed', requests: 1, windowMs: 10_000 } as const

  test.each<[RateLimit['retryAfter'], string]>([
    ['seconds', '10'],
    ['none', 'no word'],
    [3600, '3600'],
    [0, '0'],
  ])('says when to come back: %s', (retryAfter, word) => {
    expect(playLimit({ ...full, ...(retryAfter === undefined ? {} : { retryAfter }) }, [0, 0])[1]).toBe(word)
  })

  test('may say so with a date, which is never too early', () => {
    const soonMs = Date.now() + 10_000
    const [, date = ''] = playLimit({ ...full, retryAfter: 'date' }, [0, 0])
    expect(date).toMatch(/ GMT$/)
    expect(Date.parse(date)).toBeGreaterThanOrEqual(soonMs)
    expect(Date.parse(date)).toBeLessThan(soonMs + 5000)
  })
})

describe('limits of some routes', () => {
  const ask3 = (limiter: RateLimiter, route: RouteKind) =>
    [1, 2, 3].map(() => (limiter.admit('a', route, 0) === null ? 'ok' : 'refused'))
  const one = { kind: 'sliding', requests: 1, windowMs: 1000 } as const
  const two = { kind: 'sliding', requests: 2, windowMs: 1000 } as const

  test('hold for them alone, and they do not count elsewhere', () => {
    const limiter = new RateLimiter([{ ...one, route: ['snapshot', 'test-snapshot'] }, two])
    expect(ask3(limiter, 'snapshot')).toEqual(['ok', 'refused', 'refused'])
    expect(ask3(limiter, 'test-snapshot')).toEqual(['refused', 'refused', 'refused'])
    expect(ask3(limiter, 'completion')).toEqual(['ok', 'ok', 'refused'])
    expect(ask3(limiter, 'trigger')).toEqual(['refused', 'refused', 'refused'])
  })

  test('of the history there is one from the start', () => {
    const ask61 = (limiter: RateLimiter) =>
      Array.from({ length: 61 }, () => limiter.admit('a', 'history', 0)).filter(Boolean).length
    expect(ask61(new RateLimiter())).toBe(1)
    expect(ask61(new RateLimiter(DOCUMENTED_LIMIT))).toBe(1)
    expect(ask61(new RateLimiter({ ...one, route: 'history' }))).toBe(60)
    expect(ask61(new RateLimiter(null))).toBe(0)
  })
})

test('the documented limit is 600 requests in 60 s', () => {
  const limiter = new RateLimiter(DOCUMENTED_LIMIT)
  const refused = Array.from({ length: 700 }, (_, index) => limiter.admit('a', 'completion', index)).filter(
    Boolean,
  )
  expect(refused).toHaveLength(100)
  expect(limiter.admit('a', 'completion', 60_000)).toBeNull()
})

test('over HTTP it answers 429, for all clients of the account together, and counts each', async () => {
  const apiKeys = ['cu_one', 'cu_two']
  const simulator = await start({ apiKeys, rateLimit: { kind: 'sliding', requests: 3, windowMs: 60_000 } })
  const askAs = (key: string) =>
    ask(simulator, '/next/accounts', {
      headers: { ...credentials(simulator), authorization: `Bearer ${key}` },
    })
  const replies = [await askAs('cu_one'), await askAs('cu_two'), await askAs('cu_two'), await askAs('cu_one')]
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect(replies[3]?.headers['retry-after']).toBe('60')
  expect(replies[3]?.json).toMatchObject({ statusCode: 429, error: 'Too Many Requests' })
  await askAs('cu_three')
  expect(simulator.rateLimiter.getCounts()).toEqual({
    cu_one: { accepted: 1, refused: 1 },
    cu_two: { accepted: 2, refused: 0 },
  })
  simulator.rateLimiter.setLimit(null)
  expect((await askAs('cu_one')).status).toBe(200)
})
