import { buildRetries, buildRun, buildSession } from './build-session.ts'
import type { Scenario } from './scenarios.ts'
import { SHOP_CHECKS } from './shop-checks.ts'

const FIVE_LOCATIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-1', 'ap-southeast-1']

/** Scenarios that are worth a look at the report they end in. */
export const REPORT_SCENARIOS: readonly Scenario[] = [
  {
    name: 'one-location-failed',
    description: 'An API check fails in one of five locations, twice',
    sessions: [
      buildSession({
        name: 'Orders API',
        locations: {
          ...Object.fromEntries(FIVE_LOCATIONS.map((location) => [location, [{ durationMs: 900 }]])),
          'us-west-1': buildRetries(1, 'FAILED', { durationMs: 900 }),
        },
      }),
    ],
  },
  {
    name: 'passed-after-retry',
    description: 'A browser check fails twice in one location before it passes',
    sessions: [
      buildSession({
        name: 'Sign-in flow',
        checkType: 'BROWSER',
        locations: {
          'eu-west-1': [{ durationMs: 1100 }],
          'us-east-1': buildRetries(2, 'PASSED', { durationMs: 700 }),
        },
      }),
    ],
  },
  {
    name: 'playwright-error',
    description: 'A Playwright suite fails with an error of several coloured lines',
    sessions: [
      buildSession({
        name: 'Storefront e2e',
        checkType: 'PLAYWRIGHT',
        locations: {
          'eu-west-1': [buildRun('FAILED', { durationMs: 1700 })],
          'us-east-1': [{ durationMs: 1500 }],
        },
      }),
    ],
  },
  {
    name: 'suite',
    description:
      'Forty sessions of every check type, of which three fail and one is degraded, which fails too',
    sessions: SHOP_CHECKS.map((check) => buildSession(check)),
  },
  {
    name: 'unfinished',
    description: 'Two of three sessions are still running when the wait is over',
    inputs: { timeout: '3' },
    sessions: [
      buildSession({ name: 'Checkout API', runMs: 1200 }),
      buildSession({ name: 'Import job', checkType: 'MULTI_STEP', durationMs: 'manual' }),
      buildSession({ name: 'Storefront e2e', checkType: 'PLAYWRIGHT', durationMs: 'manual' }),
    ],
  },
]
