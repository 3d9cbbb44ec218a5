/*
 * The words of this action: what a session is, whatever kind it has. Adapters (checkly/check-sessions.ts, …) make
 * these of the API's answers. Nothing else looks at the API's own flags and types of results.
 */

/** The two kinds of session that Checkly has. */
export type SessionKind = 'check' | 'test'

/** What one execution came to. Each counts once, in the order cancelled, failed, degraded, passed. */
export type RunState = 'cancelled' | 'failed' | 'degraded' | 'passed'

/** What kept an execution from passing: a condition of the check did not hold, the check itself broke, or it was aborted. */
export type Fault = 'failure' | 'error' | 'aborted'

/** A check as Checkly knows it; '' for what the API does not say. `type` is in the API's spelling (`API`, …). */
export interface Check {
  id: string
  name: string
  type: string
}

/** One execution of a check in one place. Times are epoch milliseconds, null when they are not known. */
export interface Attempt {
  id: string
  link: string
  /** Where it ran: a region, or the slug of a private location. A retry need not run where the first attempt did. */
  location: string
  state: RunState
  /** Empty unless it failed. */
  faults: readonly Fault[]
  /** Whether it is the last word of its check run, and not an attempt that was followed by another. */
  isFinal: boolean
  /** In milliseconds. */
  responseTimeMs: number | null
  startedAtMs: number | null
  stoppedAtMs: number | null
  /** Test sessions: groups of errors with alike messages, of this and of earlier sessions, that it belongs to. */
  errorGroupIds: readonly string[]
}

/**
 * What became of a check run: as its final result says; `queued` while it is known not to have started, `running`
 * while no final result has come, and `missing` when the session is over without one.
 */
export type CheckRunState = RunState | 'queued' | 'running' | 'missing'

/** One check in one place, which owes one final result. */
export interface CheckRun {
  check: Check
  /** Where it was to run. Its retries may have run elsewhere. */
  location: string
  /** In the order in which they ran, the final one last. */
  attempts: readonly Attempt[]
  final: Attempt | null
  state: CheckRunState
}

/** A session as the API last told of it. Times are epoch milliseconds, null when they are not known. */
export interface Session {
  kind: SessionKind
  /** A UUID in lower case. */
  id: string
  /** '' when it has none. */
  name: string
  link: string
  /** The one check that the session is of; null for a session of many checks. */
  check: Check | null
  /** In the API's spelling; it may be one that nobody has heard of. */
  status: string
  /** Whether the status is a final one. */
  isOver: boolean
  /** What a session that is over still owes, as a sentence without its full stop; '' when nothing is missing. */
  owes: string
  /** May be incomplete while the session runs. */
  runs: readonly CheckRun[]
  /** What started it, in the API's spelling (`runSource`); null when the API does not say. */
  source: string | null
  startedAtMs: number | null
  stoppedAtMs: number | null
  /** From its start to its end, in milliseconds. */
  elapsedMs: number | null
  /** The session as the API gave it. */
  raw: Readonly<Record<string, unknown>>
}

/** What the step knows of one session at one moment. The verdict is made from this. */
export interface WatchedSession {
  id: string
  /** The latest that the API said of it; null when it has said nothing yet. */
  session: Session | null
  /**
   * How far the wait for it is: `waiting`; `ended`, when `session` is its end; `refused` by the API for good;
   * `out-of-time` at the deadline.
   */
  wait: 'waiting' | 'ended' | 'refused' | 'out-of-time'
  /** Whether the API has shown that it knows the session: by starting it, by a 408, by an answer about it. */
  isKnown: boolean
  /** What kept the last request from its answer; null when the last one was answered. */
  lastError: RequestError | null
}

/** What kept a request from its answer, as a part of a sentence, and whether a server answered at all. */
export interface RequestError {
  cause: string
  reached: boolean
}
