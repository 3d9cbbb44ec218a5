import type { CheckRunState } from '../../session/session.ts'
import { countThings, joinFilled } from '../../text/words.ts'
import { formatDuration } from '../../time/format-duration.ts'
import type { CheckView } from './check-view.ts'

/** 5 s: what was seen this shortly before the end is told as the state at the end. */
const RECENT_MS = 5000

/**
 * What became of a check, to stand behind its name: `failed in eu-west-1, 1 of 5 locations`. Holds
 * text from outside: names of locations, and perhaps an unknown status.
 * @param isCounted whether there is room for counts
 */
export function describeEnding(view: CheckView, isCounted: boolean = true): string {
  const ending = describeStatus(view, isCounted)
  const { state } = view
  if (state === 'passed' && view.status !== 'PASSED') return `${ending}, let through`
  return state === 'failed' && view.status === 'PASSED'
    ? `${ending}, which passing-statuses does not list`
    : ending
}

/** What has failed of a check that did not pass, but for final results: `2 attempts in eu-west-1 failed`. */
export function describeSoFar({ state, runs }: CheckView): string {
  if (state === 'passed') return ''
  const failures = runs.flatMap(({ final, location, attempts }) => {
    const count = attempts.filter((attempt) => attempt.state === 'failed').length
    return final !== null || count === 0 ? [] : `${countThings(count, 'attempt')} in ${location.slice(0, 60)}`
  })
  return failures.length === 0
    ? ''
    : `${failures.slice(0, 3).join(', ')}${failures.length > 3 ? ' …' : ''} failed`
}

/** What is worth a look in a check that passed: `passed after retry in eu-west-1 (2 attempts)`. */
export function describeRemarks(view: CheckView): string {
  const { retriedRuns: retried, failedRuns, status } = view
  const missing = failedRuns.filter((it) => it.state === 'missing').length
  const notPassed = failedRuns.length - missing
  const places = retried
    .slice(0, 2)
    .map(({ location, attempts }) => `${location.slice(0, 60)} (${countThings(attempts.length, 'attempt')})`)
  if (retried.length > 2) places.push(`${retried.length - 2} more`)
  const remarks = [
    status === 'PASSED' ? '' : describeEnding(view, false),
    retried.length === 0 ? '' : `passed after retry in ${places.join(', ')}`,
    missing === 0 ? '' : `no final result from ${countThings(missing, 'location')}`,
    // With another status than PASSED, the ending above says it already.
    notPassed === 0 || status !== 'PASSED'
      ? ''
      : `passed, though ${countThings(notPassed, 'final result')} did not`,
  ]
  return joinFilled(remarks, '; ') || describeEnding(view)
}

function describeStatus(view: CheckView, isCounted: boolean): string {
  switch (view.status) {
    case 'PASSED':
      return `passed${describePlaces(view, 'passed', isCounted)}`
    case 'FAILED':
      return `failed${describePlaces(view, 'failed', isCounted)}`
    case 'DEGRADED':
      return `is degraded${describePlaces(view, 'degraded', isCounted)}`
    case 'CANCELLED':
      return `was cancelled${describePlaces(view, 'cancelled', isCounted)}`
    case 'TIMED_OUT':
      return `timed out${describePlaces(view, 'missing', isCounted)}`
    case 'UNFINISHED':
      return view.runs.some(({ state }) => state === 'queued') &&
        !view.runs.some(({ state }) => state === 'running')
        ? `had not started${describePlaces(view, 'queued', isCounted)}`
        : `still running${isCounted ? describeProgress(view) : ''}`
    case 'NOT_STARTED':
      return `had not started${describePlaces(view, 'queued', isCounted)}`
    case 'UNKNOWN':
      return 'has no verdict'
    default:
      return `ended as ${view.status}`
  }
}

function describeProgress(view: CheckView): string {
  const { runs } = view
  const done = runs.filter(({ final }) => final !== null).length
  const counted = runs.length < 2 ? '' : `: ${done} of ${countThings(runs.length, 'location')} done`
  const seen = describeSeen(view)
  return seen === '' ? counted : `${counted}, ${seen}`
}

/** How old the news of a check that still runs is: `as seen 42 s before`; '' for less than 5 s. */
export function describeSeen({ seenAgoMs }: Pick<CheckView, 'seenAgoMs'>): string {
  return seenAgoMs === null || seenAgoMs < RECENT_MS ? '' : `as seen ${formatDuration(seenAgoMs)} before`
}

/** One or two locations by name, more by their number; and how many have no result. */
function describePlaces({ runs }: CheckView, state: CheckRunState, isCounted: boolean): string {
  const names = runs.filter((view) => view.state === state).map((view) => view.location.slice(0, 60))
  const missing = runs.filter((view) => view.state === 'missing').length
  const rest = missing > 0 && state !== 'missing' && isCounted ? `, ${missing} without a result` : ''
  const all = countThings(runs.length, 'location')
  if (names.length === 0) return rest
  if (names.length === runs.length && names.length > 1) {
    return names.length === 2 ? ` in both ${names.join(' and ')}` : ` in all ${all}`
  }
  if (names.length > 2) return ` in ${names.length} of ${all}${rest}`
  const count = runs.length === 1 || !isCounted ? '' : `, ${names.length} of ${all}`
  return ` in ${names.join(' and ')}${count}${rest}`
}
