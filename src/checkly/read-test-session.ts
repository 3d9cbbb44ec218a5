import * as v from 'valibot'
import { buildCheckRun, judgeFlags } from '../session/check-run.ts'
import type { Attempt, Check, CheckRun, Session } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { readMoment } from '../time/read-moment.ts'
import { describeMismatch } from './api-error.ts'
import { flag, maybeNumber, maybeText, text } from './lenient.ts'

/*
 * How answers about test sessions become Sessions (Checkly Public API, "Test sessions"). Only what a verdict needs is
 * demanded; everything else may be missing, null or new without any effect.
 */

const resultSchema = v.object({
  testSessionResultId: text,
  testSessionResultLink: text,
  checkId: text,
  checkType: text,
  name: text,
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

type Result = v.InferOutput<typeof resultSchema>

const sessionSchema = v.object({
  // The id becomes a part of paths, of the state for post and of outputs.
  testSessionId: v.pipe(v.string(), v.uuid()),
  testSessionLink: text,
  name: text,
  status: v.pipe(v.string(), v.nonEmpty()),
  startedAt: maybeText,
  stoppedAt: maybeText,
  timeElapsed: maybeNumber,
  results: v.optional(v.nullable(v.array(resultSchema)), null),
})

/**
 * Reads a body as a test session.
 * @param id - of the session that was asked for; null when it has just been started
 * @param place - where it was started to run; '' when that is not known
 * @param requiredCheckIds - checks that must be among its results, in lower case
 * @returns a sentence that says what is wrong when it is not that session's JSON
 */
export function readTestSession(
  body: unknown,
  id: string | null,
  place: string,
  requiredCheckIds: readonly string[],
): Session | string {
  const parsed = v.safeParse(sessionSchema, body)
  if (!parsed.success) return describeMismatch(parsed.issues[0])
  const session = parsed.output
  const ownId = session.testSessionId.toLowerCase()
  if (id !== null && ownId !== id.toLowerCase()) return `the answer is about another session, ${ownId}`
  const isOver = session.status !== 'RUNNING'
  const runs = gatherRuns(session.results ?? [], place, isOver)
  const startedAtMs = readMoment(session.startedAt)
  const stoppedAtMs = readMoment(session.stoppedAt)
  const isTimed = startedAtMs !== null && stoppedAtMs !== null && stoppedAtMs >= startedAtMs
  return {
    kind: 'test',
    id: ownId,
    name: session.name.trim(),
    link: session.testSessionLink,
    check: null,
    status: isOver ? deriveStatus(session.status, runs) : session.status,
    isOver,
    owes: isOver ? describeOwed(session.results, runs, requiredCheckIds) : '',
    runs,
    source: null,
    startedAtMs,
    stoppedAtMs,
    elapsedMs: isTimed ? stoppedAtMs - startedAtMs : session.timeElapsed,
    raw: body as Session['raw'],
  }
}

/**
 * The worst of the session's own status and of its final results, so that it cannot hide what is in it: a degraded
 * check leaves a session PASSED for the API, and one cancelled check makes it CANCELLED, whatever failed beside it.
 */
function deriveStatus(status: string, runs: readonly CheckRun[]): string {
  return findWorstStatus([
    status,
    // Statuses of sessions are the states of results in capitals.
    ...runs.flatMap(({ final }) => (final === null ? [] : final.state.toUpperCase())),
  ])
}

/** What a session that is over should have told and has not; '' when it has told everything. */
function describeOwed(
  results: readonly Result[] | null,
  runs: readonly CheckRun[],
  requiredCheckIds: readonly string[],
): string {
  if (results === null) return 'the API lists no results of it'
  const finals = runs.filter(({ final }) => final !== null)
  if (finals.length === 0) return 'none of its checks has a final result'
  const pending = runs.length - finals.length
  if (pending > 0)
    return `${pending} of its ${runs.length} checks ${pending === 1 ? 'has' : 'have'} no final result`
  const told = new Set(finals.map(({ check }) => check.id))
  const untold = requiredCheckIds.filter((it) => !told.has(it))
  return untold.length === 0 ? '' : `it has no result of check ${untold.join(', ')}`
}

/**
 * Gathers results into check runs. Every final result is a check run of its own, since two checks may share a name.
 * Failed attempts belong to the run of their check that ended next. A check without a final result is a run too.
 */
function gatherRuns(results: readonly Result[], place: string, isOver: boolean): CheckRun[] {
  const byCheck = new Map<string, Result[]>()
  for (const result of results) {
    const key = result.checkId.toLowerCase() || `${result.checkType} ${result.name}`
    byCheck.set(key, [...(byCheck.get(key) ?? []), result])
  }
  return [...byCheck.values()].flatMap((own) => gatherRunsOfCheck(own, place, isOver))
}

function gatherRunsOfCheck(results: readonly Result[], place: string, isOver: boolean): CheckRun[] {
  const typed = results.filter((it) => it.resultType === 'FINAL' && hasEnded(it))
  // The contract lets the type be missing: then an ended one is the last word where there is no other.
  const finals = typed.length > 0 ? typed : results.filter((it) => it.resultType === null && hasEnded(it))
  const open = results.filter((it) => !finals.includes(it) && !hasEnded(it))
  const attempts = results
    .filter((it) => !finals.includes(it) && hasEnded(it))
    .map((it) => buildAttempt(it, false))
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

/** Whether an execution has ended: one that is RUNNING has not, whatever its type says; nor has one that is PENDING. */
function hasEnded({ status, resultType }: Result): boolean {
  return status !== 'RUNNING' && status !== '' && resultType !== 'PENDING'
}

function describeCheck(results: readonly Result[]): Check {
  const named = results.find(({ name }) => name !== '') ?? results[0]
  return { id: named?.checkId.toLowerCase() ?? '', name: named?.name ?? '', type: named?.checkType ?? '' }
}

function buildAttempt(result: Result, isFinal: boolean): Attempt {
  const { status, hasErrors, hasFailures, isDegraded, aborted } = result
  const isKnown = status === 'PASSED' || status === 'CANCELLED' || status === 'FAILED'
  const hasFailed = status === 'FAILED' && !hasErrors && !hasFailures && !aborted
  const flags = {
    // One that was cancelled after it had failed has failed.
    isCancelled: status === 'CANCELLED' && !hasErrors && !hasFailures,
    hasErrors: hasErrors || !isKnown,
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
