import type { PastResult } from '../checkly/check-history.ts'
import type { HistoryApi } from '../checkly/checkly-client.ts'
import type { ErrorGroup } from '../checkly/error-groups.ts'
import type { CheckRun } from '../session/session.ts'
import { STATUSES_FROM_WORST } from '../session/statuses.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { JudgedCheck, JudgedSession } from '../verdict/verdict.ts'
import {
  type Badness,
  judgeErrorHistory,
  judgeRunHistory,
  judgeTarget,
  keepEarlier,
  notKnown,
} from './judge-history.ts'
import type { RunHistory } from './run-history.ts'

/** The earlier results of at most 20 checks are read, the worst checks first. */
const MOST_CHECKS = 20
/** At most 20 groups of errors are read: since when such errors are known. */
const MOST_GROUPS = 20

/** What decides which results are from before, and which runs count. Times are epoch milliseconds. */
export interface HistoryRules {
  passingStatuses: readonly string[]
  /** Results from this moment on may be of the new version; null when the input is not given. */
  startedAfterMs: number | null
}

/** A check run that did not pass, and its check. */
interface FailedRun {
  judged: JudgedCheck
  run: CheckRun
  badness: Badness
}

/**
 * Reads the earlier results of checks that did not pass, side by side: one request for each check, and one for each
 * error of test sessions, at most 20 each. Best effort: what cannot be read before the time limit ends is unknown.
 * @param checks - in any order
 * @param sessions - all of the step
 * @returns the history of each check run that did not pass; one that was cancelled has none
 */
export async function readHistory(
  checks: readonly JudgedCheck[],
  sessions: readonly JudgedSession[],
  rules: HistoryRules,
  api: HistoryApi,
  limit: TimeLimit,
): Promise<Map<CheckRun, RunHistory>> {
  const failed = listFailedRuns(checks, rules.passingStatuses)
  const ownIds = new Set(sessions.flatMap(({ session }) => listResultIds(session?.runs ?? [])))
  const stepMomentMs = findMoment(sessions, rules.startedAfterMs)
  const pasts = new Map<string, PastResult[] | null>()
  const groups = new Map<string, ErrorGroup | null>()

  await Promise.allSettled([
    ...chooseChecks(failed).map(async ({ check, sessions: own }) => {
      const momentMs = findMoment(own, rules.startedAfterMs)
      if (check === null || momentMs === null) return
      const results = await api.readCheck(check.id, momentMs, limit)
      pasts.set(check.id, results === null ? null : keepEarlier(results, momentMs, ownIds))
    }),
    ...chooseGroups(failed).map(async (id) => {
      groups.set(id, await api.readErrorGroup(id, limit))
    }),
  ])
  return new Map(failed.map((it) => [it.run, judgeOne(it)]))

  function judgeOne({ judged, run, badness }: FailedRun): RunHistory {
    const earlier = pasts.get(run.check.id) ?? null
    if (isOfTestSession(judged)) {
      const target = earlier === null ? null : judgeTarget(earlier)
      const errors = listErrorGroups(run).map((id) => groups.get(id) ?? null)
      return judgeErrorHistory(errors, stepMomentMs ?? Number.NEGATIVE_INFINITY, target)
    }
    if (earlier === null) return notKnown('what it did before could not be read')
    const startedAtMs = findStart(run) ?? findMoment(judged.sessions, null) ?? 0
    const places = [...new Set(judged.runs.map(({ location }) => location))]
    return judgeRunHistory({ location: run.location, badness, startedAtMs }, earlier, places)
  }
}

/**
 * The moment before which results count as earlier: `started-after` or the first start in the sessions, whichever is
 * first; in whole seconds, as the API counts. Null when no start is known.
 */
function findMoment(sessions: readonly JudgedSession[], startedAfterMs: number | null): number | null {
  const starts = sessions.flatMap(({ session }) => [
    ...(session?.startedAtMs == null ? [] : [session.startedAtMs]),
    ...(session?.runs ?? []).flatMap((run) => findStart(run) ?? []),
  ])
  if (starts.length === 0) return null
  const firstMs = Math.min(...starts, startedAfterMs ?? Number.POSITIVE_INFINITY)
  return Math.floor(firstMs / 1000) * 1000
}

/** Runs that did not pass, those of the worst checks first. */
function listFailedRuns(checks: readonly JudgedCheck[], passingStatuses: readonly string[]): FailedRun[] {
  return checks
    .filter(({ state }) => state === 'failed' || state === 'unfinished')
    .toSorted((a, b) => rankCheck(a) - rankCheck(b))
    .flatMap((judged) =>
      judged.runs.flatMap((run): FailedRun[] => {
        const badness = findBadness(judged, run, passingStatuses)
        return badness === null ? [] : [{ judged, run, badness }]
      }),
    )
}

/** Failed checks first, then unfinished ones; each of them by status, the worst first. */
function rankCheck({ state, status }: JudgedCheck): number {
  return (state === 'failed' ? 0 : 100) + STATUSES_FROM_WORST.indexOf(status)
}

/** How bad a run is; null for one that passed, or that says nothing about its check. */
function findBadness(
  { status }: JudgedCheck,
  { state, attempts }: CheckRun,
  passingStatuses: readonly string[],
): Badness | null {
  switch (state) {
    case 'failed':
      return passingStatuses.includes('FAILED') ? null : 'failed'
    case 'degraded':
      return passingStatuses.includes('DEGRADED') ? null : 'degraded'
    case 'missing':
      // A place that never answered is why a session has timed out.
      return status === 'TIMED_OUT' ? 'failed' : null
    case 'running':
      return attempts.some((attempt) => attempt.state === 'failed') ? 'failed' : null
    default:
      return null
  }
}

function chooseChecks(failed: readonly FailedRun[]): JudgedCheck[] {
  const byId = new Map<string, JudgedCheck>()
  for (const { judged } of failed) {
    const id = judged.check?.id ?? ''
    if (id !== '' && !byId.has(id)) byId.set(id, judged)
  }
  return [...byId.values()].slice(0, MOST_CHECKS)
}

/** First the first error of each run, then the second of each, and so on. */
function chooseGroups(failed: readonly FailedRun[]): string[] {
  const lists = failed.filter(({ judged }) => isOfTestSession(judged)).map(({ run }) => listErrorGroups(run))
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const rounds = Array.from({ length: Math.min(longest, MOST_GROUPS) }, (_, round) =>
    lists.flatMap((ids) => ids[round] ?? []),
  )
  return [...new Set(rounds.flat())].slice(0, MOST_GROUPS)
}

/** The errors of the final result of a run, else of its last failed attempt. */
function listErrorGroups({ final, attempts }: CheckRun): readonly string[] {
  const told = final ?? attempts.findLast(({ state }) => state === 'failed')
  return [...new Set(told?.errorGroupIds ?? [])]
}

function isOfTestSession({ sessions }: JudgedCheck): boolean {
  return sessions.some(({ session }) => session?.kind === 'test')
}

function listResultIds(runs: readonly CheckRun[]): string[] {
  return runs.flatMap(({ attempts }) => attempts.flatMap(({ id }) => (id === '' ? [] : [id])))
}

function findStart({ attempts }: CheckRun): number | null {
  const starts = attempts.flatMap(({ startedAtMs }) => startedAtMs ?? [])
  return starts.length === 0 ? null : Math.min(...starts)
}
