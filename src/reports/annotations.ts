import { cleanLine, isSafeLink } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import type { GateReport } from './gate-report.ts'
import { describeEnding, describeRemarks } from './views/describe-ending.ts'
import { buildReportView } from './views/report-view.ts'
import type { SessionView } from './views/session-view.ts'

/** One annotation; plain text of one or more lines, below GitHub's 4,096 characters. */
export interface Annotation {
  level: 'error' | 'warning'
  title: string
  message: string
}

/** Longer titles are cut off where GitHub shows them. */
const TITLE_LENGTH = 150

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
  if (report.verdict.detached) return []
  const { stopped, remarkable } = buildReportView(report)
  // Those that `fail-fast` did not wait for have done nothing wrong.
  const failed = stopped.filter(({ fate }) => !(report.verdict.failedFast && fate.state === 'unfinished'))
  const errors = failed.map((view) => annotateFailure(view, report))
  const warnings = remarkable.map(annotateRemark)
  return [
    ...shorten(errors, MOST_ERRORS, 'did not pass'),
    ...shorten(warnings, MOST_WARNINGS, 'passed with a remark'),
  ]
}

function annotateFailure(view: SessionView, { details }: GateReport): Annotation {
  // Other statuses say in their reason what the ending would say again.
  const ending = ['FAILED', 'DEGRADED', 'PASSED'].includes(view.status)
    ? ` ${describeEnding(view, false)}`
    : ''
  const title = `${cleanLine(view.name, 60)}${ending}: ${view.reason}`
  const telling = view.stoppedLocations.find((place) => place.telling !== null)?.telling
  const facts = details.get(telling?.checkResultId ?? '')?.facts ?? []
  // Beside the session's own reason, such as that it ran out of time.
  const other = view.causes.find(({ reason, details: read }) => read !== null && reason !== view.reason)
  return annotate('error', title, view, describeEnding(view), [
    `Why: ${view.reason}`,
    other === undefined ? '' : `Why in ${other.locations.slice(0, 8).join(', ')}: ${other.reason}`,
    ...facts.slice(0, 2).map(([label, value]) => `${label}: ${value}`),
  ])
}

function annotateRemark(view: SessionView): Annotation {
  const remarks = describeRemarks(view)
  return annotate('warning', `${cleanLine(view.name, 60)} ${remarks}`, view, remarks, [])
}

function annotate(
  level: Annotation['level'],
  title: string,
  view: SessionView,
  what: string,
  facts: readonly string[],
): Annotation {
  // The log shows the message without its title.
  const lines = [`${cleanLine(view.name, 200)} ${what}`, ...facts, isSafeLink(view.link) ? view.link : '']
  const clean = lines.map((line) => cleanLine(line, 900))
  return { level, title: cleanLine(title, TITLE_LENGTH), message: joinFilled(clean, '\n') }
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
