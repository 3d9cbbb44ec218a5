import type { SampleReport } from './build-report.ts'
import { API_503 } from './sample-details.ts'
import { FIVE_PASSED, makePassed, nameCheck } from './sample-sessions.ts'
import { FAILED_SCENARIOS } from './scenarios-failed.ts'
import { HISTORY_SCENARIOS } from './scenarios-history.ts'
import { PREVIEW_SCENARIOS } from './scenarios-preview.ts'

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
        lastError: 'the API answered 503',
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

  'passed-after-retry-elsewhere': {
    sessions: [
      {
        name: 'Checkout API',
        status: 'PASSED',
        places: { 'eu-west-1': 'FP', 'us-west-2': 'P' },
        speedMs: 300,
        changeResult: (index) => (index === 1 ? { runLocation: 'us-east-1' } : {}),
      },
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
        lastError:
          'the API answered 401: Unauthorized. The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be revoked, or of another account.',
      },
    ],
  },

  'wrong-key': {
    choice: { input: 'check-session-id', values: [], sessionType: 'check' },
    startedHere: false,
    sessions: Array.from({ length: 40 }, () => ({
      name: null,
      status: '',
      state: 'unknown' as const,
      places: {},
      lastError:
        'the API answered 401: Unauthorized. The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be revoked, or of another account.',
    })),
  },

  'timeout-many': {
    waitedMs: 600_000,
    seenAgoMs: { 0: 42_000 },
    sessions: Array.from({ length: 40 }, (_, index) => ({
      name: nameCheck(index),
      status: 'PROGRESS',
      state: 'unfinished' as const,
      places: { 'eu-west-1': 'P', 'us-east-1': '' },
    })),
  },

  outage: {
    waitedMs: 600_000,
    sessions: [
      ...makePassed(2),
      ...Array.from({ length: 38 }, (_, index) => ({
        name: nameCheck(index + 2),
        status: 'STARTED',
        state: 'unfinished' as const,
        places: {},
        lastError: 'connect ECONNREFUSED 203.0.113.9:443',
      })),
    ],
  },

  detached: {
    ending: { kind: 'detached', missing: [], unstarted: [] },
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
export const SCENARIOS: Readonly<Record<string, SampleReport>> = {
  ...FAILED_SCENARIOS,
  ...HISTORY_SCENARIOS,
  ...OTHER_SCENARIOS,
  ...PREVIEW_SCENARIOS,
}
