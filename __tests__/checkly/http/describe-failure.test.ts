import { describe, expect, test } from 'vitest'
import { describeFailure } from '../../../src/checkly/http/describe-failure.ts'
import { RequestFailure } from '../../../src/checkly/http/send-request.ts'

const describeCode = (code: string, message = 'said the system') =>
  describeFailure(new RequestFailure(code, message, false), 'api.example')

describe('describeFailure', () => {
  test.each([
    ['ECONNREFUSED', 'the connection was refused (ECONNREFUSED, api.example)'],
    ['ECONNRESET', 'the connection was reset (ECONNRESET, api.example)'],
    ['EPIPE', 'the connection was closed while sending (EPIPE, api.example)'],
    ['ETIMEDOUT', 'the connection timed out (ETIMEDOUT, api.example)'],
    ['EHOSTUNREACH', 'the host cannot be reached (EHOSTUNREACH, api.example)'],
    ['ENETUNREACH', 'the network cannot be reached (ENETUNREACH, api.example)'],
    ['EPROTO', 'TLS failed, or is not spoken there (EPROTO, api.example)'],
    ['ENOTFOUND', 'DNS: the host name of api.example does not resolve (ENOTFOUND)'],
    ...['EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'].map((code): [string, string] => [
      code,
      `DNS: the host name of api.example does not resolve (${code})`,
    ]),
    ['HPE_INVALID_CONSTANT', 'said the system (HPE_INVALID_CONSTANT)'],
    ['SILENT', 'said the system'],
    ['CUT_OFF', 'said the system'],
    ['TOO_LARGE', 'said the system'],
    ['GIVEN_UP', 'said the system'],
  ])('%s may be better next time', (code, cause) => {
    expect(describeCode(code)).toEqual({ cause, final: false })
  })

  test.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  ])('%s is final, and a private authority may explain it', (code) => {
    const { cause, final } = describeCode(code)
    expect(final).toBe(true)
    expect(cause).toMatch(
      /^the certificate of api\.example is not trusted .*NODE_EXTRA_CA_CERTS.*NODE_USE_SYSTEM_CA=1/,
    )
  })

  test.each([
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
    'INVALID_PURPOSE',
  ])('%s is final, and no authority helps', (code) => {
    expect(describeCode(code)).toEqual({
      cause: `the certificate of api.example is not trusted (${code}: said the system)`,
      final: true,
    })
  })

  test.each([400, 403, 404, 407])('a proxy that answers %i is final', (status) => {
    expect(describeCode(`PROXY_${status}`)).toEqual({
      cause: `the proxy answered ${status} when asked for api.example (see https_proxy and no_proxy)`,
      final: true,
    })
  })

  test.each([408, 429, 500, 502, 503, 504])('a proxy that answers %i may do better', (status) => {
    expect(describeCode(`PROXY_${status}`).final).toBe(false)
  })

  test('a proxy that cannot be reached is asked again, one that is no address is not', () => {
    expect(describeCode('PROXY_UNREACHABLE').final).toBe(false)
    expect(describeCode('PROXY_UNUSABLE').final).toBe(true)
  })
})
