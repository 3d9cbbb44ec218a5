import type { GateReport } from '../gate-report.ts'
import { buildReportView } from '../views/report-view.ts'
import type { SessionView } from '../views/session-view.ts'

/** Raised when a field changes its meaning or goes; new fields leave it as it is. */
export const FORMAT_VERSION = 1

/**
 * Everything that is known, as JSON: the verdict, each session with what the reports derive from it,
 * and each as the API gave it. The shape is documented in docs/report-format.md.
 */
export function renderJsonReport(report: GateReport): string {
  const { stopped, remarkable, plain } = buildReportView(report)
  const views = new Map([...stopped, ...remarkable, ...plain].map((view) => [view.fate, view]))
  const document = {
    formatVersion: FORMAT_VERSION,
    verdict: report.verdict,
    startedHere: report.startedHere,
    passingStatuses: report.passingStatuses,
    beganAt: new Date(report.beganAtMs).toISOString(),
    waitedMs: report.waitedMs,
    timeoutMs: report.timeoutMs,
    sessions: report.fates.map((fate) => describeSession(views.get(fate))),
    failureDetails: Object.fromEntries(report.details),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function describeSession(view: SessionView | undefined): unknown {
  if (view === undefined) return null
  return {
    id: view.fate.id,
    state: view.fate.state,
    status: view.fate.session?.status ?? null,
    name: view.name,
    link: view.link,
    reason: view.reason,
    trouble: view.fate.trouble,
    failingSince: view.failingSinceMs === null ? null : new Date(view.failingSinceMs).toISOString(),
    tookMs: view.tookMs,
    causes: view.causes.map(({ reason, locations }) => ({ reason, locations })),
    locations: view.locations.map((place) => ({
      location: place.location,
      kind: place.kind,
      passedAfterRetry: place.passedAfterRetry,
      tookMs: place.tookMs,
      attempts: place.attempts.map((attempt) => attempt.checkResultId),
    })),
    session: view.fate.raw,
  }
}
