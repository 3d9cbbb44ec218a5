import type { Answer } from './answer.ts'
import { type ClientOptions, createApiCaller } from './call-api.ts'
import type { ReadSession } from './contract.ts'
import { RUNNING_STATUSES } from './statuses.ts'

/** Past the wait that was asked for, how long an answer may take, its body included, in milliseconds. */
const MARGIN_MS = 5000
/** How long a request that does not wait may take, in milliseconds. */
const PLAIN_MS = 15_000
/** How long starting sessions may take, in milliseconds: many checks may match. */
const START_MS = 60_000

/** Which checks to start sessions of; never empty, as an empty target would run every check. */
export interface Target {
  checkIds: string[]
  tags: string[][]
}

/** What a request to start sessions came to; there is nothing to await in it. */
export type Started = Exclude<Answer<ReadSession[]>, { kind: 'running' }>

/** The API's endpoints as functions. None of them rejects; none tries again by itself. */
export interface ChecklyClient {
  /** `GET /v2/check-sessions/{id}/completion`: waits up to `maxWaitSeconds` for the end. */
  awaitSession(id: string, maxWaitSeconds: number, signal: AbortSignal): Promise<Answer<ReadSession>>
  /** `GET /v2/check-sessions/{id}`: as it is now. */
  readSession(id: string, signal: AbortSignal): Promise<Answer<ReadSession>>
  /**
   * `POST /v2/check-sessions/trigger`: an empty list when nothing matched. Not idempotent: the answer is
   * `trouble` only when the request cannot have been acted on.
   */
  startSessions(target: Target, refreshCache: boolean, signal: AbortSignal): Promise<Started>
  /** `POST /v1/check-sessions/{id}/cancel`: stops Playwright check suites only. */
  cancelSession(id: string, signal: AbortSignal): Promise<Answer<null>>
  /** `GET /v1/check-results/{checkId}/{checkResultId}`: the details of one result, unread. */
  readResult(checkId: string, checkResultId: string, signal: AbortSignal): Promise<Answer<{ body: unknown }>>
  /** Closes all connections. */
  close(): void
}

/** Creates a client whose connections are kept for the next request and go through the proxy that is set. */
export function createChecklyClient(options: ClientOptions): ChecklyClient {
  const api = createApiCaller(options)

  return {
    async awaitSession(id, maxWaitSeconds, signal) {
      const { answer } = await api.call({
        asking: 'await',
        path: `/v2/check-sessions/${id}/completion?maxWaitSeconds=${maxWaitSeconds}`,
        overallMs: maxWaitSeconds * 1000 + MARGIN_MS,
        signal,
        decode: (body, contract) => contract.readCheckSession(body, id),
      })
      const running = answer.kind === 'completed' && RUNNING_STATUSES.has(answer.value.session.status)
      return running ? { kind: 'running' } : answer
    },
    async readSession(id, signal) {
      const { answer } = await api.call({
        asking: 'read',
        path: `/v2/check-sessions/${id}`,
        overallMs: PLAIN_MS,
        signal,
        decode: (body, contract) => contract.readCheckSession(body, id),
      })
      return answer
    },
    async startSessions(target, refreshCache, signal) {
      const matchTags = target.tags.length === 0 ? {} : { matchTags: target.tags }
      const checkId = target.checkIds.length === 0 ? {} : { checkId: target.checkIds }
      const called = await api.call({
        asking: 'start',
        path: '/v2/check-sessions/trigger',
        body: { target: { ...matchTags, ...checkId }, refreshCache },
        overallMs: START_MS,
        signal,
        decode: (body, contract) => contract.readTriggerResponse(body),
      })
      const { answer } = called
      // Only the API itself can say that nothing matched; a gateway in between says nothing of checks.
      if (called.status === 404 && called.error?.statusCode === 404) return { kind: 'completed', value: [] }
      if (answer.kind === 'completed' || answer.kind === 'refused') return answer
      if (answer.kind === 'trouble' && (answer.rateLimited || !called.sent)) return answer
      const cause = answer.kind === 'running' ? 'the API answered 408' : answer.cause
      return {
        kind: 'refused',
        cause: `${cause}. Sessions may have been started all the same, so the request is not sent again: see Checkly.`,
      }
    },
    async cancelSession(id, signal) {
      const called = await api.call({
        asking: 'cancel',
        path: `/v1/check-sessions/${id}/cancel`,
        body: {},
        overallMs: PLAIN_MS,
        signal,
        decode: () => null,
      })
      // 204 has no body to decode.
      return called.status === 204 ? { kind: 'completed', value: null } : called.answer
    },
    async readResult(checkId, checkResultId, signal) {
      const { answer } = await api.call<{ body: unknown }>({
        asking: 'result',
        path: `/v1/check-results/${encodeURIComponent(checkId)}/${encodeURIComponent(checkResultId)}`,
        overallMs: PLAIN_MS,
        signal,
        decode: (body) => ({ body }),
      })
      return answer
    },
    close: () => api.close(),
  }
}
