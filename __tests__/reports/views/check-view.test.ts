import { describe, expect, test } from 'vitest'
import type { CheckView } from '../../../src/reports/views/check-view.ts'
import { describeEnding, describeRemarks, describeSoFar } from '../../../src/reports/views/describe-ending.ts'
import { buildView, type SampleReport, type SampleSession } from '../../../testing/reports/build-report.ts'

function view(session: Partial<SampleSession>, sample: Partial<SampleReport> = {}): CheckView {
  const { notPassed, remarkable, plain } = buildView({
    ...sample,
    sessions: [{ name: 'A', status: 'FAILED', places: { x: 'F' }, ...session }],
  })
  return [...notPassed, ...remarkable, ...plain][0] as CheckView
}

describe('how a session ended, in words', () => {
  test.each<[Partial<SampleSession>, string]>([
    [{ places: { x: 'F' } }, 'failed in x'],
    [{ places: { x: 'F', y: 'P', z: 'P' } }, 'failed in x, 1 of 3 locations'],
    [{ places: { x: 'F', y: 'F', z: 'P' } }, 'failed in x and y, 2 of 3 locations'],
    [{ places: { x: 'F', y: 'F' } }, 'failed in both x and y'],
    [{ places: { x: 'F', y: 'F', z: 'F', w: 'P' } }, 'failed in 3 of 4 locations'],
    [{ places: { x: 'F', y: 'F', z: 'F' } }, 'failed in all 3 locations'],
    [{ places: {} }, 'failed'],
    [{ places: { x: 'F', y: 'P', z: '' } }, 'failed in x, 1 of 3 locations, 1 without a result'],
    [{ status: 'DEGRADED', places: { x: 'D', y: 'P' } }, 'is degraded in x, 1 of 2 locations'],
    [{ status: 'CANCELLED' }, 'was cancelled'],
    [{ status: 'CANCELLED', places: { x: 'C', y: 'P' } }, 'was cancelled in x, 1 of 2 locations'],
    [{ status: 'TIMED_OUT' }, 'timed out'],
    [{ status: 'TIMED_OUT', places: { x: 'F…', y: 'P' } }, 'timed out in x, 1 of 2 locations'],
    [{ status: 'TIMED_OUT', places: { x: '', y: '' } }, 'timed out in both x and y'],
    [{ status: 'FROZEN' }, 'ended as FROZEN'],
    [{ status: 'PASSED', places: { x: 'P', y: 'P' } }, 'passed in both x and y'],
    [{ state: 'unfinished', places: { x: 'P', y: '' } }, 'still running: 1 of 2 locations done'],
    [{ state: 'unfinished', places: {} }, 'still running'],
    [{ state: 'unknown' }, 'has no verdict'],
  ])('%j: %s', (session, words) => {
    expect(describeEnding(view(session))).toBe(words)
  })
})

test.each<[Partial<SampleSession>, string]>([
  [{ state: 'unfinished', places: { x: 'FF…', y: '' } }, '2 attempts in x failed'],
  [{ state: 'unfinished', places: { x: 'F…', y: 'P' } }, '1 attempt in x failed'],
  [{ state: 'unfinished', places: { x: 'F…', y: 'FE…' } }, '1 attempt in x, 2 attempts in y failed'],
  [{ state: 'unfinished', places: { x: 'F', y: '' } }, ''],
  [{ status: 'TIMED_OUT', places: { x: 'FF…', y: '' } }, '2 attempts in x failed'],
  [{ status: 'PASSED', places: { x: 'F…', y: 'P' } }, ''],
])('what has failed without a final result: %j: %s', (session, words) => {
  expect(describeSoFar(view(session))).toBe(words)
})

describe('why a session did not pass', () => {
  test.each<[Partial<SampleSession>, string]>([
    [{ places: { x: 'F' } }, 'a failed assertion, a failing script or a timeout'],
    [{ places: { x: 'P' } }, 'no result says why'],
    [{ status: 'CANCELLED', places: { x: 'C' } }, 'the session was cancelled before it had finished'],
    [{ status: 'TIMED_OUT', places: { x: 'F…' } }, 'the session ran out of time at Checkly'],
    [{ status: 'FROZEN', places: { x: 'P' } }, 'ended as FROZEN, a status this version does not know'],
    [{ status: 'DEGRADED', places: {} }, 'its status DEGRADED is not a passing one'],
    [{ state: 'unfinished' }, 'still running when the step stopped waiting'],
    [
      { state: 'unfinished', lastError: 'reset' },
      "still running when last seen; then Checkly's API gave trouble: reset",
    ],
    [{ state: 'unknown' }, 'the API gave no answer about it'],
    [{ status: 'PASSED', places: { x: 'P' } }, ''],
  ])('%j: %s', (session, reason) => {
    expect(view(session).reason).toBe(reason)
  })

  test('is what was read, and locations that nobody read stand beside it', () => {
    const details = { reason: 'boom', facts: [], assertions: [], excerpt: '', credentialsHidden: 0 }
    const { reason, causes } = view({ places: { x: 'F', y: 'E', z: 'P' }, details: { y: details } })
    expect(reason).toBe('boom')
    expect(causes.map((cause) => [cause.reason, cause.locations])).toStrictEqual([
      ['', ['x']],
      ['boom', ['y']],
    ])
  })
})

