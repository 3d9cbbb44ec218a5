import * as v from 'valibot'
import { loose } from './loose.ts'

/*
 * The answer of the check results API (Checkly Public API, `GET /v1/check-results/{checkId}/{id}`,
 * schemas `CheckResult…`), as far as it says why a result failed. Everything may be missing, null or
 * of another type: what cannot be read is left out.
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
  | 'chainTrustDetail'
  | 'chainTrustReason'
  | 'missingIntermediate'
  | 'totalHops'
  | 'destinationReached'
  | 'truncationReason'

const list = v.fallback(v.array(v.unknown()), [])
const dictionary = v.pipe(
  v.fallback(v.record(v.string(), v.unknown()), {}),
  v.transform((it): Partial<Record<ProbeField, unknown>> => it),
)

const runSchema = maybe(v.object({ errors: list }))

const probeFields = { requestError: loose, request: dictionary, assertions: list, response: dictionary }

/** The parts of a check result that say why it failed, by the kind of check. */
export const checkResultSchema = v.object({
  /** Seen at the top level for Playwright check suites. */
  errors: list,
  apiCheckResult: maybe(v.object(probeFields)),
  browserCheckResult: runSchema,
  multiStepCheckResult: runSchema,
  playwrightCheckResult: runSchema,
  agenticCheckResult: maybe(v.object({ summary: loose, assertions: list, errors: list })),
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
    }),
  ),
})

/** A check result as read. */
export type CheckResultBody = v.InferOutput<typeof checkResultSchema>

/** What API, gRPC, SSL and traceroute results have in common. */
export type Probe = Pick<NonNullable<CheckResultBody['apiCheckResult']>, keyof typeof probeFields>

function maybe<T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(v.nullable(schema), null), null)
}
