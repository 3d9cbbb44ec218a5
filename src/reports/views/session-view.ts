import type { CheckResult, CheckSession } from '../../client/contract.ts'
import { describeFlags } from '../../failure-details/describe-flags.ts'
import type { FailureDetails } from '../../failure-details/failure-details.ts'
import { readMoment } from '../../time/read-moment.ts'
import { judgeResult } from '../../verdict/count-results.ts'
import type { SessionFate } from '../../verdict/verdict.ts'
import { explainSession } from './explain-session.ts'
import { buildLocationViews, type LocationView } from './location-view.ts'
import { measureRun } from './measure-times.ts'

/** Why some locations did not pass. Locations with the same reason stand together. */
export interface Cause {
  /** One line of text from outside; '' when these failed like the others, but nobody read why. */
  reason: string
  locations: string[]
  /** Read for one of the locations; null when the reason comes from the flags alone. */
  details: FailureDetails | null
}

/** One session as every report shows it. Names, locations and reasons are text from outside. */
export interface SessionView {
  fate: SessionFate
  /** The check's name, or the session's id when it has none. */
  name: string
  /** '' when none is known. */
  link: string
  /** The status in the API's spelling; 'UNFINISHED' or 'UNKNOWN' when there is no final one. */
  status: string
  /** Those that need a look first. */
  locations: LocationView[]
  /** Locations whose final result failed, was cancelled or is missing. */
  stoppedLocations: LocationView[]
  /** Start of the first attempt that failed, in epoch milliseconds; null when not known. */
  failingSinceMs: number | null
  /** The session's start, in epoch milliseconds; null when not known. */
  startedMs: number | null
  /** Milliseconds from the session's start to its end; null when not known. */
  tookMs: number | null
  /** Empty when every location passed. */
  causes: Cause[]
  /** One line: why the session did not pass; '' when it did. */
  reason: string
  /** Locations that passed after at least one failed attempt. */
  retriedLocations: LocationView[]
}

/** Builds what the reports show of one session. Pure. */
export function buildSessionView(
  fate: SessionFate,
  details: ReadonlyMap<string, FailureDetails>,
): SessionView {
  const session = fate.session
  const locations = session === null ? [] : buildLocationViews(session)
  const stoppedLocations = locations.filter((view) => view.kind !== 'passed' && view.kind !== 'degraded')
  const causes = groupCauses(fate, locations, details)
  return {
    fate,
    name: session?.name?.trim() || session?.results.find((result) => result.name !== '')?.name || fate.id,
    link: session?.checkSessionLink ?? '',
    status: chooseStatus(fate),
    locations,
    stoppedLocations,
    failingSinceMs: findFirstFailure(locations),
    startedMs: readMoment(session?.startedAt ?? null),
    tookMs: measureSession(session),
    causes,
    reason: fate.state === 'passed' ? '' : explainSession(fate, causes),
    retriedLocations: locations.filter((view) => view.passedAfterRetry),
  }
}

function chooseStatus(fate: SessionFate): string {
  if (fate.state === 'unfinished') return 'UNFINISHED'
  if (fate.state === 'unknown') return 'UNKNOWN'
  return fate.session?.status ?? 'UNKNOWN'
}

function groupCauses(
  fate: SessionFate,
  locations: LocationView[],
  details: ReadonlyMap<string, FailureDetails>,
): Cause[] {
  const causes = new Map<string, Cause>()
  const isRead = locations.some(({ telling }) => telling !== null && details.has(telling.checkResultId))
  for (const { location, kind, telling } of locations) {
    // A cancelled session says so itself.
    if (
      telling === null ||
      kind === 'passed' ||
      (kind === 'cancelled' && fate.session?.status === 'CANCELLED')
    )
      continue
    const read = details.get(telling.checkResultId) ?? null
    // Attempts without a final result are counted elsewhere; only what was read of them says more.
    if (kind === 'missing' && read === null) continue
    // Beside a reason that was read, flags alone say nothing.
    const reason =
      read?.reason || (isRead && read === null && kind === 'failed' ? '' : describeFlags(telling))
    const cause = causes.get(reason)
    if (cause === undefined) causes.set(reason, { reason, locations: [location], details: read })
    else {
      cause.locations.push(location)
      cause.details ??= read
    }
  }
  return [...causes.values()]
}

function findFirstFailure(locations: LocationView[]): number | null {
  const failures = locations
    .filter((view) => view.kind === 'failed' || view.kind === 'missing')
    .flatMap((view) => view.attempts)
    .filter((attempt: CheckResult) => judgeResult(attempt) === 'failed')
    .map((attempt) => readMoment(attempt.startedAt))
    .filter((time) => time !== null)
  return failures.length === 0 ? null : failures.reduce((a, b) => Math.min(a, b))
}

function measureSession(session: CheckSession | null): number | null {
  const elapsedMs = session?.timeElapsed ?? 0
  return (session && measureRun(session)) ?? (elapsedMs > 0 ? elapsedMs : null)
}
