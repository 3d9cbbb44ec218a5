import type { Session, WatchedSession } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { formatMoment } from '../time/format-moment.ts'
import { judgeRun, STATUS_OF_RUN } from './judge-run.ts'
import type { JudgedSession, SessionState } from './verdict.ts'

/** What counts. Times are in epoch milliseconds, by the API's clock. */
export interface JudgeRules {
  passingStatuses: readonly string[]
  /** A session that started before this does not count; null when every one does. */
  startedAfterMs: number | null
  /** Whether this step started the sessions: they count, unless they had ended before it began. */
  startedHere: boolean
  /** When the step began. */
  beganAtMs: number
}

/** The API's `Date` has whole seconds, and requests take a moment, in milliseconds. */
const CLOCK_MS = 2000

/** Decides what became of one session, from what is known of it. */
export function judgeSession(watched: WatchedSession, rules: JudgeRules): JudgedSession {
  const { id, session, lastError } = watched
  const state = chooseState(watched, rules)
  return {
    id,
    state,
    status: state === 'passed' || state === 'failed' ? findStatus(session) : '',
    session,
    lastError: lastError?.cause ?? (state === 'unknown' ? explainUnknown(session, rules) : null),
    isUnreachable: lastError?.reached === false,
  }
}

/** Whether `fail-fast` ends the wait for all: the session has failed, or the API refuses to tell of it. */
export function endsWaitEarly(watched: WatchedSession, rules: JudgeRules): boolean {
  const state = chooseState(watched, rules)
  return state === 'failed' || (state === 'unknown' && watched.wait !== 'out-of-time')
}

function chooseState({ session, wait, isKnown }: WatchedSession, rules: JudgeRules): SessionState {
  if (wait === 'ended') {
    if (describeAge(session, rules) !== '') return 'unknown'
    if (!rules.passingStatuses.includes(session?.status ?? '')) return 'failed'
    // What a session does not tell can never let a step pass.
    return session?.owes === '' ? 'passed' : 'unknown'
  }
  // In a session of many checks one that has failed decides, whatever becomes of the others.
  const runs = session?.check === null ? session.runs : []
  if (runs.some((run) => judgeRun(run, 'unfinished', rules.passingStatuses) === 'failed')) return 'failed'
  if (wait === 'refused') return 'unknown'
  // The API never showed that there is such a session, all the time there was.
  return wait === 'out-of-time' && !isKnown ? 'unknown' : 'unfinished'
}

/** The status of a session that has ended, or the worst of the final results of one that still runs. */
function findStatus(session: Session | null): string {
  if (session === null) return ''
  if (session.isOver) return session.status
  return findWorstStatus(session.runs.flatMap(({ state }) => STATUS_OF_RUN[state] ?? []))
}

/** Why a session that is over has no verdict; null for one that has told nothing. */
function explainUnknown(session: Session | null, rules: JudgeRules): string | null {
  if (session === null) return null
  const age = describeAge(session, rules)
  if (age !== '') return age
  return session.owes === '' ? null : `it ended as ${session.status}, but ${session.owes}`
}

/** Why a session is no evidence for this step, where fresh evidence is asked for; '' when it is. */
function describeAge(session: Session | null, rules: JudgeRules): string {
  const { startedAfterMs, startedHere, beganAtMs } = rules
  if (startedAfterMs === null || session === null) return ''
  if (hasEndedBefore(session, beganAtMs) && startedHere) {
    return `it had ended at ${formatMoment(session.stoppedAtMs ?? 0)}, before it was asked for, so it is no evidence`
  }
  if (startedHere) return ''
  if (session.startedAtMs === null)
    return 'the API does not say when it started, so started-after cannot be kept'
  if (session.startedAtMs >= startedAfterMs) return ''
  return `it started at ${formatMoment(session.startedAtMs)}, before started-after (${formatMoment(startedAfterMs)}), so it is no evidence`
}

/** Whether a session had ended before a moment, in epoch milliseconds by the API's clock. */
export function hasEndedBefore({ stoppedAtMs }: Pick<Session, 'stoppedAtMs'>, moment: number): boolean {
  return stoppedAtMs !== null && stoppedAtMs < moment - CLOCK_MS
}
