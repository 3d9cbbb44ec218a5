import * as v from 'valibot'
import { type CheckResultBody, checkResultSchema } from './check-result-schema.ts'
import type { FailureDetails } from './failure-details.ts'
import { summariseAssertions } from './read-assertions.ts'
import { readApiResult, readGrpcResult, readSslResult, readTracerouteResult } from './read-probe.ts'
import { readRunError } from './read-run-error.ts'
import { toFact, toLine } from './read-values.ts'

type Reader = (body: CheckResultBody) => FailureDetails | null

/** Where each check type's answer says why it failed. TCP, DNS, URL, ICMP and heartbeat have no field. */
const READERS: Readonly<Record<string, Reader>> = {
  API: ({ apiCheckResult }) => apiCheckResult && readApiResult(apiCheckResult),
  BROWSER: ({ browserCheckResult, errors }) => readRunError(browserCheckResult?.errors ?? errors),
  MULTI_STEP: ({ multiStepCheckResult, errors }) => readRunError(multiStepCheckResult?.errors ?? errors),
  PLAYWRIGHT: ({ playwrightCheckResult, errors }) => readRunError(playwrightCheckResult?.errors ?? errors),
  AGENTIC: ({ agenticCheckResult }) => agenticCheckResult && readAgenticResult(agenticCheckResult),
  TRACEROUTE: ({ tracerouteCheckResult }) =>
    tracerouteCheckResult && readTracerouteResult(tracerouteCheckResult),
  GRPC: ({ grpcCheckResult }) => grpcCheckResult && readGrpcResult(grpcCheckResult),
  SSL: ({ sslCheckResult }) => sslCheckResult && readSslResult(sslCheckResult),
}

/**
 * Why a result failed, from the body of the check results API. Pure and lenient: null when the body
 * says nothing that can be read. A check type that nobody has heard of is read as each known one.
 * @param body the parsed answer of `GET /v1/check-results/{checkId}/{checkResultId}`
 * @param checkType in the API's spelling
 */
export function extractFailureDetails(body: unknown, checkType: string): FailureDetails | null {
  const parsed = v.safeParse(checkResultSchema, body)
  if (!parsed.success) return null
  const own = Object.hasOwn(READERS, checkType) ? READERS[checkType] : undefined
  for (const read of own === undefined ? Object.values(READERS) : [own]) {
    const details = read(parsed.output)
    if (details !== null && saysSomething(details)) return details
  }
  return null
}

/** Failed conditions, or else the agent's first error, or its own recap. */
function readAgenticResult(result: NonNullable<CheckResultBody['agenticCheckResult']>): FailureDetails {
  const failed = summariseAssertions(result.assertions)
  const error = readRunError(result.errors)
  const summary = toLine(result.summary, 300)
  return {
    reason: failed.reason || error?.reason || summary,
    facts: [...toFact('Summary', summary), ...failed.facts],
    assertions: failed.assertions,
    excerpt: error?.excerpt ?? '',
  }
}

function saysSomething({ reason, facts, assertions, excerpt }: FailureDetails): boolean {
  return reason !== '' || facts.length > 0 || assertions.length > 0 || excerpt !== ''
}
