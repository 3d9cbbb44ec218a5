import { writeNews } from '../../diagnosis/describe-check-news.ts'
import type { RunHistory } from '../../diagnosis/run-history.ts'
import type { JudgedSession } from '../../verdict/verdict.ts'
import type { CheckView } from '../views/check-view.ts'
import { describeGated, findFirstStart } from '../views/describe-gated.ts'
import type { GateReport } from '../views/gate-report.ts'
import type { ReportView } from '../views/report-view.ts'

/** Raised when a field changes its meaning or goes; new fields leave it as it is. */
export const FORMAT_VERSION = 3

/**
 * Everything that is known, as JSON: the verdict, each session with what the reports derive from it,
 * and each as the API gave it. The shape is documented in docs/report-format.md.
 */
export function renderJsonReport({ report, notPassed, remarkable, plain, news }: ReportView): string {
  const all = [...notPassed, ...remarkable, ...plain]
  // In a session of many checks none of them stands for it.
  const views = new Map(
    all
      .filter(({ judged: { check, sessions } }) => check === (sessions[0]?.session?.check ?? null))
      .map((view) => [view.judged.sessions[0]?.id ?? '', view]),
  )
  const document = {
    formatVersion: FORMAT_VERSION,
    verdict: report.verdict,
    startedHere: report.startedHere,
    gated: describeChoice(report),
    passingStatuses: report.passingStatuses,
    beganAt: new Date(report.beganAtMs).toISOString(),
    waitedMs: report.waitedMs,
    timeoutMs: report.timeoutMs,
    news: news === null ? null : writeNews(news),
    checks: all.map(describeCheck),
    environmentUrl: report.environmentUrl,
    addressUse: report.addressUse,
    silentLocations: report.silentLocations.map(({ slug, lastSeenMs, agentCount }) => ({
      slug,
      lastSeen: lastSeenMs === null ? null : new Date(lastSeenMs).toISOString(),
      agentCount,
    })),
    sessions: report.sessions.map((session) => describeSession(session, views.get(session.id))),
    failureDetails: Object.fromEntries(report.known.details),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** How the checks were chosen, how many that made, and since when they ran. */
function describeChoice(report: GateReport): unknown {
  const { choice, checks, environmentUrl } = report
  const firstMs = findFirstStart(report)
  return {
    by: choice?.input ?? null,
    values: choice?.values ?? [],
    sessionType: choice?.sessionType ?? null,
    checks: checks.length,
    startedAt: firstMs === null ? null : new Date(firstMs).toISOString(),
    environmentUrl,
    sentence: describeGated(report),
  }
}

function describeSession(
  { id, state, session, lastError }: JudgedSession,
  view: CheckView | undefined,
): unknown {
  const { failingSinceMs = null, causes = [], runs = [] } = view ?? {}
  return {
    id,
    state,
    status: session?.status ?? null,
    name: view?.name ?? session?.name ?? id,
    link: session?.link ?? '',
    reason: view?.reason ?? lastError ?? '',
    lastError,
    failingSince: failingSinceMs === null ? null : toIso(failingSinceMs),
    tookMs: session?.elapsedMs ?? null,
    causes: causes.map(({ reason, locations }) => ({ reason, locations })),
    locations: runs.map((run) => ({
      location: run.location,
      kind: run.state,
      passedAfterRetry: run.passedAfterRetry,
      tookMs: run.tookMs,
      attempts: run.attempts.map((attempt) => attempt.id),
    })),
    session: session?.raw ?? null,
  }
}

/** A check over all its places, with what it did before where it did not pass. */
function describeCheck(view: CheckView): unknown {
  const { judged, state, name, link, reason, isNew, causes, news, runs } = view
  return {
    id: judged.check?.id ?? '',
    name,
    type: judged.check?.type ?? '',
    state,
    status: judged.status,
    link,
    reason,
    new: isNew,
    news: news.map(writeNews),
    causes: causes.map(({ reason: why, locations }) => ({ reason: why, locations })),
    sessions: judged.sessions.map(({ id }) => id),
    locations: runs.map((run) => ({
      location: run.location,
      kind: run.state,
      attempts: run.attempts.map(({ id }) => id),
      history: run.history === null ? null : describeHistory(run.history),
    })),
  }
}

function describeHistory({ isNew, before, error, target, unknown }: RunHistory): unknown {
  return {
    new: isNew,
    unknown,
    before: before === null ? null : describeBefore(before),
    error: error === null ? null : { firstSeen: toIso(error.firstSeenMs), environments: error.environments },
    target: target === null ? null : { state: target.state, endedAt: toIso(target.endedAtMs) },
  }
}

function describeBefore(before: NonNullable<RunHistory['before']>): unknown {
  const { kind, state, results } = before
  return kind === 'bad'
    ? { kind, state, since: toIso(before.sinceMs), results, isAtLeast: before.isAtLeast }
    : { kind, state, endedAt: toIso(before.endedAtMs), agoMs: before.agoMs, bad: before.bad, results }
}

function toIso(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
