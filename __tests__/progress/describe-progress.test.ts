import { describe, expect, test } from 'vitest'
import type { Completion } from '../../src/awaiting/await-completion.ts'
import type { ReadSession } from '../../src/client/contract.ts'
import {
  describeEnd,
  describeLocations,
  describeMany,
  describeTime,
} from '../../src/progress/describe-progress.ts'
import { buildCheckSession, buildResult } from '../verdict/build-fate.ts'

test.each([
  [0, 600_000, '0 ms gone, 10m00s left'],
  [250_000, 350_000, '4m10s gone, 5m50s left'],
  [10_500, -300, '11 s gone, 0 ms left'],
])('the time: %i ms gone and %i ms left', (gone, left, said) => {
  expect(describeTime(gone, left)).toBe(said)
})

describe('the locations of a session that runs', () => {
  const result = (runLocation: string, flags = {}) => buildResult({ runLocation, ...flags })
  test.each([
    ['nothing known', null, ''],
    ['no locations known', buildCheckSession({ runLocations: [] }), ''],
    ['none finished', buildCheckSession({ runLocations: ['a', 'b'] }), '0 of 2 locations finished'],
    [
      'some finished',
      buildCheckSession({
        runLocations: ['a', 'b', 'c'],
        results: [result('b', { hasFailures: true }), result('a', { resultType: 'ATTEMPT' }), result('c')],
      }),
      '2 of 3 locations finished: b failed, c passed',
    ],
    [
      'many finished',
      buildCheckSession({
        runLocations: Array.from({ length: 12 }, (_, index) => `l${index}`),
        results: Array.from({ length: 12 }, (_, index) => result(`l${index}`)),
      }),
      `12 of 12 locations finished: ${Array.from({ length: 10 }, (_, index) => `l${index} passed`).join(', ')}, …`,
    ],
  ])('%s', (_case, session, said) => {
    expect(describeLocations(session)).toBe(said)
  })
})

test.each([
  [{ total: 100, finished: 37, failed: 1 }, [], '37 of 100 finished, 1 failed, 4m10s gone, 5m50s left'],
  [
    { total: 3, finished: 1, failed: 0 },
    ['A', 'B'],
    '1 of 3 finished, 4m10s gone, 5m50s left; still running: A, B',
  ],
  [
    { total: 3, finished: 1, failed: 0 },
    ['A', null],
    '1 of 3 finished, 4m10s gone, 5m50s left; still running: A and 1 more',
  ],
  [{ total: 2, finished: 0, failed: 0 }, [null, null], '0 of 2 finished, 4m10s gone, 5m50s left'],
  [
    { total: 9, finished: 3, failed: 0 },
    ['A', 'B', 'C', 'D', 'E', 'F'],
    '3 of 9 finished, 4m10s gone, 5m50s left',
  ],
])('many sessions: %j, %j running', (counts, running, said) => {
  expect(describeMany(counts, running, 250_000, 350_000)).toBe(said)
})

describe('the end of a session', () => {
  const ended = (change = {}): Completion<ReadSession> => ({
    kind: 'completed',
    value: { session: buildCheckSession(change), raw: {} },
  })
  test.each<[string, Completion<ReadSession>, boolean, string]>([
    ['passed', ended(), true, '✓ Home PASSED (ran 5.0 s)'],
    ['without a time', ended({ timeElapsed: null }), true, '✓ Home PASSED'],
    [
      'failed',
      ended({ status: 'FAILED' }),
      false,
      '✗ Home FAILED (ran 5.0 s) https://app.checklyhq.com/sessions/id-1',
    ],
    ['refused', { kind: 'refused', cause: 'no such session' }, false, '✗ Home: no such session'],
    ['out of time', { kind: 'timeout', answered: true }, false, ''],
    ['stopped', { kind: 'stopped' }, false, ''],
  ])('%s', (_case, completion, passed, said) => {
    expect(describeEnd('Home', completion, passed)).toBe(said)
  })
})
