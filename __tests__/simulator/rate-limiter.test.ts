import { describe, expect, test } from 'vitest'
import { DOCUMENTED_LIMIT, type RateLimit, RateLimiter } from '../../simulator/rate-limiter.ts'
import { ask, credentials, start } from './support.ts'

/** Sends requests at the given ms; `ok`, or the `Retry-After` of the refusal. */
function play(kind: RateLimit['kind'], timesMs: number[]): string[] {
  const limiter = new RateLimiter({ kind, requests: 3, windowMs: 10_000 })
  return timesMs.map((atMs) => limiter.admit('a', atMs)?.headers?.['retry-after'] ?? 'ok')
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

test('the documented limit is 600 requests in 60 s', () => {
  const limiter = new RateLimiter(DOCUMENTED_LIMIT)
  const refused = Array.from({ length: 700 }, (_, index) => limiter.admit('a', index)).filter(Boolean)
  expect(refused).toHaveLength(100)
  expect(limiter.admit('a', 60_000)).toBeNull()
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
