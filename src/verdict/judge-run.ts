import type { CheckRun, CheckRunState } from '../session/session.ts'
import type { SessionState } from './verdict.ts'

/** A check run's state as the status that a session of it alone would have. */
export const STATUS_OF_RUN: Readonly<Partial<Record<CheckRunState, string>>> = {
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  degraded: 'DEGRADED',
  passed: 'PASSED',
}

/** Whether all runs of a check are still queued; false when no run is known. */
export function hasNotStarted(runs: readonly CheckRun[]): boolean {
  return runs.length > 0 && runs.every(({ state }) => state === 'queued')
}

/** What became of one check run. Without a final result, the state of its session decides. */
export function judgeRun(
  { state }: CheckRun,
  sessionState: SessionState,
  passingStatuses: readonly string[],
): SessionState {
  const status = STATUS_OF_RUN[state]
  if (status !== undefined) return passingStatuses.includes(status) ? 'passed' : 'failed'
  return state === 'missing' || sessionState === 'unknown' ? 'unknown' : 'unfinished'
}
