import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Account } from './account.ts'
import { getEpochMs } from './clock.ts'
import { type ContractGuard, findEndpoint } from './contract-guard.ts'
import { type Exchange, sendAnswer } from './exchange.ts'
import type { FaultList } from './faults.ts'
import { isUuid } from './ids.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RequestLog } from './request-log.ts'
import type { RouteKind } from './route.ts'
import { answerRoute, readTarget } from './routes.ts'
import { type Answer, answerError } from './wire.ts'

/** Everything that a request to the API can meet. */
export interface ApiState extends Account {
  /** Keys of the account; any of them will do. */
  readonly apiKeys: readonly string[]
  readonly log: RequestLog
  readonly faults: FaultList
  readonly rateLimiter: RateLimiter
  readonly guard: ContractGuard
}

/** A request as it arrived. `arrivedAtMs` is in epoch ms. */
export interface ArrivedRequest {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  body: string
  arrivedAtMs: number
}

/** Logs a request to the API and answers it, or lets a fault do so. */
export async function handleApiRequest(state: ApiState, arrived: ArrivedRequest): Promise<void> {
  const exchange = openExchange(state, arrived)
  const fault = state.faults.take(exchange.entry)
  if (fault === undefined) {
    exchange.send(await exchange.answer())
  } else {
    exchange.entry.fault = fault.name
    state.log.notify(exchange.entry)
    await fault.behave(exchange)
  }
}

function openExchange(
  state: ApiState,
  { request, response, url, body, arrivedAtMs }: ArrivedRequest,
): Exchange {
  const { log, rateLimiter, guard } = state
  const target = readTarget(request.method ?? '', url)
  const entry = log.open(request, target, body, arrivedAtMs)
  const onClose = (callback: () => void) => void response.once('close', callback)
  onClose(() => {
    if (response.writableFinished) return
    entry.brokenOffAtMs = getEpochMs()
    log.notify(entry)
  })
  return {
    entry,
    request,
    response,
    socket: request.socket,
    onClose,
    answer: async () => {
      const { route } = target
      const refusal =
        refuseRequest(request.headers, route, state) ??
        rateLimiter.admit(readApiKey(request.headers) ?? '', route)
      return guard.check(route, refusal ?? (await answerRoute({ ...state, target, body, onClose })))
    },
    send: (answer) => {
      if (!sendAnswer(response, answer)) return
      entry.status = answer.status
      entry.answeredAtMs = getEpochMs()
      log.notify(entry)
    },
  }
}

// The key of a request's `Authorization: Bearer` header; null when there is none.
function readApiKey(headers: IncomingHttpHeaders): string | null {
  const match = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')
  return match?.[1] ?? null
}

// Null when a request may go on. Else 401 for a missing or wrong key, 400 for an account header that is not a
// UUID, 403 for an account that the key does not open. The account header may be left out. A route that documents
// no 401 needs no key, and one that documents no 400 answers 403 instead.
function refuseRequest(
  headers: IncomingHttpHeaders,
  route: RouteKind,
  { apiKeys, accountId }: ApiState,
): Answer | null {
  const { answers } = findEndpoint(route)
  if (!answers.has(401)) return null
  const key = readApiKey(headers)
  if (key === null) return answerError(401, 'Missing authentication')
  if (!apiKeys.includes(key)) return answerError(401, 'Bad token')
  const account = headers['x-checkly-account']
  if (account === undefined) return null
  if (!isUuid(account) && answers.has(400))
    return answerError(400, '"x-checkly-account" must be a valid UUID')
  const isOurs = String(account).toLowerCase() === accountId.toLowerCase()
  return isOurs ? null : answerError(403, 'You do not have access to this account.')
}
