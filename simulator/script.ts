import type { JsonObject, ResultFlags } from './wire.ts'

/*
 * What a test, demo or benchmark writes to make the simulator behave: plain JSON, so that it can
 * also be sent to the control routes or kept in a file. Everything has a default.
 */

/** One run at one location. The last of a location is its final one, those before it are attempts. */
export interface AttemptScript extends Partial<ResultFlags> {
  /**
   * How long the run takes, in ms; `manual`: until the session ends. By default the location's share of the
   * session's duration, or 1,200 without one; in a manual session the last run lasts until its end.
   */
  durationMs?: number | 'manual'
  /** Pause before the run, in ms, as a retry strategy has it; 0 by default. */
  pauseMs?: number
  /** `responseTime` as sent, in ms; 80 % of the duration by default, null as it may be for real. */
  responseTimeMs?: number | null
  /** `FINAL` for the last run of a location and `ATTEMPT` before it, unless given. */
  resultType?: string | null
  /** Fields of the check results API for this run; null: that API answers 404. Default: see `describe-run.ts`. */
  details?: JsonObject | null
  /** Fields to add to the details, or to replace, that need not be what the API documents. */
  extraDetails?: JsonObject
  /** `overMaxResponseTime` in the details; false by default. */
  overMaxResponseTime?: boolean
  /** The error group that the result belongs to; none by default. */
  errorGroup?: ErrorGroupScript
  /** Test sessions only: `status` of the result as sent. By default it follows from the flags. */
  statusAsSent?: string
  /** Test sessions only: `scheduleError` in the details; null by default. */
  scheduleError?: string
  /** Fields to add to the result as sent, or to replace, that need not be what the API documents. */
  extra?: JsonObject
}

/** An error that was seen before, perhaps. Its id is derived from the message unless given. */
export interface ErrorGroupScript {
  id?: string
  /** What failed, e.g. `expected 503 to equal 200`, which is the default. */
  message?: string
  /** How long before the end of this run it was first seen, in ms; 0, the default: in this run. */
  firstSeenAgoMs?: number
  /** Test sessions only: where it was seen. None by default. */
  environments?: string[] | null
  /** What Checkly's analysis says of it, in any shape; no analysis by default. */
  analysis?: unknown
}

/** A check session, from its start to its end. */
export interface SessionScript {
  /** UUID; by default derived from the name and type, and from the count of sessions so far. */
  id?: string
  /** UUID; by default derived from the name. */
  checkId?: string
  /** `Homepage` by default; null leaves the field out, as the contract allows. */
  name?: string | null
  /** `API` by default; any text. */
  checkType?: string
  /** Runs by location, in the order they happen; locations run side by side. One passing run by default. */
  locations?: Record<string, AttemptScript[]>
  /** `runLocations` as sent, when it shall differ from the locations that have runs. */
  runLocations?: string[]
  /** Time from start to end in ms; by default until the slowest location is done; `manual`: ends on command. */
  durationMs?: number | 'manual'
  /** Final status; by default what the final runs' flags amount to. Any text. */
  status?: string
  /** `TRIGGER_API` by default. */
  runSource?: string | null
  /** How long ago it started, in ms, when it is added; 0 by default. */
  startedAgoMs?: number
  /** True: it has ended when it is added, and started its whole duration before. */
  ended?: boolean
  /** Lists runs under way too, with `stoppedAt`, `responseTime` and `resultType` null. */
  listsRunning?: boolean
  /** How long a cancellation takes to stop a Playwright suite, in ms; 0 by default. */
  cancelDelayMs?: number
  /** Fields to add to the session as sent, or to replace, that need not be what the API documents. */
  extra?: JsonObject
}

/** What a run comes to, in a word: see `buildRun`. */
export type RunStatus = 'PASSED' | 'FAILED' | 'ERRORED' | 'ABORTED' | 'DEGRADED' | 'CANCELLED'

