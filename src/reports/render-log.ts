import { writeNews } from '../diagnosis/describe-check-news.ts'
import type { Cause } from '../diagnosis/explain-check.ts'
import { describeFailedAssertion, type FailureDetails } from '../diagnosis/failure-details.ts'
import { cleanLine, cleanLines } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import { formatDuration } from '../time/format-duration.ts'
import { formatMoment } from '../time/format-moment.ts'
import type { CheckView } from './views/check-view.ts'
import { describeCheckType, describeRunSource } from './views/describe-check.ts'
import { describeEnding, describeRemarks, describeSoFar } from './views/describe-ending.ts'
import { describeNotStarted, describeRunning, describeShared, isSaid } from './views/describe-shared.ts'
import { markCheck, RUN_MARKS } from './views/marks.ts'
import type { ReportView, SharedCause } from './views/report-view.ts'
import type { RunView } from './views/run-view.ts'
import { measureAttempt } from './views/run-view.ts'

/** More locations of one check are counted instead of printed. */
const MOST_LOCATIONS = 100

/** Ten ids stand in one line. */
const IDS_IN_LINE = 10

/** Lines of the log that fold under a title. */
export interface LogGroup {
  title: string
  lines: string[]
}

/**
 * What the summary has, for the terminal: a group for each check that did not pass or is worth a
 * look, one group for all that passed at once. Every line is safe to print.
 */
export function renderLog(view: ReportView): LogGroup[] {
  const { report, notPassed, shared, running, notStarted, remarkable, plain } = view
  // Sessions that were only started were listed at their start.
  if (report.verdict.detached) return []
  const together = new Set([...running, ...notStarted, ...shared.flatMap(({ views }) => views)])
  const single = notPassed.filter((it) => !together.has(it))
  const groups = [
    ...single.map((it) => renderCheck(it)),
    ...shared.map((cause) => renderShared(cause, report.verdict.message)),
    ...(running.length === 0 ? [] : [renderMany(describeRunning(running), running, renderOpenCheck)]),
    ...(notStarted.length === 0
      ? []
      : [renderMany(describeNotStarted(notStarted), notStarted, ({ name }) => name)]),
    ...remarkable.map((it) => renderCheck(it)),
  ]
  if (plain.length > 0) {
    groups.push({
      title: `✅ ${countThings(plain.length, 'check')} passed at the first attempt`,
      lines: plain.map(renderPlainCheck),
    })
  }
  return groups
}

/** A reason that the closing line gives is not repeated here. */
function renderShared(cause: SharedCause, message: string): LogGroup {
  const why = isSaid(cause, message) ? '' : `: ${cause.reason}`
  const title = `${describeShared(cause)}${why}`
  const isLinked = cause.views.some(({ link }) => link !== '')
  if (isLinked) return renderMany(title, cause.views, ({ name, link }) => `${name}  ${link}`)
  // Without links there are only ids, and several have room in a line.
  const rows = Array.from({ length: Math.ceil(cause.views.length / IDS_IN_LINE) }, (_, row) =>
    cause.views.slice(row * IDS_IN_LINE, (row + 1) * IDS_IN_LINE),
  )
  return renderMany(title, rows, (row) => row.map(({ name }) => name).join(', '))
}

function renderMany<T>(title: string, views: readonly T[], render: (view: T) => string): LogGroup {
  const left = views.length - MOST_LOCATIONS
  return {
    title: cleanLine(title),
    lines: [
      ...views.slice(0, MOST_LOCATIONS).map((view) => cleanLine(render(view).trim())),
      ...(left > 0 ? [`… and ${left} more`] : []),
    ],
  }
}

function renderOpenCheck(view: CheckView): string {
  const soFar = describeSoFar(view)
  return `${view.name} ${describeEnding(view)}${soFar === '' ? '' : `; ${soFar}`}  ${view.link}`
}

function renderCheck(view: CheckView): LogGroup {
  const soFar = describeSoFar(view)
  const causes = view.causes.flatMap((cause) => [
    `${describeWhere(cause, view)}: ${cause.reason || 'not read'}`,
    ...(cause.details === null ? [] : renderDetails(cause.details)),
  ])
  const left = view.runs.length - MOST_LOCATIONS
  const ending = view.state === 'passed' ? describeRemarks(view) : describeEnding(view)
  const isSaid = view.reason === '' || view.causes.some((cause) => cause.reason === view.reason)
  const lines = [
    ...(isSaid ? [] : [`Why: ${view.reason}`]),
    ...causes,
    ...view.news.map(writeNews),
    ...(soFar === '' ? [] : [`So far: ${soFar}`]),
    ...view.runs.slice(0, MOST_LOCATIONS).map((run) => renderRun(run)),
    ...(left > 0 ? [`… and ${countThings(left, 'location')} more`] : []),
    describeFacts(view),
    ...(view.link === '' ? [] : [view.link]),
  ]
  return {
    title: cleanLine(`${markCheck(view)} ${view.name} ${ending}`),
    lines: lines.filter((line) => line !== '').map((line) => cleanLine(line)),
  }
}

function describeWhere({ locations, reason }: Cause, view: CheckView): string {
  if (view.runs.length === 1 && reason === view.reason) return 'Why'
  return `Why in ${locations.slice(0, 8).join(', ')}${locations.length > 8 ? ' …' : ''}`
}

function renderDetails({ facts, assertions, excerpt }: FailureDetails): string[] {
  return [
    ...facts.map(([label, value]) => `  ${label}: ${value}`),
    // A single assertion is what the reason says already.
    ...(assertions.length > 1 ? assertions : []).map(
      (assertion) => `  ${describeFailedAssertion(assertion)}`,
    ),
    ...(excerpt === '' ? [] : cleanLines(excerpt, 30).map((line) => `  │ ${line}`)),
  ]
}

function renderRun(view: RunView): string {
  const attempts = view.attempts.map((attempt) => {
    const timeMs = measureAttempt(attempt)
    const mark = RUN_MARKS[attempt.state]
    const time = timeMs === null ? '' : ` ${formatDuration(timeMs)}`
    return `${mark}${time}${attempt.location === view.location ? '' : ` in ${attempt.location}`}`
  })
  if (view.state === 'running') attempts.push('still running')
  else if (view.state === 'queued') attempts.push('not started')
  else if (view.final === null) attempts.push(attempts.length === 0 ? 'no result' : 'no final result')
  const retried = view.passedAfterRetry ? ' (passed after retry)' : ''
  const link = view.state === 'passed' || view.keyAttempt === null ? '' : `  ${view.keyAttempt.link}`
  return `${RUN_MARKS[view.state]} ${view.location}: ${attempts.join(' → ')}${retried}${link}`
}

function describeFacts(view: CheckView): string {
  const session = view.judged.sessions[0]?.session
  const facts = [
    view.failingSinceMs === null ? '' : `first failed ${formatMoment(view.failingSinceMs)}`,
    view.tookMs === null || view.state === 'unfinished' ? '' : `took ${formatDuration(view.tookMs)}`,
    describeCheckType(view.judged.check?.type ?? ''),
    describeRunSource(session?.source ?? null),
  ]
  return joinFilled(facts, ' · ')
}

function renderPlainCheck(view: CheckView): string {
  const took = view.tookMs === null ? '' : `, ${formatDuration(view.tookMs)}`
  const places = view.runs.slice(0, 10).map((it) => it.location)
  const left = view.runs.length - places.length
  return cleanLine(
    `${view.name} (${places.join(', ')}${left > 0 ? ` and ${left} more` : ''}${took})  ${view.link}`,
  )
}
