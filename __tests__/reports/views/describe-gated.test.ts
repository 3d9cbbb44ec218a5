import { expect, test } from 'vitest'
import { describeGated } from '../../../src/reports/views/describe-gated.ts'
import { buildReport, type SampleReport } from '../../../testing/reports/build-report.ts'

const check = (name: string, ...places: string[]) => ({
  name,
  status: 'PASSED',
  places: Object.fromEntries(places.map((place) => [place, 'P'])),
})
const tests = (...locations: string[]) =>
  locations.map((location) => ({
    location,
    status: 'PASSED',
    checks: [
      { name: 'A', runs: 'P' },
      { name: 'B', runs: 'P' },
    ],
  }))
const AT = '2026-11-23 12:04:31 UTC'

test.each<[string, SampleReport, string]>([
  [
    'tags',
    {
      choice: { input: 'tags', values: ['shop, smoke', '!slow'], sessionType: 'check' },
      sessions: [check('A', 'eu', 'us'), check('B', 'eu')],
    },
    `2 checks with tags "shop, smoke" or "!slow", in eu and us, started by this step at ${AT}`,
  ],
  [
    'ids of checks, of which one was not started',
    {
      choice: { input: 'check-id', values: ['x', 'y'], sessionType: 'check' },
      ending: { kind: 'awaited', missing: ['y'], unstarted: [], failedFast: false },
      sessions: [check('A', 'eu')],
    },
    `1 check given by check-id, 1 more not started, in eu, started by this step at ${AT}`,
  ],
  [
    'a session from elsewhere, in many places',
    { startedHere: false, sessions: [check('A', 'a', 'b', 'c', 'd')] },
    `1 check given by check-session-id, in 4 locations, started elsewhere at ${AT}`,
  ],
  [
    'sessions from elsewhere',
    { startedHere: false, sessions: [check('A', 'a', 'b', 'c'), check('B', 'a')] },
    `2 checks given by check-session-id, in a, b and c, started elsewhere from ${AT} on`,
  ],
  [
    'test sessions in two places: a check counts once',
    {
      choice: { input: 'tags', values: ['shop'], sessionType: 'test' },
      sessions: [],
      testSessions: tests('eu', 'office'),
    },
    `2 checks with tags "shop", in 2 test sessions, in eu and office, started by this step at ${AT}`,
  ],
  [
    'a test session from elsewhere',
    {
      choice: { input: 'test-session-id', values: ['x'], sessionType: 'test' },
      startedHere: false,
      sessions: [],
      testSessions: tests('eu'),
    },
    `2 checks given by test-session-id, in a test session in eu, started elsewhere at ${AT}`,
  ],
  [
    'sessions of which nothing is known',
    {
      startedHere: false,
      sessions: Array.from({ length: 3 }, () => ({ name: null, status: '', state: 'unknown', places: {} })),
    },
    '3 sessions given by check-session-id, started elsewhere',
  ],
  ['nothing', { sessions: [] }, ''],
])('says what was gated, how it was chosen, and since when: %s', (_what, sample, sentence) => {
  expect(describeGated(buildReport(sample))).toBe(sentence)
})
