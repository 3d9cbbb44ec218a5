import { deriveUuid } from './ids.ts'
import type { AttemptScript, SessionScript } from './script.ts'

/** What a session is built from; the same as a script, with short forms for `locations`. */
export interface SessionOptions extends Omit<SessionScript, 'locations'> {
  /**
   * Names of locations, of which the first gets a run that fits `status` and the others pass; or runs by
   * location. `['eu-west-1']` by default.
   */
  locations?: readonly string[] | Record<string, AttemptScript[]>
  /** Duration of each run made from a location's name, in ms; as `AttemptScript.durationMs` by default. */
  runMs?: number
}

/** A script whose ids are known before it is added. */
export type BuiltSession = SessionScript & { id: string; checkId: string }

/**
 * Builds a session whose runs agree with its status, e.g. `buildSession({ status: 'FAILED' })`. The ids are
 * derived from the name, so sessions of one simulator need different names or ids.
 */
export function buildSession(options: SessionOptions = {}): BuiltSession {
  const { locations = ['eu-west-1'], runMs, ...script } = options
  const name = script.name ?? 'Homepage'
  const ids = {
    id: script.id ?? deriveUuid('built session', name),
    checkId: script.checkId ?? deriveUuid('check', name),
  }
  if (!isNames(locations)) return { ...script, ...ids, locations }
  const run: AttemptScript = runMs === undefined ? {} : { durationMs: runMs }
  const status = script.status ?? 'PASSED'
  // Without a run that says how long it takes, a session that times out would do so at once.
  const durationMs = script.durationMs ?? (status === 'TIMED_OUT' ? (runMs ?? 1200) : undefined)
  return {
    runLocations: [...locations],
    ...script,
    ...ids,
    locations: buildLocations(locations, status, run),
    ...(durationMs === undefined ? {} : { durationMs }),
  }
}

/** Builds many sessions, named `Check 1` and so on unless `customise` says otherwise (it is given 0, 1, …). */
export function buildSessions(
  count: number,
  customise: (index: number) => SessionOptions = () => ({}),
): BuiltSession[] {
  return Array.from({ length: count }, (_, index) =>
    buildSession({ name: `Check ${index + 1}`, ...customise(index) }),
  )
}

/** One run that fits a status: flags as the API sets them. */
export function buildRun(status: string, run: AttemptScript = {}): AttemptScript {
  const flags: Record<string, AttemptScript> = {
    FAILED: { hasFailures: true },
    ERRORED: { hasErrors: true },
    ABORTED: { aborted: true },
    DEGRADED: { isDegraded: true },
    CANCELLED: { isCancelled: true, responseTimeMs: null },
  }
  return { ...flags[status], ...run }
}

/** Runs of one location: failed attempts, 400 ms apart, before a final one of the given status. */
export function buildRetries(
  failures: number,
  finalStatus = 'PASSED',
  run: AttemptScript = {},
): AttemptScript[] {
  const retried = Array.from({ length: failures }, () => buildRun('FAILED', run))
  const last = buildRun(finalStatus, run)
  return [...retried, last].map((one, index) => (index === 0 ? one : { pauseMs: 400, ...one }))
}

function buildLocations(
  names: readonly string[],
  status: string,
  run: AttemptScript,
): Record<string, AttemptScript[]> {
  const entries = names.map((name, index): [string, AttemptScript[]] => [
    name,
    [index === 0 ? buildRun(status, run) : run],
  ])
  // A run that never came back is what makes a session time out: its location has no result.
  return Object.fromEntries(status === 'TIMED_OUT' ? entries.slice(1) : entries)
}

function isNames(locations: SessionOptions['locations']): locations is readonly string[] {
  return Array.isArray(locations)
}
