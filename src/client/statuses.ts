/** Statuses of a session that is still running, in the API's spelling (never final). */
export const RUNNING_STATUSES: ReadonlySet<string> = new Set([
  'STARTED',
  'PROGRESS',
  'PROGRESS_FAILED',
  'PROGRESS_DEGRADED',
])
