import type { Agent } from 'node:http'
import type { Redact } from '../secrets/redact.ts'
import { redactJson } from '../secrets/redact-json.ts'
import { wallClock } from '../time/clock.ts'
import { formatDuration } from '../time/format-duration.ts'
import type { Answer } from './answer.ts'
import type { ApiCall, ApiCaller, CallResult, PreparedRequest, Purpose } from './api-caller.ts'
import { readApiError } from './api-error.ts'
import { classifyAnswer } from './classify-answer.ts'
import { describeFailure } from './http/describe-failure.ts'
import { openConnections } from './http/open-connections.ts'
import { type Exchange, RequestFailure, sendRequest } from './http/send-request.ts'
import { VERSION } from './version.ts'

/** The largest body that is read; the largest session seen has some hundred kilobytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024

/** What to do when the API refuses for good, by HTTP status (Checkly Public API, responses of the endpoints). */
const ADVICE: Readonly<Record<number, string>> = {
  401: 'The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be revoked, or of another account.',
  402: "The account's plan does not cover this: see the billing page in Checkly.",
  403: 'The key may not do this: check that account-id is the account the key belongs to, and the role of its user.',
}

/** Who asks, and where. */
export interface ClientOptions {
  apiUrl: URL
  apiKey: string
  accountId: string | null
  /** Takes the key out of whatever a server echoes, before anything is made of it. */
  redact: Redact
  /** Is told of each request and its answer, in one line; null when nobody listens. */
  trace: ((line: string) => void) | null
}

/** Creates a caller whose connections are kept for the next request and go through the proxy that is set. */
export function createApiCaller(options: ClientOptions): ApiCaller {
  const { apiUrl, redact } = options
  const opening = openConnections(apiUrl)
  // An error here becomes the answer to each call. The first call may still wait for its turn.
  opening.catch(() => {})
  const base = apiUrl.href.replace(/\/$/, '')
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    authorization: `Bearer ${options.apiKey}`,
    'user-agent': `checkly-gate/${VERSION}`,
  }
  if (options.accountId !== null) headers['x-checkly-account'] = options.accountId
  /** Known once the first call has been made. */
  let agent: Agent | null = null
  let wasReached = false
  let serverOffsetMs = 0
  let hasStarted = false

  async function exchange(
    request: PreparedRequest,
    purpose: Purpose,
    signal: AbortSignal,
  ): Promise<Exchange> {
    const { path, body, overallMs } = request
    // A start uses a new connection. A kept one may break just then, and it would be unknown whether sessions started.
    const isRepeatable = purpose !== 'start'
    const connections = await opening
    agent = connections.agent
    const answered = await sendRequest({
      method: body === undefined ? 'GET' : 'POST',
      url: new URL(base + path),
      headers: isRepeatable ? headers : { ...headers, connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...connections,
      overallMs,
      maxBodyBytes: MAX_BODY_BYTES,
      signal,
    })
    const { location } = answered.headers
    return {
      ...answered,
      body: redactJson(answered.body, redact),
      headers:
        location === undefined ? answered.headers : { ...answered.headers, location: redact(location) },
    }
  }

  return {
    async call<T>(call: ApiCall<T>): Promise<CallResult<T>> {
      const request = call.prepare()
      const askedAt = performance.now()
      const traceEnd = (end: string): void => {
        const method = request.body === undefined ? 'GET' : 'POST'
        options.trace?.(
          `${method} ${request.path}: ${end} after ${formatDuration(performance.now() - askedAt)}`,
        )
      }
      let exchanged: Exchange
      try {
        exchanged = await exchange(request, call.purpose, call.limit.signal)
        wasReached = true
        traceEnd(`${exchanged.status}, ${exchanged.body.length} characters`)
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error
        traceEnd(`${error.code}, ${error.message}`)
        const { cause, final } = describeFailure(error, apiUrl.host)
        const tookMs = performance.now() - askedAt
        // Once the API has answered, the way to it is right: one bad connection may be chance.
        const answer: Answer<T> =
          final && !wasReached
            ? { kind: 'refused', cause: `${cause}.` }
            : { kind: 'retryable', cause, reached: false, retryAfterMs: null, rateLimited: false, tookMs }
        return { answer, status: null, error: null, sent: error.sent, tookMs, serverTimeMs: null }
      }
      const tookMs = performance.now() - askedAt
      const serverTimeMs = readServerTime(exchanged.headers)
      const error = exchanged.status < 300 ? null : readApiError(exchanged.body)
      const message = error === null ? null : await hideOthersSecrets(error.message)
      const answer = classifyAnswer(exchanged, {
        decode: call.decode,
        message,
        advise: (status) => call.advice?.[status] ?? ADVICE[status] ?? '',
        wallClockMs: wallClock.now(),
        tookMs,
        waitMs: request.waitMs ?? 0,
      })
      // What was started is fresh by the clock of the answer that started it: a later one may have a wrong `Date`.
      if (serverTimeMs !== null && !hasStarted) serverOffsetMs = serverTimeMs - wallClock.now()
      hasStarted ||= call.purpose === 'start' && answer.kind === 'completed'
      return {
        answer,
        status: exchanged.status,
        error,
        sent: true,
        tookMs,
        serverTimeMs,
      }
    },
    get serverOffsetMs() {
      return serverOffsetMs
    },
    close: () => {
      // Before a first call there is nothing to close.
      agent?.destroy()
    },
  }
}

/**
 * Takes credentials out of a message: a gateway may tell what it was sent, and more. The code is loaded when it is needed,
 * since most steps get no error. Null when it cannot be loaded: with too many open files, say.
 */
async function hideOthersSecrets(message: string): Promise<string | null> {
  try {
    const { hideCredentials } = await import('../secrets/hide-credentials.ts')
    return hideCredentials(message).text
  } catch {
    return null
  }
}

function readServerTime({ date }: Exchange['headers']): number | null {
  const timeMs = Date.parse(date ?? '')
  return Number.isNaN(timeMs) ? null : timeMs
}
