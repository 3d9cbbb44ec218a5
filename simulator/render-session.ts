import { deriveRunningStatus } from './derive-status.ts'
import type { LiveSession } from './live-session.ts'
import type { PlannedRun } from './plan-session.ts'
import type { WireResult, WireSession } from './wire.ts'

const APP_URL = 'https://app.checklyhq.com'

/** A session as the trigger route lists it: without results. */
export function renderSession(session: LiveSession, nowMs = Date.now()): WireSession {
  const { plan, startedAtMs, endsAtMs, status } = session
  const stoppedAtMs = status === null ? null : endsAtMs
  return {
    checkSessionId: plan.id,
    checkSessionLink: `${APP_URL}/checks/${plan.checkId}/check-sessions/${plan.id}`,
    checkId: plan.checkId,
    checkType: plan.checkType,
    ...(plan.name === null ? {} : { name: plan.name }),
    status: status ?? deriveRunningStatus(listFinishedRuns(session, nowMs)),
    startedAt: formatTime(startedAtMs),
    stoppedAt: stoppedAtMs === null ? null : formatTime(stoppedAtMs),
    timeElapsed: (stoppedAtMs ?? nowMs) - startedAtMs,
    runLocations: plan.runLocations,
    runSource: plan.runSource,
    ...plan.extra,
  }
}

/** A session as the snapshot and completion routes answer it: with the results there are so far. */
export function renderSessionWithResults(session: LiveSession, nowMs = Date.now()): object {
  const atMs = nowMs - session.startedAtMs
  const finished = listFinishedRuns(session, nowMs).map((run) => renderResult(session, run))
  const isRunning = (run: PlannedRun) => session.status === null && run.startMs <= atMs && run.stopMs > atMs
  const running = session.plan.listsRunning ? session.plan.runs.filter(isRunning) : []
  const unfinished = running.map((run) => ({
    ...renderResult(session, run),
    resultType: null,
    responseTime: null,
    stoppedAt: null,
  }))
  // The scripted extra fields come last, so that a script may replace `results` too.
  const results = [...finished, ...unfinished]
  return { ...renderSession(session, nowMs), results, ...session.plan.extra }
}

/** The runs that have finished by a moment (epoch ms), in the order they finished. */
export function listFinishedRuns(session: LiveSession, nowMs: number): PlannedRun[] {
  const atMs = nowMs - session.startedAtMs
  const finished = session.plan.runs.filter((run) => session.status !== null || run.stopMs <= atMs)
  return finished.sort((one, other) => one.stopMs - other.stopMs)
}

/** Epoch ms as ISO 8601. */
export function formatTime(epochMs: number): string {
  return new Date(epochMs).toISOString()
}

/** `responseTime` of a run in ms: as scripted, else a share of its duration, as for a request within a run. */
export function getResponseTimeMs(run: PlannedRun): number | null {
  return run.responseTimeMs === undefined ? Math.round((run.stopMs - run.startMs) * 0.8) : run.responseTimeMs
}

function renderResult({ plan, startedAtMs }: LiveSession, run: PlannedRun): WireResult {
  return {
    checkResultId: run.resultId,
    checkResultLink: `${APP_URL}/checks/${plan.checkId}/check-sessions/${plan.id}/results/${run.resultId}`,
    checkId: plan.checkId,
    checkType: plan.checkType,
    name: plan.name ?? '',
    runLocation: run.location,
    resultType: run.resultType,
    ...run.flags,
    responseTime: getResponseTimeMs(run),
    startedAt: formatTime(startedAtMs + run.startMs),
    stoppedAt: Number.isFinite(run.stopMs) ? formatTime(startedAtMs + run.stopMs) : null,
    ...run.extra,
  }
}
