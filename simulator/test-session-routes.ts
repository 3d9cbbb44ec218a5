import type * as v from 'valibot'
import { addExtra } from './beyond-contract.ts'
import type { Check } from './check-catalogue.ts'
import { CancelRequest, TriggerTestSessionRequest } from './contract/requests.ts'
import { PROVIDERS, TEST_STATUSES } from './contract/words.ts'
import { isUuid } from './ids.ts'
import { awaitEnd, cancelRuns } from './live-session.ts'
import { listRuns } from './plan-test-session.ts'
import {
  Refusal,
  readBodyAs,
  readNumber,
  readPage,
  readQuery,
  readWaitMs,
  readWords,
} from './read-request.ts'
import {
  type LiveTestSession,
  renderListEntry,
  renderTestResult,
  renderTestSession,
} from './render-test-session.ts'
import type { RouteContext } from './route.ts'
import type { AttemptScript, TestCheckScript, TestRunScript } from './script.ts'
import { type Answer, answerError, type JsonObject } from './wire.ts'

type TriggerRequest = v.InferOutput<typeof TriggerTestSessionRequest>

/** `POST /v1/test-sessions/trigger`: starts one session of all checks that match, in one place. */
export function answerTestTrigger(context: RouteContext): Answer {
  const { checks, locations, testSessions, testSessionRules: rules } = context
  const request = readBodyAs(context.body, TriggerTestSessionRequest)
  const { name, runLocation: location, target = {}, environmentVariables = [], metadata } = request
  if (!locations.has(location))
    return answerError(rules.unknownPlace, `"runLocation" ${location} is not a location of this account.`)
  const chosen = checks.select(target)
  if (chosen.length === 0 && rules.noMatch !== 201) return answerNoMatch(rules.noMatch)
  const variables = Object.fromEntries(
    environmentVariables.map(({ key, value }) => [key, typeof value === 'string' ? value : '']),
  )
  const session = testSessions.add({
    ...rules.behaviour,
    name,
    location,
    checks: chosen.map((check) => describeCheck(check, request)),
    variables,
    ...(metadata === undefined ? {} : { metadata }),
  })
  return { status: 201, body: renderTestSession(session) }
}

/** `GET /v1/test-sessions/{id}`: the session as it is now. */
export function answerTestSnapshot(context: RouteContext): Answer {
  return { status: 200, body: renderTestSession(findTestSession(context)) }
}

/** `GET /v1/test-sessions/{id}/completion`: 200 as soon as the session ends, 408 when the wait is over first. */
export async function answerTestCompletion(context: RouteContext): Promise<Answer> {
  const waitMs = readWaitMs(context.target.url.searchParams)
  const session = findTestSession(context)
  const ended = await awaitEnd(session, waitMs, context.onClose)
  if (ended) return { status: 200, body: renderTestSession(session) }
  return answerError(408, `The test session has not completed within ${waitMs / 1000} seconds.`)
}

/** `POST /v1/test-sessions/{id}/cancel`: 204, and only Playwright suites stop. A body is needed: `{}`. */
export function answerTestCancel(context: RouteContext): Answer {
  const session = findTestSession(context)
  const { sequenceId } = readBodyAs(context.body, CancelRequest)
  const cancel = () =>
    cancelRuns(
      session,
      (run) => run.check.type === 'PLAYWRIGHT' && (sequenceId?.includes(run.sequenceId) ?? true),
    )
  setTimeout(cancel, session.plan.cancelDelayMs).unref()
  return { status: 204, body: null }
}

/** `GET /v1/test-sessions/{id}/results/{resultId}`: a result of a test session with its details. */
export function answerTestResult(context: RouteContext): Answer {
  const [, resultId = ''] = context.target.params
  const session = findTestSession(context)
  if (!isUuid(resultId)) return answerError(400, '"testSessionResultId" must be a valid UUID')
  const body = renderTestResult(session, resultId)
  return body === undefined
    ? answerError(404, `Test session result ${resultId} was not found.`)
    : { status: 200, body }
}

const LIST_QUERY = [
  'from',
  'to',
  'limit',
  'statuses',
  'branches',
  'users',
  'providers',
  'noUsers',
  'nextId',
  'textSearch',
  'errorGroupId',
]

