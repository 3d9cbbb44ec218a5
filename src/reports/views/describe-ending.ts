import { countThings, joinFilled } from '../../text/words.ts'
import { judgeResult } from '../../verdict/count-results.ts'
import type { LocationView } from './location-view.ts'
import type { SessionView } from './session-view.ts'

/**
 * What became of a session, to stand behind its name: `failed in eu-west-1, 1 of 5 locations`. Holds
 * text from outside: names of locations, and a status that nobody has heard of.
 * @param isCounted whether there is room for counts
 */
export function describeEnding(view: SessionView, isCounted: boolean = true): string {
  const ending = describeStatus(view, isCounted)
  const { state } = view.fate
  if (state === 'passed' && view.status !== 'PASSED') return `${ending}, let through`
  return state === 'failed' && view.status === 'PASSED'
    ? `${ending}, which passing-statuses does not list`
    : ending
}

/** What has failed of a session that did not pass, but for final results: `2 attempts in eu-west-1 failed`. */
export function describeSoFar({ fate, locations }: SessionView): string {
  if (fate.state === 'passed') return ''
  const failures = locations.flatMap(({ final, location, attempts }) => {
    const count = attempts.filter((attempt) => judgeResult(attempt) === 'failed').length
    return final !== null || count === 0 ? [] : `${countThings(count, 'attempt')} in ${location.slice(0, 60)}`
  })
  return failures.length === 0
    ? ''
    : `${failures.slice(0, 3).join(', ')}${failures.length > 3 ? ' …' : ''} failed`
}

/** What is worth a look in a session that passed: `passed after retry in eu-west-1 (2 attempts)`. */
export function describeRemarks(view: SessionView): string {
  const { retriedLocations: retried, stoppedLocations, status } = view
  const missing = stoppedLocations.filter((it) => it.kind === 'missing').length
  const notPassed = stoppedLocations.length - missing
  const places = retried
    .slice(0, 2)
    .map(({ location, attempts }) => `${location.slice(0, 60)} (${countThings(attempts.length, 'attempt')})`)
  if (retried.length > 2) places.push(`${retried.length - 2} more`)
  const remarks = [
    status === 'PASSED' ? '' : describeEnding(view, false),
    retried.length === 0 ? '' : `passed after retry in ${places.join(', ')}`,
    missing === 0 ? '' : `no final result from ${countThings(missing, 'location')}`,
    notPassed === 0 ? '' : `passed, though ${countThings(notPassed, 'final result')} did not`,
  ]
  return joinFilled(remarks, '; ') || describeEnding(view)
}

function describeStatus(view: SessionView, isCounted: boolean): string {
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
      return `still running${isCounted ? describeProgress(view) : ''}`
    case 'UNKNOWN':
      return 'has no verdict'
    default:
      return `ended as ${view.status}`
  }
}

function describeProgress({ locations }: SessionView): string {
  const done = locations.filter((view) => view.final !== null).length
  return locations.length === 0 ? '' : `: ${done} of ${countThings(locations.length, 'location')} done`
}

/** One or two locations by name, more by their number; and those of which nothing is known. */
function describePlaces({ locations }: SessionView, kind: LocationView['kind'], isCounted: boolean): string {
  const names = locations.filter((view) => view.kind === kind).map((view) => view.location.slice(0, 60))
  const missing = locations.filter((view) => view.kind === 'missing').length
  const rest = missing > 0 && kind !== 'missing' && isCounted ? `, ${missing} without a result` : ''
  const all = countThings(locations.length, 'location')
  if (names.length === 0) return rest
  if (names.length === locations.length && names.length > 1) {
    return names.length === 2 ? ` in both ${names.join(' and ')}` : ` in all ${all}`
  }
  if (names.length > 2) return ` in ${names.length} of ${all}${rest}`
  const count = locations.length === 1 || !isCounted ? '' : `, ${names.length} of ${all}`
  return ` in ${names.join(' and ')}${count}${rest}`
}
