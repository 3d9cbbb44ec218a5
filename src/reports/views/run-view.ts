import type { FailureKnowledge } from '../../diagnosis/failure-knowledge.ts'
import type { RunHistory } from '../../diagnosis/run-history.ts'
import { findKeyAttempt, hasPassedAfterRetry, orderRuns } from '../../session/check-run.ts'
import type { Attempt, CheckRun } from '../../session/session.ts'

/** A check run with what reports derive from it. Locations are text from outside. */
export interface RunView extends CheckRun {
  /** Says most about what happened: the final result or, where there is none, the latest failed attempt. */
  keyAttempt: Attempt | null
  /** It passed in the end, after at least one attempt that had failed. */
  passedAfterRetry: boolean
  /** From the first start to the last stop, in milliseconds; null when the times are not known. */
  tookMs: number | null
  /** What was before it, where it did not pass; null when that was not asked for. */
  history: RunHistory | null
}

/**
 * A check's runs, the ones that need a look first.
 * @param status - of the check
 */
export function buildRunViews(
  runs: readonly CheckRun[],
  status: string,
  histories: FailureKnowledge['histories'],
): RunView[] {
  return orderRuns(runs, status).map((run) => ({
    ...run,
    keyAttempt: findKeyAttempt(run),
    passedAfterRetry: hasPassedAfterRetry(run),
    tookMs: measureAttempts(run.attempts),
    history: histories.get(run) ?? null,
  }))
}

function measureAttempts(attempts: readonly Attempt[]): number | null {
  let start = Number.POSITIVE_INFINITY
  let stop = Number.NEGATIVE_INFINITY
  for (const { startedAtMs, stoppedAtMs } of attempts) {
    start = Math.min(start, startedAtMs ?? start)
    stop = Math.max(stop, stoppedAtMs ?? stop)
  }
  return stop >= start ? stop - start : null
}

/** The time that stands beside an attempt, in milliseconds: its response time, or else its duration. */
export function measureAttempt(attempt: Attempt): number | null {
  return attempt.responseTimeMs ?? measureDuration(attempt)
}

/** How long an attempt took by its own clock, in milliseconds; null when its times are not known. */
export function measureDuration({ startedAtMs, stoppedAtMs }: Attempt): number | null {
  if (startedAtMs === null || stoppedAtMs === null || stoppedAtMs < startedAtMs) return null
  return stoppedAtMs - startedAtMs
}
