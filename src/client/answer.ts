/**
 * What one request to the API came to.
 * - `completed`: answered; `value` is what was read out of the body.
 * - `running`: 408, ask again.
 * - `trouble`: it may go better next time; `retryAfterMs` when the server said how long to wait, `reached`
 *   whether a server answered at all.
 * - `refused`: asking again is of no use.
 */
export type Answer<T> =
  | { kind: 'completed'; value: T }
  | { kind: 'running' }
  | { kind: 'trouble'; cause: string; reached: boolean; retryAfterMs: number | null; rateLimited: boolean }
  | { kind: 'refused'; cause: string }

/** An answer that may be better next time. */
export function createTrouble(cause: string, reached: boolean): Extract<Answer<never>, { kind: 'trouble' }> {
  return { kind: 'trouble', cause, reached, retryAfterMs: null, rateLimited: false }
}
