import type { CheckRun } from '../session/session.ts'
import { STATUSES_FROM_WORST } from '../session/statuses.ts'
import { type JudgedCheck, STATES_FROM_WORST } from '../verdict/verdict.ts'
import type { FailureDetails } from './failure-details.ts'
import type { RunHistory } from './run-history.ts'

/**
 * All that is known of why checks did not pass, and of whether that is new. It is read once, and every report and the
 * outputs are given this and read nothing themselves.
 */
export interface FailureKnowledge {
  /** Why an execution failed, by the id of its result. */
  details: ReadonlyMap<string, FailureDetails>
  /** What was before, by the check run that did not pass. */
  histories: ReadonlyMap<CheckRun, RunHistory>
}

/** What is known before anything is read, and where nothing shall be. */
export const NOTHING_KNOWN: FailureKnowledge = { details: new Map(), histories: new Map() }

/**
 * Whether the failure of a check is new; null when that is unknown. After a failure in several places, one place where it
 * is new makes it new: somebody has to look at that one at night. It is old only when it is old in all places.
 */
export function findNew(
  { runs }: Pick<JudgedCheck, 'runs'>,
  { histories }: Pick<FailureKnowledge, 'histories'>,
): boolean | null {
  const states = runs.flatMap((run) => {
    const history = histories.get(run)
    return history === undefined ? [] : [history.isNew]
  })
  if (states.includes(true)) return true
  return states.length > 0 && states.every((isNew) => isNew === false) ? false : null
}

/**
 * Checks in the order in which they matter: failed, without a verdict, unfinished, passed. Of those that failed the new
 * ones stand first, and the old ones last; then by status, the worst first. Else the order of the input.
 */
export function orderChecks<T extends Pick<JudgedCheck, 'state' | 'status'>>(
  checks: readonly T[],
  isNew: (check: T) => boolean | null,
): T[] {
  const rank = (check: T): number => {
    const state = STATES_FROM_WORST.indexOf(check.state)
    const newness = [true, null, false].indexOf(isNew(check))
    return state * 1000 + newness * 100 + STATUSES_FROM_WORST.indexOf(check.status)
  }
  return checks.toSorted((a, b) => rank(a) - rank(b))
}
