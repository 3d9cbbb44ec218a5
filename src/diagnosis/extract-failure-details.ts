import * as v from 'valibot'
import { countHidden } from '../secrets/hide-credentials.ts'
import { anyPartSchema, type CheckResultBody, checkResultSchema } from './check-result-schema.ts'
import type { FailureDetails, ReadDetails } from './failure-details.ts'
import { readApiResult } from './read-api-result.ts'
import { summariseAssertions } from './read-assertions.ts'
import { readErrorText } from './read-error-text.ts'
import { readJobLog } from './read-job-log.ts'
import { readGrpcResult, readSslResult, readTracerouteResult } from './read-monitors.ts'
import { LIMIT_EXCEEDED, readResponseTime } from './read-response-time.ts'
import { readRunError } from './read-run-error.ts'
import { toExcerpt, toFact, toLine } from './read-values.ts'

type Reader = (body: CheckResultBody) => ReadDetails | null

const NOTHING: ReadDetails = { reason: '', facts: [], assertions: [], excerpt: '' }

/** Where each check type's answer says why it failed. For TCP, DNS, URL, ICMP and heartbeat the contract has no part. */
const READERS: Readonly<Record<string, Reader>> = {
  API: (body) => body.apiCheckResult && readApiResult(body.apiCheckResult, body),
  BROWSER: ({ browserCheckResult, errors }) => readRun(browserCheckResult, errors),
  MULTI_STEP: ({ multiStepCheckResult, errors }) => readRun(multiStepCheckResult, errors),
  PLAYWRIGHT: ({ playwrightCheckResult, errors }) => readRun(playwrightCheckResult, errors),
  AGENTIC: ({ agenticCheckResult }) => agenticCheckResult && readAgenticResult(agenticCheckResult),
  TRACEROUTE: ({ tracerouteCheckResult }) =>
    tracerouteCheckResult && readTracerouteResult(tracerouteCheckResult),
  GRPC: ({ grpcCheckResult }) => grpcCheckResult && readGrpcResult(grpcCheckResult),
  SSL: ({ sslCheckResult }) => sslCheckResult && readSslResult(sslCheckResult),
}

/**
 * Why a result failed, from the body of an answer. Pure and lenient: null when the body says nothing that can be
 * read. An unknown check type is read like each known one. Other people's credentials are taken out.
 * @param body the parsed answer of `GET /v1/check-results/{checkId}/{checkResultId}`, or of
 *   `GET /v1/test-sessions/{testSessionId}/results/{testSessionResultId}`
 * @param checkType in the API's spelling
 */
export function extractFailureDetails(body: unknown, checkType: string): FailureDetails | null {
  const parsed = v.safeParse(checkResultSchema, body)
  if (!parsed.success) return null
  const own = Object.hasOwn(READERS, checkType) ? READERS[checkType] : undefined
  const readers = own === undefined ? Object.values(READERS) : [own]
  const found = readers.map((read) => read(parsed.output)).find((it) => it !== null && saysSomething(it))
  const details = addGeneralReason(found ?? readOtherPart(body, parsed.output) ?? NOTHING, parsed.output)
  return saysSomething(details) ? { ...details, credentialsHidden: countCredentials(details) } : null
}

/** Reasons for any type of check whose own part says nothing: it did not run, or was too slow. */
function addGeneralReason(details: ReadDetails, body: CheckResultBody): ReadDetails {
  const scheduleError = toLine(body.scheduleError, 300)
  const time = details.facts.some(([label]) => label === 'Response time') ? [] : readResponseTime(body)
  const reason = details.reason || (body.overMaxResponseTime === true ? LIMIT_EXCEEDED : '')
  return { ...details, reason: scheduleError || reason, facts: [...details.facts, ...time] }
}

/** The errors of a run of code, or else of what was above it; without any, its log. */
function readRun(run: { errors: unknown[]; jobLog?: unknown } | null, errors: unknown[]): ReadDetails | null {
  const told = readRunError(run?.errors ?? []) ?? readRunError(errors)
  if (told !== null) return told
  const lines = readJobLog(run?.jobLog)
  const { reason, title, project } = readErrorText(lines)
  if (reason === '') return null
  const facts = [
    ...toFact('Test', title),
    ...toFact('Project', project),
    ...toFact('Read in', 'the log of the run'),
  ]
  return { reason, facts, assertions: [], excerpt: lines.length > 1 ? toExcerpt(lines.join('\n')) : '' }
}

/** Failed conditions, or else what the agent's errors say, or its own recap. */
function readAgenticResult(result: NonNullable<CheckResultBody['agenticCheckResult']>): ReadDetails {
  const failed = summariseAssertions(result.assertions)
  const error = readRun(result, [])
  const summary = toLine(result.summary, 300)
  return {
    reason: failed.reason || error?.reason || summary,
    facts: [...toFact('Summary', summary), ...failed.facts],
    assertions: failed.assertions,
    excerpt: error?.excerpt ?? '',
  }
}

/** The contract grows: a part that it does not name yet, such as `tcpCheckResult`, will look like the others. */
function readOtherPart(body: unknown, parsed: CheckResultBody): ReadDetails | null {
  for (const [name, value] of Object.entries(body ?? {})) {
    const part = v.safeParse(anyPartSchema, value)
    if (!/CheckResult$/.test(name) || Object.hasOwn(checkResultSchema.entries, name) || !part.success)
      continue
    const details = readRun(part.output, []) ?? readApiResult(part.output, parsed)
    if (saysSomething(details)) return details
  }
  return null
}

function saysSomething({ reason, facts, assertions, excerpt }: ReadDetails): boolean {
  return reason !== '' || facts.length > 0 || assertions.length > 0 || excerpt !== ''
}

function countCredentials({ reason, facts, assertions, excerpt }: ReadDetails): number {
  const texts = [reason, excerpt, ...facts.flat(), ...assertions.flatMap((it) => Object.values(it))]
  return texts.reduce((sum, text) => sum + countHidden(text), 0)
}
