import { fillInDurations, readDurationMs } from './fill-in-durations.ts'
import { deriveUuid } from './ids.ts'
import type { AttemptScript, SessionScript } from './script.ts'
import type { JsonObject, ResultFlags } from './wire.ts'

/** One run of the plan; times are in ms from the start of the session. */
export interface PlannedRun {
  resultId: string
  /** The same for all runs of a location: what the cancel route calls a sequence. */
  sequenceId: string
  location: string
  /** Which run of its location this is, from 0. */
  attempt: number
  resultType: string | null
  startMs: number
  stopMs: number
  /** Undefined: follows from the duration, which may be cut short. */
  responseTimeMs: number | null | undefined
  flags: ResultFlags
  details: JsonObject | null | undefined
  extra: JsonObject
}

/** A session script with every default filled in and every time computed. */
export interface SessionPlan {
  id: string
  checkId: string
  name: string | null
  checkType: string
  runLocations: string[]
  runSource: string | null
  runs: PlannedRun[]
  /** From start to end, in ms; Infinity when it ends only on command. */
  durationMs: number
  /** The status it is forced to end in; null: derived from the final runs. */
  status: string | null
  listsRunning: boolean
  cancelDelayMs: number
  extra: JsonObject
}

const DEFAULT_LOCATIONS: Record<string, AttemptScript[]> = { 'eu-west-1': [{}] }

/** Fills in a script. `serial` tells sessions of the same name apart in derived ids. */
export function planSession(script: SessionScript, serial: number): SessionPlan {
  const name = script.name === undefined ? 'Homepage' : script.name
  const checkType = script.checkType ?? 'API'
  const id = (script.id ?? deriveUuid('session', name ?? '', checkType, serial)).toLowerCase()
  const locations = Object.entries(script.locations ?? DEFAULT_LOCATIONS)
  const runs = locations.flatMap(([location, attempts]) =>
    planLocation(id, location, attempts, script.durationMs),
  )
  const slowest = runs.reduce((latest, run) => Math.max(latest, run.stopMs), 0)
  return {
    id,
    checkId: (script.checkId ?? deriveUuid('check', name ?? '')).toLowerCase(),
    name,
    checkType,
    runLocations: script.runLocations ?? locations.map(([location]) => location),
    runSource: script.runSource === undefined ? 'TRIGGER_API' : script.runSource,
    runs,
    durationMs: readDurationMs(script.durationMs ?? slowest),
    status: script.status ?? null,
    listsRunning: script.listsRunning ?? false,
    cancelDelayMs: script.cancelDelayMs ?? 0,
    extra: script.extra ?? {},
  }
}

function planLocation(
  sessionId: string,
  location: string,
  attempts: AttemptScript[],
  sessionDuration: number | 'manual' | undefined,
): PlannedRun[] {
  const sequenceId = deriveUuid('sequence', sessionId, location)
  const durationsMs = fillInDurations(attempts, sessionDuration)
  let clockMs = 0
  return attempts.map((script, attempt) => {
    const startMs = clockMs + (script.pauseMs ?? 0)
    clockMs = startMs + (durationsMs[attempt] ?? 0)
    const usualType = attempt === attempts.length - 1 ? 'FINAL' : 'ATTEMPT'
    return {
      resultId: deriveUuid('result', sessionId, location, attempt),
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
      details: script.details,
      extra: script.extra ?? {},
    }
  })
}
