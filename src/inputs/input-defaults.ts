/** Every input and its default: the one list in code, compared with action.yml and the README by a test. */
export const INPUT_DEFAULTS = {
  'api-key': '',
  'account-id': '',
  'check-session-id': '',
  'check-id': '',
  tags: '',
  'refresh-cache': 'false',
  'fail-on-no-matching': 'true',
  detach: 'false',
  timeout: '600',
  'max-wait-seconds': '30',
  'passing-statuses': 'PASSED',
  'fail-fast': 'false',
  'cancel-unfinished': 'false',
  'job-summary': 'always',
  annotations: 'true',
  'failure-details': 'true',
  'report-dir': '',
  'api-url': 'https://api.checklyhq.com',
} as const

/** Name of an input, as in action.yml. */
export type InputName = keyof typeof INPUT_DEFAULTS
