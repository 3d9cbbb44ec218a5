import { isUuid } from './ids.ts'
import { readNumber, readPage, readQuery, readWords } from './read-request.ts'
import { renderErrorGroup, renderTestErrorGroup } from './render-error-group.ts'
import { renderCheckResult } from './render-session.ts'
import type { RouteContext } from './route.ts'
import { type Answer, answerError, type JsonObject } from './wire.ts'

const HISTORY_QUERY = [
  'limit',
  'location',
  'checkType',
  'hasFailures',
  'resultType',
  'from',
  'to',
  'nextId',
  'fields',
]
const HISTORY_FIELDS = [
  'id',
  'name',
  'checkId',
  'hasFailures',
  'hasErrors',
  'isDegraded',
  'isCancelled',
  'overMaxResponseTime',
  'runLocation',
  'startedAt',
  'stoppedAt',
  'created_at',
  'createdAt',
  'responseTime',
  'apiCheckResult',
  'browserCheckResult',
  'multiStepCheckResult',
  'agenticCheckResult',
  'playwrightCheckResult',
  'tracerouteCheckResult',
  'grpcCheckResult',
  'sslCheckResult',
  'checkRunId',
  'attempts',
  'resultType',
  'sequenceId',
  'traceId',
  'errorGroupIds',
]

/**
 * `GET /v2/check-results/{checkId}`: what ran, the newest first; both what was scripted as past and what check
 * sessions have finished. `from` and `to` count by `created_at`, which is when a run stopped.
 */
export function answerHistory({ target, sessions, history }: RouteContext): Answer {
  const [checkId = ''] = target.params
  if (!isUuid(checkId)) return answerError(400, '"checkId" must be a valid UUID')
  const query = readQuery(target.url, HISTORY_QUERY)
  const fromMs = (readNumber(query, 'from') ?? Number.NEGATIVE_INFINITY) * 1000
  const toMs = (readNumber(query, 'to') ?? Number.POSITIVE_INFINITY) * 1000
  const [resultType = 'FINAL'] = readWords(query, 'resultType', ['FINAL', 'ATTEMPT', 'ALL']) ?? []
  const fields = readWords(query, 'fields', HISTORY_FIELDS)
  const [hasFailures] = readWords(query, 'hasFailures', ['true', 'false']) ?? []
  const location = query.get('location')
  const checkType = query.get('checkType')
  const chosen = [...sessions.listPastRuns(), ...history.list()]
    .filter(({ run }) => run.check.id === checkId.toLowerCase())
    .filter(({ run }) => resultType === 'ALL' || (run.resultType ?? 'FINAL') === resultType)
    .filter(({ run }) => location === null || run.location === location)
    .filter(({ run }) => checkType === null || run.check.type === checkType)
    .filter(({ run }) => hasFailures === undefined || String(run.flags.hasFailures) === hasFailures)
    .map(({ run, startedAtMs }) => ({ run, startedAtMs, stoppedAtMs: startedAtMs + run.stopMs }))
    .filter(({ stoppedAtMs }) => stoppedAtMs >= fromMs && stoppedAtMs < toMs)
    .sort((one, other) => other.stoppedAtMs - one.stoppedAtMs)
  const { items, nextId } = readPage(query, chosen, 10)
  const entries = items.map(({ run, startedAtMs }) => pick(renderCheckResult(run, startedAtMs), fields))
  return { status: 200, body: { length: entries.length, entries, nextId } }
}

/** `GET /v1/error-groups/{id}`: an error group of check sessions and of what ran before. */
export function answerErrorGroup({ target, sessions, history }: RouteContext): Answer {
  const [id = ''] = target.params
  const body = renderErrorGroup(id.toLowerCase(), [...sessions.listPastRuns(), ...history.list()])
  return body === undefined ? answerError(404, 'Error group not found.') : { status: 200, body }
}

/** `GET /v1/test-session-error-groups/{id}`: an error group of test sessions. */
export function answerTestErrorGroup({ target, testSessions }: RouteContext): Answer {
  const [id = ''] = target.params
  if (!isUuid(id)) return answerError(400, '"id" must be a valid UUID')
  const body = renderTestErrorGroup(id.toLowerCase(), testSessions.listPastRuns())
  return body === undefined ? answerError(404, 'Error group not found.') : { status: 200, body }
}

/** `GET /v1/locations`: every public location. */
export function answerLocations({ locations }: RouteContext): Answer {
  return { status: 200, body: locations.renderPublic() }
}

/** `GET /v1/private-locations`: those of the account, with their keys and the password of their proxy. */
export function answerPrivateLocations({ locations }: RouteContext): Answer {
  return { status: 200, body: locations.renderPrivate() }
}

/** `GET /next/accounts` and `GET /next/accounts/{accountId}`, which the vendor's CLI asks for before anything else. */
export function answerAccount({ target, accountId }: RouteContext): Answer {
  const account = { id: accountId, name: 'Example Shop', runtimeId: '2026.04', plan: 'TEAM', features: [] }
  if (target.route === 'accounts') return { status: 200, body: [account] }
  const isOurs = target.params[0]?.toLowerCase() === accountId.toLowerCase()
  return isOurs ? { status: 200, body: account } : answerError(404, 'Account not found.')
}

function pick(entry: JsonObject, fields: readonly string[] | undefined): JsonObject {
  if (fields === undefined) return entry
  // In a projection the moment of creation may be asked for in either spelling.
  const all: JsonObject = { ...entry, createdAt: entry['created_at'] }
  return Object.fromEntries(fields.filter((field) => field in all).map((field) => [field, all[field]]))
}
