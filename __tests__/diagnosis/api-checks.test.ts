import { describe, expect, test } from 'vitest'
import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'
import { reasonOf } from './reason-of.ts'

describe('API checks', () => {
  const request = { method: 'POST', url: 'https://u:p@shop.example.com/orders?token=abc&page=2' }

  test('say what was expected and what came, with the request and the response', () => {
    const details = extractFailureDetails(
      {
        apiCheckResult: {
          assertions: [
            { source: 'STATUS_CODE', comparison: 'EQUALS', target: 200, error: 'no', actual: 503 },
            {
              source: 'JSON_BODY',
              property: '$.ok',
              comparison: 'EQUALS',
              target: 'true',
              error: 'no',
              actual: { a: 1 },
            },
            {
              source: 'HEADERS',
              property: 'etag',
              comparison: 'NOT_EMPTY',
              target: '',
              regex: '^W',
              error: 'no',
            },
            { source: 'TEXT_BODY', comparison: 'CONTAINS', target: 'hello', error: null },
          ],
          request,
          response: { status: 503, statusText: 'Service Unavailable' },
          requestError: null,
        },
      },
      'API',
    )
    expect(details).toStrictEqual({
      reason: 'status code: expected 200, was 503',
      facts: [
        ['Request', 'POST https://***@shop.example.com/orders?token=***&page=2'],
        ['Response', '503 Service Unavailable'],
      ],
      assertions: [
        { subject: 'status code', expected: '200', actual: '503' },
        { subject: 'JSON body $.ok', expected: 'true', actual: '{"a":1}' },
        { subject: 'headers etag /^W/', expected: 'not to be empty', actual: 'no' },
      ],
      excerpt: '',
      credentialsHidden: 2,
    })
  })

  test('without marked assertions show those that the response refutes', () => {
    const body = (comparison: string, target: unknown, status: number) => ({
      apiCheckResult: { assertions: [{ source: 'STATUS_CODE', comparison, target }], response: { status } },
    })
    expect(reasonOf('API', body('EQUALS', '200', 500))).toBe('status code: expected 200, was 500')
    expect(reasonOf('API', body('NOT_EQUALS', 500, 500))).toBe('status code: expected not 500, was 500')
    expect(reasonOf('API', body('LESS_THAN', 400, 500))).toBe('status code: expected less than 400, was 500')
    expect(reasonOf('API', body('GREATER_THAN', 500, 500))).toBe(
      'status code: expected more than 500, was 500',
    )
    expect(reasonOf('API', body('EQUALS', 200, 200))).toBe('')
    expect(reasonOf('API', body('EQUALS', null, 200))).toBe('')
  })

  test('with a failed request say that instead', () => {
    const requestError = 'connect ECONNREFUSED 203.0.113.9:443'
    expect(reasonOf('API', { apiCheckResult: { assertions: null, requestError, request } })).toBe(
      requestError,
    )
  })

  test('with more failed assertions than anybody reads say how many', () => {
    const assertions = Array.from({ length: 14 }, () => ({
      source: 'STATUS_CODE',
      target: 1,
      error: 'no',
      actual: 2,
    }))
    const details = extractFailureDetails({ apiCheckResult: { assertions } }, 'API')
    expect(details?.assertions).toHaveLength(10)
    expect(details?.facts).toStrictEqual([['Failed assertions', '14, the first are shown']])
  })
})
