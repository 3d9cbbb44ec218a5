import type { SampleReport } from './build-report.ts'
import {
  API_503,
  API_ASSERTIONS,
  API_REFUSED,
  BROWSER_ERROR,
  PLAYWRIGHT_ERROR,
  SSL_UNTRUSTED,
} from './sample-details.ts'
import { passedBefore } from './sample-histories.ts'
import { FIVE_PASSED, fail, makePassed, nameCheck } from './sample-sessions.ts'

/** Summaries of gates that closed because checks failed, by name. */
export const FAILED_SCENARIOS: Readonly<Record<string, SampleReport>> = {
  'one-failed-of-five-locations': {
    sessions: [
      {
        name: 'Checkout API',
        status: 'FAILED',
        places: { ...FIVE_PASSED, 'eu-west-1': 'FF', 'us-east-1': 'FFP' },
        details: { 'eu-west-1': API_503 },
        histories: { 'eu-west-1': passedBefore(4) },
      },
    ],
  },

  'forty-sessions-three-failed': {
    passingStatuses: ['PASSED', 'DEGRADED'],
    waitedMs: 12_000,
    sessions: [
      ...makePassed(18),
      fail('Orders API', { ...FIVE_PASSED, 'eu-west-1': 'FF', 'eu-central-1': 'FF' }, API_ASSERTIONS),
      ...makePassed(9, 18),
      fail('Search', { 'eu-west-1': 'EE', 'us-east-1': 'EE' }, API_REFUSED),
      { name: 'Recommendations', status: 'DEGRADED', places: { 'eu-west-1': 'D', 'us-east-1': 'P' } },
      ...makePassed(7, 27),
      { ...fail('Certificate', { 'us-east-1': 'F' }, SSL_UNTRUSTED), type: 'SSL' },
      { name: 'Login', type: 'BROWSER', status: 'PASSED', places: { 'eu-west-1': 'FFP', 'us-east-1': 'P' } },
      { name: 'Payment', status: 'PASSED', places: { 'eu-west-1': 'FP', 'us-east-1': 'P' } },
    ],
  },

  'fail-fast': {
    ending: { kind: 'awaited', missing: [], unstarted: [], failedFast: true },
    waitedMs: 9000,
    sessions: Array.from({ length: 40 }, (_, index) =>
      index === 5
        ? fail('Checkout API', { 'eu-west-1': 'FF', 'us-east-1': 'P' }, API_503)
        : {
            name: nameCheck(index),
            status: 'PROGRESS',
            state: 'unfinished' as const,
            places: { 'eu-west-1': index % 9 === 2 ? 'F…' : 'P', 'us-east-1': '' },
          },
    ),
  },

  'thousand-sessions-hundred-failed': {
    waitedMs: 512_000,
    sessions: Array.from({ length: 1000 }, (_, index) =>
      index % 10 === 3
        ? fail(
            nameCheck(index),
            { ...FIVE_PASSED, 'eu-west-1': 'FF' },
            // The step reads thirty results at most.
            index >= 300 ? null : index % 3 === 0 ? API_503 : API_REFUSED,
          )
        : { name: nameCheck(index), status: 'PASSED', places: FIVE_PASSED },
    ),
  },

  'playwright-error': {
    waitedMs: 74_000,
    sessions: [
      {
        ...fail('Checkout suite', { 'eu-west-1': 'FF', 'us-east-1': 'FF' }, PLAYWRIGHT_ERROR),
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
        {
          reason: '| a | b |\n|---|---|\n::error::x @everyone #1 :boom: https://evil.example',
          facts: [['Request', 'GET https://a.example/|`<b>']],
          assertions: [],
          excerpt: '```\n</pre><script>alert(1)</script>\n```\n::warning::x',
          credentialsHidden: 0,
        },
      ),
      fail('🛒 Checkout 🇩🇪 👩‍💻 ✨', { 'eu-west-1': 'F' }, null),
      fail('تسجيل الدخول (login)', { 'eu-west-1': 'F' }, null),
      fail('\u202egnp.exe \u2066hidden\u2069 \u001b[31mred\u001b[0m', { 'eu-west-1': 'F' }, null),
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

  'browser-error-and-unknown-status': {
    sessions: [
      { ...fail('Home', { 'eu-west-1': 'E' }, BROWSER_ERROR), type: 'BROWSER' },
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
}
