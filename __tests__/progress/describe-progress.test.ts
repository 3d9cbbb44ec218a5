import { describe, expect, test } from 'vitest'
import {
  describeChecks,
  describeEnd,
  describeLocations,
  describeMany,
  describeTime,
  nameSession,
  type ProgressCounts,
} from '../../src/progress/describe-progress.ts'
import type { Session } from '../../src/session/session.ts'
import type { JudgedSession } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun, buildRunning, buildSession } from '../../testing/build-session.ts'
import { buildTestSession } from '../../testing/reports/build-test-session.ts'

test.each([
  [0, 600_000, '0 ms gone, 10m00s left'],
  [250_000, 350_000, '4m10s gone, 5m50s left'],
  [10_500, -300, '11 s gone, 0 ms left'],
])('the time: %i ms gone and %i ms left', (gone, left, said) => {
  expect(describeTime(gone, left)).toBe(said)
})

describe('the locations of a session that runs', () => {
  const run = (location: string, attempts: Parameters<typeof buildRun>[1] = [{}]) =>
    buildRun(location, attempts, false)
  const many = Array.from({ length: 12 }, (_, index) => `l${index}`)
  test.each([
    ['nothing known', null, ''],
    ['no locations known', [], ''],
    ['none finished', [run('a', []), run('b', [])], '0 of 2 locations finished'],
    [
      'some finished',
      [run('a', [{ isFinal: false }]), run('b', [{ state: 'failed' }]), run('c')],
      '2 of 3 locations finished: b failed, c passed',
    ],
    [
      'many finished',
      many.map((location) => run(location)),
      `12 of 12 locations finished: ${many
        .slice(0, 10)
        .map((location) => `${location} passed`)
        .join(', ')}, …`,
    ],
  ])('%s', (_case, runs, said) => {
    expect(describeLocations(runs === null ? null : buildRunning({ runs }))).toBe(said)
  })
})

describe('the checks of sessions of many', () => {
  const ONE = buildTestSession('eu-central-1', {
    A: 'P',
    B: 'F',
    C: 'FP',
    D: 'D',
    E: '…',
    F: 'F…',
    G: '',
    H: '',
  })
  test.each<[string, (Session | null)[], string[], string]>([
    ['one session', [ONE], ['PASSED'], '4 checks done, 2 failed, 2 running, 2 not started'],
    [
      'degraded ones let through',
      [ONE],
      ['PASSED', 'DEGRADED'],
      '4 checks done, 1 failed, 2 running, 2 not started',
    ],
    [
      'several sessions, where a check has a run in each',
      [ONE, buildTestSession('us-east-1', { A: 'P', B: 'P' }, 'PASSED'), null],
      ['PASSED'],
      '6 check runs done, 2 failed, 2 running, 2 not started',
    ],
    [
      'none has ended',
      [buildTestSession('eu-central-1', { A: '…' })],
      ['PASSED'],
      '0 checks done, 1 running',
    ],
    ['one has', [buildTestSession('eu-central-1', { A: 'P' })], ['PASSED'], '1 check done'],
    ['nothing is known', [null], ['PASSED'], ''],
    ['no checks are listed', [buildTestSession('eu-central-1', {})], ['PASSED'], ''],
    ['sessions of one check', [buildRunning()], ['PASSED'], ''],
  ])('%s', (_case, sessions, passing, said) => {
    expect(describeChecks(sessions, passing)).toBe(said)
  })

  test('are never "of" a number: the list may be incomplete', () => {
    expect(describeChecks([ONE], ['PASSED'])).not.toMatch(/ of /)
  })
})

test.each<[string, Session | null, boolean, string]>([
  ['of one check', buildSession({ name: 'Homepage' }), true, 'Homepage'],
  [
    'of many checks',
    buildTestSession('eu-central-1', { A: '' }),
    false,
    'acme/shop · Preview · feature/saved-cards',
  ],
  [
    'of many checks, beside others',
    buildTestSession('eu-central-1', { A: '' }),
    true,
    'acme/shop · Preview · feature/saved-cards in eu-central-1',
  ],
  ['without a name', buildSession({ name: '' }), true, ''],
  ['of which nothing is known', null, true, ''],
])('the name of a session %s', (_case, session, hasOthers, said) => {
  expect(nameSession(session, hasOthers)).toBe(said)
})

test.each<[Partial<ProgressCounts>, (string | null)[], string]>([
  [{ total: 100, finished: 37, failed: 1 }, [], '37 of 100 finished, 1 failed, 4m10s gone, 5m50s left'],
  [
    { total: 9, finished: 4, failed: 1, unknown: 2 },
    [],
    '4 of 9 finished, 1 failed, 2 without a verdict, 4m10s gone, 5m50s left',
  ],
  [{ total: 3, finished: 1 }, ['A', 'B'], '1 of 3 finished, 4m10s gone, 5m50s left; still running: A, B'],
  [
    { total: 3, finished: 1 },
    ['A', null],
    '1 of 3 finished, 4m10s gone, 5m50s left; still running: A and 1 more',
  ],
  [{ total: 2 }, [null, null], '0 of 2 finished, 4m10s gone, 5m50s left'],
  [{ total: 9, finished: 3 }, ['A', 'B', 'C', 'D', 'E', 'F'], '3 of 9 finished, 4m10s gone, 5m50s left'],
])('many sessions: %j, %j running', (counts, running, said) => {
  const none = { total: 0, finished: 0, failed: 0, unknown: 0 }
  expect(describeMany({ ...none, ...counts }, running, 250_000, 350_000)).toBe(said)
})

describe('the end of a session', () => {
  test.each<[string, JudgedSession, string]>([
    ['passed', buildJudged('passed'), '✓ Home PASSED (ran 5.0 s)'],
    ['without a time', buildJudged('passed', { elapsedMs: null }), '✓ Home PASSED'],
    ['failed', buildJudged('failed'), '✗ Home FAILED (ran 5.0 s) https://app.checklyhq.com/sessions/id-1'],
    ['refused', buildJudged('unknown', null, 'no such session'), '✗ Home: no such session'],
    ['never reached', buildJudged('unknown', null), '✗ Home: no verdict'],
    ['still running', buildJudged('unfinished'), ''],
  ])('%s', (_case, judged, said) => {
    expect(describeEnd('Home', judged)).toBe(said)
  })
})
