import { joinFilled } from '../text/words.ts'
import type { CheckResultBody, Probe } from './check-result-schema.ts'
import type { FailureDetails } from './failure-details.ts'
import { type KnownValues, summariseAssertions } from './read-assertions.ts'
import { toFact, toLine, toUrlLine } from './read-values.ts'

/** gRPC status codes by number (grpc.io, "Status codes"). */
const GRPC_STATUSES =
  'OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED'.split(
    ' ',
  )

/** Why an API check failed: the request's error, or the assertions with request and response. */
export function readApiResult(result: NonNullable<CheckResultBody['apiCheckResult']>): FailureDetails {
  const { request, response } = result
  const status = `${toLine(response.status, 10)} ${toLine(response.statusText, 80)}`.trim()
  const facts = [
    ...toFact('Request', `${toLine(request.method, 10)} ${toUrlLine(request.url)}`.trim()),
    ...toFact('Response', status),
  ]
  return composeDetails(result, facts, '', { STATUS_CODE: response.status })
}

/** Why a gRPC monitor failed: its status beside the assertions. */
export function readGrpcResult(result: NonNullable<CheckResultBody['grpcCheckResult']>): FailureDetails {
  const { response } = result
  const code = result.grpcStatusCode ?? response.grpcStatusCode
  const status = [toLine(code, 10), GRPC_STATUSES[Number(toLine(code, 10) || -1)] ?? ''].join(' ').trim()
  const message = toLine(response.grpcStatusMessage, 200)
  const health = toLine(response.healthStatusLabel ?? result.healthStatus, 40)
  const failed = status !== '' && !status.startsWith('0 ')
  const reason = failed ? joinFilled([`gRPC status ${status}`, message], ': ') : ''
  const target = joinFilled([toLine(response.host, 200), toLine(response.port, 10)], ':')
  const facts = [
    ...toFact('Request', joinFilled([target, toLine(response.grpcMethod, 200)], ' ')),
    ...toFact('gRPC status', status),
    ...toFact('Health', health),
  ]
  return composeDetails(result, facts, reason, { GRPC_STATUS_CODE: code, STATUS_CODE: code })
}

/** Why an SSL monitor failed: trust, host name and expiry beside the assertions. */
export function readSslResult(result: NonNullable<CheckResultBody['sslCheckResult']>): FailureDetails {
  const { response, daysUntilExpiry } = result
  const detail = [response.chainTrustDetail, response.chainTrustReason].find((it) => toLine(it, 10) !== '')
  const reasons = [
    result.chainTrusted === false
      ? joinFilled(['the certificate is not trusted', toLine(detail, 200)], ': ')
      : '',
    result.hostnameVerified === false ? 'the certificate is for another host name' : '',
    typeof daysUntilExpiry === 'number' && daysUntilExpiry < 0 ? 'the certificate has expired' : '',
    toLine(result.failureCategory, 100).replaceAll('_', ' ').toLowerCase(),
  ]
  const facts = [
    ...toFact('Host', result.request.hostname ?? result.request.host ?? response.resolvedIp),
    ...toFact('Days until expiry', daysUntilExpiry),
    ...toFact('TLS', result.tlsVersion ?? response.protocol),
    ...toFact('Missing intermediate', response.missingIntermediate),
  ]
  return composeDetails(result, facts, reasons.find((it) => it !== '') ?? '', {
    DAYS_UNTIL_EXPIRY: daysUntilExpiry,
  })
}

/** Why a traceroute monitor failed: whether the destination was reached, beside the assertions. */
export function readTracerouteResult(
  result: NonNullable<CheckResultBody['tracerouteCheckResult']>,
): FailureDetails {
  const { response } = result
  const reached = result.destinationReached ?? response.destinationReached
  const hops = toLine(result.totalHops ?? response.totalHops, 10)
  const reason =
    reached === false ? joinFilled(['the destination was not reached', hops && `${hops} hops`], ': ') : ''
  const facts = [
    ...toFact('Host', joinFilled([toLine(response.hostname, 200), toLine(response.resolvedIp, 60)], ' ')),
    ...toFact('Hops', hops),
    ...toFact('Route cut short', response.truncationReason),
  ]
  return composeDetails(result, facts, reason, {})
}

function composeDetails(
  probe: Probe,
  facts: [string, string][],
  reason: string,
  known: KnownValues,
): FailureDetails {
  const failed = summariseAssertions(probe.assertions, known)
  const requestError = toLine(probe.requestError ?? probe.response.requestError, 300)
  return {
    // A request that could not be made has no answer: its assertions say nothing.
    reason: requestError || reason || failed.reason,
    facts: [...facts, ...failed.facts],
    assertions: failed.assertions,
    excerpt: '',
  }
}
