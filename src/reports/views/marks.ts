import type { LocationView } from './location-view.ts'
import type { SessionView } from './session-view.ts'

/** A mark for what became of a location; shapes differ, so that none depends on colour alone. */
export const LOCATION_MARKS: Readonly<Record<LocationView['kind'], string>> = {
  passed: '✅',
  degraded: '⚠️',
  cancelled: '🚫',
  failed: '❌',
  missing: '❓',
}

const STATUS_MARKS: Readonly<Record<string, string>> = {
  PASSED: '✅',
  DEGRADED: '⚠️',
  CANCELLED: '🚫',
  TIMED_OUT: '⏱️',
  UNFINISHED: '⏳',
  UNKNOWN: '❓',
}

/**
 * The mark of a session: a cross for FAILED and for every status that nobody has heard of. What
 * `passing-statuses` makes of a status goes first.
 */
export function markSession(view: SessionView): string {
  if (view.fate.state === 'passed' && view.status !== 'PASSED') return '⚠️'
  if (view.fate.state === 'failed' && (view.status === 'PASSED' || view.status === 'DEGRADED')) return '❌'
  return (Object.hasOwn(STATUS_MARKS, view.status) ? STATUS_MARKS[view.status] : undefined) ?? '❌'
}
