import type { PlannedRun } from './plan-session.ts'

/**
 * The final status that the runs of a session amount to: cancelled before failed before degraded
 * before passed; a location without a final run makes it `TIMED_OUT`.
 */
export function deriveFinalStatus(runs: readonly PlannedRun[], runLocations: readonly string[]): string {
  const finals = runs.filter(isFinal)
  if (finals.some((run) => run.flags.isCancelled)) return 'CANCELLED'
  if (finals.some(hasFailed)) return 'FAILED'
  const answered = new Set(finals.map((run) => run.location))
  if (runLocations.some((location) => !answered.has(location))) return 'TIMED_OUT'
  return finals.some((run) => run.flags.isDegraded) ? 'DEGRADED' : 'PASSED'
}

/** The status of a session under way, from the runs that have finished so far. */
export function deriveRunningStatus(finished: readonly PlannedRun[]): string {
  if (finished.length === 0) return 'STARTED'
  const finals = finished.filter(isFinal)
  if (finals.some(hasFailed)) return 'PROGRESS_FAILED'
  return finals.some((run) => run.flags.isDegraded) ? 'PROGRESS_DEGRADED' : 'PROGRESS'
}

// A null `resultType`, which the contract allows, is read as a final run.
function isFinal(run: PlannedRun): boolean {
  return run.resultType !== 'ATTEMPT'
}

function hasFailed(run: PlannedRun): boolean {
  return run.flags.hasErrors || run.flags.hasFailures || run.flags.aborted
}
