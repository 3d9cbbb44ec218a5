import type { RunFacts } from './details.ts'
import type { JsonObject } from './wire.ts'

/*
 * Default details of runs that speak a protocol, in the fields that the contract documents. What the
 * contract leaves free (assertions) has the fields that the vendor's CLI reads: source, property,
 * comparison, target, actual, and an error when it failed.
 */

const ENDPOINT = 'https://shop.example.com/api/orders'

/** `apiCheckResult`: a failed status assertion, or a refused connection when the run broke. */
export function describeApiRun({ failed, broken, durationMs }: RunFacts): JsonObject {
  const answered = failed
    ? { status: 503, statusText: 'Service Unavailable', body: '{"error":"upstream connect error"}' }
    : { status: 200, statusText: 'OK', body: '{"orders":[]}' }
  return {
    assertions: broken
      ? null
      : [assertEquals('STATUS_CODE', 200, answered.status), assertFaster(2000, durationMs)],
    request: { method: 'GET', url: ENDPOINT, data: '', headers: { accept: 'application/json' }, params: {} },
    response: broken
      ? { status: 0, statusText: '', body: '', headers: null, timings: null, timingPhases: null }
      : { ...answered, headers: { 'content-type': 'application/json' }, timings: null, timingPhases: null },
    requestError: broken ? 'connect ECONNREFUSED 203.0.113.10:443' : null,
    jobLog: null,
    jobAssets: null,
    pcapDataUrl: null,
  }
}

/** `grpcCheckResult`: status 14 (unavailable) when it failed. */
export function describeGrpcRun({ failed, broken }: RunFacts): JsonObject {
  const grpcStatusCode = failed ? 14 : 0
  const requestError = broken ? '14 UNAVAILABLE: No connection established' : null
  return {
    grpcStatusCode,
    healthStatus: failed ? 2 : 1,
    timingPhases: null,
    requestError,
    request: { url: 'grpc://orders.example.com:443', method: 'grpc.health.v1.Health/Check' },
    assertions: broken ? null : [assertEquals('GRPC_STATUS_CODE', 0, grpcStatusCode)],
    response: {
      grpcMode: 'HEALTH',
      host: 'orders.example.com',
      port: 443,
      grpcMethod: 'grpc.health.v1.Health/Check',
      grpcStatusCode,
      grpcStatusMessage: failed ? 'upstream is not serving' : 'OK',
      healthStatus: failed ? 2 : 1,
      healthStatusLabel: failed ? 'NOT_SERVING' : 'SERVING',
      requestError,
    },
  }
}

/** `sslCheckResult`: an expired certificate when it failed. */
export function describeSslRun({ failed, broken, durationMs }: RunFacts): JsonObject {
  const daysUntilExpiry = failed ? -2 : 71
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
    daysUntilExpiry,
    handshakeTimeMs: durationMs,
    chainTrusted: !failed,
    hostnameVerified: true,
    baselineVerdict: failed ? 'FAIL' : 'PASS',
    baselineGrade: failed ? 'F' : 'A',
    failureCategory: failed ? 'CERT_EXPIRED' : null,
    requestError: broken ? 'certificate has expired' : null,
    request: { hostname: 'shop.example.com', port: 443 },
    assertions: [assertEquals('CERT_NOT_EXPIRED', true, !failed)],
    response: { daysUntilExpiry, chainTrusted: !failed, hostnameVerified: true, protocol: 'TLSv1.3' },
  }
}

/** `tracerouteCheckResult`: a route that ends after eleven hops when it failed. */
export function describeTracerouteRun({ failed, broken, durationMs }: RunFacts): JsonObject {
  const route = { totalHops: failed ? 11 : 14, destinationReached: !failed }
  return {
    ...route,
    finalHopLatency: failed ? null : { avg: durationMs },
    timingPhases: null,
    requestError: broken ? 'getaddrinfo ENOTFOUND shop.example.com' : null,
    request: { hostname: 'shop.example.com', port: 443, protocol: 'TCP' },
    assertions: [],
    response: { ...route, hostname: 'shop.example.com', truncationReason: failed ? 'MAX_UNKNOWN_HOPS' : '' },
  }
}

function assertEquals(source: string, target: unknown, actual: unknown): JsonObject {
  const error = target === actual ? null : `expected ${actual} to equal ${target}`
  return { source, property: '', comparison: 'EQUALS', target, regex: null, error, actual }
}

function assertFaster(targetMs: number, actualMs: number): JsonObject {
  const error = actualMs < targetMs ? null : `expected ${actualMs} to be less than ${targetMs}`
  return {
    source: 'RESPONSE_TIME',
    property: '',
    comparison: 'LESS_THAN',
    target: targetMs,
    error,
    actual: actualMs,
  }
}
