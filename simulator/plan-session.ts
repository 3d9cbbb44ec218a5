import { deriveUuid } from './ids.ts'
import type { AttemptScript, ErrorGroupScript, SessionScript } from './script.ts'
import type { JsonObject, ResultFlags } from './wire.ts'

/** Which check a run is of. */
export interface PlannedCheck {
  /** Null only in test sessions. */
  id: string | null
  name: string | null
  type: string
  /** Address that an API check calls; undefined for the usual one. */
  url?: string | undefined
}

/** One run of the plan; times are in ms from the start of the session. */
export interface PlannedRun {
  check: PlannedCheck
  resultId: string
  /** The same for all runs that follow each other: what the cancel routes call a sequence. */
  sequenceId: string
  /** Null only in test sessions: the field is left out. */
  location: string | null
  /** Which run of its sequence this is, from 0. */
  attempt: number
  resultType: string | null
  startMs: number
  stopMs: number
  /** Undefined: follows from the duration, which may be cut short. */
  responseTimeMs: number | null | undefined
  flags: ResultFlags
  /** `status` of a test session's result; null: follows from the flags. */
  status: string | null
  overMaxResponseTime: boolean
  scheduleError: string | null
  errorGroup: PlannedErrorGroup | null
  details: JsonObject | null | undefined
  extraDetails: JsonObject
  extra: JsonObject
}

/** An error group with its defaults filled in. */
export interface PlannedErrorGroup extends Required<Omit<ErrorGroupScript, 'analysis'>> {
  analysis: unknown
}

/** What is planned of a session of either kind. */
export interface Plan {
  id: string
  runs: PlannedRun[]
  /** From start to end, in ms; Infinity when it ends only on command. */
  durationMs: number
  /** Whether it ends with its last run, as against at a time of its own or on command. */
  endsWithRuns: boolean
  /** The status it is forced to end in; null: derived from the final runs. */
  status: string | null
  cancelDelayMs: number
  extra: JsonObject
}

/** A check session's script with every default filled in and every time computed. */
export interface SessionPlan extends Plan {
  checkId: string
  name: string | null
  checkType: string
  runLocations: string[]
  runSource: string | null
  listsRunning: boolean
}

const USUAL_RUN_MS = 1200
const DEFAULT_LOCATIONS: Record<string, AttemptScript[]> = { 'eu-west-1': [{}] }

/** Fills in the script of a check session. `serial` tells sessions of the same name apart in derived ids. */
export function planSession(script: SessionScript, serial: number): SessionPlan {
  const name = script.name === undefined ? 'Homepage' : script.name
  const checkType = script.checkType ?? 'API'
  const id = (script.id ?? deriveUuid('session', name ?? '', checkType, serial)).toLowerCase()
  const checkId = (script.checkId ?? deriveUuid('check', name ?? '')).toLowerCase()
  const check: PlannedCheck = { id: checkId, name, type: checkType }
  const locations = Object.entries(script.locations ?? DEFAULT_LOCATIONS)
  const runs = locations.flatMap(([location, attempts]) =>
    planRuns(attempts, { check, location, words: [id, location], sessionDuration: script.durationMs }),
  )
  return {
    id,
    checkId,
    name,
    checkType,
    runLocations: script.runLocations ?? locations.map(([location]) => location),
    runSource: script.runSource === undefined ? 'TRIGGER_API' : script.runSource,
    runs,
    durationMs: readDurationMs(script.durationMs ?? findLastStop(runs)),
    endsWithRuns: script.durationMs === undefined,
    status: script.status ?? null,
    listsRunning: script.listsRunning ?? false,
    cancelDelayMs: script.cancelDelayMs ?? 0,
    extra: script.extra ?? {},
  }
}

/** What the runs of a sequence have in common. */
export interface Sequence {
  check: PlannedCheck
  location: string | null
  /** What ids are derived from; of a simulator, no two sequences have the same. */
  words: readonly (string | number)[]
  /** The session's own duration, when it has one: runs without a duration share it. */
  sessionDuration: number | 'manual' | undefined
  /** When the first run may start, in ms from the session's start; 0 by default. */
  startsAfterMs?: number
}

/** Plans runs that follow each other: the last is final, those before it are attempts. */
export function planRuns(attempts: readonly AttemptScript[], sequence: Sequence): PlannedRun[] {
  const { check, location, words, sessionDuration, startsAfterMs = 0 } = sequence
  const sequenceId = deriveUuid('sequence', ...words)
  const durationsMs = fillInDurations(attempts, sessionDuration, startsAfterMs)
  let clockMs = startsAfterMs
  return attempts.map((script, attempt) => {
    const startMs = clockMs + (script.pauseMs ?? 0)
    clockMs = startMs + (durationsMs[attempt] ?? 0)
    const usualType = attempt === attempts.length - 1 ? 'FINAL' : 'ATTEMPT'
    return {
      check,
      resultId: deriveUuid('result', ...words, attempt),
      sequenceId,
      location,
      attempt,
      resultType: script.resultType === undefined ? usualType : script.resultType,
      startMs,
      stopMs: clockMs,
      responseTimeMs: script.responseTimeMs,
      flags: {
        hasErrors: script.hasErrors ?? false,
        hasFailures: script.hasFailures ?? false,
        isDegraded: script.isDegraded ?? false,
        aborted: script.aborted ?? false,
        isCancelled: script.isCancelled ?? false,
      },
      status: script.statusAsSent ?? null,
      overMaxResponseTime: script.overMaxResponseTime ?? false,
      scheduleError: script.scheduleError ?? null,
      errorGroup: script.errorGroup === undefined ? null : planErrorGroup(script.errorGroup),
      details: script.details,
      extraDetails: script.extraDetails ?? {},
      extra: script.extra ?? {},
    }
  })
}

/** When the last of some runs stops, in ms from the start; 0 without any. */
export function findLastStop(runs: readonly PlannedRun[]): number {
  return runs.reduce((latest, run) => Math.max(latest, run.stopMs), 0)
}

function planErrorGroup(script: ErrorGroupScript): PlannedErrorGroup {
  const message = script.message ?? 'expected 503 to equal 200'
  return {
    id: (script.id ?? deriveUuid('error group', message)).toLowerCase(),
    message,
    firstSeenAgoMs: script.firstSeenAgoMs ?? 0,
    environments: script.environments ?? null,
    analysis: script.analysis,
  }
}

/** A scripted duration in ms; Infinity for `manual`. */
export function readDurationMs(duration: number | 'manual'): number {
  return duration === 'manual' ? Number.POSITIVE_INFINITY : duration
}

// The durations of a location's runs, in ms. Those that have none share what the session's own leaves them,
// so that the last ends with it.
function fillInDurations(
  attempts: readonly AttemptScript[],
  session: number | 'manual' | undefined,
  startsAfterMs: number,
): number[] {
  const unset = attempts.filter((script) => script.durationMs === undefined).length
  const takenMs = attempts.reduce(
    (sum, one) => sum + (one.pauseMs ?? 0) + readDurationMs(one.durationMs ?? 0),
    startsAfterMs,
  )
  return attempts.map(({ durationMs }, index) => {
    if (durationMs !== undefined) return readDurationMs(durationMs)
    if (typeof session === 'number') return Math.max(0, Math.floor((session - takenMs) / unset))
    return session === 'manual' && index === attempts.length - 1 ? Number.POSITIVE_INFINITY : USUAL_RUN_MS
  })
}
