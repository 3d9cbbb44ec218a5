import type { Redact } from '../secrets/redact.ts'
import { formatDuration } from '../time/format-duration.ts'
import { VERSION } from '../version.ts'
import { type Asking, adviseOn } from './advise-on-refusal.ts'
import { type Answer, createTrouble } from './answer.ts'
import { classifyAnswer } from './classify-answer.ts'
import type { ApiError } from './contract.ts'
import { describeFailure } from './describe-failure.ts'
import { openConnections } from './open-connections.ts'
import { type Exchange, RequestFailure, sendRequest } from './send-request.ts'

/** The largest body that is read; the largest session seen has some hundred kilobytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024

type Contract = typeof import('./contract.ts')

/** Who asks, and where. */
export interface ClientOptions {
  apiUrl: URL
  apiKey: string
  accountId: string | null
  /** Takes the key out of whatever a server echoes, before anything is made of it. */
  redact: Redact
  /** Told of each request and what came of it, in a line; null when nobody listens. */
  trace: ((line: string) => void) | null
}

/** One call of an endpoint. */
export interface ApiCall<T> {
  asking: Asking
  /** With the query, behind `api-url`. */
  path: string
  /** Sent as JSON in a POST; a GET without. */
  body?: object
  /** From looking for a connection to the last byte read, in milliseconds. */
  overallMs: number
  /** Gives the request up. */
  signal: AbortSignal
  /** Makes the value of a 2xx body; a sentence says what is wrong with it instead. */
  decode(body: unknown, contract: Contract): T | string
}

/** What a call came to, with what only some callers need. */
export interface CallResult<T> {
  answer: Answer<T>
  /** Of HTTP; null without a whole answer. */
  status: number | null
  /** What the body of an error says; null when it is not JSON with a message. */
  error: ApiError | null
  /** Whether the server may have acted on the request. */
  sent: boolean
}

/** Calls the API's endpoints. */
export interface ApiCaller {
  /** Sends the request once. Never rejects. */
  call<T>(call: ApiCall<T>): Promise<CallResult<T>>
  /** Closes all connections. */
  close(): void
}

/** Creates a caller whose connections are kept for the next request and go through the proxy that is set. */
export function createApiCaller(options: ClientOptions): ApiCaller {
  const { apiUrl, redact } = options
  const opening = openConnections(apiUrl)
  const base = apiUrl.href.replace(/\/$/, '')
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${options.apiKey}`,
    'user-agent': `checkly-gate/${VERSION}`,
  }
  if (options.accountId !== null) headers['x-checkly-account'] = options.accountId
  let wasReached = false

  async function exchange({ asking, path, body, overallMs, signal }: ApiCall<unknown>): Promise<Exchange> {
    // A kept connection may break just as it is used again, and then nobody knows whether sessions were started.
    const isRepeatable = asking !== 'start'
    const answered = await sendRequest({
      method: body === undefined ? 'GET' : 'POST',
      url: new URL(base + path),
      headers: isRepeatable ? headers : { ...headers, connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(await opening),
      overallMs,
      maxBodyBytes: MAX_BODY_BYTES,
      signal,
    })
    const { location } = answered.headers
    return {
      ...answered,
      body: redact(normaliseEscapes(answered.body)),
      headers:
        location === undefined ? answered.headers : { ...answered.headers, location: redact(location) },
    }
  }

  return {
    async call<T>(call: ApiCall<T>): Promise<CallResult<T>> {
      let exchanged: Exchange
      const askedAt = performance.now()
      const traceEnd = (end: string): void => {
        const method = call.body === undefined ? 'GET' : 'POST'
        options.trace?.(`${method} ${call.path}: ${end} after ${formatDuration(performance.now() - askedAt)}`)
      }
      try {
        exchanged = await exchange(call)
        wasReached = true
        traceEnd(`${exchanged.status}, ${exchanged.body.length} characters`)
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error
        traceEnd(`${error.code}, ${error.message}`)
        const { cause, final } = describeFailure(error, apiUrl.host)
        // Once the API has answered, the way to it is right, and one bad connection out of many is a hiccup.
        const answer: Answer<T> =
          final && !wasReached ? { kind: 'refused', cause: `${cause}.` } : createTrouble(cause, false)
        return { answer, status: null, error: null, sent: error.sent }
      }
      const contract = await import('./contract.ts')
      const error = exchanged.status < 300 ? null : contract.readApiError(exchanged.body)
      const answer = classifyAnswer(exchanged, {
        decode: (body) => call.decode(body, contract),
        message: error?.message ?? null,
        advise: (status) => adviseOn(call.asking, status),
        wallClockMs: Date.now(),
      })
      return { answer, status: exchanged.status, error, sent: true }
    },
    close: () => {
      // Without connections there is nothing to close; why there are none was the answer to each call.
      opening.then(({ agent }) => agent.destroy()).catch(() => {})
    },
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
