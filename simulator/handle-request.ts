import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Credentials, readApiKey, refuseRequest } from './authorise.ts'
import type { CheckCatalogue } from './check-catalogue.ts'
import { getEpochMs } from './clock.ts'
import { type Exchange, sendAnswer } from './exchange.ts'
import type { FaultList } from './faults.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RequestLog } from './request-log.ts'
import { answerRoute, readTarget } from './routes.ts'
import type { SessionStore } from './session-store.ts'

/** Everything that a request to the API can meet. */
export interface ApiState {
  readonly credentials: Credentials
  readonly sessions: SessionStore
  readonly checks: CheckCatalogue
  readonly log: RequestLog
  readonly faults: FaultList
  readonly rateLimiter: RateLimiter
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
  const { log, credentials, sessions, checks, rateLimiter } = state
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
      const { accountId } = credentials
      const refusal =
        refuseRequest(request.headers, credentials) ?? rateLimiter.admit(readApiKey(request.headers) ?? '')
      return refusal ?? answerRoute({ sessions, checks, accountId, target, body, onClose })
    },
    send: (answer) => {
      if (!sendAnswer(response, answer)) return
      entry.status = answer.status
      entry.answeredAtMs = getEpochMs()
      log.notify(entry)
    },
  }
}
