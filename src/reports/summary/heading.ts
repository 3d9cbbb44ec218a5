import { escapeMarkdown } from '../../text/neutralise-text.ts'
import { capitalise, countThings, joinFilled } from '../../text/words.ts'
import { adviseOnTimeout, describeMissing } from '../../verdict/describe-verdict.ts'
import type { GateReport } from '../gate-report.ts'
import { describeAge } from '../views/describe-age.ts'
import type { ReportView } from '../views/report-view.ts'
import { renderTime } from './attempts.ts'
import { renderTitle } from './failure-card.ts'
import type { Focus } from './focus.ts'

/** The verdict as a heading, and below it what a reader must know first. */
export function renderHeading(view: ReportView, focus: Focus): string {
  const age = describeAge(view.report)
  const { outcome, missing } = view.report.verdict
  // Where there is no verdict the sentence says it.
  const unstarted = outcome === 'failed' ? escapeMarkdown(describeMissing(missing), 600) : ''
  const lines = [
    `## ${renderVerdict(view, focus)}`,
    ...renderLines(view, focus),
    unstarted,
    age && `🕓 ${age}`,
  ]
  return `${joinFilled(lines, '\n\n')}\n\n`
}

/** How long it took and what counted as passed, for the end of the page; '' where there is nothing to add. */
export function renderFooter({ report }: ReportView): string {
  const { verdict, passingStatuses, waitedMs } = report
  const { total, unfinished } = verdict.sessions
  if (!hasFigures(report)) return ''
  // What still runs has no end that a time could be taken to.
  const tookMs = unfinished > 0 ? null : verdict.timeElapsedMs
  const isWaitTold = waitedMs >= 1000 && verdict.outcome !== 'timeout'
  const isUsual = passingStatuses.join() === 'PASSED'
  const facts = [
    tookMs === null ? '' : `${total === 1 ? 'took' : 'sessions took'} ${renderTime(tookMs)}`,
    isWaitTold ? `the step waited ${renderTime(waitedMs)}` : '',
    isUsual ? '' : `passing statuses: ${escapeMarkdown(passingStatuses.join(', '), 80)}`,
  ]
  return `${capitalise(joinFilled(facts, ' · '))}\n`
}

function renderVerdict({ report: { verdict, waitedMs } }: ReportView, { named }: Focus): string {
  const { total, failed, unfinished } = verdict.sessions
  const sessions = countThings(total, 'session')
  switch (verdict.outcome) {
    case 'passed':
      return named === undefined ? `✅ All ${sessions} passed` : renderTitle(named)
    case 'failed':
      return named === undefined ? `❌ ${failed} of ${sessions} did not pass` : renderTitle(named)
    case 'timeout': {
      const what = named === undefined ? `⏳ ${unfinished} of ${sessions} were` : renderTitle(named, 'was')
      return `${what} still running after ${renderTime(waitedMs)}`
    }
    case 'cancelled':
      return `🚫 Cancelled with the workflow${total === 0 ? '' : `: ${unfinished} of ${sessions} still running`}`
    case 'error':
      return '❌ No verdict: the step fails'
    case 'detached':
      return `🚀 Started ${sessions}, not awaited`
    case 'no-match':
      return verdict.succeeds
        ? '⚠️ No check matched; the step passes'
        : '❌ No check matched; nothing was started'
  }
}

function renderLines(view: ReportView, focus: Focus): string[] {
  const { verdict } = view.report
  if (hasFigures(view.report)) {
    const advice = verdict.outcome === 'timeout' ? adviseOnTimeout(view.report.fates) : ''
    return [renderCounts(view, focus), advice]
  }
  // Where nothing is counted, the sentence says why, and what to do.
  const isSaid = verdict.outcome === 'detached' || verdict.outcome === 'failed'
  return isSaid ? [] : [escapeMarkdown(verdict.sentence, 600)]
}

function renderCounts(view: ReportView, { named, cutShort }: Focus): string {
  const { report, stopped, remarkable, retriedLocations } = view
  const { total, passed, unfinished } = report.verdict.sessions
  const isFailed = report.verdict.outcome === 'failed'
  const isOneOfMany = named !== undefined && total > 1
  const unknown = unfinished - cutShort.length
  const running = report.verdict.failedFast ? 'not waited for (fail-fast)' : 'still running'
  const degraded = remarkable.filter((it) => it.status === 'DEGRADED').length
  const counts = [
    isOneOfMany ? `1 of ${countThings(total, 'session')} ${isFailed ? 'did not pass' : 'still running'}` : '',
    passed > 0 && stopped.length > 0 ? `${passed} passed` : '',
    isFailed && cutShort.length > 0 ? `${cutShort.length} ${running}` : '',
    isFailed && unknown > 0 ? `${unknown} without a verdict` : '',
    retriedLocations > 0 ? `${countThings(retriedLocations, 'location')} passed after retry` : '',
    degraded > 0 && total > 1 ? `${degraded} degraded, let through` : '',
  ]
  return joinFilled(counts, ' · ')
}

/** Whether sessions have ended or not, and the card of the only one does not say it all. */
function hasFigures({ verdict: { outcome, sessions } }: GateReport): boolean {
  return ['passed', 'timeout', 'cancelled'].includes(outcome) || (outcome === 'failed' && sessions.total > 1)
}
