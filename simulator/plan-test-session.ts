import { buildRun } from './build-session.ts'
import { deriveUuid } from './ids.ts'
import { hasFailed, isFinal } from './live-session.ts'
import {
  findLastStop,
  type Plan,
  type PlannedCheck,
  type PlannedRun,
  planRuns,
  readDurationMs,
} from './plan-session.ts'
import type { AttemptScript, TestCheckScript, TestRunScript, TestSessionScript } from './script.ts'
import type { JsonObject } from './wire.ts'

/** A test session's script with every default filled in and every time computed. */
export interface TestSessionPlan extends Plan {
  name: string
  location: string
  resultsLagMs: number
  pending: 'all' | 'started' | 'none'
  hasResults: boolean
  metadata: JsonObject | undefined
  provider: string
}

/** Fills in the script of a test session. `serial` tells sessions of the same name apart in derived ids. */
export function planTestSession(script: TestSessionScript, serial: number): TestSessionPlan {
  const { name = 'Preview', location = 'eu-central-1', checks = [{}] } = script
  const id = (script.id ?? deriveUuid('test session', name, location, serial)).toLowerCase()
  const names: (string | null)[] = []
  const runs = checks.flatMap((check, index) => {
    const planned = planCheck(check, names, script.variables)
    names.push(planned.name)
    return planRuns(listRuns(check), {
      check: planned,
      location: check.runLocation === undefined ? location : check.runLocation,
      words: [id, index],
      sessionDuration: script.durationMs,
      startsAfterMs: check.startsAfterMs ?? 0,
    })
  })
  return {
    id,
    name,
    location,
    runs,
    durationMs: readDurationMs(script.durationMs ?? findLastStop(runs)),
    endsWithRuns: script.durationMs === undefined,
    status: script.status ?? null,
    resultsLagMs: script.resultsLagMs ?? 0,
    pending: script.pending ?? 'all',
    hasResults: script.hasResults ?? true,
    metadata: script.metadata,
    provider: script.provider ?? 'API',
    cancelDelayMs: script.cancelDelayMs ?? 0,
    extra: script.extra ?? {},
  }
}

/**
 * The final status of a test session as the API has it: one cancelled check makes it `CANCELLED`, whatever
 * failed beside it, and a degraded one leaves it `PASSED`.
 */
export function deriveTestStatus(_plan: TestSessionPlan, finished: readonly PlannedRun[]): string {
  const statuses = finished.filter(isFinal).map(getResultStatus)
  if (statuses.includes('CANCELLED')) return 'CANCELLED'
  return statuses.includes('FAILED') ? 'FAILED' : 'PASSED'
}

/** `status` of the result of a run that has finished. */
export function getResultStatus(run: PlannedRun): string {
  if (run.status !== null) return run.status
  if (run.flags.isCancelled) return 'CANCELLED'
  return hasFailed(run) ? 'FAILED' : 'PASSED'
}

/** The runs that a script amounts to: those it lists, or failed ones before a final one. */
export function listRuns(script: TestRunScript): AttemptScript[] {
  const { status = 'PASSED', retries = 0, durationMs, errorGroup } = script
  if (script.runs !== undefined) return script.runs
  const duration = durationMs === undefined ? {} : { durationMs }
  const group = errorGroup === undefined ? {} : { errorGroup }
  const failed = Array.from({ length: retries }, () => buildRun('FAILED', { ...duration, ...group }))
  const passes = status === 'PASSED' || status === 'DEGRADED'
  return [...failed, buildRun(status, { ...duration, ...(passes ? {} : group) })]
}

function planCheck(
  script: TestCheckScript,
  namesBefore: readonly (string | null)[],
  variables: Readonly<Record<string, string>> = {},
): PlannedCheck {
  const name = script.name === undefined ? 'Homepage' : script.name
  const namesakes = namesBefore.filter((one) => one === name).length
  // The first of a name has the id that a check session of that name has.
  const derived = deriveUuid('check', name ?? '', ...(namesakes === 0 ? [] : [namesakes]))
  return {
    id: script.checkId === undefined ? derived : (script.checkId?.toLowerCase() ?? null),
    name,
    type: script.checkType ?? 'API',
    url: script.url?.replaceAll(/\{{2,3}(\w+)\}{2,3}/g, (_, variable: string) => variables[variable] ?? ''),
  }
}
