import type { FailureDetails } from '../../src/reports/gate-report.ts'
import type { SampleReport, SampleSession } from './build-report.ts'
import {
  API_503,
  API_ASSERTIONS,
  API_REFUSED,
  BROWSER_ERROR,
  PLAYWRIGHT_ERROR,
  SSL_UNTRUSTED,
} from './sample-details.ts'

const FIVE_PASSED = {
  'eu-west-1': 'P',
  'eu-central-1': 'P',
  'us-east-1': 'P',
  'us-west-2': 'P',
  'ap-south-1': 'P',
}

const CHECK_NAMES = [
  'Homepage',
  'Login',
  'Search',
  'Product page',
  'Cart',
  'Checkout API',
  'Orders API',
  'Profile',
]

/** Summaries to look at, by name. Each must tell its story within five seconds. */
export const SCENARIOS: Readonly<Record<string, SampleReport>> = {
  'one-passed': { sessions: [{ name: 'Homepage', status: 'PASSED', places: FIVE_PASSED }] },

  'one-failed-of-five-locations': {
    sessions: [
      {
        name: 'Checkout API',
        status: 'FAILED',
        places: { ...FIVE_PASSED, 'eu-west-1': 'FF', 'us-east-1': 'FFP' },
        details: { 'eu-west-1': API_503 },
      },
    ],
  },

  'forty-sessions-three-failed': {
    passingStatuses: ['PASSED', 'DEGRADED'],
    waitedMs: 74_000,
    sessions: [
      ...makePassed(18),
      fail(
        'Orders API',
        { ...FIVE_PASSED, 'eu-west-1': 'FF', 'eu-central-1': 'FF' },
        'eu-west-1',
        API_ASSERTIONS,
      ),
      ...makePassed(9, 18),
      fail('Search', { 'eu-west-1': 'EE', 'us-east-1': 'EE' }, 'eu-west-1', API_REFUSED),
      { name: 'Recommendations', status: 'DEGRADED', places: { 'eu-west-1': 'D', 'us-east-1': 'P' } },
      ...makePassed(7, 27),
      { ...fail('Certificate', { 'us-east-1': 'F' }, 'us-east-1', SSL_UNTRUSTED), type: 'SSL' },
      { name: 'Login', type: 'BROWSER', status: 'PASSED', places: { 'eu-west-1': 'FFP', 'us-east-1': 'P' } },
      { name: 'Payment', status: 'PASSED', places: { 'eu-west-1': 'FP', 'us-east-1': 'P' } },
    ],
  },

  'thousand-sessions-hundred-failed': {
    waitedMs: 512_000,
    sessions: Array.from({ length: 1000 }, (_, index) =>
      index % 10 === 3
        ? fail(
            nameCheck(index),
            { ...FIVE_PASSED, 'eu-west-1': 'FF' },
            'eu-west-1',
            index % 3 === 0 ? API_503 : null,
          )
        : { name: nameCheck(index), status: 'PASSED', places: FIVE_PASSED },
    ),
  },

  'playwright-error': {
    waitedMs: 74_000,
    sessions: [
      {
        ...fail('Checkout suite', { 'eu-west-1': 'FF', 'us-east-1': 'FF' }, 'eu-west-1', PLAYWRIGHT_ERROR),
        type: 'PLAYWRIGHT',
        speedMs: 8400,
      },
      { name: 'Homepage', type: 'BROWSER', status: 'PASSED', places: { 'eu-west-1': 'P', 'us-east-1': 'P' } },
    ],
  },

  'hostile-names': {
    sessions: [
      fail(
        '**bold** | <img src=x onerror=alert(1)> `code` [link](javascript:alert(1))',
        { 'eu-west-1 | `x`': 'FF', '<b>us-east-1</b>': 'P' },
        'eu-west-1 | `x`',
        {
          reason: '| a | b |\n|---|---|\n::error::x @everyone #1 :boom: https://evil.example',
          facts: [['Request', 'GET https://a.example/|`<b>']],
          assertions: [],
          excerpt: '```\n</pre><script>alert(1)</script>\n```\n::warning::x',
        },
      ),
      fail('🛒 Checkout 🇩🇪 👩‍💻 ✨', { 'eu-west-1': 'F' }, 'eu-west-1', null),
      fail('تسجيل الدخول (login)', { 'eu-west-1': 'F' }, 'eu-west-1', null),
      fail(
        '\u202egnp.exe \u2066hidden\u2069 \u001b[31mred\u001b[0m',
        { 'eu-west-1': 'F' },
        'eu-west-1',
        null,
      ),
      {
        name: '# Heading\n- list\n1. one',
        status: 'PASSED',
        places: { 'eu-west-1': 'P' },
        link: 'javascript:alert(1)',
      },
      {
        name: '@octocat #123 GH-1 :rocket: www.example.com a@b.example deadbeefcafe',
        status: 'PASSED',
        places: { 'eu-west-1': 'FP' },
      },
      { name: 'x'.repeat(400), status: 'PASSED', places: { 'eu-west-1': 'P' } },
    ],
  },

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
        trouble: 'still running after 10m00s; the last answer was 503 Service Unavailable',
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
    ending: { kind: 'cancelled', by: 'SIGINT' },
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

  'all-passed-many': { sessions: makePassed(40), waitedMs: 31_000 },

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
    ending: {
      kind: 'broken',
      cause: 'The API key was refused (401 Unauthorized). Check api-key and account-id.',
    },
    sessions: [
      { name: null, status: '', state: 'unknown', places: {}, trouble: 'the API answered 401 Unauthorized' },
    ],
  },

  'browser-error-and-unknown-status': {
    sessions: [
      { ...fail('Home', { 'eu-west-1': 'E' }, 'eu-west-1', BROWSER_ERROR), type: 'BROWSER' },
      {
        name: 'Inventory',
        type: 'QUANTUM',
        source: 'NEW_SOURCE',
        status: 'FROZEN',
        places: { 'eu-west-1': 'P' },
      },
      { name: 'Ports', type: 'TCP', status: 'TIMED_OUT', places: { 'eu-west-1': 'F…', 'us-east-1': '' } },
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

  'no-match': { ending: { kind: 'no-match', tolerated: false }, sessions: [] },
}

function nameCheck(index: number): string {
  return `${CHECK_NAMES[index % CHECK_NAMES.length]} ${Math.floor(index / CHECK_NAMES.length) + 1}`
}

function makePassed(count: number, from = 0): SampleSession[] {
  return Array.from({ length: count }, (_, index) => ({
    name: nameCheck(from + index),
    status: 'PASSED',
    places: { 'eu-west-1': 'P', 'us-east-1': 'P' },
    speedMs: 180 + 7 * index,
  }))
}

function fail(
  name: string,
  places: Record<string, string>,
  where: string,
  details: FailureDetails | null,
): SampleSession {
  return { name, status: 'FAILED', places, ...(details !== null && { details: { [where]: details } }) }
}
