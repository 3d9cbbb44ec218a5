import type { CheckRunState } from '../session/session.ts'
import type { JudgedCheck } from './verdict.ts'

const STATE_OF_STATUS: Readonly<Partial<Record<string, CheckRunState>>> = {
  DEGRADED: 'degraded',
  CANCELLED: 'cancelled',
  TIMED_OUT: 'missing',
}

/**
 * Locations that have the check's status: where it is DEGRADED or was CANCELLED, and after TIMED_OUT those without a final
 * result. Else, and when there are none: where it failed or was cancelled, or at least is degraded.
 */
export function findFailedLocations({ status, runs }: Pick<JudgedCheck, 'status' | 'runs'>): string[] {
  const listIn = (...states: unknown[]): string[] => [
    ...new Set(runs.filter(({ state }) => states.includes(state)).map(({ location }) => location)),
  ]
  const found = [listIn(STATE_OF_STATUS[status]), listIn('failed', 'cancelled'), listIn('degraded')]
  return found.find((locations) => locations.length > 0) ?? []
}

/** The same as text: five locations by name, and how many more; '' for none. */
export function listFailedLocations(check: JudgedCheck): string {
  const places = findFailedLocations(check)
  const more = places.length > 5 ? ` and ${places.length - 5} more` : ''
  return places.slice(0, 5).join(', ') + more
}
