import { addExtra, sayWord } from './beyond-contract.ts'
import { formatTime } from './clock.ts'
import { CHECK_TYPES, FINAL_STATUSES, RESULT_TYPES, RUN_SOURCES } from './contract/words.ts'
import { describeRun, type RunFacts } from './describe-run.ts'
import { deriveRunningStatus, hasFailed, type LiveSession, listFinishedRuns } from './live-session.ts'
import type { PlannedRun } from './plan-session.ts'
import type { JsonObject, WireResult, WireSession } from './wire.ts'

const APP_URL = 'https://app.checklyhq.com'

/** A session as the trigger route lists it: without results. */
export function renderSession(session: LiveSession, nowMs = Date.now()): WireSession {
  return addExtra(renderFields(session, nowMs), session.plan.extra)
}

/** A session as the snapshot and completion routes answer it: with the results there are so far. */
export function renderSessionWithResults(session: LiveSession, nowMs = Date.now()): object {
  const atMs = nowMs - session.startedAtMs
  const finished = listFinishedRuns(session, nowMs).map((run) => renderResult(session, run))
  const isRunning = (run: PlannedRun) => session.status === null && run.startMs <= atMs && run.stopMs > atMs
  const running = session.plan.listsRunning ? session.plan.runs.filter(isRunning) : []
  const unfinished = running.map((run) => renderResult(session, run, true))
  const results = [...finished, ...unfinished]
  return addExtra({ ...renderFields(session, nowMs), results }, session.plan.extra)
}

function renderFields(session: LiveSession, nowMs: number): WireSession {
  const { plan, startedAtMs, endsAtMs, status } = session
  const stoppedAtMs = status === null ? null : endsAtMs
  return {
    checkSessionId: plan.id,
    checkSessionLink: `${APP_URL}/checks/${plan.checkId}/check-sessions/${plan.id}`,
    checkId: plan.checkId,
    checkType: sayWord(plan.checkType, CHECK_TYPES),
    ...(plan.name === null ? {} : { name: plan.name }),
    status:
      status === null
        ? deriveRunningStatus(listFinishedRuns(session, nowMs))
        : sayWord(status, FINAL_STATUSES),
    startedAt: formatTime(startedAtMs),
    stoppedAt: stoppedAtMs === null ? null : formatTime(stoppedAtMs),
    timeElapsed: (stoppedAtMs ?? nowMs) - startedAtMs,
    runLocations: plan.runLocations,
    runSource: sayWord(plan.runSource, RUN_SOURCES),
  }
}

/** `responseTime` of a run in ms: as scripted, else a share of its duration, as for a request within a run. */
export function getResponseTimeMs(run: PlannedRun): number | null {
  return run.responseTimeMs === undefined ? Math.round((run.stopMs - run.startMs) * 0.8) : run.responseTimeMs
}

function renderResult({ plan, startedAtMs }: LiveSession, run: PlannedRun, isUnderWay = false): WireResult {
  const result: WireResult = {
    checkResultId: run.resultId,
    checkResultLink: `${APP_URL}/checks/${plan.checkId}/check-sessions/${plan.id}/results/${run.resultId}`,
    checkId: plan.checkId,
    checkType: sayWord(plan.checkType, CHECK_TYPES),
    name: plan.name ?? '',
    runLocation: run.location ?? '',
    resultType: isUnderWay ? null : sayWord(run.resultType, RESULT_TYPES),
    ...run.flags,
    responseTime: isUnderWay ? null : getResponseTimeMs(run),
    startedAt: formatTime(startedAtMs + run.startMs),
    stoppedAt: isUnderWay ? null : formatTime(startedAtMs + run.stopMs),
  }
  return addExtra(result, run.extra)
}

/** Why a finished run went as it did, as the check results API answers it. `startedAtMs`: its session's, epoch ms. */
export function renderCheckResult(run: PlannedRun, startedAtMs: number): JsonObject {
  const { hasErrors, hasFailures, isDegraded, isCancelled } = run.flags
  const stoppedAt = formatTime(startedAtMs + run.stopMs)
  const responseTime = getResponseTimeMs(run)
  const result = {
    id: run.resultId,
    name: run.check.name ?? '',
    checkId: run.check.id,
    hasFailures,
    hasErrors,
    isDegraded,
    isCancelled,
    overMaxResponseTime: run.overMaxResponseTime,
    runLocation: run.location,
    startedAt: formatTime(startedAtMs + run.startMs),
    stoppedAt,
    created_at: stoppedAt,
    ...(responseTime === null ? {} : { responseTime }),
    checkRunId: startedAtMs,
    attempts: run.attempt,
    resultType: sayWord(run.resultType ?? 'FINAL', RESULT_TYPES),
    sequenceId: run.sequenceId,
    traceId: null,
    errorGroupIds: run.errorGroup === null ? [] : [run.errorGroup.id],
    ...(run.details ?? describeRun(run.check.type, getFacts(run, startedAtMs))),
  }
  return addExtra(result, run.extraDetails)
}

/** What the default details of a run are made from. `startedAtMs`: its session's, epoch ms. */
export function getFacts(run: PlannedRun, startedAtMs: number): RunFacts {
  return {
    failed: hasFailed(run),
    broken: run.flags.hasErrors,
    durationMs: run.stopMs - run.startMs,
    startedAtMs: startedAtMs + run.startMs,
    url: run.check.url,
  }
}
