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
  /** Fields of the check results API for this run; null: that API answers 404. Default: see `details.ts`. */
  details?: JsonObject | null
  /** Fields to add to the result as sent, or to replace. */
  extra?: JsonObject
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
  /** Fields to add to the session as sent, or to replace. */
  extra?: JsonObject
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
  /** A deactivated check is never started; true by default. */
  activated?: boolean
  /** How each session that it starts behaves. */
  session?: SessionScript
}
