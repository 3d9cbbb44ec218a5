import * as v from 'valibot'
import { loose } from './loose.ts'

/*
 * What the answers say about a failure: of the check results API (Checkly Public API,
 * `GET /v1/check-results/{checkId}/{id}`, schemas `CheckResult…`) and of a test session's result
 * (`GET /v1/test-sessions/{id}/results/{resultId}`, schemas `TestSession…ResultDetails`), which have the same
 * parts under the same names. Everything may be missing, null or of another type: what cannot be read is left out.
 */

/** Fields of requests and responses that are shown. */
type ProbeField =
  | 'method'
  | 'url'
  | 'host'
  | 'hostname'
  | 'port'
  | 'resolvedIp'
  | 'status'
  | 'statusText'
  | 'requestError'
  | 'grpcMethod'
  | 'grpcStatusCode'
  | 'grpcStatusMessage'
  | 'healthStatusLabel'
  | 'protocol'
  | 'chainTrusted'
  | 'chainTrustDetail'
  | 'chainTrustReason'
  | 'hostnameVerified'
  | 'daysUntilExpiry'
  | 'missingIntermediate'
  | 'securityBaseline'
  | 'totalHops'
  | 'destinationReached'
  | 'truncationReason'

const list = v.fallback(v.array(v.unknown()), [])
const dictionary = v.pipe(
  v.fallback(v.record(v.string(), v.unknown()), {}),
  v.transform((it): Partial<Record<ProbeField, unknown>> => it),
)

const probeFields = {
  requestError: loose,
  request: dictionary,
  assertions: list,
  response: dictionary,
  jobLog: loose,
}

const runSchema = maybe(v.object({ errors: list, jobLog: loose }))

/** A part of an answer for a type that the contract does not name: of a probe, or of a run of code. */
export const anyPartSchema = v.object({ ...probeFields, errors: list })

/** The parts of a result that say why it failed, by the kind of check. */
export const checkResultSchema = v.object({
  overMaxResponseTime: loose,
  /** Milliseconds. */
  responseTime: loose,
  scheduleError: loose,
  /** Seen at the top level for Playwright check suites. */
  errors: list,
  apiCheckResult: maybe(v.object(probeFields)),
  browserCheckResult: runSchema,
  multiStepCheckResult: runSchema,
  playwrightCheckResult: runSchema,
  agenticCheckResult: maybe(v.object({ summary: loose, assertions: list, errors: list, jobLog: loose })),
  tracerouteCheckResult: maybe(v.object({ ...probeFields, totalHops: loose, destinationReached: loose })),
  grpcCheckResult: maybe(v.object({ ...probeFields, grpcStatusCode: loose, healthStatus: loose })),
  sslCheckResult: maybe(
    v.object({
      ...probeFields,
      failureCategory: loose,
      chainTrusted: loose,
      hostnameVerified: loose,
      daysUntilExpiry: loose,
      tlsVersion: loose,
      baselineVerdict: loose,
    }),
  ),
})

/** A result as read. */
export type CheckResultBody = v.InferOutput<typeof checkResultSchema>

/** What API, gRPC, SSL and traceroute results have in common. */
export type Probe = Pick<NonNullable<CheckResultBody['apiCheckResult']>, keyof typeof probeFields>

function maybe<T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(v.nullable(schema), null), null)
}
