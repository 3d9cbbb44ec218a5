import { STATUSES_FROM_WORST } from '../../client/statuses.ts'
import type { GateReport } from '../gate-report.ts'
import { buildSessionView, type SessionView } from './session-view.ts'

/** The sessions of a report in the order in which a reader needs them. */
export interface ReportView {
  report: GateReport
  /** Did not pass, worst first: failed, then without a verdict, then unfinished. */
  stopped: SessionView[]
  /** Passed, but worth a look: in another status than PASSED, after a retry, or not in every location. */
  remarkable: SessionView[]
  /** Passed at the first attempt everywhere. */
  plain: SessionView[]
  /** Locations that passed after at least one failed attempt, over all the sessions. */
  retriedLocations: number
}

const STATE_ORDER = ['failed', 'unknown', 'unfinished', 'passed']

/** Log, summary and annotations show the same report: its view is built once. */
const views = new WeakMap<GateReport, ReportView>()

/** Sorts what happened into what a reader needs first. Pure; keeps the order of the input otherwise. */
export function buildReportView(report: GateReport): ReportView {
  const view = views.get(report) ?? build(report)
  views.set(report, view)
  return view
}

function build(report: GateReport): ReportView {
  const sessions = report.fates.map((fate) => buildSessionView(fate, report.details))
  const stopped = sessions.filter((view) => view.fate.state !== 'passed')
  const passed = sessions.filter((view) => view.fate.state === 'passed')
  return {
    report,
    stopped: stopped.sort((a, b) => rankSession(a) - rankSession(b)),
    remarkable: passed.filter(isRemarkable),
    plain: passed.filter((view) => !isRemarkable(view)),
    retriedLocations: sessions.reduce((count, view) => count + view.retriedLocations.length, 0),
  }
}

function isRemarkable(view: SessionView): boolean {
  return view.status !== 'PASSED' || view.locations.some((it) => it.kind !== 'passed' || it.passedAfterRetry)
}

function rankSession({ fate, status }: SessionView): number {
  return STATE_ORDER.indexOf(fate.state) * 10 + STATUSES_FROM_WORST.indexOf(status)
}
