import { describeFailedAssertion, type FailureDetails } from '../failure-details/failure-details.ts'
import { cleanLine, cleanLines } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import { formatDuration } from '../time/format-duration.ts'
import { formatMoment } from '../time/format-moment.ts'
import { judgeResult } from '../verdict/count-results.ts'
import type { GateReport } from './gate-report.ts'
import { describeCheckType, describeRunSource } from './views/describe-check.ts'
import { describeEnding, describeRemarks, describeSoFar } from './views/describe-ending.ts'
import type { LocationView } from './views/location-view.ts'
import { LOCATION_MARKS, markSession } from './views/marks.ts'
import { measureAttempt } from './views/measure-times.ts'
import { buildReportView } from './views/report-view.ts'
import type { Cause, SessionView } from './views/session-view.ts'

/** More locations of one session are counted instead of printed. */
const MOST_LOCATIONS = 100

/** Lines of the log that fold under a title. */
export interface LogGroup {
  title: string
  lines: string[]
}

/**
 * What the summary has, for the terminal: a group for each session that did not pass or is worth a
 * look, one group for all that passed at once. Every line is safe to print.
 */
export function renderLog(report: GateReport): LogGroup[] {
  // What was only started has been listed when it was.
  if (report.verdict.detached) return []
  const { stopped, remarkable, plain } = buildReportView(report)
  const groups = [...stopped, ...remarkable].map((view) => renderSession(view, report.startedHere))
  if (plain.length > 0) {
    groups.push({
      title: `✅ ${countThings(plain.length, 'session')} passed at the first attempt`,
      lines: plain.map(renderPlainSession),
    })
  }
  return groups
}

function renderSession(view: SessionView, startedHere: boolean): LogGroup {
  const soFar = describeSoFar(view)
  const causes = view.causes.flatMap((cause) => [
    `${describeWhere(cause, view)}: ${cause.reason || 'not read'}`,
    ...(cause.details === null ? [] : renderDetails(cause.details)),
  ])
  const left = view.locations.length - MOST_LOCATIONS
  const ending = view.fate.state === 'passed' ? describeRemarks(view) : describeEnding(view)
  const isSaid = view.reason === '' || view.causes.some((cause) => cause.reason === view.reason)
  const lines = [
    ...(isSaid ? [] : [`Why: ${view.reason}`]),
    ...causes,
    ...(soFar === '' ? [] : [`So far: ${soFar}`]),
    ...view.locations.slice(0, MOST_LOCATIONS).map((place) => renderLocation(place, view)),
    ...(left > 0 ? [`… and ${countThings(left, 'location')} more`] : []),
    describeFacts(view, startedHere),
    ...(view.link === '' ? [] : [view.link]),
  ]
  return {
    title: cleanLine(`${markSession(view)} ${view.name} ${ending}`),
    lines: lines.map((line) => cleanLine(line)),
  }
}

function describeWhere({ locations, reason }: Cause, view: SessionView): string {
  if (view.locations.length === 1 && reason === view.reason) return 'Why'
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

function renderLocation(view: LocationView, { fate }: SessionView): string {
  const isRunning = fate.state === 'unfinished' && view.final === null
  const attempts = view.attempts.map((attempt) => {
    const timeMs = measureAttempt(attempt)
    const mark = LOCATION_MARKS[judgeResult(attempt)]
    return timeMs === null ? mark : `${mark} ${formatDuration(timeMs)}`
  })
  if (isRunning) attempts.push('still running')
  else if (view.final === null) attempts.push(attempts.length === 0 ? 'no result' : 'no final result')
  const retried = view.passedAfterRetry ? ' (passed after retry)' : ''
  const link = view.kind === 'passed' || view.telling === null ? '' : `  ${view.telling.checkResultLink}`
  return `${isRunning ? '⏳' : LOCATION_MARKS[view.kind]} ${view.location}: ${attempts.join(' → ')}${retried}${link}`
}

function describeFacts(view: SessionView, startedHere: boolean): string {
  const { session } = view.fate
  const facts = [
    view.failingSinceMs === null ? '' : `first failed ${formatMoment(view.failingSinceMs)}`,
    view.tookMs === null || view.fate.state === 'unfinished' ? '' : `took ${formatDuration(view.tookMs)}`,
    describeCheckType(session?.checkType ?? ''),
    describeRunSource(session?.runSource ?? null),
    startedHere ? 'started by this step' : 'awaited by this step',
  ]
  return joinFilled(facts, ' · ')
}

function renderPlainSession(view: SessionView): string {
  const took = view.tookMs === null ? '' : `, ${formatDuration(view.tookMs)}`
  const places = view.locations.slice(0, 10).map((it) => it.location)
  const left = view.locations.length - places.length
  return cleanLine(
    `${view.name} (${places.join(', ')}${left > 0 ? ` and ${left} more` : ''}${took})  ${view.link}`,
  )
}
