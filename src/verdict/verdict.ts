import type { ResultCounts } from '../session/check-run.ts'
import type { Check, CheckRun, Session } from '../session/session.ts'

/** What became of the step, in the words of the `outcome` output. */
export type Outcome = 'passed' | 'failed' | 'timeout' | 'cancelled' | 'error' | 'detached' | 'no-match'

/**
 * What became of one session, or of one check.
 * - `passed`, `failed`: it ended, in a passing status or in another.
 * - `unfinished`: it was still running when the wait ended.
 * - `unknown`: no verdict was reached: refused by the API, or never reached.
 */
export type SessionState = 'passed' | 'failed' | 'unfinished' | 'unknown'

/** One session of the step and what became of it. */
export interface JudgedSession {
  id: string
  state: SessionState
  /** Its final status, in the API's spelling; '' while there is none. */
  status: string
  /** The latest that is known: final when it ended, a snapshot or the trigger's answer otherwise. */
  session: Session | null
  /**
   * What kept the step from a verdict on it: a refusal as sentences, or an error on the way as a part of a
   * sentence. Null when the session ended, or nothing went wrong.
   */
  lastError: string | null
  /** Whether that was that no server answered. */
  isUnreachable: boolean
}

/** One check of the step and what became of it, over all the places where it ran. */
export interface JudgedCheck {
  /** Null where nothing is known but the session. */
  check: Check | null
  /** The check's name, or the session's; '' when neither is known. */
  name: string
  state: SessionState
  /** The worst final status, in the API's spelling; '' when there is none yet. */
  status: string
  runs: readonly CheckRun[]
  /** The sessions that it ran in; at least one. */
  sessions: readonly JudgedSession[]
}

/**
 * How many checks there are, and what became of them: passed, failed, unfinished and unknown make the total. Of those
 * that passed, `retried` did so after a failed attempt, and `degraded` were let through. Of the unfinished,
 * `notStarted` are known not to have started.
 */
export interface CheckCounts {
  total: number
  passed: number
  failed: number
  unfinished: number
  notStarted: number
  unknown: number
  retried: number
  degraded: number
}

/** How many sessions there are, and what became of them; `unfinished` counts the unknown ones too. */
export interface SessionCounts {
  total: number
  passed: number
  failed: number
  unfinished: number
}

/** The decision. Reports are given it and never make it. */
export interface Verdict {
  outcome: Outcome
  /** Whether the step succeeds. */
  succeeds: boolean
  /** The worst final status that is known, in the API's spelling; '' when none is. */
  status: string
  /** In a sentence: which checks, which status, which locations, and where to look. */
  message: string
  checks: CheckCounts
  sessions: SessionCounts
  /** Whether the step ended without waiting, as it was asked to. */
  detached: boolean
  /** Whether `fail-fast` ended the wait while others still ran. */
  failedFast: boolean
  /** Checks that were asked for by id and of which no session was started. */
  missing: readonly string[]
  /** Why sessions were not started that should have been, a sentence each. */
  unstarted: readonly string[]
  /** In sentences, what was asked for and not started; '' when all was. */
  notStarted: string
  results: ResultCounts
  /** From the earliest start of a session to the latest end, in milliseconds; null when unknown. */
  timeElapsedMs: number | null
  /** Link of the first session that did not pass and has one, else of the first; '' when none is known. */
  link: string
}
