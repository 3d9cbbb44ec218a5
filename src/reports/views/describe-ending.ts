import type { LocationView } from './location-view.ts'
import type { SessionView } from './session-view.ts'
import { countThings } from './words.ts'

/**
 * What became of a session, to stand behind its name: `failed in 1 of 5 locations`. Holds no text from
 * outside but a status that nobody has heard of.
 */
export function describeEnding(view: SessionView): string {
  switch (view.status) {
    case 'PASSED':
      return `passed${describePlaces(view, 'passed')}`
    case 'FAILED':
      return `failed${describePlaces(view, 'failed')}`
    case 'DEGRADED':
      return `is degraded${describePlaces(view, 'degraded')}`
    case 'CANCELLED':
      return 'was cancelled'
    case 'TIMED_OUT':
      return 'timed out'
    case 'UNFINISHED':
      return 'had not ended'
    case 'UNKNOWN':
      return 'has no verdict'
    default:
      return `ended as ${view.status}`
  }
}

/** How many of the session's locations are done, for one that had not ended; '' when none is known. */
export function describeProgress({ locations }: SessionView): string {
  const done = locations.filter((view) => view.final !== null).length
  return locations.length === 0 ? '' : `${done} of ${countThings(locations.length, 'location')} done`
}

function describePlaces({ locations }: SessionView, kind: LocationView['kind']): string {
  const count = locations.filter((view) => view.kind === kind).length
  if (count === 0) return ''
  if (count < locations.length) return ` in ${count} of ${countThings(locations.length, 'location')}`
  return count === 1 ? ' in its only location' : ` in all ${countThings(count, 'location')}`
}
