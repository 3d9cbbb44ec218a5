/** Every output: the one list in code, compared with action.yml and the README by a test. */
export const OUTPUT_NAMES = [
  'outcome',
  'passed',
  'message',
  'failures',
  'failures-total',
  'failures-new',
  'status',
  'session-type',
  'check-session-ids',
  'test-session-ids',
  'session-link',
  'sessions-total',
  'sessions-passed',
  'sessions-failed',
  'sessions-unfinished',
  'results-total',
  'results-passed',
  'results-failed',
  'results-degraded',
  'results-cancelled',
  'results-retried',
  'time-elapsed',
  'report-json',
  'report-markdown',
  'report-junit',
  'sessions',
  'results',
] as const

/** Name of an output, as in action.yml. */
export type OutputName = (typeof OUTPUT_NAMES)[number]
