import type { Attempt, Check, CheckRun, CheckRunState, RunState } from './session.ts'

/** What the API's flags say of one execution. */
export interface Flags {
  isCancelled: boolean
  hasErrors: boolean
  hasFailures: boolean
  aborted: boolean
  isDegraded: boolean
}

/** What tells a check from others: its id; checks without one are told apart by type and name. */
export function keyCheck({ id, type, name }: Check): string {
  return id || `${type} ${name}`
}

/** How one execution ended, by its flags: cancelled goes before failed, failed before degraded. */
export function judgeFlags(flags: Flags): Pick<Attempt, 'state' | 'faults'> {
  if (flags.isCancelled) return { state: 'cancelled', faults: [] }
  const faults = [
    ...(flags.hasFailures ? (['failure'] as const) : []),
    ...(flags.hasErrors ? (['error'] as const) : []),
    ...(flags.aborted ? (['aborted'] as const) : []),
  ]
  if (faults.length > 0) return { state: 'failed', faults }
  return { state: flags.isDegraded ? 'degraded' : 'passed', faults }
}

/**
 * Builds the run of one check in one place from its executions, in any order.
 * Of several final results, the worst counts, so that no failure is hidden.
 * @param pending - the state of a run without a final result
 */
export function buildCheckRun(
  check: Check,
  location: string,
  executions: readonly Attempt[],
  pending: 'queued' | 'running' | 'missing',
): CheckRun {
  const attempts = executions.toSorted(compareAttempts)
  const finals = attempts.filter((attempt) => attempt.isFinal)
  // Of several, the worst: a failure must not hide behind a degraded result that is let through.
  const worst = ORDER.find((state) => finals.some((attempt) => attempt.state === state))
  const final = finals.findLast(({ state }) => state === worst) ?? null
  return { check, location, attempts, final, state: final?.state ?? pending }
}

/** Whether a run passed in the end, after at least one attempt that had failed. */
export function hasPassedAfterRetry({ state, attempts }: Pick<CheckRun, 'state' | 'attempts'>): boolean {
  const isPassed = state === 'passed' || state === 'degraded'
  return isPassed && attempts.some((attempt) => !attempt.isFinal && attempt.state === 'failed')
}

/** The attempt that says most about a run: the final result, else the latest failed attempt. */
export function findKeyAttempt({ final, attempts }: Pick<CheckRun, 'final' | 'attempts'>): Attempt | null {
  return final ?? attempts.findLast(({ isFinal, state }) => !isFinal && state === 'failed') ?? null
}

/** Whether a run has no final result. */
export function isOpen({ state }: Pick<CheckRun, 'state'>): boolean {
  return state === 'missing' || state === 'running' || state === 'queued'
}

const ORDER: readonly CheckRunState[] = [
  'failed',
  'cancelled',
  'missing',
  'running',
  'queued',
  'degraded',
  'passed',
]

/** For a DEGRADED check, degraded runs come first. */
const ORDER_DEGRADED: readonly CheckRunState[] = ['degraded', ...ORDER]

/**
 * A check's runs, the ones that need a look first. Those that needed a retry stand before those that passed at once.
 * @param status - of the check
 */
export function orderRuns(runs: readonly CheckRun[], status: string): CheckRun[] {
  const order = status === 'DEGRADED' ? ORDER_DEGRADED : ORDER
  const rank = (run: CheckRun): number => 2 * order.indexOf(run.state) + (hasPassedAfterRetry(run) ? 0 : 1)
  return runs.toSorted((a, b) => rank(a) - rank(b))
}

/** Counts of final results. `retried`: runs that passed after a failed attempt; they also count as passed or degraded. */
export type ResultCounts = Record<RunState, number> & { total: number; retried: number }

/** Counts the final results of some runs. Failed attempts before them do not count. */
export function countResults(runs: readonly CheckRun[]): ResultCounts {
  const counts: ResultCounts = { total: 0, passed: 0, failed: 0, degraded: 0, cancelled: 0, retried: 0 }
  for (const run of runs) {
    for (const attempt of run.attempts) {
      if (!attempt.isFinal) continue
      counts.total += 1
      counts[attempt.state] += 1
    }
    if (hasPassedAfterRetry(run)) counts.retried += 1
  }
  return counts
}

/** Final results last, attempts before them by their start. */
function compareAttempts(a: Attempt, b: Attempt): number {
  if (a.isFinal !== b.isFinal) return a.isFinal ? 1 : -1
  return (a.startedAtMs ?? 0) - (b.startedAtMs ?? 0)
}
