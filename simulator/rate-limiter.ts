import { type Answer, answerError } from './wire.ts'

/** How many requests an account may send. */
export interface RateLimit {
  /**
   * `sliding`: no window of `windowMs`, wherever it begins, holds more than `requests` accepted ones: the
   * strictest reading of "600 requests in 60 s". `fixed`: a window begins with the first request after the
   * last window, and only the count within it matters.
   */
  kind: 'sliding' | 'fixed'
  requests: number
  windowMs: number
}

/** Requests of one client, told by its API key. */
export interface ClientCounts {
  accepted: number
  refused: number
}

/** What Checkly documents for most routes: 600 requests in 60 s. */
export const DOCUMENTED_LIMIT: RateLimit = { kind: 'sliding', requests: 600, windowMs: 60_000 }

/** Counts the requests of an account and refuses those beyond the limit, if there is one. */
export class RateLimiter {
  readonly #counts = new Map<string, ClientCounts>()
  #limit: RateLimit | null = null
  // When requests were accepted, oldest first: those of the window that ends now, or of the fixed one.
  #acceptedAtMs: number[] = []

  constructor(limit: RateLimit | null = null) {
    this.setLimit(limit)
  }

  /** Switches the limit on, over or (null) off, with an empty window. */
  setLimit(limit: RateLimit | null): void {
    this.#limit = limit
    this.#acceptedAtMs = []
  }

  /** Counts a request of a client; the 429 to answer when it is one too many, else null. */
  admit(client: string, nowMs = performance.now()): Answer | null {
    const counts = this.#counts.get(client) ?? { accepted: 0, refused: 0 }
    this.#counts.set(client, counts)
    const waitMs = this.#getWaitMs(nowMs)
    if (waitMs > 0) {
      counts.refused += 1
      const seconds = Math.ceil(waitMs / 1000)
      return answerError(429, 'Rate limit exceeded.', { 'retry-after': String(seconds) })
    }
    counts.accepted += 1
    if (this.#limit !== null) this.#acceptedAtMs.push(nowMs)
    return null
  }

  /** Counts by API key, of all requests that had a right to be answered. */
  getCounts(): Record<string, ClientCounts> {
    return Object.fromEntries(this.#counts)
  }

  /** Ms until the next request would be accepted; 0 when it is now. */
  #getWaitMs(nowMs: number): number {
    if (this.#limit === null) return 0
    const { kind, requests, windowMs } = this.#limit
    const first = this.#acceptedAtMs[0] ?? Number.NEGATIVE_INFINITY
    if (kind === 'fixed' && nowMs - first >= windowMs) this.#acceptedAtMs = []
    if (kind === 'sliding') this.#forgetBefore(nowMs - windowMs)
    if (this.#acceptedAtMs.length < requests) return 0
    return (this.#acceptedAtMs[0] ?? nowMs) + windowMs - nowMs
  }

  #forgetBefore(limitMs: number): void {
    const kept = this.#acceptedAtMs.findIndex((atMs) => atMs > limitMs)
    this.#acceptedAtMs.splice(0, kept === -1 ? this.#acceptedAtMs.length : kept)
  }
}
