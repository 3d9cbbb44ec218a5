import { adviseOn } from '../../src/client/advise-on-refusal.ts'
import type { SampleReport } from './build-report.ts'
import { API_503 } from './sample-details.ts'
import { FIVE_PASSED, makePassed } from './sample-sessions.ts'
import { FAILED_SCENARIOS } from './scenarios-failed.ts'

/** Summaries of gates that opened, or never came to a verdict, by name. */
const OTHER_SCENARIOS: Readonly<Record<string, SampleReport>> = {
  'one-passed': { sessions: [{ name: 'Homepage', status: 'PASSED', places: FIVE_PASSED }] },

  'timeout-two-unfinished': {
    waitedMs: 600_000,
    sessions: [
      {
        name: 'Checkout suite',
        type: 'PLAYWRIGHT',
        status: 'PROGRESS',
        state: 'unfinished',
        places: { 'eu-west-1': 'P', 'us-east-1': '' },
        speedMs: 31_000,
      },
      {
        name: 'Search',
        status: 'PROGRESS',
        state: 'unfinished',
        places: { 'eu-west-1': 'FF…', 'us-east-1': '', 'ap-south-1': '' },
        details: { 'eu-west-1': API_503 },
        trouble: 'the API answered 503',
      },
      ...makePassed(4),
    ],
  },

  cancelled: {
    sessions: [
      {
        name: 'Checkout suite',
        type: 'PLAYWRIGHT',
        status: 'CANCELLED',
        places: { 'eu-west-1': 'C', 'us-east-1': 'P' },
        speedMs: 9000,
      },
    ],
  },

  'workflow-cancelled': {
    ending: { kind: 'cancelled', by: 'SIGINT', starting: false },
    waitedMs: 8000,
    sessions: [
      { name: 'Homepage', status: 'PASSED', places: FIVE_PASSED },
      {
        name: 'Orders API',
        status: 'PROGRESS',
        state: 'unfinished',
        places: { 'eu-west-1': '', 'us-east-1': '' },
      },
    ],
  },

  'old-result': {
    startedHere: false,
    beganAfterMs: 99 * 3_600_000,
    waitedMs: 90,
    sessions: [{ name: 'Homepage', status: 'PASSED', places: FIVE_PASSED }],
  },

  'all-passed-many': { sessions: makePassed(40) },

  'passed-after-retry': {
    sessions: [
      {
        name: 'Login',
        type: 'BROWSER',
        status: 'PASSED',
        places: { 'eu-west-1': 'FFP', 'us-east-1': 'P' },
        speedMs: 2100,
      },
      ...makePassed(2),
    ],
  },

  'degraded-not-let-through': {
    startedHere: false,
    sessions: [
      {
        name: 'Recommendations',
        type: 'MULTI_STEP',
        source: 'SCHEDULER',
        status: 'DEGRADED',
        places: { 'eu-west-1': 'D', 'us-east-1': 'P', 'ap-south-1': '' },
      },
    ],
  },

  'no-verdict': {
    sessions: [
      {
        name: null,
        status: '',
        state: 'unknown',
        places: {},
        trouble: `the API answered 401: Unauthorized. ${adviseOn('await', 401)}`,
      },
    ],
  },

  detached: {
    ending: { kind: 'detached', missing: [] },
    sessions: makePassed(3).map((it) => ({
      ...it,
      status: 'STARTED',
      state: 'unfinished' as const,
      places: { 'eu-west-1': '', 'us-east-1': '' },
    })),
  },

  'no-match': {
    ending: { kind: 'no-match', tolerated: false, sought: 'tags "production, web"' },
    sessions: [],
  },

  'no-match-tolerated': {
    ending: { kind: 'no-match', tolerated: true, sought: 'tags "production, web"' },
    sessions: [],
  },
}

/** Summaries to look at, by name. Each must tell its story within five seconds. */
export const SCENARIOS: Readonly<Record<string, SampleReport>> = { ...FAILED_SCENARIOS, ...OTHER_SCENARIOS }
