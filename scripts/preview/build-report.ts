import type { CheckResult, CheckSession, JsonObject } from '../../src/client/contract.ts'
import type { FailureDetails } from '../../src/failure-details/failure-details.ts'
import type { GateReport } from '../../src/reports/gate-report.ts'
import { type Ending, judge } from '../../src/verdict/judge.ts'
import type { SessionFate, SessionState } from '../../src/verdict/verdict.ts'

/** When the sample sessions start, in epoch milliseconds. */
const START_MS = Date.UTC(2026, 10, 23, 12, 4, 31)

/**
 * One sample session. `places` has a letter for each attempt, in order: P passed, F failed, E error,
 * D degraded, C cancelled; the last is the final one unless `…` follows; '' is a location without any.
 */
export interface SampleSession {
  name: string | null
  status: string
  places: Record<string, string>
  type?: string
  source?: string | null
  state?: SessionState
  trouble?: string
  /** Milliseconds of a passed attempt; a failed one takes four times as long. */
  speedMs?: number
  /** By location, for the last result there. */
  details?: Record<string, FailureDetails>
  link?: string
}

/** What a sample report is made of. */
export interface SampleReport {
  sessions: SampleSession[]
  ending?: Ending
  passingStatuses?: string[]
  startedHere?: boolean
  /** How long after the start of the sessions the step began, in milliseconds; a moment before by default. */
  beganAfterMs?: number
  waitedMs?: number
}

/** A report as the step would have it, with times and ids that are the same in every run. */
export function buildReport(sample: SampleReport): GateReport {
  const passingStatuses = sample.passingStatuses ?? ['PASSED']
  const details = new Map<string, FailureDetails>()
  const fates = sample.sessions.map((session, index) => buildFate(session, index, passingStatuses, details))
  const waitedMs = sample.waitedMs ?? 4000
  return {
    verdict: judge(sample.ending ?? { kind: 'awaited', missing: [], failedFast: false }, fates, waitedMs),
    fates,
    startedHere: sample.startedHere ?? true,
    passingStatuses,
    beganAtMs: START_MS + (sample.beganAfterMs ?? -2000),
    waitedMs,
    timeoutMs: 600_000,
    details,
  }
}

function buildFate(
  sample: SampleSession,
  index: number,
  passingStatuses: string[],
  details: Map<string, FailureDetails>,
): SessionFate {
  const id = makeId(index, 0)
  const state = sample.state ?? (passingStatuses.includes(sample.status) ? 'passed' : 'failed')
  const trouble = sample.trouble ?? null
  if (state === 'unknown') return { id, state, session: null, raw: null, trouble, unreachable: false }
  const session = buildSession(sample, index, state === 'unfinished')
  for (const [location, read] of Object.entries(sample.details ?? {})) {
    const last = session.results.findLast((result) => result.runLocation === location)
    if (last !== undefined) details.set(last.checkResultId, read)
  }
  return { id, state, session, raw: session as unknown as JsonObject, trouble, unreachable: false }
}

function buildSession(sample: SampleSession, index: number, isRunning: boolean): CheckSession {
  const id = makeId(index, 0)
  const results = Object.entries(sample.places).flatMap(([location, pattern], place) =>
    buildResults(sample, id, index, location, pattern, place),
  )
  const stops = results.map((result) => Date.parse(result.stoppedAt ?? ''))
  const stopMs = Math.max(START_MS + 2000, ...stops)
  return {
    checkSessionId: id,
    checkSessionLink: sample.link ?? `https://app.checklyhq.com/check-sessions/${id}`,
    checkId: makeId(index, 1),
    checkType: sample.type ?? 'API',
    name: sample.name,
    status: sample.status,
    startedAt: new Date(START_MS).toISOString(),
    stoppedAt: isRunning ? null : new Date(stopMs).toISOString(),
    timeElapsed: isRunning ? null : stopMs - START_MS,
    runLocations: Object.keys(sample.places),
    runSource: sample.source === undefined ? 'TRIGGER_API' : sample.source,
    results,
  }
}

function buildResults(
  sample: SampleSession,
  sessionId: string,
  index: number,
  location: string,
  pattern: string,
  place: number,
): CheckResult[] {
  const letters = [...pattern.replace('…', '')]
  let clockMs = START_MS + 300 + place * 170
  return letters.map((letter, attempt) => {
    const id = makeId(index, 100 + place * 10 + attempt)
    const speedMs = (sample.speedMs ?? 240) + place * 13
    const tookMs = letter === 'P' ? speedMs : speedMs * 4
    const startMs = clockMs
    clockMs += tookMs + 4000
    return {
      checkResultId: id,
      checkResultLink: `${sample.link ?? `https://app.checklyhq.com/check-sessions/${sessionId}`}/results/${id}`,
      checkId: makeId(index, 1),
      checkType: sample.type ?? 'API',
      name: sample.name ?? '',
      runLocation: location,
      resultType: attempt === letters.length - 1 && !pattern.endsWith('…') ? 'FINAL' : 'ATTEMPT',
      hasErrors: letter === 'E',
      hasFailures: letter === 'F',
      isDegraded: letter === 'D',
      aborted: false,
      isCancelled: letter === 'C',
      responseTime: tookMs,
      startedAt: new Date(startMs).toISOString(),
      stoppedAt: new Date(startMs + tookMs + 60).toISOString(),
    }
  })
}

function makeId(session: number, part: number): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')
  return `${hex(session + 0x5e55, 8)}-0000-4000-8000-${hex(part, 12)}`
}
