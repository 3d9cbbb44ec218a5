import type { Session, WatchedSession } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { formatMoment } from '../time/format-moment.ts'
import { judgeRun, STATUS_OF_RUN } from './judge-run.ts'
import type { JudgedSession, SessionState } from './verdict.ts'

/** The rules by which sessions are judged. Times are epoch milliseconds by the API's clock. */
export interface JudgeRules {
  passingStatuses: readonly string[]
  /** A session that started before this does not count. Null: none is too old. */
  startedAfterMs: number | null
  /** This step started the sessions. Then only one that had ended before the step began is too old. */
  startedHere: boolean
  /** When the step began. */
  beganAtMs: number
}

/** 2 s of tolerance: the API's clock is known from `Date`, in whole seconds, and requests take time. */
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

/** Whether `fail-fast` ends the wait for all: the session failed, was refused, or ended without a verdict. */
export function endsWaitEarly(watched: WatchedSession, rules: JudgeRules): boolean {
  const state = chooseState(watched, rules)
  return state === 'failed' || (state === 'unknown' && watched.wait !== 'out-of-time')
}

function chooseState(watched: WatchedSession, rules: JudgeRules): SessionState {
  const { session, wait, isKnown } = watched
  if (wait === 'ended' && describeAge(session, rules) !== '') return 'unknown'
  // Of many checks, one that has failed decides: the others cannot change that. Nor does the session's status, which may
  // be one that passes (FAILED) and worse than one that does not (DEGRADED).
  const runs = session?.check === null ? session.runs : []
  if (runs.some((run) => judgeRun(run, 'unfinished', rules.passingStatuses) === 'failed')) return 'failed'
  if (wait === 'ended') {
    if (!rules.passingStatuses.includes(session?.status ?? '')) return 'failed'
    // A session that still owes a result can never pass.
    return session?.owes === '' ? 'passed' : 'unknown'
  }
  if (wait === 'refused') return 'unknown'
  // Until the deadline, the API never showed that the session exists.
  return wait === 'out-of-time' && !isKnown ? 'unknown' : 'unfinished'
}

/** A session that has ended: its status. One that still runs: the worst of its final results so far. */
function findStatus(session: Session | null): string {
  if (session === null) return ''
  if (session.isOver) return session.status
  return findWorstStatus(session.runs.flatMap(({ state }) => STATUS_OF_RUN[state] ?? []))
}

/** Why a session that ended has no verdict: too old, or results are missing. Null if neither, or never seen. */
function explainUnknown(session: Session | null, rules: JudgeRules): string | null {
  if (session === null) return null
  const age = describeAge(session, rules)
  if (age !== '') return age
  return session.owes === '' ? null : `it ended as ${session.status}, but ${session.owes}`
}

/** Why a session is too old. '' when it is not, when nothing is known of it, or when `startedAfterMs` is null. */
function describeAge(session: Session | null, rules: JudgeRules): string {
  const { startedAfterMs, startedHere, beganAtMs } = rules
  if (startedAfterMs === null || session === null) return ''
  if (startedHere && hasEndedBefore(session, beganAtMs)) {
    return `it had ended at ${formatMoment(session.stoppedAtMs ?? 0)}, before it was asked for, so it is too old to count`
  }
  if (startedHere) return ''
  if (session.startedAtMs === null)
    return 'the API does not say when it started, so started-after cannot be kept'
  if (session.startedAtMs >= startedAfterMs) return ''
  return `it started at ${formatMoment(session.startedAtMs)}, before started-after (${formatMoment(startedAfterMs)}), so it is too old to count`
}

/** Whether a session ended more than 2 s before a moment (epoch milliseconds by the API's clock). */
export function hasEndedBefore({ stoppedAtMs }: Pick<Session, 'stoppedAtMs'>, moment: number): boolean {
  return stoppedAtMs !== null && stoppedAtMs < moment - CLOCK_MS
}
