import { writeNews } from '../diagnosis/describe-check-news.ts'
import type { FailureKnowledge } from '../diagnosis/failure-knowledge.ts'
import { cleanLine, isSafeLink } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import type { CheckView } from './views/check-view.ts'
import { describeEnding, describeRemarks } from './views/describe-ending.ts'
import { describeNotStarted, describeRunning, describeShared, isSaid } from './views/describe-shared.ts'
import { listAddressNotes, listSilenceNotes, type Note } from './views/notes.ts'
import type { ReportView, SharedCause } from './views/report-view.ts'

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

/** At most 5 checks with one cause are named. */
const MOST_NAMED = 5

/** GitHub shows ten warnings of a step. */
const MOST_WARNINGS = 10

/** At most 3 of the warnings are about the step as a whole. */
const MOST_NOTES = 3

/**
 * An error for each check that did not pass, and one for all that share a cause. A warning for each that passed after a
 * retry or degraded. At most as many as GitHub shows; the last one says how many more there are.
 */
export function buildAnnotations({
  report,
  notPassed,
  shared,
  running,
  notStarted,
  remarkable,
}: ReportView): Annotation[] {
  // Sessions that were only started have not failed.
  if (report.verdict.detached) return []
  const { failedFast, message } = report.verdict
  const together = new Set([...running, ...notStarted, ...shared.flatMap(({ views }) => views)])
  // Checks that `fail-fast` did not wait for have done nothing wrong.
  const failed = notPassed.filter(
    (view) => !together.has(view) && !(failedFast && view.state === 'unfinished'),
  )
  const errors = [
    ...failed.map((view) => ({ count: 1, annotation: annotateFailure(view, report.known) })),
    // A cause that the closing error names is not repeated.
    ...shared
      .filter((cause) => !isSaid(cause, message))
      .map((cause) => ({ count: cause.views.length, annotation: annotateShared(cause) })),
    ...[
      { views: running, text: describeRunning(running) },
      { views: notStarted, text: describeNotStarted(notStarted) },
    ]
      .filter(({ views }) => views.length > 0 && !failedFast)
      .map(({ views, text }) => ({
        count: views.length,
        annotation: annotateMany(stripMark(text), views),
      })),
  ]
  const notes = [...listSilenceNotes(report), ...listAddressNotes(report)].filter((it) => it.isWarning)
  const warnings = remarkable.map((view) => ({ count: 1, annotation: annotateRemark(view) }))
  return [
    ...shorten(errors, MOST_ERRORS, 'did not pass'),
    ...notes.slice(0, MOST_NOTES).map(annotateNote),
    ...shorten(warnings, MOST_WARNINGS - Math.min(notes.length, MOST_NOTES), 'passed with a remark'),
  ]
}

function annotateNote({ text }: Note): Annotation {
  return { level: 'warning', title: cleanLine(text, TITLE_LENGTH), message: cleanLine(text, 900) }
}

function annotateFailure(view: CheckView, { details }: FailureKnowledge): Annotation {
  // With another status, the reason says the same as the ending.
  const ending = ['FAILED', 'DEGRADED', 'PASSED'].includes(view.status)
    ? ` ${describeEnding(view, false)}`
    : ''
  const novelty = view.isNew === null ? '' : view.isNew ? ' (new)' : ' (known)'
  const title = `${cleanLine(view.name, 60)}${ending}${novelty}: ${view.reason}`
  const keyAttempt = view.failedRuns.find((run) => run.keyAttempt !== null)?.keyAttempt
  const facts = details.get(keyAttempt?.id ?? '')?.facts ?? []
  // Beside the check's own reason, such as that it ran out of time.
  const other = view.causes.find(({ reason, details: read }) => read !== null && reason !== view.reason)
  return annotate('error', title, view, describeEnding(view), [
    `Why: ${view.reason}`,
    other === undefined ? '' : `Why in ${other.locations.slice(0, 8).join(', ')}: ${other.reason}`,
    ...view.news.map(writeNews),
    ...facts.slice(0, 2).map(([label, value]) => `${label}: ${value}`),
  ])
}

function annotateShared(cause: SharedCause): Annotation {
  return annotateMany(`${stripMark(describeShared(cause))}: ${cause.reason}`, cause.views)
}

function annotateMany(what: string, views: readonly CheckView[]): Annotation {
  const left = views.length - MOST_NAMED
  const names = views.slice(0, MOST_NAMED).map(({ name }) => cleanLine(name, 100))
  return {
    level: 'error',
    title: cleanLine(what, TITLE_LENGTH),
    message: joinFilled(
      [cleanLine(what, 900), cleanLine(names.join(', ') + (left > 0 ? ` and ${left} more` : ''), 900)],
      '\n',
    ),
  }
}

/** GitHub draws a mark of its own. */
function stripMark(text: string): string {
  return text.slice(text.indexOf(' ') + 1)
}

function annotateRemark(view: CheckView): Annotation {
  const remarks = describeRemarks(view)
  return annotate('warning', `${cleanLine(view.name, 60)} ${remarks}`, view, remarks, [])
}

function annotate(
  level: Annotation['level'],
  title: string,
  view: CheckView,
  what: string,
  facts: readonly string[],
): Annotation {
  // The log shows the message without its title.
  const lines = [`${cleanLine(view.name, 200)} ${what}`, ...facts, isSafeLink(view.link) ? view.link : '']
  const clean = lines.map((line) => cleanLine(line, 900))
  return { level, title: cleanLine(title, TITLE_LENGTH), message: joinFilled(clean, '\n') }
}

/** @param annotations - each with how many checks it is about */
function shorten(
  annotations: readonly { count: number; annotation: Annotation }[],
  most: number,
  what: string,
): Annotation[] {
  const all = annotations.map(({ annotation }) => annotation)
  const [first] = all
  if (first === undefined || all.length <= most) return all
  const left = annotations.slice(most - 1).reduce((sum, { count }) => sum + count, 0)
  const rest: Annotation = {
    level: first.level,
    title: `${countThings(left, 'more check')} ${what}`,
    message: `${countThings(left, 'more check')} ${what}. The job summary and the step's log name them.`,
  }
  return [...all.slice(0, most - 1), rest]
}
