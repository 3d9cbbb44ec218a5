import type { Answer } from './answer.ts'
import { readRetryAfter } from './http/retry-after.ts'
import type { Exchange } from './http/send-request.ts'

/** What an answer is read with. Times are in milliseconds. */
export interface Reading<T> {
  /** Makes the value of a 2xx body; a sentence says what is wrong with it instead. */
  decode(body: unknown): T | string
  /** The message of an error body, or null. */
  message: string | null
  /** What to do about a refusal, by status; '' when nothing is known to help. */
  advise(status: number): string
  /** The wall clock, since 1970. */
  wallClockMs: number
  /** From sending the request to its answer. */
  tookMs: number
  /** How long the API was asked to wait. */
  waitMs: number
}

/**
 * Turns an answer into what it means, by the endpoint's documentation: 408 still running; 429 and 5xx try
 * again; other 4xx and redirects are final; a 2xx counts only with the body that the contract describes.
 */
export function classifyAnswer<T>(exchange: Exchange, reading: Reading<T>): Answer<T> {
  const { status } = exchange
  const { tookMs, waitMs } = reading
  if (status === 408) return { kind: 'running', tookMs, waitMs }
  const retryable = {
    kind: 'retryable',
    reached: true,
    retryAfterMs: null,
    rateLimited: false,
    tookMs,
  } as const
  if (status >= 200 && status < 300) {
    const decoded = decodeBody(exchange.body, reading)
    if (typeof decoded !== 'string') return { kind: 'completed', value: decoded }
    return { ...retryable, cause: `the API answered ${status}, but ${decoded}` }
  }
  const cause = describeStatus(exchange, reading)
  if (status === 429 || status >= 500) {
    const retryAfterMs =
      status === 429 || status === 503 ? readRetryAfter(exchange.headers, reading.wallClockMs) : null
    return { ...retryable, cause, retryAfterMs, rateLimited: status === 429 }
  }
  const isRedirect = status >= 300 && status < 400
  const advice = isRedirect ? 'Redirects are not followed: check api-url.' : reading.advise(status)
  return { kind: 'refused', cause: advice === '' ? `${cause}.` : `${cause}. ${advice}` }
}

function decodeBody<T>(text: string, reading: Reading<T>): T | string {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return text === '' ? 'without a body' : 'its body is not JSON'
  }
  return reading.decode(body)
}

function describeStatus<T>(exchange: Exchange, { message }: Reading<T>): string {
  const target = exchange.headers.location
  if (message === null && typeof target === 'string') {
    return `the API answered ${exchange.status}, a redirect to ${showTarget(target)}`
  }
  return `the API answered ${exchange.status}${message === null ? '' : `: ${message.slice(0, 500).replace(/\.$/, '')}`}`
}

/** Where a redirect leads, without a user and a query: they may hold credentials. */
function showTarget(target: string): string {
  const address = URL.canParse(target) ? new URL(target).origin + new URL(target).pathname : target
  return address.replace(/[?#].*$/s, '').slice(0, 200)
}
