/*
 * The words that the contract lists. The lists are open for clients: the contract grows, and what a script plays
 * may go beyond them.
 */

/** The check types of the contract: ten in every copy of it, the last three only in the live one. */
export const CHECK_TYPES = [
  'AGENTIC',
  'API',
  'BROWSER',
  'HEARTBEAT',
  'ICMP',
  'MULTI_STEP',
  'TCP',
  'PLAYWRIGHT',
  'URL',
  'DNS',
  'SSL',
  'GRPC',
  'TRACEROUTE',
] as const

/** The final statuses of a check session. */
export const FINAL_STATUSES = ['PASSED', 'FAILED', 'DEGRADED', 'TIMED_OUT', 'CANCELLED'] as const

/** The statuses of a check session. */
export const STATUSES = [
  'STARTED',
  'PROGRESS',
  'PROGRESS_FAILED',
  'PROGRESS_DEGRADED',
  ...FINAL_STATUSES,
] as const

export const RUN_SOURCES = [
  'CLI_DEPLOY',
  'DEPLOYMENT',
  'DEPLOYMENT_CACHE_WARMER',
  'EDITOR',
  'GROUP_RUN_ALL',
  'LEGACY_TRIGGER',
  'SCHEDULER',
  'SCHEDULE_NOW',
  'TEST_NO_RECORD',
  'TEST_RECORD',
  'TRIGGER_NO_RECORD',
  'TRIGGER_RECORD',
  'TRIGGER_API',
] as const

/** The types of a check session's results. */
export const RESULT_TYPES = ['FINAL', 'ATTEMPT'] as const

/** The final statuses of a test session. */
export const FINAL_TEST_STATUSES = ['FAILED', 'PASSED', 'CANCELLED'] as const

/** The statuses of a test session, and of its results. */
export const TEST_STATUSES = ['RUNNING', ...FINAL_TEST_STATUSES] as const

/** The types of a test session's results. */
export const TEST_RESULT_TYPES = ['FINAL', 'ATTEMPT', 'PENDING'] as const

/** Who may have started a test session, in the filter of the list; the entries' own field takes any text. */
export const PROVIDERS = ['GITHUB', 'VERCEL', 'API', 'TRIGGER', 'PW_REPORTER'] as const
