/**
 * Every input and its default, as in action.yml: the one list in code, compared with action.yml and the README
 * by a test. Those of test sessions have an empty one (or `false`), so that they can be told from given ones.
 */
export const INPUT_DEFAULTS = {
  'api-key': '',
  'account-id': '',
  'check-session-id': '',
  'test-session-id': '',
  'check-id': '',
  tags: '',
  'session-type': '',
  location: '',
  'private-location': '',
  env: '',
  'secret-env': '',
  'env-file': '',
  'environment-url': '',
  'test-session-name': '',
  environment: '',
  retries: '',
  'allow-deactivated': 'false',
  'refresh-cache': 'false',
  'fail-on-no-matching': 'true',
  detach: 'false',
  timeout: '600',
  'max-wait-seconds': '30',
  'started-after': '',
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
