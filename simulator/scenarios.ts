import { buildRun, buildSession } from './build-session.ts'
import { REPORT_SCENARIOS } from './report-scenarios.ts'
import type { SimulatorOptions } from './server.ts'
import { SHOP_CHECKS } from './shop-checks.ts'

/** Something to watch: a simulator to start, and the inputs of a step that awaits what it plays. */
export interface Scenario extends Pick<SimulatorOptions, 'sessions' | 'checks' | 'faults' | 'rateLimit'> {
  name: string
  /** One line, for `--list`. */
  description: string
  /** Inputs of the action beside the key, the account, the URL and the ids of `sessions`. */
  inputs?: Record<string, string>
}

const EUROPE_AND_AMERICA = ['eu-west-1', 'us-east-1']

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
]

/** The scenario of a name; an error that lists the names when there is none. */
export function findScenario(name: string): Scenario {
  const scenario = SCENARIOS.find((one) => one.name === name)
  if (scenario !== undefined) return scenario
  throw new Error(`There is no scenario ${name}; there are ${SCENARIOS.map((one) => one.name).join(', ')}.`)
}
