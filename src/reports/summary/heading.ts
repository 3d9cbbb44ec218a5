import { formatDuration } from '../format-duration.ts'
import { buildLink } from '../neutralise-blocks.ts'
import { escapeMarkdown } from '../neutralise-text.ts'
import { describeEnding } from '../views/describe-ending.ts'
import { markSession } from '../views/marks.ts'
import type { ReportView } from '../views/report-view.ts'
import { countThings } from '../views/words.ts'

/** The verdict as a heading with a count, and one line of figures below it. */
export function renderHeading(view: ReportView): string {
  const { verdict } = view.report
  const lines = [`## ${renderVerdict(view)}`, renderFigures(view)]
  // The other outcomes say it all in the heading and below.
  if (verdict.outcome === 'error' || verdict.outcome === 'no-match') {
    lines.splice(1, 0, escapeMarkdown(verdict.sentence, 600))
  }
  return `${lines.filter((line) => line !== '').join('\n\n')}\n\n`
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
        return `${markSession(only)} ${buildLink(only.name, only.link)} ${escapeMarkdown(describeEnding(only))}`
      }
      if (verdict.outcome === 'passed') return `✅ All ${sessions} passed`
      return `❌ ${failed} of ${sessions} did not pass${open > 0 ? `, ${open} had not ended` : ''}`
    }
    case 'timeout':
      return `⏳ ${open} of ${sessions} had not ended after ${formatDuration(waitedMs)}`
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

function renderFigures({ report, remarkable, retriedLocations }: ReportView): string {
  const { verdict, passingStatuses, waitedMs } = report
  const { total, passed, unfinished } = verdict.sessions
  const degraded = remarkable.filter((view) => view.status === 'DEGRADED').length
  const letThrough = passingStatuses.filter((status) => status !== 'PASSED')
  const figures = [
    total > 1 && verdict.outcome !== 'detached' ? `${passed} passed` : '',
    unfinished > 0 && verdict.outcome === 'failed' ? `${unfinished} unfinished` : '',
    retriedLocations > 0 ? `${countThings(retriedLocations, 'location')} passed after retry` : '',
    degraded > 0 ? `${degraded} degraded, let through` : '',
    verdict.timeElapsedMs === null ? '' : `ran ${formatDuration(verdict.timeElapsedMs)}`,
    verdict.outcome === 'detached' || waitedMs < 1000 ? '' : `waited ${formatDuration(waitedMs)}`,
    letThrough.length > 0 ? `passing: ${escapeMarkdown(passingStatuses.join(', '), 80)}` : '',
  ]
  return figures.filter((figure) => figure !== '').join(' · ')
}
