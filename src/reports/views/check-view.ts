import { describeCheckNews, type News } from '../../diagnosis/describe-check-news.ts'
import { type Cause, explainCheck, findCheckLink, findMainSession } from '../../diagnosis/explain-check.ts'
import { type FailureKnowledge, findNew } from '../../diagnosis/failure-knowledge.ts'
import { isOpen } from '../../session/check-run.ts'
import { hasNotStarted } from '../../verdict/judge-run.ts'
import type { JudgedCheck, SessionState } from '../../verdict/verdict.ts'
import { buildRunViews, type RunView } from './run-view.ts'

/** One check as every report shows it. Names, locations and reasons are text from outside. */
export interface CheckView {
  judged: JudgedCheck
  state: SessionState
  /** The check's name, or the session's id when it has none. */
  name: string
  /** Session of one check: of that session. Of many checks: of the result that says most. '' when unknown. */
  link: string
  /** The status in the API's spelling; 'UNFINISHED', 'NOT_STARTED' or 'UNKNOWN' when there is no final one. */
  status: string
  /** What went wrong with its session last; null when nothing did. */
  lastError: string | null
  /** Milliseconds before the verdict: when the API last described it. Null unless it still runs. */
  seenAgoMs: number | null
  /** Those that need a look first. */
  runs: RunView[]
  /** Runs whose final result failed, was cancelled or is missing. */
  failedRuns: RunView[]
  /** Start of the first attempt that failed, in epoch milliseconds; null when not known. */
  failingSinceMs: number | null
  /** The start of its first session, in epoch milliseconds; null when not known. */
  startedMs: number | null
  /** Milliseconds from the start to the end; null when not known. */
  tookMs: number | null
  /** Empty when there is nothing to say of any location, for example when all passed. */
  causes: Cause[]
  /** One line: why the check did not pass; '' when it did. */
  reason: string
  /** Whether its failure is new; null when that is not known. */
  isNew: boolean | null
  /** What it did before, for places of which the same is known; empty when that was not asked for. */
  news: News[]
  /** Runs that passed after at least one failed attempt. */
  retriedRuns: RunView[]
}

/**
 * Builds what the reports show of one check. Pure.
 * @param nowMs - now by the API's clock, in epoch milliseconds
 */
export function buildCheckView(
  judged: JudgedCheck,
  known: FailureKnowledge,
  seenAgoMs: ReadonlyMap<string, number>,
  nowMs: number,
): CheckView {
  const { state, sessions } = judged
  const runs = buildRunViews(judged.runs, judged.status, known.histories)
  const told = sessions.flatMap(({ session }) => session ?? [])
  const starts = told.flatMap(({ startedAtMs }) => startedAtMs ?? [])
  const main = findMainSession(judged)
  return {
    judged,
    state,
    name: judged.name || (main?.id ?? ''),
    link: findCheckLink(judged),
    status: chooseStatus(judged),
    lastError: main?.lastError ?? null,
    seenAgoMs: state === 'unfinished' ? (seenAgoMs.get(main?.id ?? '') ?? null) : null,
    runs,
    failedRuns: runs.filter((run) => run.state !== 'passed' && run.state !== 'degraded'),
    failingSinceMs: findFirstFailure(runs),
    startedMs: starts.length === 0 ? null : starts.reduce((a, b) => Math.min(a, b)),
    tookMs: measureCheck(judged, runs),
    ...explainCheck(judged, known.details),
    isNew: findNew(judged, known),
    news: describeCheckNews(judged, known.histories, nowMs),
    retriedRuns: runs.filter((run) => run.passedAfterRetry),
  }
}

function chooseStatus({ state, status, runs }: JudgedCheck): string {
  if (state === 'unfinished') return hasNotStarted(runs) ? 'NOT_STARTED' : 'UNFINISHED'
  if (state === 'unknown') return 'UNKNOWN'
  return status || 'UNKNOWN'
}

/** The time of its session where it is the only check of it, else that of its runs. */
function measureCheck({ sessions }: JudgedCheck, runs: readonly RunView[]): number | null {
  const session = sessions[0]?.session
  if (session !== undefined && session !== null && session.check !== null) return session.elapsedMs
  const times = runs.flatMap(({ tookMs }) => tookMs ?? [])
  // Not Math.max(...times): a list of hundreds of thousands overflows the stack.
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))
}

function findFirstFailure(runs: readonly RunView[]): number | null {
  const failures = runs
    .filter((run) => run.state === 'failed' || isOpen(run))
    .flatMap(({ attempts }) => attempts)
    .flatMap((attempt) => (attempt.state === 'failed' ? (attempt.startedAtMs ?? []) : []))
  return failures.length === 0 ? null : failures.reduce((a, b) => Math.min(a, b))
}
