import type { ResultCounts } from '../session/check-run.ts'
import type { Check, CheckRun, Session } from '../session/session.ts'

/** What became of the step, in the words of the `outcome` output. */
export type Outcome = 'passed' | 'failed' | 'timeout' | 'cancelled' | 'error' | 'detached' | 'no-match'

/**
 * What became of one session, or of one check.
 * - `passed`: it ended in a passing status and owes nothing (a test session owes a final result of each check).
 * - `failed`: it ended in another status. Or one of the many checks of a session did, even while others still run.
 * - `unfinished`: it had not ended when the wait ended.
 * - `unknown`: no verdict. The API refused to tell, never showed it, or still owes a result; or the session is too old.
 */
export type SessionState = 'passed' | 'failed' | 'unfinished' | 'unknown'

/** What became of sessions or checks, in the order in which people look at it. */
export const STATES_FROM_WORST: readonly SessionState[] = ['failed', 'unknown', 'unfinished', 'passed']

/** One session of the step and what became of it. */
export interface JudgedSession {
  id: string
  state: SessionState
  /**
   * Its status, in the API's spelling. While many checks still run: the worst of their final results. '' unless `state`
   * is `passed` or `failed`.
   */
  status: string
  /** What the API last told: its end, a snapshot, or the answer to its start. Null when it told nothing. */
  session: Session | null
  /**
   * What went wrong with it last. A refusal: in sentences. An error of the last request, or why its end does not count:
   * as a part of a sentence. Null when nothing went wrong.
   */
  lastError: string | null
  /** True when `lastError` is that no server answered. */
  isUnreachable: boolean
}

/** One check of the step and what became of it, over all the places where it ran. */
export interface JudgedCheck {
  /** Null when this stands for a session as a whole. */
  check: Check | null
  /** The check's name, else the session's; '' when both are unknown. */
  name: string
  state: SessionState
  /** The worst final status so far, in the API's spelling; '' without one. */
  status: string
  runs: readonly CheckRun[]
  /** The sessions in which it ran; at least one. */
  sessions: readonly JudgedSession[]
}

/** How many checks there are, and what became of them: `passed` + `failed` + `unfinished` + `unknown` = `total`. */
export interface CheckCounts {
  total: number
  passed: number
  failed: number
  unfinished: number
  /** Of the unfinished: those of which no run had started. */
  notStarted: number
  unknown: number
  /** Of the passed: those with a run that passed only after a failed attempt. */
  retried: number
  /** Of the passed: those with status DEGRADED, because `passing-statuses` lists it. */
  degraded: number
  /** Of the passed: those with another status than PASSED and DEGRADED, because `passing-statuses` lists it. */
  letThrough: number
}

/** How many sessions there are, and what became of them; `unfinished` counts the unknown ones too. */
export interface SessionCounts {
  total: number
  passed: number
  failed: number
  unfinished: number
}

/** The decision. Reports show it and never change it. */
export interface Verdict {
  outcome: Outcome
  /** Whether the step succeeds, with exit code 0. */
  succeeds: boolean
  /** The worst `status` of the sessions; '' when none has one. */
  status: string
  /** In a sentence: which checks, which status, which locations, and where to look. */
  message: string
  checks: CheckCounts
  sessions: SessionCounts
  /** Whether the step ended without waiting, because of the input `detach`. */
  detached: boolean
  /** Whether `fail-fast` ended the wait while others still ran. */
  failedFast: boolean
  /** Checks that were asked for by id and of which no session was started. */
  missing: readonly string[]
  /** Why sessions were not started that should have been, a sentence each. */
  unstarted: readonly string[]
  /** What was asked for and not started, in sentences; '' when nothing is. Not the count `checks.notStarted`. */
  notStarted: string
  results: ResultCounts
  /** Milliseconds from the earliest start of a session to the latest end; null when unknown. */
  timeElapsedMs: number | null
  /** All passed: the first known link. Else: the first known link of those that did not pass. '' without one. */
  link: string
}