describe('locations', () => {
  test('that need a look come first, and those without a final result are named', () => {
    const places = { a: 'P', b: 'FP', c: 'D', d: '', e: 'C', f: 'F', g: 'F…' }
    expect(view({ places }).runs.map((run) => `${run.location} ${run.state}`)).toStrictEqual([
      'f failed',
      'e cancelled',
      'd missing',
      'g missing',
      'c degraded',
      'b passed',
      'a passed',
    ])
  })

  test.each(['CANCELLED', 'TIMED_OUT'])(
    'that were cut off, one after the other, are not one: %s',
    (status) => {
      const later = { startedAt: '2026-11-23T12:05:00.000Z', stoppedAt: '2026-11-23T12:05:01.000Z' }
      const changeResult = (index: number) => (index === 1 ? later : {})
      const { runs } = view({ places: { x: 'F…', y: 'F…' }, status, changeResult })
      expect(runs.map(({ location, state }) => `${location} ${state}`)).toStrictEqual([
        'x missing',
        'y missing',
      ])
    },
  )

  test('end with a result without a type where no other is final', () => {
    const changeResult = (index: number) => (index < 3 ? { resultType: null } : {})
    const places = { x: 'F', y: 'PP', z: 'P' }
    const { runs } = view({ places, status: 'FAILED', changeResult })
    expect(runs.map(({ location, state, attempts }) => [location, state, attempts.length])).toStrictEqual([
      ['x', 'failed', 1],
      ['y', 'passed', 2],
      ['z', 'passed', 1],
    ])
  })

  test('go by the final result where another has no type', () => {
    const changeResult = (index: number) => (index === 0 ? { resultType: null } : {})
    const [run] = view({ places: { x: 'FP' }, status: 'PASSED', changeResult }).runs
    expect(run).toMatchObject({ state: 'passed', passedAfterRetry: true })
  })

  test('whose slowness a session ended for come before those without a result', () => {
    const places = { a: 'P', b: '', c: 'D' }
    expect(view({ places, status: 'DEGRADED' }).runs.map(({ location }) => location)).toStrictEqual([
      'c',
      'b',
      'a',
    ])
  })

  test('show their attempts as they ran, the final one last', () => {
    const [place] = view({ places: { x: 'FEP' }, status: 'PASSED' }).runs
    expect(place?.attempts.map(({ isFinal }) => isFinal)).toStrictEqual([false, false, true])
    expect(place?.passedAfterRetry).toBe(true)
    expect(place?.tookMs).toBe(960 + 4000 + 960 + 4000 + 240 + 60)
  })
})

describe('sessions that passed are worth a look', () => {
  const passingStatuses = ['PASSED', 'DEGRADED']
  test.each<[Partial<SampleSession>, boolean]>([
    [{ status: 'PASSED', places: { x: 'P' } }, false],
    [{ status: 'PASSED', places: { x: 'FP' } }, true],
    [{ status: 'PASSED', places: { x: 'P', y: '' } }, true],
    [{ status: 'DEGRADED', places: { x: 'D' } }, true],
    [{ status: 'DEGRADED', places: { x: 'P' } }, true],
  ])('%j: %j', (session, isRemarkable) => {
    const { remarkable } = buildView({
      passingStatuses,
      sessions: [{ name: 'A', status: 'PASSED', places: {}, ...session }],
    })
    expect(remarkable.length === 1).toBe(isRemarkable)
  })
})

test.each<[Partial<SampleSession>, string]>([
  [{ places: { x: 'P' } }, 'passed in x'],
  [{ places: { x: 'FP' } }, 'passed after retry in x (2 attempts)'],
  [
    { places: { x: 'FP', y: 'FFP', z: 'FP', w: 'FP' } },
    'passed after retry in x (2 attempts), y (3 attempts), 2 more',
  ],
  [{ places: { x: 'FP', y: '' } }, 'passed after retry in x (2 attempts); no final result from 1 location'],
  [{ places: { x: 'P', y: 'F', z: 'F' } }, 'passed, though 2 final results did not'],
  [{ status: 'DEGRADED', places: { x: 'D', y: 'P' } }, 'is degraded in x, let through'],
])('what is told of a session that passed: %j: %s', (session, words) => {
  const passingStatuses = ['PASSED', 'DEGRADED']
  expect(describeRemarks(view({ status: 'PASSED', ...session }, { passingStatuses }))).toBe(words)
})

test('the worst sessions come first', () => {
  const statuses = ['CANCELLED', 'FAILED', 'DEGRADED', 'NEW', 'TIMED_OUT']
  const sessions: SampleSession[] = statuses.map((status) => ({ name: status, status, places: { x: 'F' } }))
  sessions.unshift({ name: 'U', status: 'PROGRESS', state: 'unfinished', places: {} })
  sessions.unshift({ name: 'N', status: '', state: 'unknown', places: {} })
  const { notPassed } = buildView({ sessions })
  expect(notPassed.map(({ status }) => status)).toStrictEqual([
    'NEW',
    'FAILED',
    'TIMED_OUT',
    'CANCELLED',
    'DEGRADED',
    'UNKNOWN',
    'UNFINISHED',
  ])
})
