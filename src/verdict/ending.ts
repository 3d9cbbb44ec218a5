/**
 * How the step ended.
 * - `awaited`: the wait is over: all ended, or the time was up, or `fail-fast`. `missing`: ids of checks that were
 *   asked for and of which no session was started. `unstarted`: why some sessions were not started, a sentence each.
 *   `failedFast`: `fail-fast` ended the wait.
 * - `cancelled`: a signal stopped the step; `by` is its name. `starting`: sessions were being started just then.
 * - `detached`: the sessions were started, and the step was told not to wait.
 * - `no-match`: no check matched; `sought` says which were asked for, `tags "a, b"`. `tolerated`: the step may succeed.
 * - `broken`: no verdict was reached; `cause` says why, in one or more sentences.
 */
export type Ending =
  | { kind: 'awaited'; missing: readonly string[]; unstarted: readonly string[]; failedFast: boolean }
  | { kind: 'cancelled'; by: string; starting: boolean }
  | { kind: 'detached'; missing: readonly string[]; unstarted: readonly string[] }
  | { kind: 'no-match'; tolerated: boolean; sought: string }
  | { kind: 'broken'; cause: string }
