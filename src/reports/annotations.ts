import { cleanLine, isSafeLink } from '../text/neutralise-text.ts'
import { countThings } from '../text/words.ts'
import type { GateReport } from './gate-report.ts'
import { describeEnding } from './views/describe-ending.ts'
import { buildReportView } from './views/report-view.ts'
import type { SessionView } from './views/session-view.ts'

/** One annotation; plain text of one or more lines, below GitHub's 4,096 characters. */
export interface Annotation {
  level: 'error' | 'warning'
  title: string
  message: string
}

/** GitHub shows ten errors of a step; the step's own closing error is one of them. */
const MOST_ERRORS = 9

/** GitHub shows ten warnings of a step. */
const MOST_WARNINGS = 10

/**
 * An error for each session that did not pass, a warning for each that passed after a retry or was let
 * through degraded; at most what GitHub shows, the last one saying how many more there are.
 */
export function buildAnnotations(report: GateReport): Annotation[] {
  // What was started only, or never matched, has not failed.
  if (report.verdict.outcome === 'detached') return []
  const { stopped, remarkable } = buildReportView(report)
  const errors = stopped.map((view) => annotate('error', view, [view.reason]))
  const warnings = remarkable.map((view) => annotate('warning', view, describeRemarks(view)))
  return [
    ...shorten(errors, MOST_ERRORS, 'did not pass'),
    ...shorten(warnings, MOST_WARNINGS, 'passed with a remark'),
  ]
}

function annotate(level: Annotation['level'], view: SessionView, reasons: string[]): Annotation {
  const ending = describeEnding(view)
  const places = listPlaces(view)
  const lines = [
    `${view.name} ${ending}`,
    places === '' || ending.endsWith(places) || ending.includes(`${places},`) ? '' : `Where: ${places}`,
    ...reasons.map((reason) => `${level === 'error' ? 'Why: ' : ''}${reason}`),
    isSafeLink(view.link) ? view.link : '',
  ]
  return {
    level,
    title: cleanLine(`${view.name}: ${view.status}`, 150),
    message: lines
      .filter((line) => line !== '')
      .map((line) => cleanLine(line, 900))
      .join('\n'),
  }
}

function listPlaces({ stoppedLocations }: SessionView): string {
  const names = stoppedLocations.slice(0, 5).map((view) => view.location.slice(0, 60))
  const left = stoppedLocations.length - names.length
  if (left > 0) return `${names.join(', ')} and ${left} more`
  return names.length < 3 ? names.join(' and ') : names.join(', ')
}

function describeRemarks(view: SessionView): string[] {
  const retried = view.retriedLocations
  const missing = view.stoppedLocations.filter((it) => it.kind === 'missing').length
  const most = retried.reduce((count, it) => Math.max(count, it.attempts.length), 0)
  return [
    view.status === 'PASSED' ? '' : `${view.status} is let through by passing-statuses`,
    retried.length === 0
      ? ''
      : `passed after retry in ${countThings(retried.length, 'location')}, ${most} attempts at most`,
    missing === 0 ? '' : `no final result from ${countThings(missing, 'location')}`,
  ]
}

function shorten(annotations: Annotation[], most: number, what: string): Annotation[] {
  const [first] = annotations
  if (first === undefined || annotations.length <= most) return annotations
  const left = annotations.length - (most - 1)
  const rest: Annotation = {
    level: first.level,
    title: `${countThings(left, 'more session')} ${what}`,
    message: `${countThings(left, 'more session')} ${what}. The job summary and the step's log name them.`,
  }
  return [...annotations.slice(0, most - 1), rest]
}
