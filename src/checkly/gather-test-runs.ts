import * as v from 'valibot'
import { buildCheckRun, judgeFlags, keyCheck } from '../session/check-run.ts'
import type { Attempt, Check, CheckRun } from '../session/session.ts'
import { readMoment } from '../time/read-moment.ts'
import { flag, maybeNumber, maybeText, text, trimmedText } from './lenient.ts'

/** One execution in a test session, as the API lists it; what is missing or new in it has no effect. */
export const testResultSchema = v.object({
  testSessionResultId: text,
  testSessionResultLink: text,
  checkId: text,
  checkType: text,
  name: trimmedText,
  runLocation: text,
  resultType: maybeText,
  status: text,
  hasErrors: flag,
  hasFailures: flag,
  isDegraded: flag,
  aborted: flag,
  responseTime: maybeNumber,
  startedAt: maybeText,
  stoppedAt: maybeText,
  errorGroupIds: v.fallback(v.array(v.string()), []),
})

/** One execution in a test session. */
export type TestResult = v.InferOutput<typeof testResultSchema>

/** Statuses of a result that has ended. */
const ENDED: ReadonlySet<string> = new Set(['PASSED', 'FAILED', 'CANCELLED'])

/**
 * Gathers results into check runs. Every final result is a check run of its own, since two checks may share a name.
 * Failed attempts belong to the run of their check that began next. A check without a final result is a run too.
 */
export function gatherTestRuns(results: readonly TestResult[], place: string, isOver: boolean): CheckRun[] {
  const byCheck = new Map<string, TestResult[]>()
  for (const result of results) {
    const key = keyCheck({ id: result.checkId.toLowerCase(), type: result.checkType, name: result.name })
    const own = byCheck.get(key)
    if (own === undefined) byCheck.set(key, [result])
    else own.push(result)
  }
  return [...byCheck.values()].flatMap((own) => gatherRunsOfCheck(own, place, isOver))
}

function gatherRunsOfCheck(results: readonly TestResult[], place: string, isOver: boolean): CheckRun[] {
  const ended = results.filter((it) => hasEnded(it, isOver))
  const typed = ended.filter((it) => it.resultType === 'FINAL')
  // The contract lets the type be missing: then an ended one is the last word where there is no other.
  const finals = typed.length > 0 ? typed : ended.filter((it) => it.resultType === null)
  const open = results.filter((it) => !hasEnded(it, isOver))
  const attempts = ended.filter((it) => !finals.includes(it)).map((it) => buildAttempt(it, false))
  const ends = finals.map((it) => buildAttempt(it, true)).toSorted((a, b) => startOf(a) - startOf(b))
  const groups = ends.map((end) => [end])
  for (const attempt of attempts) {
    const next = ends.findIndex((end) => startOf(end) >= startOf(attempt))
    groups[next === -1 ? groups.length - 1 : next]?.push(attempt)
  }
  const check = describeCheck(results)
  const runs = groups.map((own) => buildCheckRun(check, own[0]?.location || place, own, 'missing'))
  if (open.length === 0 && groups.length > 0) return runs
  // What has no final result yet. Its attempts are shown with it where no other run of the check can have them.
  const pending = isOver
    ? 'missing'
    : open.every(({ startedAt }) => startedAt === null)
      ? 'queued'
      : 'running'
  const known = groups.length === 0 ? attempts : []
  const location = open[0]?.runLocation || results[0]?.runLocation || place
  const state = pending === 'queued' && known.length > 0 ? 'running' : pending
  return [...runs, buildCheckRun(check, location, known, state)]
}

/**
 * Whether an execution has ended: one that is RUNNING has not, whatever its type says; nor has one that is PENDING. An
 * unknown status without a type may be `QUEUED` or the like as long as the session runs.
 */
function hasEnded({ status, resultType }: TestResult, isSessionOver: boolean): boolean {
  if (status === 'RUNNING' || status === '' || resultType === 'PENDING') return false
  return resultType !== null || isSessionOver || ENDED.has(status)
}

function describeCheck(results: readonly TestResult[]): Check {
  const named = results.find(({ name }) => name !== '') ?? results[0]
  return { id: named?.checkId.toLowerCase() ?? '', name: named?.name ?? '', type: named?.checkType ?? '' }
}

function buildAttempt(result: TestResult, isFinal: boolean): Attempt {
  const { status, hasErrors, hasFailures, isDegraded, aborted } = result
  const hasFailed = status === 'FAILED' && !hasErrors && !hasFailures && !aborted
  const flags = {
    // One that was cancelled after it had failed has failed.
    isCancelled: status === 'CANCELLED' && !hasErrors && !hasFailures,
    hasErrors: hasErrors || !ENDED.has(status),
    hasFailures: hasFailures || hasFailed,
    aborted,
    isDegraded,
  }
  return {
    id: result.testSessionResultId,
    link: result.testSessionResultLink,
    location: result.runLocation,
    ...judgeFlags(flags),
    isFinal,
    responseTimeMs: result.responseTime,
    startedAtMs: readMoment(result.startedAt),
    stoppedAtMs: readMoment(result.stoppedAt),
    errorGroupIds: result.errorGroupIds,
  }
}

function startOf({ startedAtMs }: Attempt): number {
  return startedAtMs ?? 0
}