/** `GET /v1/test-sessions`: the account's test sessions, the newest first. */
export function answerTestSessions({ target, testSessions, locations, accountId }: RouteContext): Answer {
  const query = readQuery(target.url, LIST_QUERY)
  const text = query.get('textSearch')?.toLowerCase()
  if (text !== undefined && (text.length < 3 || text.length > 200))
    return answerError(400, '"textSearch" length must be at least 3 and at most 200 characters long')
  const from = readNumber(query, 'from') ?? Number.NEGATIVE_INFINITY
  const to = readNumber(query, 'to') ?? Number.POSITIVE_INFINITY
  const statuses = readWords(query, 'statuses', TEST_STATUSES)
  const providers = readWords(query, 'providers', PROVIDERS)
  const branches = readWords(query, 'branches')
  const users = readWords(query, 'users')
  const groupId = query.get('errorGroupId')
  const entries = testSessions
    .list()
    .sort((one, other) => other.startedAtMs - one.startedAtMs)
    .filter(({ startedAtMs }) => startedAtMs >= from * 1000 && startedAtMs < to * 1000)
    .map((session) => renderListEntry(session, accountId, locations.getPrivateId(session.plan.location)))
    .filter((entry) => has(statuses, entry['status']) && has(providers, entry['provider']))
    .filter((entry) => has(branches, entry['branchName']) && has(users, entry['commitOwner']))
    .filter((entry) => groupId === null || (entry['errorGroupIds'] as string[]).includes(groupId))
    .filter((entry) => text === undefined || holdsText(entry, text))
  const { items, nextId } = readPage(query, entries, 20)
  return { status: 200, body: { length: items.length, entries: items, nextId } }
}

function findTestSession({ target, testSessions }: RouteContext): LiveTestSession {
  if (!isUuid(target.sessionId)) throw new Refusal(400, '"testSessionId" must be a valid UUID')
  const session = testSessions.get(target.sessionId)
  if (session === undefined) throw new Refusal(404, `Test session ${target.sessionId} was not found.`)
  return session
}

function answerNoMatch(status: 404 | 403): Answer {
  const answer = answerError(status, 'No matching checks found.')
  if (status === 404) return answer
  // The contract does not list it: the vendor's CLI reads it.
  return { ...answer, body: addExtra(answer.body as JsonObject, { errorCode: 'ERR_NO_MATCHING_CHECKS' }) }
}

function describeCheck(check: Check, { runLocation, retryStrategy }: TriggerRequest): TestCheckScript {
  const script = check.testIn?.[runLocation] ?? check.test ?? {}
  const runs = script.runs ?? listRetriedRuns(script, retryStrategy)
  return { ...script, runs, name: check.name, checkId: check.id, checkType: check.checkType }
}

// A check that fails is run again as often as the request allows; one that passes after so many retries fails
// when it has fewer.
function listRetriedRuns(script: TestRunScript, strategy: TriggerRequest['retryStrategy']): AttemptScript[] {
  const { status = 'PASSED' } = script
  const fails = status === 'FAILED' || status === 'ERRORED' || status === 'ABORTED'
  const allowed = countRetries(strategy)
  const needed = script.retries ?? (fails ? allowed : 0)
  const retries = Math.min(needed, allowed)
  const runs = listRuns({ ...script, retries, status: needed > allowed && !fails ? 'FAILED' : status })
  return runs.map((run, attempt) =>
    attempt === 0 ? run : { ...run, pauseMs: getPauseMs(strategy, attempt) },
  )
}

function countRetries(strategy: TriggerRequest['retryStrategy']): number {
  if (strategy === null || strategy === undefined) return 0
  return strategy.type === 'SINGLE_RETRY' ? 1 : strategy.maxRetries
}

function getPauseMs(strategy: TriggerRequest['retryStrategy'], attempt: number): number {
  const baseMs = (strategy?.baseBackoffSeconds ?? 0) * 1000
  if (strategy?.type === 'LINEAR') return baseMs * attempt
  return strategy?.type === 'EXPONENTIAL' ? baseMs * 2 ** (attempt - 1) : baseMs
}

function has(allowed: readonly string[] | undefined, value: unknown): boolean {
  return allowed === undefined || allowed.includes(String(value))
}

const TEXT_FIELDS = [
  'name',
  'commitId',
  'commitOwner',
  'commitMessage',
  'branchName',
  'environment',
  'repoUrl',
]

function holdsText(entry: JsonObject, text: string): boolean {
  return TEXT_FIELDS.some((field) =>
    String(entry[field] ?? '')
      .toLowerCase()
      .includes(text),
  )
}
