import { cleanLine, isSafeLink } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
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
  const errors = stopped.map((view) => annotateFailure(view, report))
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
  const final = view.stoppedLocations.find((place) => place.final !== null)?.final
  const facts = details.get(final?.checkResultId ?? '')?.facts ?? []
  return annotate('error', title, view, [
    `Why: ${view.reason}`,
    ...facts.slice(0, 2).map(([label, value]) => `${label}: ${value}`),
  ])
}

function annotateRemark(view: SessionView): Annotation {
  return annotate(
    'warning',
    `${cleanLine(view.name, 60)} ${joinFilled(describeRemarks(view), '; ')}`,
    view,
    [],
  )
}

function annotate(
  level: Annotation['level'],
  title: string,
  view: SessionView,
  facts: readonly string[],
): Annotation {
  // The log shows the message without its title.
  const lines = [
    `${cleanLine(view.name, 200)} ${describeEnding(view)}`,
    ...facts,
    isSafeLink(view.link) ? view.link : '',
  ]
  const clean = lines.map((line) => cleanLine(line, 900))
  return { level, title: cleanLine(title, TITLE_LENGTH), message: joinFilled(clean, '\n') }
}

function describeRemarks(view: SessionView): string[] {
  const { retriedLocations: retried, status } = view
  const missing = view.stoppedLocations.filter((it) => it.kind === 'missing').length
  const places = retried
    .slice(0, 2)
    .map(({ location, attempts }) => `${location.slice(0, 60)} (${countThings(attempts.length, 'attempt')})`)
  if (retried.length > 2) places.push(`${retried.length - 2} more`)
  return [
    status === 'PASSED' ? '' : describeEnding(view, false),
    retried.length === 0 ? '' : `passed after retry in ${places.join(', ')}`,
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
