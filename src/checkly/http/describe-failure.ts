import type { RequestFailure } from './send-request.ts'

/** A failed connection in words, and whether trying again can help. */
export interface FailureDescription {
  cause: string
  final: boolean
}

const DNS_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'])

/** Codes of OpenSSL and Node for a certificate that is not accepted. */
const CERTIFICATE_CODE =
  /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/

/** Those that an authority of one's own explains. */
const AUTHORITY_CODE = /^(UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/

/** Codes of our own, whose messages are fit for people. */
const OWN_CODES = new Set(['SILENT', 'CUT_OFF', 'TOO_LARGE', 'UNREADABLE', 'GIVEN_UP'])

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed while sending',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'the host cannot be reached',
  EPROTO: 'TLS failed, or is not spoken there',
  ENETUNREACH: 'the network cannot be reached',
}

/**
 * Says what a failed request means. A certificate that is not trusted and a proxy that refuses do not
 * get better by waiting; everything else may.
 * @param host - host and port of the API, as in `api-url`
 */
export function describeFailure(failure: RequestFailure, host: string): FailureDescription {
  const { code, message } = failure
  const proxyStatus = /^PROXY_(\d{3})$/.exec(code)?.[1]
  if (proxyStatus !== undefined) {
    return {
      cause: `the proxy answered ${proxyStatus} when asked for ${host} (see https_proxy and no_proxy)`,
      final: proxyStatus.startsWith('4') && proxyStatus !== '408' && proxyStatus !== '429',
    }
  }
  if (code === 'PROXY_UNREACHABLE')
    return { cause: `the proxy cannot be reached (${message}; see https_proxy)`, final: false }
  if (code === 'PROXY_UNUSABLE') return { cause: message, final: true }
  if (CERTIFICATE_CODE.test(code)) {
    const advice = AUTHORITY_CODE.test(code)
      ? '. If your network has a certificate authority of its own, set NODE_EXTRA_CA_CERTS to its PEM file, ' +
        'or NODE_USE_SYSTEM_CA=1 to trust what the machine trusts, as environment variables of the job'
      : ''
    // Node's own advice is for who starts it by hand.
    const told = message.split('; if the root CA is installed locally', 1)[0] ?? ''
    return { cause: `the certificate of ${host} is not trusted (${code}: ${told})${advice}`, final: true }
  }
  if (DNS_CODES.has(code))
    return { cause: `DNS: the host name of ${host} does not resolve (${code})`, final: false }
  const words = WORDS[code]
  if (words !== undefined) return { cause: `${words} (${code}, ${host})`, final: false }
  return { cause: OWN_CODES.has(code) ? message : `${message} (${code})`, final: false }
}
