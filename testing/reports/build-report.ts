import type { PrivateLocation } from '../../src/checkly/locations.ts'
import { readCheckSession } from '../../src/checkly/read-check-session.ts'
import type { AddressUse } from '../../src/diagnosis/address-use.ts'
import type { FailureDetails } from '../../src/diagnosis/failure-details.ts'
import type { RunHistory } from '../../src/diagnosis/run-history.ts'
import type { Choice, GateReport } from '../../src/reports/views/gate-report.ts'
import { buildReportView, type ReportView } from '../../src/reports/views/report-view.ts'
import type { CheckRun, WatchedSession } from '../../src/session/session.ts'
import type { Ending } from '../../src/verdict/ending.ts'
import { judge } from '../../src/verdict/judge.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import { judgeSession } from '../../src/verdict/judge-sessions.ts'
import type { SessionState } from '../../src/verdict/verdict.ts'
import { buildWatchedTest, type SampleTestSession } from './build-test-session.ts'

/** When the sample sessions start, in epoch milliseconds. */
const START_MS = Date.UTC(2026, 10, 23, 12, 4, 31)

const CHOSEN_BY_TAGS: Choice = { input: 'tags', values: ['production'], sessionType: 'check' }
const CHOSEN_BY_ID: Choice = { input: 'check-session-id', values: [], sessionType: 'check' }

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
  /** What kept the step from a verdict on it. */
  lastError?: string
  /** Milliseconds of a passed attempt; a failed one takes four times as long. */
  speedMs?: number
  /** By location, for the last result there. */
  details?: Record<string, FailureDetails>
  /** What was before, by location. */
  histories?: Record<string, RunHistory>
  link?: string
  /** What the API gives otherwise of the session. */
  changeSession?: Record<string, unknown>
  /** What the API gives otherwise of a result, by its index over all places. */
  changeResult?: (index: number) => Record<string, unknown>
}

/** What a sample report is made of. */
export interface SampleReport {
  sessions: SampleSession[]
  testSessions?: SampleTestSession[]
  ending?: Ending
  passingStatuses?: string[]
  startedHere?: boolean
  choice?: Choice
  /** By the index of the session: how long before the verdict it was seen, in milliseconds. */
  seenAgoMs?: Record<number, number>
  environmentUrl?: string
  lacksAddress?: boolean
  addressUse?: AddressUse
  silentLocations?: PrivateLocation[]
  /** How long after the start of the sessions the step began, in milliseconds; a moment before by default. */
  beganAfterMs?: number
  waitedMs?: number
}

/** A report as the step would have it, with times and ids that are the same in every run. */
export function buildReport(sample: SampleReport): GateReport {
  const passingStatuses = sample.passingStatuses ?? ['PASSED']
  const details = new Map<string, FailureDetails>()
  const startedHere = sample.startedHere ?? true
  const beganAtMs = START_MS + (sample.beganAfterMs ?? -2000)
  const rules = { passingStatuses, startedAfterMs: null, startedHere, beganAtMs }
  const watched = [
    ...sample.sessions.map((session, index) => buildWatched(session, index, details)),
    ...(sample.testSessions ?? []).map((session, index) =>
      buildWatchedTest(session, index, START_MS, details),
    ),
  ]
  const sessions = watched.map((it) => judgeSession(it, rules))
  const histories = new Map(
    sessions.flatMap(({ session }, index) =>
      (session?.runs ?? []).flatMap((run): [CheckRun, RunHistory][] => {
        const history = sample.sessions[index]?.histories?.[run.location]
        return history === undefined ? [] : [[run, history]]
      }),
    ),
  )
  const checks = judgeChecks(sessions, passingStatuses)
  const waitedMs = sample.waitedMs ?? 4000
  return {
    verdict: judge(
      sample.ending ?? { kind: 'awaited', missing: [], unstarted: [], failedFast: false },
      sessions,
      checks,
      waitedMs,
    ),
    sessions,
    checks,
    choice: sample.choice ?? (startedHere ? CHOSEN_BY_TAGS : CHOSEN_BY_ID),
    environmentUrl: sample.environmentUrl ?? null,
    lacksAddress: sample.lacksAddress ?? false,
    addressUse: sample.addressUse ?? null,
    silentLocations: sample.silentLocations ?? [],
    startedHere,
    passingStatuses,
    beganAtMs,
    waitedMs,
    timeoutMs: 600_000,
    seenAgoMs: new Map(
      Object.entries(sample.seenAgoMs ?? {}).map(([index, ms]) => [makeId(Number(index), 0), ms]),
    ),
    known: { details, histories },
  }
}

/** The same as the reports show it. */
export function buildView(sample: SampleReport): ReportView {
  return buildReportView(buildReport(sample))
}

const WAITS = { passed: 'ended', failed: 'ended', unfinished: 'out-of-time', unknown: 'refused' } as const

function buildWatched(
  sample: SampleSession,
  index: number,
  details: Map<string, FailureDetails>,
): WatchedSession {
  const id = makeId(index, 0)
  const state = sample.state ?? 'passed'
  const lastError = sample.lastError === undefined ? null : { cause: sample.lastError, reached: true }
  const watched = { id, wait: WAITS[state], isKnown: true, lastError, session: null }
  if (state === 'unknown') return watched
  const session = readCheckSession(buildSession(sample, index, state === 'unfinished'), id)
  if (typeof session === 'string') throw new Error(session)
  for (const [location, read] of Object.entries(sample.details ?? {})) {
    const last = session.runs.flatMap(({ attempts }) => attempts).findLast((it) => it.location === location)
    if (last !== undefined) details.set(last.id, read)
  }
  return { ...watched, session }
}

function buildSession(sample: SampleSession, index: number, isRunning: boolean): Record<string, unknown> {
  const id = makeId(index, 0)
  const results = Object.entries(sample.places).flatMap(([location, pattern], place) =>
    buildResults(sample, id, index, location, pattern, place),
  )
  const { changeResult = () => ({}) } = sample
  const stops = results.map(({ stoppedAt }) => Date.parse(stoppedAt))
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
    results: results.map((result, at) => ({ ...result, ...changeResult(at) })),
    ...sample.changeSession,
  }
}

function buildResults(
  sample: SampleSession,
  sessionId: string,
  index: number,
  location: string,
  pattern: string,
  place: number,
) {
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
