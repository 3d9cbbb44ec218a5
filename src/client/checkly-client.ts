import type { Answer } from '../awaiting/await-completion.ts'
import type { Redact } from '../secrets/redact.ts'
import { VERSION } from '../version.ts'
import { type Asking, adviseOn } from './advise-on-refusal.ts'
import { classifyAnswer, createTrouble } from './classify-answer.ts'
import type { ReadSession } from './contract.ts'
import { describeFailure } from './describe-failure.ts'
import { openConnections } from './open-connections.ts'
import { type Exchange, RequestFailure, sendRequest } from './send-request.ts'
import { RUNNING_STATUSES } from './statuses.ts'

/** Past the wait that was asked for, how long an answer may take, its body included, in milliseconds. */
const MARGIN_MS = 5000
/** How long a request that does not wait may take, in milliseconds. */
const PLAIN_MS = 15_000
/** How long starting sessions may take, in milliseconds: many checks may match. */
const START_MS = 60_000
/** The largest body that is read; the largest session seen has some hundred kilobytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024

type Contract = typeof import('./contract.ts')

/** An answer with what only some callers need: its HTTP status, the API's message, whether the server may have acted. */
interface Asked<T> {
  answer: Answer<T>
  status: number | null
  message: string | null
  sent: boolean
}

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

/** Who asks, and where. */
export interface ClientOptions {
  apiUrl: URL
  apiKey: string
  accountId: string | null
  /** Takes the key out of whatever a server echoes, before anything is made of it. */
  redact: Redact
}

/** Creates a client whose connections are kept for the next request and go through the proxy that is set. */
export function createChecklyClient(options: ClientOptions): ChecklyClient {
  const opening = openConnections(options.apiUrl)
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${options.apiKey}`,
    'user-agent': `checkly-gate/${VERSION}`,
  }
  const base = options.apiUrl.href.replace(/\/$/, '')
  if (options.accountId !== null) headers['x-checkly-account'] = options.accountId

  async function ask<T>(
    asking: Asking,
    path: string,
    call: { body?: object; overallMs?: number; signal: AbortSignal },
    decode: (body: unknown, contract: Contract) => T | string,
  ): Promise<Asked<T>> {
    let exchange: Exchange
    try {
      const connections = await opening
      const answered = await sendRequest({
        method: call.body === undefined ? 'GET' : 'POST',
        url: new URL(base + path),
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...connections,
        overallMs: call.overallMs ?? PLAIN_MS,
        maxBodyBytes: MAX_BODY_BYTES,
        signal: call.signal,
      })
      const { location } = answered.headers
      exchange = {
        ...answered,
        body: options.redact(normaliseEscapes(answered.body)),
        headers:
          location === undefined
            ? answered.headers
            : { ...answered.headers, location: options.redact(location) },
      }
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error
      const { cause, final } = describeFailure(error, options.apiUrl.host)
      const answer: Answer<T> = final ? { kind: 'refused', cause: `${cause}.` } : createTrouble(cause)
      return { answer, status: null, message: null, sent: error.sent }
    }
    const contract = await import('./contract.ts')
    const message = contract.readApiMessage(exchange.body)
    const answer = classifyAnswer(exchange, {
      decode: (body) => {
        const read = decode(body, contract)
        return typeof read === 'string' ? read : { value: read }
      },
      message,
      advise: (status) => adviseOn(asking, status),
      wallClockMs: Date.now(),
    })
    return { answer, status: exchange.status, message, sent: true }
  }

  return {
    async awaitSession(id, maxWaitSeconds, signal) {
      const path = `/v2/check-sessions/${id}/completion?maxWaitSeconds=${maxWaitSeconds}`
      const overallMs = maxWaitSeconds * 1000 + MARGIN_MS
      const { answer } = await ask('await', path, { overallMs, signal }, (body, contract) =>
        contract.readCheckSession(body, id),
      )
      const running = answer.kind === 'completed' && RUNNING_STATUSES.has(answer.value.session.status)
      return running ? { kind: 'running' } : answer
    },
    async readSession(id, signal) {
      const { answer } = await ask('read', `/v2/check-sessions/${id}`, { signal }, (body, contract) =>
        contract.readCheckSession(body, id),
      )
      return answer
    },
    async startSessions(target, refreshCache, signal) {
      const matchTags = target.tags.length === 0 ? {} : { matchTags: target.tags }
      const checkId = target.checkIds.length === 0 ? {} : { checkId: target.checkIds }
      const body = { target: { ...matchTags, ...checkId }, refreshCache }
      const call = { body, overallMs: START_MS, signal }
      const asked = await ask('start', '/v2/check-sessions/trigger', call, (json, contract) =>
        contract.readTriggerResponse(json),
      )
      const { answer } = asked
      // Only the API itself can say that nothing matched; a page of something in between says nothing.
      if (asked.status === 404 && asked.message !== null) return { kind: 'completed', value: [] }
      if (answer.kind === 'completed' || answer.kind === 'refused') return answer
      if (answer.kind === 'trouble' && (answer.rateLimited || !asked.sent)) return answer
      const cause = answer.kind === 'running' ? 'the API answered 408' : answer.cause
      return {
        kind: 'refused',
        cause: `${cause}. Sessions may have been started all the same, so the request is not sent again: see Checkly.`,
      }
    },
    async cancelSession(id, signal) {
      const asked = await ask('cancel', `/v1/check-sessions/${id}/cancel`, { body: {}, signal }, () => null)
      // 204 has no body to decode.
      return asked.status === 204 ? { kind: 'completed', value: null } : asked.answer
    },
    async readResult(checkId, checkResultId, signal) {
      const path = `/v1/check-results/${encodeURIComponent(checkId)}/${encodeURIComponent(checkResultId)}`
      const { answer } = await ask<{ body: unknown }>('result', path, { signal }, (body) => ({ body }))
      return answer
    },
    close: () => void opening.then(({ agent }) => agent.destroy()),
  }
}

/** JSON without needless escapes (`\u0063`, `\/`), behind which an echoed key could hide; other text as it is. */
function normaliseEscapes(text: string): string {
  if (!text.includes('\\')) return text
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}
