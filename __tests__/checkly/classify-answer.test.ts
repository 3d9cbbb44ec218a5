import { describe, expect, test } from 'vitest'
import { readApiError } from '../../src/checkly/api-error.ts'
import { classifyAnswer } from '../../src/checkly/classify-answer.ts'

const NOW = Date.parse('2026-11-23T10:00:00Z')

/** Classifies an answer whose body counts when it has `fine: true`. */
function classify(status: number, body: string, headers: Record<string, string> = {}) {
  return classifyAnswer<{ fine: true }>(
    { status, headers, body },
    {
      decode: (json) =>
        (json as { fine?: boolean } | null)?.fine === true ? { fine: true } : 'it is not fine',
      message: readApiError(body)?.message ?? null,
      advise: (code) => (code === 401 ? 'Check the key.' : ''),
      wallClockMs: NOW,
      tookMs: 800,
      waitMs: 30_000,
    },
  )
}

test.each([
  ['https://user:hunter2@sso.example.com/login?token=abc#x', 'https://sso.example.com/login'],
  ['/login?token=abc', '/login'],
  ['//sso.example.com/a?b', '//sso.example.com/a'],
])('a redirect to %s is told without what may be secret', (location, shown) => {
  expect(classify(302, '', { location })).toMatchObject({
    kind: 'refused',
    cause: `the API answered 302, a redirect to ${shown}. Redirects are not followed: check api-url.`,
  })
})

describe('classifyAnswer', () => {
  test.each([200, 201, 202, 206, 299])('%i counts with the right body alone', (status) => {
    expect(classify(status, '{"fine":true}')).toEqual({ kind: 'completed', value: { fine: true } })
    expect(classify(status, '{"fine":false}')).toMatchObject({
      kind: 'retryable',
      cause: `the API answered ${status}, but it is not fine`,
    })
  })

  test('says what is wrong with a body that is no JSON', () => {
    expect(classify(204, '')).toMatchObject({ cause: 'the API answered 204, but without a body' })
    expect(classify(200, '<html>')).toMatchObject({ cause: 'the API answered 200, but its body is not JSON' })
    expect(classify(200, 'null')).toMatchObject({ cause: 'the API answered 200, but it is not fine' })
  })

  test.each(['', '{}', '<html>', '{"fine":true}'])('408 means running, whatever its body is: %j', (body) => {
    expect(classify(408, body)).toEqual({ kind: 'running', tookMs: 800, waitMs: 30_000 })
  })

  test.each([500, 501, 502, 503, 504, 520, 524, 599])('%i may be better next time', (status) => {
    expect(classify(status, '{"message":"Oops"}')).toEqual({
      kind: 'retryable',
      cause: `the API answered ${status}: Oops`,
      reached: true,
      retryAfterMs: null,
      rateLimited: false,
      tookMs: 800,
    })
  })

  test('429 pauses as the server says, and all requests with it', () => {
    expect(classify(429, '', { 'retry-after': '7' })).toEqual({
      kind: 'retryable',
      cause: 'the API answered 429',
      reached: true,
      retryAfterMs: 7000,
      rateLimited: true,
      tookMs: 800,
    })
    expect(classify(429, '')).toMatchObject({ retryAfterMs: null, rateLimited: true })
  })

  test('Retry-After counts for 503 and no other 5xx', () => {
    const headers = { 'retry-after': '7' }
    expect(classify(503, '', headers)).toMatchObject({ retryAfterMs: 7000, rateLimited: false })
    expect(classify(500, '', headers)).toMatchObject({ retryAfterMs: null })
  })

  test.each([400, 402, 403, 404, 405, 409, 410, 418, 422, 451, 499])('%i is final', (status) => {
    expect(classify(status, '{"message":"No"}')).toEqual({
      kind: 'refused',
      cause: `the API answered ${status}: No.`,
    })
  })

  test('advice comes behind the API’s own message', () => {
    expect(classify(401, '{"message":"Bad token"}')).toEqual({
      kind: 'refused',
      cause: 'the API answered 401: Bad token. Check the key.',
    })
  })

  test.each([300, 301, 302, 303, 304, 307, 308])('%i is not followed', (status) => {
    const answer = classify(status, '', { location: 'https://elsewhere.example/' })
    expect(answer).toEqual({
      kind: 'refused',
      cause: `the API answered ${status}, a redirect to https://elsewhere.example/. Redirects are not followed: check api-url.`,
    })
  })

  test.each([0, 100, 101, 199])('%i, which is no answer at all, is no verdict', (status) => {
    expect(classify(status, '{"fine":true}').kind).toBe('refused')
  })

  test('cuts long messages and addresses', () => {
    const message = JSON.stringify({ message: 'x'.repeat(10_000) })
    expect((classify(500, message) as { cause: string }).cause).toHaveLength(
      'the API answered 500: '.length + 500,
    )
    const cause = (classify(302, '', { location: 'y'.repeat(10_000) }) as { cause: string }).cause
    expect(cause.length).toBeLessThan(400)
  })

  test.each(['{"message":7}', '[]', 'null', '"text"', '{', '<h1>'])(
    'an error body of %j is left out',
    (body) => {
      expect(classify(500, body)).toMatchObject({ cause: 'the API answered 500' })
    },
  )
})
