import type { AddressUse } from '../../src/diagnosis/address-use.ts'
import type { SampleReport } from './build-report.ts'
import type { SampleTestCheck } from './build-test-session.ts'
import { MULTISTEP_ERROR, PLAYWRIGHT_ERROR, PREVIEW_503 } from './sample-details.ts'
import { nameCheck } from './sample-sessions.ts'

/** The address of the preview that the checks are given. */
const PREVIEW_URL = 'https://pr-42.preview.shop.example.com'

/** So many checks of several types, as they ran. */
function makeChecks(count: number, runs: string): SampleTestCheck[] {
  return Array.from({ length: count }, (_, index) => ({
    name: nameCheck(index),
    type: ['API', 'BROWSER', 'API', 'MULTI_STEP'][index % 4] ?? 'API',
    runs,
    speedMs: 180 + 7 * index,
  }))
}

/** Every API check of some called the preview, but those whose names are given; monitors and code by their type. */
function makeUse(checks: readonly SampleTestCheck[], others: Readonly<Record<string, string>>): AddressUse {
  const known = checks.map(({ name, type = 'API', runs }, index) => ({
    id: `check-${index}`,
    name,
    type,
    runs,
  }))
  const api = known.filter(({ type, runs }) => type === 'API' && runs !== '')
  const isFixed = (type: string): boolean => ['URL', 'TCP'].includes(type)
  return {
    host: new URL(PREVIEW_URL).host,
    called: api.filter(({ name }) => others[name] === undefined),
    calledOther: api.flatMap((check) => {
      const host = others[check.name]
      return host === undefined ? [] : [{ check, host }]
    }),
    notRead: known.filter(({ type, runs }) => type === 'API' && runs === ''),
    fixed: known.filter(({ type }) => isFixed(type)),
    notKnown: known.filter(({ type }) => type !== 'API' && !isFixed(type)),
  }
}

const ONE_OF_FORTY: SampleTestCheck[] = [
  ...makeChecks(24, 'P'),
  { name: 'Saved cards', type: 'PLAYWRIGHT', runs: 'FF', speedMs: 2100, details: PLAYWRIGHT_ERROR },
  ...makeChecks(38, 'P').slice(24),
  { name: 'Landing page', type: 'URL', runs: 'P' },
]

const DEGRADED: SampleTestCheck[] = [
  { name: 'Login', type: 'BROWSER', runs: 'P', speedMs: 1800 },
  { name: 'Orders API', runs: 'P' },
  { name: 'Prices API', runs: 'D', speedMs: 600 },
  { name: 'Stock API', runs: 'P' },
  { name: 'Landing page', type: 'URL', runs: 'P' },
]

const STAGGERED: SampleTestCheck[] = [
  ...makeChecks(26, 'P'),
  { name: 'Saved cards', type: 'PLAYWRIGHT', runs: '…' },
  { name: 'Orders export', type: 'MULTI_STEP', runs: 'F…', details: MULTISTEP_ERROR },
  ...makeChecks(40, '').slice(28),
]

const IN_TWO_PLACES: SampleTestCheck[] = [
  { name: 'Login', type: 'BROWSER', runs: 'P', speedMs: 1800 },
  { name: 'Orders API', runs: 'P' },
  { name: 'Prices API', runs: 'P' },
  { name: 'Checkout', type: 'PLAYWRIGHT', runs: 'FP', speedMs: 2600 },
]

/** Summaries of gates of a preview, by name: test sessions, of many checks each. */
export const PREVIEW_SCENARIOS: Readonly<Record<string, SampleReport>> = {
  'preview-one-failed-of-forty': {
    waitedMs: 96_000,
    choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
    environmentUrl: PREVIEW_URL,
    addressUse: makeUse(ONE_OF_FORTY, { 'Search 3': 'shop.example.com' }),
    sessions: [],
    testSessions: [{ location: 'eu-central-1', status: 'FAILED', checks: ONE_OF_FORTY }],
  },

  'preview-degraded': {
    choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
    environmentUrl: PREVIEW_URL,
    addressUse: makeUse(DEGRADED, {}),
    sessions: [],
    testSessions: [{ location: 'eu-central-1', status: 'PASSED', checks: DEGRADED }],
  },

  'preview-without-an-address': {
    choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
    lacksAddress: true,
    sessions: [],
    testSessions: [
      {
        location: 'eu-central-1',
        status: 'PASSED',
        checks: IN_TWO_PLACES.map((check) => ({ ...check, runs: 'P' })),
      },
    ],
  },

  'preview-not-started-at-the-deadline': {
    waitedMs: 600_000,
    choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
    environmentUrl: PREVIEW_URL,
    addressUse: makeUse(STAGGERED, {}),
    sessions: [],
    testSessions: [{ location: 'eu-central-1', status: 'RUNNING', checks: STAGGERED }],
  },

  'preview-two-locations': {
    choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
    environmentUrl: PREVIEW_URL,
    addressUse: makeUse(IN_TWO_PLACES, {}),
    sessions: [],
    testSessions: [
      { location: 'eu-central-1', status: 'PASSED', checks: IN_TWO_PLACES },
      {
        location: 'us-east-1',
        status: 'FAILED',
        checks: IN_TWO_PLACES.map((check) =>
          check.name === 'Orders API' ? { ...check, runs: 'F', details: PREVIEW_503 } : check,
        ),
      },
    ],
  },

  'preview-silent-private-location': {
    waitedMs: 600_000,
    choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
    environmentUrl: PREVIEW_URL,
    addressUse: makeUse(IN_TWO_PLACES, {}),
    silentLocations: [
      {
        slug: 'office-berlin',
        lastSeenMs: Date.UTC(2026, 10, 23, 9, 2, 11),
        seenAgoMs: 11_532_000,
        agentCount: 0,
      },
    ],
    sessions: [],
    testSessions: [
      { location: 'eu-central-1', status: 'PASSED', checks: IN_TWO_PLACES },
      {
        location: 'office-berlin',
        status: 'RUNNING',
        checks: IN_TWO_PLACES.map((check) => ({ ...check, runs: '' })),
      },
    ],
  },
}
