import { addExtra, sayWord } from './beyond-contract.ts'
import { formatTime } from './clock.ts'
import { CHECK_TYPES, FINAL_TEST_STATUSES, TEST_RESULT_TYPES, TEST_STATUSES } from './contract/words.ts'
import { describeRun } from './describe-run.ts'
import { type LiveSession, listFinishedRuns } from './live-session.ts'
import type { PlannedRun } from './plan-session.ts'
import { getResultStatus, type TestSessionPlan } from './plan-test-session.ts'
import { getFacts, getResponseTimeMs } from './render-session.ts'
import type { JsonObject } from './wire.ts'

/** A test session that has been started. */
export type LiveTestSession = LiveSession<TestSessionPlan>

const APP_URL = 'https://app.checklyhq.com'

// The types whose details the contract documents for test sessions; there are no others.
const DETAILED = ['API', 'BROWSER', 'MULTI_STEP', 'PLAYWRIGHT', 'AGENTIC']

/** A test session as its routes answer it, with the results there are so far. */
export function renderTestSession(session: LiveTestSession, nowMs = Date.now()): JsonObject {
  const { plan, startedAtMs, endsAtMs, status } = session
  const stoppedAtMs = status === null ? null : endsAtMs
  const listed = listRuns(session, nowMs)
  const body: JsonObject = {
    testSessionId: plan.id,
    testSessionLink: `${APP_URL}/test-sessions/${plan.id}`,
    name: plan.name,
    status: status === null ? 'RUNNING' : sayWord(status, FINAL_TEST_STATUSES),
    errorGroupIds: collectErrorGroupIds(listed.filter(({ state }) => state === 'finished')),
    startedAt: formatTime(startedAtMs),
    stoppedAt: stoppedAtMs === null ? null : formatTime(stoppedAtMs),
    timeElapsed: (stoppedAtMs ?? nowMs) - startedAtMs,
    ...(plan.metadata === undefined ? {} : { metadata: plan.metadata }),
    ...(plan.hasResults ? { results: listed.map((one) => renderResult(session, one)) } : {}),
  }
  return addExtra(body, plan.extra)
}

/** One result with its details; undefined when the session has no such result yet. */
export function renderTestResult(
  session: LiveTestSession,
  resultId: string,
  nowMs = Date.now(),
): JsonObject | undefined {
  const listed = listRuns(session, nowMs).find(({ run }) => run.resultId === resultId.toLowerCase())
  if (listed === undefined || listed.run.details === null) return undefined
  const { run, state } = listed
  const { startedAtMs } = session
  const known = DETAILED.includes(run.check.type) && state === 'finished'
  const body: JsonObject = {
    ...renderFields(session, listed),
    id: run.resultId,
    isCancelled: state === 'finished' && run.flags.isCancelled,
    overMaxResponseTime: state === 'finished' && run.overMaxResponseTime,
    attempts: run.attempt,
    sequenceId: run.sequenceId,
    scheduleError: run.scheduleError,
    traceId: null,
    created_at: formatTime(startedAtMs),
    ...(run.details ?? (known ? describeRun(run.check.type, getFacts(run, startedAtMs)) : {})),
  }
  return addExtra(body, { ...run.extra, ...run.extraDetails })
}

