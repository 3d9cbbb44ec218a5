/*
 * The words of this action: what a session of any kind is. Adapters (checkly/check-sessions.ts, …) make these from the
 * API's answers. Nothing else looks at the API's own flags and types of results.
 */

/** The two kinds of session that Checkly has. */
export type SessionKind = 'check' | 'test'

/** How one execution ended. If several are true, the first counts: cancelled, failed, degraded, passed. */
export type RunState = 'cancelled' | 'failed' | 'degraded' | 'passed'

/** Why an execution failed. `failure`: an assertion, a script or the time limit. `error`: the check itself broke. */
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
  /** Whether this is the final result of its check run, and no retry follows. */
  isFinal: boolean
  /** Milliseconds. */
  responseTimeMs: number | null
  startedAtMs: number | null
  stoppedAtMs: number | null
  /** Test sessions: its groups of errors. A group holds similar messages, of this and of earlier sessions. */
  errorGroupIds: readonly string[]
}

/**
 * What became of a check run, by its final result. Without one: `queued` when it has not started, as far as is known,
 * `running` while the session runs, and `missing` when the session is over.
 */
export type CheckRunState = RunState | 'queued' | 'running' | 'missing'

/** One check in one place. It must have one final result. */
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
  /** In the API's spelling; it may be one that this version does not know. */
  status: string
  /** Whether the status is a final one. */
  isOver: boolean
  /** Test sessions: what is missing although the session is over, as a sentence without its full stop; '' for nothing. */
  owes: string
  /** May be incomplete while the session runs. */
  runs: readonly CheckRun[]
  /** What started it, in the API's spelling (`runSource`); null when the API does not say. */
  source: string | null
  startedAtMs: number | null
  stoppedAtMs: number | null
  /** Milliseconds from its start to its end. */
  elapsedMs: number | null
  /** The session as the API gave it. */
  raw: Readonly<Record<string, unknown>>
}

/** What the step knows of one session at one moment. The verdict is made from this. */
export interface WatchedSession {
  id: string
  /** What the API last said of it; null when it has said nothing yet. */
  session: Session | null
  /**
   * How far the wait for it is. `ended`: `session` has its final status. `refused`: the API refuses for good.
   * `out-of-time`: the deadline came first.
   */
  wait: 'waiting' | 'ended' | 'refused' | 'out-of-time'
  /** Whether the API has shown that it knows the session: by starting it, by a 408, by an answer about it. */
  isKnown: boolean
  /** The error of the last request; null when that was answered, or nothing went wrong yet. */
  lastError: RequestError | null
}

/** Why a request had no usable answer, as a part of a sentence, and whether a server answered at all. */
export interface RequestError {
  cause: string
  reached: boolean
}
