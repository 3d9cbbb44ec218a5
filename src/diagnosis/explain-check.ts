import { findKeyAttempt, isOpen, orderRuns } from '../session/check-run.ts'
import type { CheckRun } from '../session/session.ts'
import { STATUSES_FROM_WORST } from '../session/statuses.ts'
import { hasNotStarted } from '../verdict/judge-run.ts'
import type { JudgedCheck, JudgedSession } from '../verdict/verdict.ts'
import { describeAttempt } from './describe-attempt.ts'
import type { FailureDetails } from './failure-details.ts'

/** Why some locations did not pass. Locations with the same reason stand together. */
export interface Cause {
  /** One line, perhaps with text from outside. '' when only the results of other locations were read. */
  reason: string
  locations: string[]
  /** Read from the result of one of the locations. Null when the reason is from the API's flags (`hasErrors`, …) alone. */
  details: FailureDetails | null
}

/** Why a check did not pass. */
export interface Explanation {
  /** One line that may hold text from outside; '' when it passed. */
  reason: string
  /** Empty when there is nothing to say of any location, for example when all passed. */
  causes: Cause[]
}

/**
 * Explains why a check did not pass: from the results that were read so far, else from the API's flags alone.
 * @param details - what was read, by the id of the result
 */
export function explainCheck(judged: JudgedCheck, details: ReadonlyMap<string, FailureDetails>): Explanation {
  const causes = groupCauses(judged.status, orderRuns(judged.runs, judged.status), details)
  return { reason: judged.state === 'passed' ? '' : chooseReason(judged, causes), causes }
}

/** The session to explain a check with: the first one with the check's own state, else the first. */
export function findMainSession({ sessions, state }: JudgedCheck): JudgedSession | undefined {
  return sessions.find((it) => it.state === state) ?? sessions[0]
}

/** The page to open for a check. Session of one check: that session. Of many checks: the check's result. '' without one. */
export function findCheckLink(judged: JudgedCheck): string {
  const session = findMainSession(judged)?.session
  if (session === undefined || session === null) return ''
  const runs = session.check === null ? orderRuns(judged.runs, judged.status) : []
  const links = runs.map((run) => findKeyAttempt(run)?.link ?? '')
  return links.find((link) => link !== '') ?? session.link
}

function groupCauses(
  status: string,
  runs: readonly CheckRun[],
  details: ReadonlyMap<string, FailureDetails>,
): Cause[] {
  const causes = new Map<string, Cause>()
  const isRead = runs.some((run) => details.has(findKeyAttempt(run)?.id ?? ''))
  for (const run of runs) {
    const { location, state } = run
    const keyAttempt = findKeyAttempt(run)
    // The status CANCELLED of the check says it already.
    if (keyAttempt === null || state === 'passed' || (state === 'cancelled' && status === 'CANCELLED'))
      continue
    const read = details.get(keyAttempt.id) ?? null
    // A run without a final result is told elsewhere. It is a cause only when a result of it was read.
    if (isOpen(run) && read === null) continue
    // When the result of another location was read, the flags of this one add nothing.
    const reason =
      read?.reason || (isRead && read === null && state === 'failed' ? '' : describeAttempt(keyAttempt))
    const cause = causes.get(reason)
    if (cause === undefined) causes.set(reason, { reason, locations: [location], details: read })
    else {
      cause.locations.push(location)
      cause.details ??= read
    }
  }
  return [...causes.values()]
}

/** How far a check had come that had not ended. */
function describeOpen(runs: readonly CheckRun[]): string {
  const open = runs.filter(isOpen)
  if (open.length === 0 || open.some(({ state }) => state !== 'queued')) return 'still running'
  return hasNotStarted(runs) ? 'had not started' : 'had not started everywhere'
}

function chooseReason(judged: JudgedCheck, causes: readonly Cause[]): string {
  const { state, status, runs } = judged
  const main = findMainSession(judged)
  const lastError = main?.lastError ?? null
  if (state === 'unfinished') {
    if (lastError === null) {
      return `${describeOpen(runs)} when the step stopped waiting`
    }
    // "Checkly's API" and not "the API", since a check may be called "API" too.
    const seen = main?.session === null ? 'not seen to end' : 'still running when last seen'
    return `${seen}; then Checkly's API gave trouble: ${lastError}`
  }
  if (state === 'unknown') return lastError ?? 'the API gave no answer about it'
  if (status === 'CANCELLED') return 'the session was cancelled before it had finished'
  if (status === 'TIMED_OUT') return 'the session ran out of time at Checkly'
  const first = causes.find((cause) => cause.reason !== '')?.reason
  if (first !== undefined) return first
  if (status === 'FAILED') return 'no result says why'
  return STATUSES_FROM_WORST.includes(status)
    ? `its status ${status} is not a passing one`
    : `ended as ${status}, a status this version does not know`
}