/** How a check goes in a test session. */
export interface TestRunScript {
  /** What its final run comes to; `PASSED` by default. */
  status?: RunStatus
  /** How many failed runs come before the final one; 0 by default. */
  retries?: number
  /** How long after the session's start it starts, in ms; 0 by default. Large sessions are staggered. */
  startsAfterMs?: number
  /** How long each of its runs takes, in ms; `manual`: until the session ends. By default as in `AttemptScript`. */
  durationMs?: number | 'manual'
  /** The error group of its runs that fail. */
  errorGroup?: ErrorGroupScript
  /** Its runs, one after the other, in place of `status`, `retries` and `durationMs`. */
  runs?: AttemptScript[]
  /** `runLocation` of its results; the session's by default, null leaves the field out. */
  runLocation?: string | null
  /**
   * Address that an API check calls, as its details tell. Variables are filled in, as in
   * `{{{ENVIRONMENT_URL}}}/api/orders`, or in two brackets; one that was not given is empty.
   */
  url?: string
}

/** A check inside a test session. */
export interface TestCheckScript extends TestRunScript {
  /** `Homepage` by default; null leaves the field out. */
  name?: string | null
  /** UUID, by default derived from the name and from how many before it have that name; null as it may be. */
  checkId?: string | null
  /** `API` by default. */
  checkType?: string
}

/** How a test session behaves as a whole. */
export interface TestSessionBehaviour {
  /** Time from start to end in ms; by default until the last check is done; `manual`: ends on command. */
  durationMs?: number | 'manual'
  /** Final status, any text; by default what the final results amount to. */
  status?: string
  /** How old what is said of results is, in ms: after the end, they lag behind the status. 0 by default. */
  resultsLagMs?: number
  /** Which unfinished checks are listed, as `PENDING` results: all, the default, those that have started, or none. */
  pending?: 'all' | 'started' | 'none'
  /** False: `results` is left out, as the contract allows. */
  hasResults?: boolean
  /** How long a cancellation takes to stop a Playwright suite, in ms; 0 by default. */
  cancelDelayMs?: number
  /** Fields to add to the session as sent, or to replace, that need not be what the API documents. */
  extra?: JsonObject
}

/** A test session, from its start to its end. */
export interface TestSessionScript extends TestSessionBehaviour {
  /** UUID; by default derived from the name, the place and the count of test sessions so far. */
  id?: string
  /** `Preview` by default. */
  name?: string
  /** Region code, or slug of a private location; `eu-central-1` by default. */
  location?: string
  /** Checks in it, side by side: one that passes by default. `[]`: none, and no results. */
  checks?: readonly TestCheckScript[]
  /** How long ago it started, in ms, when it is added; 0 by default. */
  startedAgoMs?: number
  /** True: it has ended when it is added, and started its whole duration before. */
  ended?: boolean
  /** `metadata` as sent; left out by default. */
  metadata?: JsonObject
  /** Who started it, as the list of sessions tells: `API` by default. */
  provider?: string
  /** Variables for the addresses of API checks. */
  variables?: Record<string, string>
}

/** A result from before: what the history of a check is made of. */
export interface PastResultScript extends AttemptScript {
  /** What it came to; `PASSED` by default. */
  status?: RunStatus
  /** How long ago it ended, in ms, when it is added. */
  agoMs: number
  /** `eu-west-1` by default. */
  location?: string
}

/** What a check did before. */
export interface HistoryScript {
  checkId: string
  /** `Homepage` by default. */
  name?: string
  /** `API` by default. */
  checkType?: string
  results: readonly PastResultScript[]
}

/** A private location of the account. Its keys and its proxy's password are canaries: see `locations.ts`. */
export interface PrivateLocationScript {
  slugName: string
  /** The slug by default. */
  name?: string
  /** How long ago an agent was last seen, in ms; 10,000 by default, null for never. */
  lastSeenAgoMs?: number | null
  /** 1 by default. */
  agentCount?: number
}

/** A check that a trigger request can start. */
export interface CheckScript {
  /** UUID; by default derived from the name. */
  id?: string
  name: string
  /** Tags, for `matchTags`. */
  tags?: string[]
  /** `API` by default. */
  checkType?: string
  /** A deactivated check is started by none but a test session that asks for it; true by default. */
  activated?: boolean
  /** How each check session that it starts behaves. */
  session?: SessionScript
  /** How it goes in a test session: passes by default. */
  test?: TestRunScript
  /** The same for certain places, by region code or slug. */
  testIn?: Record<string, TestRunScript>
}
