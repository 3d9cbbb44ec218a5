import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractFailureDetails } from '../../src/failure-details/extract-failure-details.ts'

const ALL_TYPES = [
  ...[
    'AGENTIC',
    'API',
    'BROWSER',
    'DNS',
    'GRPC',
    'HEARTBEAT',
    'ICMP',
    'MULTI_STEP',
    'PLAYWRIGHT',
    'SSL',
    'TCP',
  ],
  ...['TRACEROUTE', 'URL', 'SOMETHING_NEW'],
]

function reasonOf(checkType: string, body: unknown): string {
  return extractFailureDetails(body, checkType)?.reason ?? 'nothing'
}

describe('API checks', () => {
  const request = { method: 'POST', url: 'https://u:p@shop.example.com/orders?token=abc&page=2' }

  it('say what was expected and what came, with the request and the response', () => {
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
        ['Request', 'POST https://shop.example.com/orders?token=…&page=2'],
        ['Response', '503 Service Unavailable'],
      ],
      assertions: [
        { subject: 'status code', expected: '200', actual: '503' },
        { subject: 'JSON body $.ok', expected: 'true', actual: '{"a":1}' },
        { subject: 'headers etag /^W/', expected: 'not to be empty', actual: 'no' },
      ],
      excerpt: '',
    })
  })

  it('without marked assertions show those that the response refutes', () => {
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

  it('with a failed request say that instead', () => {
    const requestError = 'connect ECONNREFUSED 203.0.113.9:443'
    expect(reasonOf('API', { apiCheckResult: { assertions: null, requestError, request } })).toBe(
      requestError,
    )
  })

  it('with more failed assertions than anybody reads say how many', () => {
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

describe('runs of code', () => {
  const message = [
    '\u001b[31mError: expect(locator).toHaveText(expected) failed\u001b[39m',
    '',
    'Expected string: \u001b[32m"200"\u001b[39m',
    'Received string: "404"',
    '    at /tmp/node_modules/x/index.js:1:1',
    '    at /suite/tests/booking.spec.ts:36:51',
  ].join('\n')

  it('say the first error of a Playwright suite, its test and its place, without colours', () => {
    const details = extractFailureDetails(
      {
        playwrightCheckResult: {
          errors: [
            { error: { message, stack: '' }, testTitle: 'logs in', projectName: 'chromium', testFile: 'x' },
            {},
          ],
        },
      },
      'PLAYWRIGHT',
    )
    expect(details?.reason).toBe('expect(locator).toHaveText(expected) failed: expected "200", was "404"')
    expect(details?.facts).toStrictEqual([
      ['Test', 'logs in'],
      ['Project', 'chromium'],
      ['At', '/suite/tests/booking.spec.ts:36:51'],
      ['Errors', '2, the first is shown'],
    ])
    expect(details?.excerpt.split('\n')[0]).toBe('Error: expect(locator).toHaveText(expected) failed')
    expect(details?.excerpt).not.toContain('\u001b')
  })

  it.each([
    ['a text', 'boom', 'boom'],
    ['an error', { name: 'Error', message: 'Error: boom', stack: 'Error: boom\n at a.ts:1:2' }, 'boom'],
    ['an error in an error', { error: { message: 'boom' } }, 'boom'],
    ['a text in an error', { error: 'boom' }, 'boom'],
    ['a stack alone', { stack: 'boom\n    at x' }, 'boom'],
    ['nothing', {}, 'nothing'],
    ['null', null, 'nothing'],
    ['a number', 7, 'nothing'],
  ])('can be %s', (_, error, reason) => {
    expect(reasonOf('BROWSER', { browserCheckResult: { errors: [error] } })).toBe(reason)
    expect(reasonOf('MULTI_STEP', { multiStepCheckResult: { errors: [error] } })).toBe(reason)
    expect(reasonOf('PLAYWRIGHT', { errors: [error] })).toBe(reason)
  })

  it('name the location that the error names, with the code around it', () => {
    const error = {
      message: 'boom',
      snippet: '> 3 | await x()',
      location: { file: 'a.spec.ts', line: 3, column: 9 },
    }
    const details = extractFailureDetails({ browserCheckResult: { errors: [error] } }, 'BROWSER')
    expect(details?.facts).toStrictEqual([['At', 'a.spec.ts:3:9']])
    expect(details?.excerpt).toBe('boom\n\n> 3 | await x()')
  })

  it('are cut to what can be read', () => {
    const long = { message: `${'x'.repeat(5000)}\n`.repeat(3000) }
    const details = extractFailureDetails({ browserCheckResult: { errors: [long] } }, 'BROWSER')
    expect(details?.reason.length).toBeLessThanOrEqual(200)
    expect(details?.excerpt.length).toBeLessThanOrEqual(2500)
  })
})

describe('the other check types', () => {
  it('agentic: the condition that did not hold, else the error, else the recap', () => {
    const condition = { condition: 'answers 200', passed: false, expected: '200', actual: '503' }
    const result = {
      summary: 'It was down.',
      assertions: [condition],
      errors: [{ error: { message: 'boom' } }],
    }
    expect(reasonOf('AGENTIC', { agenticCheckResult: result })).toBe('answers 200: expected 200, was 503')
    expect(reasonOf('AGENTIC', { agenticCheckResult: { ...result, assertions: [] } })).toBe('boom')
    expect(reasonOf('AGENTIC', { agenticCheckResult: { summary: 'It was down.' } })).toBe('It was down.')
  })

  it('gRPC: the status with its name', () => {
    const response = {
      host: 'api.example.com',
      port: 443,
      grpcMethod: 'a.B/C',
      grpcStatusMessage: 'no connection',
    }
    const details = extractFailureDetails({ grpcCheckResult: { grpcStatusCode: 14, response } }, 'GRPC')
    expect(details?.reason).toBe('gRPC status 14 UNAVAILABLE: no connection')
    expect(details?.facts).toContainEqual(['Request', 'api.example.com:443 a.B/C'])
    const healthy = {
      grpcStatusCode: 0,
      assertions: [{ source: 'RESPONSE_TIME', comparison: 'LESS_THAN', target: 5, error: 'x', actual: 9 }],
    }
    expect(reasonOf('GRPC', { grpcCheckResult: healthy })).toBe('response time: expected less than 5, was 9')
  })

  it('SSL: trust, host name, expiry, or the category', () => {
    const ssl = (fields: object) => reasonOf('SSL', { sslCheckResult: fields })
    expect(ssl({ chainTrusted: false, response: { chainTrustDetail: 'self-signed' } })).toBe(
      'the certificate is not trusted: self-signed',
    )
    expect(ssl({ hostnameVerified: false })).toBe('the certificate is for another host name')
    expect(ssl({ daysUntilExpiry: -2 })).toBe('the certificate has expired')
    expect(ssl({ failureCategory: 'WEAK_CIPHER' })).toBe('weak cipher')
    expect(ssl({ requestError: 'getaddrinfo ENOTFOUND x', chainTrusted: false })).toBe(
      'getaddrinfo ENOTFOUND x',
    )
  })

  it('traceroute: whether the destination was reached', () => {
    const response = { hostname: 'x.example', resolvedIp: '203.0.113.1', truncationReason: 'too many hops' }
    const details = extractFailureDetails(
      { tracerouteCheckResult: { totalHops: 30, destinationReached: false, response } },
      'TRACEROUTE',
    )
    expect(details?.reason).toBe('the destination was not reached: 30 hops')
    expect(details?.facts).toStrictEqual([
      ['Host', 'x.example 203.0.113.1'],
      ['Hops', '30'],
      ['Route cut short', 'too many hops'],
    ])
  })

  it('one that nobody has heard of: read as each known one', () => {
    expect(reasonOf('SOMETHING_NEW', { browserCheckResult: { errors: ['boom'] } })).toBe('boom')
  })

  it.each(['TCP', 'DNS', 'URL', 'ICMP', 'HEARTBEAT'])('%s: nothing to read', (checkType) => {
    expect(extractFailureDetails({ id: 'x', hasFailures: true }, checkType)).toBe(null)
  })
})

describe('whatever the body is', () => {
  it.each(ALL_TYPES)('reading a result of %s never throws, and what it says is short', (checkType) => {
    const key = fc.constantFrom(
      ...['apiCheckResult', 'browserCheckResult', 'multiStepCheckResult', 'playwrightCheckResult', 'errors'],
      ...['agenticCheckResult', 'tracerouteCheckResult', 'grpcCheckResult', 'sslCheckResult'],
    )
    const field = fc.constantFrom(
      'errors',
      'assertions',
      'request',
      'response',
      'requestError',
      'summary',
      'message',
    )
    const value = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(key, value)), (body) => {
        const details = extractFailureDetails(body, checkType)
        const texts = [details?.reason ?? '', ...(details?.facts.flat() ?? [])]
        expect(texts.every((text) => text.length <= 800 && !text.includes('\n'))).toBe(true)
        expect((details?.assertions ?? []).length).toBeLessThanOrEqual(10)
      }),
      { numRuns: 200 },
    )
  })
})
