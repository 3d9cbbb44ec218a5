/**
 * How the step came to its end.
 * - `awaited`: the wait is over: all ended, or the time was up, or `fail-fast`. `missing` are checks that
 *   were asked for by id and of which no session was started; `unstarted` says why a session of several was not
 *   started. `failedFast`: `fail-fast` ended the wait.
 * - `cancelled`: a signal stopped the step; `by` is its name. `starting`: sessions were just being started.
 * - `no-match`: no check matched; `sought` says what was looked for, `tags "a, b"`.
 * - `broken`: no verdict was reached; `cause` says why, in one or more sentences.
 */
export type Ending =
  | { kind: 'awaited'; missing: readonly string[]; unstarted: readonly string[]; failedFast: boolean }
  | { kind: 'cancelled'; by: string; starting: boolean }
  | { kind: 'detached'; missing: readonly string[]; unstarted: readonly string[] }
  | { kind: 'no-match'; tolerated: boolean; sought: string }
  | { kind: 'broken'; cause: string }
