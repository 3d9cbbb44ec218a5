import type { CheckRun, CheckRunState } from '../session/session.ts'
import type { SessionState } from './verdict.ts'

/** A check run's state as the status that a session of it alone would have. */
export const STATUS_OF_RUN: Readonly<Partial<Record<CheckRunState, string>>> = {
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  degraded: 'DEGRADED',
  passed: 'PASSED',
}

/** Whether a check is known not to have started anywhere. */
export function hasNotStarted(runs: readonly CheckRun[]): boolean {
  return runs.length > 0 && runs.every(({ state }) => state === 'queued')
}

/** What became of one check run, in a session of which that became. */
export function judgeRun(
  { state }: CheckRun,
  sessionState: SessionState,
  passingStatuses: readonly string[],
): SessionState {
  const status = STATUS_OF_RUN[state]
  if (status !== undefined) return passingStatuses.includes(status) ? 'passed' : 'failed'
  return state === 'missing' || sessionState === 'unknown' ? 'unknown' : 'unfinished'
}
