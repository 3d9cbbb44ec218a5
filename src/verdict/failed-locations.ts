import type { JudgedCheck } from './verdict.ts'

/** Where a check did not pass; where it ran out of time, the places without a final result. */
export function findFailedLocations({ status, runs }: Pick<JudgedCheck, 'status' | 'runs'>): string[] {
  const silent = status === 'TIMED_OUT' ? runs.filter(({ state }) => state === 'missing') : []
  const failed = runs.filter(
    ({ state }) => state === 'failed' || state === 'cancelled' || state === 'degraded',
  )
  return [...new Set((silent.length > 0 ? silent : failed).map(({ location }) => location))]
}

/** Where a check did not pass, five of the places by name and the rest counted; '' for none. */
export function listFailedLocations(check: JudgedCheck): string {
  const places = findFailedLocations(check)
  const more = places.length > 5 ? ` and ${places.length - 5} more` : ''
  return places.slice(0, 5).join(', ') + more
}