/** A test session as the list of them tells it. The lists of ids hold sequence ids, not result ids. */
export function renderListEntry(
  session: LiveTestSession,
  accountId: string,
  privateLocationId: string | null,
  nowMs = Date.now(),
): JsonObject {
  const { plan, startedAtMs, endsAtMs, status } = session
  const { metadata = {} } = plan
  const listed = listRuns(session, nowMs).filter(({ run }) => run.resultType !== 'ATTEMPT')
  const pick = (word: string) =>
    listed.filter((one) => getListedStatus(one) === word).map(({ run }) => run.sequenceId)
  const field = (name: string) => metadata[name] ?? null
  return {
    id: plan.id,
    accountId,
    projectId: null,
    name: plan.name,
    provider: plan.provider,
    errorGroupIds: collectErrorGroupIds(listed.filter(({ state }) => state === 'finished')),
    running: pick('RUNNING'),
    passed: pick('PASSED'),
    failed: pick('FAILED'),
    cancelled: pick('CANCELLED'),
    status: status === null ? 'RUNNING' : sayWord(status, FINAL_TEST_STATUSES),
    region: plan.location,
    privateLocationId,
    invoker: { name: 'CI', picture: null },
    repoUrl: field('repoUrl'),
    commitId: field('commitId'),
    commitOwner: field('commitOwner'),
    commitMessage: field('commitMessage'),
    branchName: field('branchName'),
    environment: field('environment'),
    startedAt: formatTime(startedAtMs),
    stoppedAt: status === null ? null : formatTime(endsAtMs),
    created_at: formatTime(startedAtMs),
    updated_at: null,
  }
}

interface ListedRun {
  run: PlannedRun
  state: 'finished' | 'started' | 'waiting'
}

// What is listed at a moment, check by check: runs that have finished, then the one that is due.
function listRuns(session: LiveTestSession, nowMs: number): ListedRun[] {
  const { plan, startedAtMs } = session
  const finished = new Set(listFinishedRuns(session, nowMs, plan.resultsLagMs))
  const seenMs = nowMs - plan.resultsLagMs - startedAtMs
  const due = new Set<string>()
  return plan.runs.flatMap((run): ListedRun[] => {
    if (finished.has(run)) return [{ run, state: 'finished' }]
    if (due.has(run.sequenceId)) return []
    due.add(run.sequenceId)
    // Between two runs the check is under way: it waits for its next attempt.
    const state = run.attempt > 0 || run.startMs <= seenMs ? 'started' : 'waiting'
    const isListed = plan.pending === 'all' || (plan.pending === 'started' && state === 'started')
    return isListed ? [{ run, state }] : []
  })
}

function renderResult(session: LiveTestSession, listed: ListedRun): JsonObject {
  const body = renderFields(session, listed)
  return listed.state === 'finished' ? addExtra(body, listed.run.extra) : body
}

function renderFields({ plan, startedAtMs }: LiveTestSession, listed: ListedRun): JsonObject {
  const { run, state } = listed
  const isFinished = state === 'finished'
  const { hasErrors, hasFailures, isDegraded, aborted } = run.flags
  const resultType = isFinished ? run.resultType : 'PENDING'
  return {
    testSessionResultId: run.resultId,
    testSessionResultLink: `${APP_URL}/test-sessions/${plan.id}/results/${run.resultId}`,
    checkId: run.check.id,
    checkType: sayWord(run.check.type, CHECK_TYPES),
    ...(run.check.name === null ? {} : { name: run.check.name }),
    ...(run.location === null ? {} : { runLocation: run.location }),
    errorGroupIds: isFinished ? collectErrorGroupIds([listed]) : [],
    ...(resultType === null ? {} : { resultType: sayWord(resultType, TEST_RESULT_TYPES) }),
    status: sayWord(getListedStatus(listed), TEST_STATUSES),
    hasErrors: isFinished && hasErrors,
    hasFailures: isFinished && hasFailures,
    isDegraded: isFinished && isDegraded,
    aborted: isFinished && aborted,
    responseTime: isFinished ? getResponseTimeMs(run) : null,
    startedAt: state === 'waiting' ? null : formatTime(startedAtMs + run.startMs),
    stoppedAt: isFinished ? formatTime(startedAtMs + run.stopMs) : null,
  }
}

function getListedStatus({ run, state }: ListedRun): string {
  return state === 'finished' ? getResultStatus(run) : 'RUNNING'
}

function collectErrorGroupIds(listed: readonly ListedRun[]): string[] {
  return [...new Set(listed.flatMap(({ run }) => (run.errorGroup === null ? [] : [run.errorGroup.id])))]
}
