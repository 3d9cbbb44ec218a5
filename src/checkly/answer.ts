/**
 * The outcome of one request to the API. Times are in milliseconds.
 * - `completed`: answered; `value` is what was read out of the body.
 * - `running`: 408, ask again. `waitMs` is how long the API was asked to wait, `tookMs` how long it did.
 * - `retryable`: the next request may go better. `retryAfterMs` is how long the server asked to wait, null when it did
 *   not say. `reached` tells whether a server answered at all.
 * - `refused`: asking again cannot help.
 * - `no-turn`: it was not sent, because the rate limit left no time for it.
 */
export type Answer<T> =
  | { kind: 'completed'; value: T }
  | { kind: 'running'; tookMs: number; waitMs: number }
  | Retryable
  | { kind: 'refused'; cause: string }
  | { kind: 'no-turn' }

/** An answer that may be better next time. `cause` is a part of a sentence; times are in milliseconds. */
export interface Retryable {
  kind: 'retryable'
  cause: string
  reached: boolean
  retryAfterMs: number | null
  /** Milliseconds: ask again within this time. Absent when any pause will do. */
  askWithinMs?: number
  /** Whether it was a 429. */
  rateLimited: boolean
  tookMs: number
}
