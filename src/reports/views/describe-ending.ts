import { countThings } from '../../text/words.ts'
import { judgeResult } from '../../verdict/count-results.ts'
import type { LocationView } from './location-view.ts'
import type { SessionView } from './session-view.ts'

/**
 * What became of a session, to stand behind its name: `failed in eu-west-1, 1 of 5 locations`. Holds
 * text from outside: names of locations, and a status that nobody has heard of.
 */
export function describeEnding(view: SessionView): string {
  const ending = describeStatus(view, true)
  const { state } = view.fate
  if (state === 'passed' && view.status !== 'PASSED' && view.status !== 'DEGRADED')
    return `${ending}, let through`
  return state === 'failed' && view.status === 'PASSED'
    ? `${ending}, which passing-statuses does not list`
    : ending
}

/** The same where there is little room, without counts: `failed in eu-west-1`. */
export function describeEndingBriefly(view: SessionView): string {
  return describeStatus(view, false)
}

/**
 * What has failed already of a session that still ran: `2 attempts in eu-west-1 have failed`; '' for others. Holds
 * names of locations. Final results are left to the session's causes.
 */
export function describeSoFar({ fate, locations }: SessionView): string {
  if (fate.state !== 'unfinished') return ''
  const failures = locations
    .filter((view) => view.final === null)
    .map(({ location, attempts }) => ({
      place: location.slice(0, 60),
      count: attempts.filter((attempt) => judgeResult(attempt) === 'failed').length,
    }))
    .filter(({ count }) => count > 0)
  const named = failures.slice(0, 3).map(({ place, count }) => `${countThings(count, 'attempt')} in ${place}`)
  if (failures.length > named.length) named.push(`more in ${countThings(failures.length - 3, 'location')}`)
  const have = failures.length === 1 && failures[0]?.count === 1 ? 'has' : 'have'
  return named.length === 0 ? '' : `${named.join(', ')} ${have} failed`
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
      return 'was cancelled'
    case 'TIMED_OUT':
      return 'timed out'
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
  const rest = missing > 0 && isCounted ? `, ${missing} without a result` : ''
  const all = countThings(locations.length, 'location')
  if (names.length === 0) return rest
  if (names.length === locations.length && names.length > 1) {
    return names.length === 2 ? ` in both ${names.join(' and ')}` : ` in all ${all}`
  }
  if (names.length > 2) return ` in ${names.length} of ${all}${rest}`
  const count = locations.length === 1 || !isCounted ? '' : `, ${names.length} of ${all}`
  return ` in ${names.join(' and ')}${count}${rest}`
}
