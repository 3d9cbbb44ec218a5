import type { CheckSession, JsonObject } from '../client/contract.ts'

/** What became of the step, in the words of the `outcome` output. */
export type Outcome = 'passed' | 'failed' | 'timeout' | 'cancelled' | 'error' | 'detached' | 'no-match'

/**
 * What became of one session.
 * - `passed`, `failed`: it ended, in a passing status or in another.
 * - `unfinished`: it was still running when the wait ended.
 * - `unknown`: no verdict was reached: refused by the API, or never reached.
 */
export type SessionState = 'passed' | 'failed' | 'unfinished' | 'unknown'

/** One session of the step, in the order asked for. */
export interface SessionFate {
  id: string
  state: SessionState
  /** The latest that is known: final when it ended, a snapshot or the trigger's answer otherwise. */
  session: CheckSession | null
  /** The same, as the API gave it. */
  raw: JsonObject | null
  /**
   * The last thing that kept the step from a verdict on it: a refusal as a sentence, or a trouble on the way
   * as a part of one; null when the session ended, or nothing went wrong.
   */
  trouble: string | null
  /** Whether that was that no server answered. */
  unreachable: boolean
}

/** Counts over `FINAL` results; each result counts once. */
export interface ResultCounts {
  total: number
  passed: number
  failed: number
  degraded: number
  cancelled: number
}

/** The decision. Renderers are given it and never make it. */
export interface Verdict {
  outcome: Outcome
  /** Whether the step succeeds. */
  succeeds: boolean
  /** The worst final status that is known, in the API's spelling; '' when none is. */
  status: string
  /** One line: which session, which status, which locations, and where to look. */
  sentence: string
  sessions: { total: number; passed: number; failed: number; unfinished: number }
  /** Whether the step ended without waiting, as it was asked to. */
  detached: boolean
  /** Whether `fail-fast` ended the wait while others still ran. */
  failedFast: boolean
  /** Checks that were asked for by id and of which no session was started. */
  missing: readonly string[]
  results: ResultCounts
  /** From the earliest `startedAt` to the latest `stoppedAt`, in milliseconds; null when unknown. */
  timeElapsedMs: number | null
  /** Link of the first session that did not pass and has one, else of the first; '' when none is known. */
  link: string
}
