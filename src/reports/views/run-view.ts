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
  /** Milliseconds from the first start to the last stop; null when the times are unknown. */
  tookMs: number | null
  /** What was before it, if it did not pass; null when that was not read. */
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

/** Milliseconds: the time that stands beside an attempt. Its response time, else its duration. */
export function measureAttempt(attempt: Attempt): number | null {
  return attempt.responseTimeMs ?? measureDuration(attempt)
}

/** Milliseconds that an attempt took, by its own times; null when they are unknown. */
export function measureDuration({ startedAtMs, stoppedAtMs }: Attempt): number | null {
  if (startedAtMs === null || stoppedAtMs === null || stoppedAtMs < startedAtMs) return null
  return stoppedAtMs - startedAtMs
}
