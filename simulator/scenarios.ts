import { buildRetries, buildRun, buildSession } from './build-session.ts'
import { buildTestSession } from './build-test-session.ts'
import { deriveUuid } from './ids.ts'
import {
  DEGRADED_PREVIEW,
  FAILING_PREVIEW,
  PASSING_PREVIEW,
  PREVIEW_URL,
  STARTED_PREVIEW,
} from './preview-checks.ts'
import type { TestCheckScript } from './script.ts'
import type { SimulatorOptions } from './server.ts'
import { SHOP_CHECKS } from './shop-checks.ts'

/** Something to watch: a simulator to start, and the inputs of a step that awaits what it plays. */
export interface Scenario
  extends Pick<
    SimulatorOptions,
    'sessions' | 'testSessions' | 'checks' | 'history' | 'faults' | 'rateLimit'
  > {
  name: string
  /** One line, for `--list`. */
  description: string
  /** Inputs of the action beside the key, the account, the URL and the ids of `sessions` and `testSessions`. */
  inputs?: Record<string, string>
}

const EUROPE_AND_AMERICA = ['eu-west-1', 'us-east-1']

const FIVE_LOCATIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-1', 'ap-southeast-1']

// Scenarios that are worth a look at the report they end in.
const REPORT_SCENARIOS: readonly Scenario[] = [
  {
    name: 'one-location-failed',
    description: 'An API check fails in one of five locations, twice',
    sessions: [
      buildSession({
        name: 'Checkout API',
        locations: {
          ...Object.fromEntries(FIVE_LOCATIONS.map((location) => [location, [{ durationMs: 900 }]])),
          'eu-west-1': buildRetries(1, 'FAILED', { durationMs: 900 }),
        },
      }),
    ],
    // It passed before: the failure is new.
    history: [
      {
        checkId: deriveUuid('check', 'Checkout API'),
        name: 'Checkout API',
        results: [{ agoMs: 240_000 }, { agoMs: 540_000 }],
      },
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

// Test sessions of a preview: what a pull request's gate awaits.
const PREVIEW_SCENARIOS: readonly Scenario[] = [
  describePreview('preview-passed', 'Six checks of a preview pass', PASSING_PREVIEW),
  describePreview(
    'preview-failed',
    'Two of six checks of a preview fail, one of them as before',
    FAILING_PREVIEW,
  ),
  describePreview('preview-degraded', 'One of six checks of a preview is too slow', DEGRADED_PREVIEW),
  {
    name: 'preview-started',
    description:
      'Seven checks are started with the address of a preview, in two locations; one calls production',
    inputs: {
      'session-type': 'test',
      tags: 'shop',
      'environment-url': PREVIEW_URL,
      environment: 'preview',
      location: 'eu-central-1, us-east-1',
      env: 'RELEASE=4f0c9d1',
      retries: '1',
    },
    checks: STARTED_PREVIEW,
  },
]

/** The scenarios by which the action can be watched. All of them end within seconds. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'passed',
    description: 'One API check passes in two locations',
    sessions: [buildSession({ name: 'Checkout API', locations: EUROPE_AND_AMERICA, runMs: 1400 })],
  },
  {
    name: 'failed',
    description: 'One API check fails in one of two locations',
    sessions: [buildSession({ name: 'Checkout API', status: 'FAILED', locations: EUROPE_AND_AMERICA })],
  },
  {
    name: 'degraded',
    description: 'A URL monitor answers, but too slowly',
    sessions: [buildSession({ name: 'Landing page', checkType: 'URL', status: 'DEGRADED', runMs: 1800 })],
  },
  {
    name: 'cancelled',
    description: 'Somebody cancels a Playwright suite meanwhile',
    sessions: [
      buildSession({ name: 'Storefront e2e', checkType: 'PLAYWRIGHT', status: 'CANCELLED', runMs: 1500 }),
    ],
  },
  {
    name: 'timed-out',
    description: 'A browser check never comes back from one of two locations',
    sessions: [
      buildSession({
        name: 'Sign-in flow',
        checkType: 'BROWSER',
        status: 'TIMED_OUT',
        locations: EUROPE_AND_AMERICA,
        runMs: 1100,
        durationMs: 2000,
      }),
    ],
  },
  {
    name: 'slow',
    description: 'Longer than one wait: several 408s, and locations that finish one by one',
    inputs: { 'max-wait-seconds': '1' },
    sessions: [
      buildSession({
        name: 'Nightly order flow',
        checkType: 'MULTI_STEP',
        locations: {
          'eu-west-1': [buildRun('PASSED', { durationMs: 1300 })],
          'us-east-1': [buildRun('PASSED', { durationMs: 2600 })],
          'ap-southeast-1': [buildRun('PASSED', { durationMs: 4500 })],
        },
      }),
    ],
  },
  {
    name: 'flaky-network',
    description: 'A 503, a reset, a body cut off and a 429 before a session passes',
    inputs: { 'max-wait-seconds': '2' },
    sessions: [buildSession({ name: 'Checkout API', locations: EUROPE_AND_AMERICA, runMs: 2500 })],
    faults: [
      { route: 'completion', nth: 1, behaviour: { kind: 'respond', status: 503 } },
      { route: 'completion', nth: 2, behaviour: { kind: 'drop' } },
      { route: 'completion', nth: 3, behaviour: { kind: 'cut-body' } },
      {
        route: 'completion',
        nth: 4,
        behaviour: { kind: 'respond', status: 429, headers: { 'retry-after': '1' } },
      },
    ],
  },
  {
    name: 'started-by-tag',
    description: 'Every check tagged production and shop is started, then awaited; two of three fail',
    inputs: { tags: 'production,shop' },
    checks: SHOP_CHECKS.slice(0, 6).map((check, index) => ({
      name: check.name ?? '',
      tags: index % 2 === 0 ? ['production', 'shop'] : ['production', 'internal'],
      session: buildSession(check),
    })),
  },
  ...REPORT_SCENARIOS,
  ...PREVIEW_SCENARIOS,
]

/** The scenario of a name; an error that lists the names when there is none. */
export function findScenario(name: string): Scenario {
  const scenario = SCENARIOS.find((one) => one.name === name)
  if (scenario !== undefined) return scenario
  throw new Error(`There is no scenario ${name}; there are ${SCENARIOS.map((one) => one.name).join(', ')}.`)
}

function describePreview(name: string, description: string, checks: readonly TestCheckScript[]): Scenario {
  const metadata = { environment: 'preview', branchName: 'feature/saved-cards', commitId: '4f0c9d1' }
  const session = buildTestSession({ name: 'shop / preview / #42', checks, metadata })
  return { name, description, inputs: { 'environment-url': PREVIEW_URL }, testSessions: [session] }
}
