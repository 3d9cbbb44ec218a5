import { escapeMarkdown } from '../../text/neutralise-text.ts'
import { capitalise, countThings, joinFilled } from '../../text/words.ts'
import type { ReportView } from '../views/report-view.ts'
import { renderTime } from './attempts.ts'
import { renderTitle } from './failure-card.ts'

/** The verdict as a heading with a count, and one line of figures below it. */
export function renderHeading(view: ReportView): string {
  const { verdict } = view.report
  const lines = [`## ${renderVerdict(view)}`, renderFigures(view)]
  // The other outcomes say it all in the heading and below.
  if (verdict.outcome === 'error' || verdict.outcome === 'no-match') {
    lines.splice(1, 0, escapeMarkdown(verdict.sentence, 600))
  }
  return `${joinFilled(lines, '\n\n')}\n\n`
}

function renderVerdict(view: ReportView): string {
  const { verdict, waitedMs } = view.report
  const { total, failed } = verdict.sessions
  const open = total - failed - verdict.sessions.passed
  const sessions = countThings(total, 'session')
  const only = total === 1 ? (view.stopped[0] ?? view.remarkable[0] ?? view.plain[0]) : undefined
  switch (verdict.outcome) {
    case 'passed':
    case 'failed': {
      if (only !== undefined) {
        return renderTitle(only)
      }
      if (verdict.outcome === 'passed') return `✅ All ${sessions} passed`
      return `❌ ${failed} of ${sessions} did not pass`
    }
    case 'timeout':
      return `⏳ ${open} of ${sessions} had not ended after ${renderTime(waitedMs)}`
    case 'cancelled':
      return total === 0 ? '🚫 Cancelled' : `🚫 Cancelled: ${open} of ${sessions} had not ended`
    case 'error':
      return '❓ No verdict'
    case 'detached':
      return `🚀 Started ${sessions}, not awaited`
    case 'no-match':
      return '🔍 No check matched'
  }
}

/** Nothing where the card of the only session says it all. */
function renderFigures({ report, stopped, remarkable, retriedLocations }: ReportView): string {
  const { verdict, passingStatuses, waitedMs } = report
  const { total, passed, unfinished } = verdict.sessions
  if (verdict.outcome === 'detached' || verdict.outcome === 'no-match') return ''
  if (verdict.outcome === 'failed' && total === 1) return ''
  const degraded = remarkable.filter((view) => view.status === 'DEGRADED').length
  const letThrough = passingStatuses.filter((status) => status !== 'PASSED')
  const figures = [
    passed > 0 && stopped.length > 0 ? `${passed} passed` : '',
    unfinished > 0 && verdict.outcome === 'failed' ? `${unfinished} had not ended` : '',
    retriedLocations > 0 ? `${countThings(retriedLocations, 'location')} passed after retry` : '',
    degraded > 0 ? `${degraded} degraded, let through` : '',
    verdict.timeElapsedMs === null ? '' : `sessions took ${renderTime(verdict.timeElapsedMs)}`,
    waitedMs < 1000 ? '' : `the step waited ${renderTime(waitedMs)}`,
    letThrough.length > 0 ? `passing statuses: ${escapeMarkdown(passingStatuses.join(', '), 80)}` : '',
  ]
  return capitalise(joinFilled(figures, ' · '))
}
