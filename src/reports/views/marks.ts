import type { CheckRunState } from '../../session/session.ts'
import type { CheckView } from './check-view.ts'

/** A mark for what became of a check run; shapes differ, so that none depends on colour alone. */
export const RUN_MARKS: Readonly<Record<CheckRunState, string>> = {
  passed: '✅',
  degraded: '⚠️',
  cancelled: '🚫',
  failed: '❌',
  missing: '❓',
  running: '⏳',
  queued: '🕓',
}

const STATUS_MARKS: Readonly<Record<string, string>> = {
  PASSED: '✅',
  DEGRADED: '⚠️',
  CANCELLED: '🚫',
  TIMED_OUT: '⏱️',
  UNFINISHED: '⏳',
  NOT_STARTED: '🕓',
  UNKNOWN: '❓',
}

/**
 * The mark of a check: a cross for FAILED and for every unknown status. What `passing-statuses` makes of a status goes
 * first.
 */
export function markCheck(view: CheckView): string {
  if (view.state === 'passed' && view.status !== 'PASSED') return '⚠️'
  if (view.state === 'failed' && (view.status === 'PASSED' || view.status === 'DEGRADED')) return '❌'
  return (Object.hasOwn(STATUS_MARKS, view.status) ? STATUS_MARKS[view.status] : undefined) ?? '❌'
}

/** A mark for whether a failure is new; '' where that is not known. */
export function markNews(isNew: boolean | null): string {
  if (isNew === null) return ''
  return isNew ? '🆕' : '🔁'
}
