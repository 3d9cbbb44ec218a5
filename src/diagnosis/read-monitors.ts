import { joinFilled } from '../text/words.ts'
import type { CheckResultBody, Probe } from './check-result-schema.ts'
import type { ReadDetails } from './failure-details.ts'
import { hasFailed, type KnownValues, summariseAssertions } from './read-assertions.ts'
import { readRequestError } from './read-request-error.ts'
import { toFact, toLine } from './read-values.ts'

/** gRPC status codes by number (grpc.io, "Status codes"). */
const GRPC_STATUSES =
  'OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED'.split(
    ' ',
  )

/** Why a gRPC monitor failed: its status beside the assertions. */
export function readGrpcResult(result: NonNullable<CheckResultBody['grpcCheckResult']>): ReadDetails {
  const { response, assertions } = result
  const code = result.grpcStatusCode ?? response.grpcStatusCode
  const status = [toLine(code, 10), GRPC_STATUSES[Number(toLine(code, 10) || -1)] ?? ''].join(' ').trim()
  const message = toLine(response.grpcStatusMessage, 200)
  const health = toLine(response.healthStatusLabel ?? result.healthStatus, 40)
  const known = new Map([
    ['GRPC_STATUS_CODE', code],
    ['GRPC_STATUS', code],
    ['STATUS_CODE', code],
  ])
  // A status that no assertion minds is what the check wants: `NOT_FOUND` may be right.
  const isOther = summariseAssertions(assertions, known).reason !== ''
  const isMeant = !isOther || [...known.keys()].some((source) => hasFailed(assertions, source))
  const isUnwell = status !== '' && !status.startsWith('0 ')
  const reason = isUnwell && isMeant ? joinFilled([`gRPC status ${status}`, message], ': ') : ''
  const target = joinFilled([toLine(response.host, 200), toLine(response.port, 10)], ':')
  const facts = [
    ...toFact('Request', joinFilled([target, toLine(response.grpcMethod, 200)], ' ')),
    ...toFact('gRPC status', status),
    ...toFact('Health', health),
  ]
  const details = composeDetails(result, facts, reason, known)
  const isServing = /^(?:|SERVING|1)$/.test(health)
  return details.reason !== '' || isServing ? details : { ...details, reason: `the service is ${health}` }
}

/** Why an SSL monitor failed: expiry, host name, trust and the security baseline beside the assertions. */
export function readSslResult(result: NonNullable<CheckResultBody['sslCheckResult']>): ReadDetails {
  const { response } = result
  const daysUntilExpiry = result.daysUntilExpiry ?? response.daysUntilExpiry
  const category = toLine(result.failureCategory, 100).replaceAll(/[_-]/g, ' ').toLowerCase()
  const isExpired = (typeof daysUntilExpiry === 'number' && daysUntilExpiry < 0) || category === 'expired'
  const detail = [response.chainTrustDetail, response.chainTrustReason].find((it) => toLine(it, 10) !== '')
  const untrusted = joinFilled(['the certificate is not trusted', toLine(detail, 200)], ': ')
  const reasons = [
    // A certificate that has expired is not trusted either, and often for nothing else.
    isExpired ? 'the certificate has expired' : '',
    (result.hostnameVerified ?? response.hostnameVerified) === false
      ? 'the certificate is for another host name'
      : '',
    (result.chainTrusted ?? response.chainTrusted) === false ? untrusted : '',
    category,
    summariseAssertions(result.assertions).reason === '' ? describeBaseline(result) : '',
  ]
  const facts = [
    ...toFact('Host', result.request.hostname ?? result.request.host ?? response.resolvedIp),
    ...toFact('Days until expiry', daysUntilExpiry),
    ...toFact('TLS', result.tlsVersion ?? response.protocol),
    ...toFact('Missing intermediate', response.missingIntermediate),
  ]
  const known = new Map([
    ['DAYS_UNTIL_EXPIRY', daysUntilExpiry],
    ['CERT_EXPIRES_IN_DAYS', daysUntilExpiry],
  ])
  return composeDetails(result, facts, reasons.find((it) => it !== '') ?? '', known)
}

/** Why a traceroute monitor failed: whether the destination was reached, beside the assertions. */
export function readTracerouteResult(
  result: NonNullable<CheckResultBody['tracerouteCheckResult']>,
): ReadDetails {
  const { request, response } = result
  const reached = result.destinationReached ?? response.destinationReached
  const hops = toLine(result.totalHops ?? response.totalHops, 10)
  const reason =
    reached === false ? joinFilled(['the destination was not reached', hops && `${hops} hops`], ': ') : ''
  const host = toLine(response.hostname ?? request.url ?? request.hostname, 200)
  const facts = [
    ...toFact('Host', joinFilled([host, toLine(response.resolvedIp, 60)], ' ')),
    ...toFact('Hops', hops),
    ...toFact('Route cut short', response.truncationReason),
  ]
  return composeDetails(result, facts, reason, new Map())
}

/** Rules of the security baseline that were violated: `{weakCipherSuite: {violated: true, severity: 'fail'}}`. */
function describeBaseline({
  baselineVerdict,
  response,
}: NonNullable<CheckResultBody['sslCheckResult']>): string {
  if (toLine(baselineVerdict, 10).toUpperCase() !== 'FAIL') return ''
  const rules = typeof response.securityBaseline === 'object' ? (response.securityBaseline ?? {}) : {}
  const violated = Object.entries(rules).filter(([, rule]: [string, unknown]) => {
    const isRule = typeof rule === 'object' && rule !== null && 'violated' in rule
    return isRule && rule.violated === true && (!('severity' in rule) || rule.severity === 'fail')
  })
  const names = violated.map(([name]) => toLine(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(), 40))
  return joinFilled(['the security baseline was not met', names.slice(0, 5).join(', ')], ': ')
}

function composeDetails(
  probe: Probe,
  facts: [string, string][],
  reason: string,
  known: KnownValues,
): ReadDetails {
  const requestError = readRequestError(probe)
  // A request that could not be made has no answer: its assertions were never made.
  const failed = summariseAssertions(requestError === '' ? probe.assertions : [], known)
  return {
    reason: reason.includes(requestError) ? reason || failed.reason : requestError,
    facts: [...facts, ...failed.facts],
    assertions: failed.assertions,
    excerpt: '',
  }
}
