import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { reasonOf } from './reason-of.ts'

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

describe('the other check types', () => {
  test('agentic: the condition that did not hold, else the error, else the recap', () => {
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

  test('agentic: of more failed conditions than anybody reads, their number', () => {
    const assertions = Array.from({ length: 12 }, () => ({ condition: 'it works', passed: false }))
    const body = { agenticCheckResult: { summary: 'It was down.', assertions } }
    const details = extractFailureDetails(body, 'AGENTIC')
    expect(details?.assertions).toHaveLength(10)
    expect(details?.facts).toStrictEqual([
      ['Summary', 'It was down.'],
      ['Failed assertions', '12, the first are shown'],
    ])
  })

  test('gRPC: the status with its name', () => {
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
    expect(reasonOf('GRPC', { grpcCheckResult: healthy })).toBe(
      'response time: expected less than 5 ms, was 9 ms',
    )
  })

  test('SSL: trust, host name, expiry, or the category', () => {
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

  test('traceroute: whether the destination was reached', () => {
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

  test('one that nobody has heard of: read as each known one', () => {
    expect(reasonOf('SOMETHING_NEW', { browserCheckResult: { errors: ['boom'] } })).toBe('boom')
  })

  test.each(['TCP', 'DNS', 'URL', 'ICMP', 'HEARTBEAT'])('%s: nothing to read', (checkType) => {
    expect(extractFailureDetails({ id: 'x', hasFailures: true }, checkType)).toBe(null)
  })
})

describe('whatever the body is', () => {
  test.each(ALL_TYPES)('reading a result of %s never throws, and what it says is short', (checkType) => {
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
      { numRuns: chooseRuns(200) },
    )
  })
})
