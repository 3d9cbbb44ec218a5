/** Statuses of a session that is still running, in the API's spelling (never final). */
export const RUNNING_STATUSES: ReadonlySet<string> = new Set([
  'STARTED',
  'PROGRESS',
  'PROGRESS_FAILED',
  'PROGRESS_DEGRADED',
])

/** Final statuses that the API documents, from the worst; one that is not in the list is worse than all. */
export const STATUSES_FROM_WORST = ['FAILED', 'TIMED_OUT', 'CANCELLED', 'DEGRADED', 'PASSED']
