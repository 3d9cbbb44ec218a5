import type { JudgedCheck } from './verdict.ts'

/**
 * Locations where a check failed or was cancelled; where nothing is worse, those where it is degraded. After TIMED_OUT:
 * those without a final result, if any.
 */
export function findFailedLocations({ status, runs }: Pick<JudgedCheck, 'status' | 'runs'>): string[] {
  const silent = status === 'TIMED_OUT' ? runs.filter(({ state }) => state === 'missing') : []
  const failed = runs.filter(({ state }) => state === 'failed' || state === 'cancelled')
  const degraded = runs.filter(({ state }) => state === 'degraded')
  const worst = [silent, failed, degraded].find(({ length }) => length > 0) ?? []
  return [...new Set(worst.map(({ location }) => location))]
}

/** The same as text: five locations by name, and how many more; '' for none. */
export function listFailedLocations(check: JudgedCheck): string {
  const places = findFailedLocations(check)
  const more = places.length > 5 ? ` and ${places.length - 5} more` : ''
  return places.slice(0, 5).join(', ') + more
}
