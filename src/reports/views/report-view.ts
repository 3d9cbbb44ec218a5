import { describeStepNews, type StepNews } from '../../diagnosis/describe-step-news.ts'
import { orderChecks } from '../../diagnosis/failure-knowledge.ts'
import { buildCheckView, type CheckView } from './check-view.ts'
import { describeSoFar } from './describe-ending.ts'
import type { GateReport } from './gate-report.ts'

/** The checks of a report in the order in which a reader needs them. */
export interface ReportView {
  report: GateReport
  /** Did not pass, worst first: failed, of which the new ones stand first, then without a verdict, then unfinished. */
  notPassed: CheckView[]
  /** Of `notPassed`: checks without a verdict for a reason that they share. The reason is told once. */
  shared: SharedCause[]
  /**
   * Of `notPassed`: checks that only ran on, beside others that failed, or more than 3. Told together, as they do not
   * show what is wrong.
   */
  running: CheckView[]
  /** Of `notPassed`: checks that had not started. Told together. */
  notStarted: CheckView[]
  /** Passed, but worth a look: in another status than PASSED, after a retry, or not in every location. */
  remarkable: CheckView[]
  /** Passed at the first attempt everywhere. */
  plain: CheckView[]
  /** Whether the failures are new; null when nothing failed, or no history was read. */
  news: StepNews | null
}

/** What kept several checks from a verdict. */
export interface SharedCause {
  reason: string
  views: CheckView[]
}

/** Up to 3 checks that only ran on are shown each on its own. */
const MOST_RUNNING = 3

/** Sorts what happened into what a reader needs first. Pure; keeps the order of the input otherwise. */
export function buildReportView(report: GateReport): ReportView {
  const { known, seenAgoMs, beganAtMs } = report
  const views = report.checks.map((check) => buildCheckView(check, known, seenAgoMs, beganAtMs))
  const checks = orderChecks(views, ({ isNew }) => isNew)
  const notPassed = checks.filter((view) => view.state !== 'passed')
  const shared = findShared(notPassed)
  const notStarted = notPassed.length === 1 ? [] : notPassed.filter(isNotStarted)
  // Passed checks stay in the order of the input.
  const passed = views.filter((view) => view.state === 'passed')
  return {
    report,
    notPassed,
    shared,
    running: findRunning(notPassed, shared, notStarted),
    notStarted,
    remarkable: passed.filter(isRemarkable),
    plain: passed.filter((view) => !isRemarkable(view)),
    news: describeStepNews(report.checks, known, beganAtMs),
  }
}

/** Finds causes that several checks share, such as a refused key or an outage: each is told once. */
function findShared(notPassed: readonly CheckView[]): SharedCause[] {
  const byReason = new Map<string, CheckView[]>()
  for (const view of notPassed) {
    if (view.lastError === null || view.state === 'failed') continue
    byReason.set(view.reason, [...(byReason.get(view.reason) ?? []), view])
  }
  return [...byReason].filter(([, views]) => views.length > 1).map(([reason, views]) => ({ reason, views }))
}

function isNotStarted({ status, lastError }: CheckView): boolean {
  return status === 'NOT_STARTED' && lastError === null
}

function findRunning(
  notPassed: readonly CheckView[],
  shared: readonly SharedCause[],
  notStarted: readonly CheckView[],
): CheckView[] {
  const told = new Set([...notStarted, ...shared.flatMap(({ views }) => views)])
  const unfinished = notPassed.filter((view) => view.state === 'unfinished' && !told.has(view))
  if (notPassed.some(({ state }) => state !== 'unfinished')) return unfinished
  const silent = unfinished.filter((view) => view.lastError === null && describeSoFar(view) === '')
  return silent.length > MOST_RUNNING ? silent : []
}

function isRemarkable(view: CheckView): boolean {
  return view.status !== 'PASSED' || view.runs.some((run) => run.state !== 'passed' || run.passedAfterRetry)
}
