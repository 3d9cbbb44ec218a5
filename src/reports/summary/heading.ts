import { escapeMarkdown } from '../../text/neutralise-text.ts'
import { capitalise, countThings, joinFilled } from '../../text/words.ts'
import type { ReportView } from '../views/report-view.ts'
import { renderTime } from './attempts.ts'
import { renderTitle } from './failure-card.ts'

/** The verdict as a heading, and below it what a reader must know first. */
export function renderHeading(view: ReportView): string {
  return `${joinFilled([`## ${renderVerdict(view)}`, ...renderLines(view)], '\n\n')}\n\n`
}

/** How long it took and what counted as passed, for the end of the page; '' where the page says it, or none can. */
export function renderFooter({ report }: ReportView): string {
  const { verdict, passingStatuses, waitedMs } = report
  const { total, unfinished } = verdict.sessions
  // The card of the only session has its times.
  if (isWithoutFigures(report) || (verdict.outcome === 'failed' && total === 1)) return ''
  const facts = [
    // What still ran has no end that a time could be taken to.
    verdict.timeElapsedMs === null || unfinished > 0
      ? ''
      : `${total === 1 ? 'took' : 'sessions took'} ${renderTime(verdict.timeElapsedMs)}`,
    waitedMs < 1000 || verdict.outcome === 'timeout' ? '' : `the step waited ${renderTime(waitedMs)}`,
    passingStatuses.every((status) => status === 'PASSED')
      ? ''
      : `passing statuses: ${escapeMarkdown(passingStatuses.join(', '), 80)}`,
  ]
  const line = capitalise(joinFilled(facts, ' · '))
  return line === '' ? '' : `${line}\n`
}

function renderVerdict({ report: { verdict, waitedMs }, named }: ReportView): string {
  const { total, failed, unfinished } = verdict.sessions
  const sessions = countThings(total, 'session')
  switch (verdict.outcome) {
    case 'passed':
      return named === null ? `✅ All ${sessions} passed` : renderTitle(named)
    case 'failed':
      return named === null ? `❌ ${failed} of ${sessions} did not pass` : renderTitle(named)
    case 'timeout': {
      const what = named === null ? `⏳ ${unfinished} of ${sessions} were` : renderTitle(named, 'was')
      return `${what} still running after ${renderTime(waitedMs)}`
    }
    case 'cancelled':
      return `🚫 Workflow cancelled${total === 0 ? '' : `: ${unfinished} of ${sessions} still running`}`
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

function renderLines(view: ReportView): string[] {
  const { verdict } = view.report
  // Here the heading counts nothing; the sentence says why, and what to do.
  if (verdict.outcome === 'error' || verdict.outcome === 'no-match')
    return [escapeMarkdown(verdict.sentence, 600)]
  const advice = verdict.outcome === 'timeout' ? 'Raise `timeout` if the checks need longer.' : ''
  return [renderCounts(view), advice]
}

function renderCounts({
  report,
  stopped,
  named,
  cutShort,
  remarkable,
  retriedLocations,
}: ReportView): string {
  const { total, passed, unfinished } = report.verdict.sessions
  const isFailed = report.verdict.outcome === 'failed'
  if (isWithoutFigures(report) || (isFailed && total === 1)) return ''
  const unknown = unfinished - cutShort.length
  const degraded = remarkable.filter((view) => view.status === 'DEGRADED').length
  const counts = [
    named === null || total === 1 || stopped.length === 0
      ? ''
      : `1 of ${countThings(total, 'session')} ${isFailed ? 'did not pass' : 'still running'}`,
    passed > 0 && stopped.length > 0 ? `${passed} passed` : '',
    cutShort.length > 0 && isFailed ? `${cutShort.length} still running` : '',
    unknown > 0 && isFailed ? `${unknown} without a verdict` : '',
    retriedLocations > 0 ? `${countThings(retriedLocations, 'location')} passed after retry` : '',
    degraded > 0 ? `${degraded} degraded, let through` : '',
  ]
  return joinFilled(counts, ' · ')
}

function isWithoutFigures({ verdict: { outcome } }: ReportView['report']): boolean {
  return outcome === 'detached' || outcome === 'no-match' || outcome === 'error'
}
