/**
 * What one request to the API came to.
 * - `completed`: answered; `value` is what was read out of the body.
 * - `running`: 408, ask again.
 * - `trouble`: it may go better next time; `retryAfterMs` when the server said how long to wait.
 * - `refused`: asking again is of no use.
 */
export type Answer<T> =
  | { kind: 'completed'; value: T }
  | { kind: 'running' }
  | { kind: 'trouble'; cause: string; retryAfterMs: number | null; rateLimited: boolean }
  | { kind: 'refused'; cause: string }

/** An answer that may be better next time. */
export function createTrouble(cause: string): Extract<Answer<never>, { kind: 'trouble' }> {
  return { kind: 'trouble', cause, retryAfterMs: null, rateLimited: false }
}
