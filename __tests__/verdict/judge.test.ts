import { describe, expect, test } from 'vitest'
import type { Ending } from '../../src/verdict/ending.ts'
import type { JudgedSession, SessionState } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun, judgeAll } from '../../testing/build-session.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], unstarted: [], failedFast: false }
const PARTLY: Ending = { kind: 'awaited', missing: ['check-9'], unstarted: [], failedFast: false }

function decide(ending: Ending, ...states: SessionState[]) {
  return judgeAll(
    ending,
    states.map((state) => buildJudged(state)),
    1000,
  )
}

describe('the outcome', () => {
  test.each<[Ending, SessionState[], outcome: string, succeeds: boolean]>([
    [AWAITED, ['passed'], 'passed', true],
    [AWAITED, ['passed', 'passed'], 'passed', true],
    [AWAITED, [], 'error', false],
    [AWAITED, ['failed'], 'failed', false],
    [AWAITED, ['unfinished'], 'timeout', false],
    [AWAITED, ['unknown'], 'error', false],
    [AWAITED, ['passed', 'failed'], 'failed', false],
    [AWAITED, ['passed', 'unfinished'], 'timeout', false],
    [AWAITED, ['passed', 'unknown'], 'error', false],
    [AWAITED, ['unfinished', 'failed'], 'failed', false],
    [AWAITED, ['unknown', 'failed'], 'failed', false],
    [AWAITED, ['unknown', 'unfinished'], 'error', false],
    [PARTLY, ['passed'], 'error', false],
    [PARTLY, ['failed'], 'failed', false],
    [PARTLY, ['unfinished'], 'error', false],
    [{ kind: 'cancelled', by: 'SIGINT', starting: false }, ['passed'], 'cancelled', false],
    [{ kind: 'cancelled', by: 'SIGTERM', starting: false }, ['failed'], 'cancelled', false],
    [{ kind: 'cancelled', by: 'SIGTERM', starting: false }, [], 'cancelled', false],
    [{ kind: 'broken', cause: 'why' }, ['passed'], 'error', false],
    [{ kind: 'broken', cause: 'why' }, [], 'error', false],
    [{ kind: 'detached', missing: [], unstarted: [] }, ['unfinished'], 'detached', true],
    [{ kind: 'detached', missing: ['check-9'], unstarted: [] }, ['unfinished'], 'error', false],
    [{ kind: 'no-match', tolerated: true, sought: 'tags "a"' }, [], 'no-match', true],
    [{ kind: 'no-match', tolerated: false, sought: 'tags "a"' }, [], 'no-match', false],
  ])('of %j with %j is %s; succeeds: %s', (ending, states, outcome, succeeds) => {
    expect(decide(ending, ...states)).toMatchObject({ outcome, succeeds })
  })
})

test.each<[Ending, boolean, readonly string[]]>([
  [AWAITED, false, []],
  [PARTLY, false, ['check-9']],
  [{ kind: 'detached', missing: [], unstarted: [] }, true, []],
  [{ kind: 'detached', missing: ['check-9'], unstarted: [] }, true, ['check-9']],
  [{ kind: 'cancelled', by: 'SIGINT', starting: false }, false, []],
])('%j tells whether it was detached and which checks are missing', (ending, detached, missing) => {
  expect(decide(ending, 'unfinished')).toMatchObject({ detached, missing })
})

test('sessions are counted; one without a verdict counts as unfinished', () => {
  expect(decide(AWAITED, 'passed', 'failed', 'failed', 'unfinished', 'unknown').sessions).toEqual({
    total: 5,
    passed: 1,
    failed: 2,
    unfinished: 2,
  })
})

describe('the status', () => {
  test.each([
    [['PASSED'], 'PASSED'],
    [['PASSED', 'DEGRADED'], 'DEGRADED'],
    [['DEGRADED', 'CANCELLED'], 'CANCELLED'],
    [['CANCELLED', 'TIMED_OUT'], 'TIMED_OUT'],
    [['TIMED_OUT', 'FAILED'], 'FAILED'],
    [['FAILED', 'EXHAUSTED', 'PASSED'], 'EXHAUSTED'],
    [['NEW_A', 'NEW_B'], 'NEW_A'],
  ])('of %j is the worst: %s', (statuses, worst) => {
    const sessions = statuses.map((status) =>
      buildJudged(status === 'PASSED' ? 'passed' : 'failed', { status }),
    )
    expect(judgeAll(AWAITED, sessions).status).toBe(worst)
    expect(judgeAll(AWAITED, [...sessions].reverse()).status).toMatch(
      worst.startsWith('NEW') ? /^NEW_/ : worst,
    )
  })

  test('is that of sessions that ended alone', () => {
    const running = buildJudged('unfinished', { status: 'PROGRESS_FAILED' })
    expect(judgeAll(AWAITED, [running]).status).toBe('')
    expect(judgeAll(AWAITED, [running, buildJudged('passed')]).status).toBe('PASSED')
    expect(judgeAll(AWAITED, [buildJudged('unknown', null)]).status).toBe('')
  })
})

describe('the time elapsed', () => {
  const at = (seconds: number | null): number | null =>
    seconds === null ? null : Date.UTC(2026, 10, 23, 10, 0, seconds)

  test.each<[[number | null, number | null][], number | null]>([
    [[[0, 5]], 5000],
    [
      [
        [3, 5],
        [1, 4],
      ],
      4000,
    ],
    [[[2, 2]], 0],
    [
      [
        [1, null],
        [2, 4],
      ],
      3000,
    ],
    [[[1, null]], null],
    [[[null, 3]], null],
    [[[5, 3]], null],
    [[], null],
  ])('of sessions that ran at %j is %j ms', (times, elapsed) => {
    const sessions = times.map(([start, stop]) =>
      buildJudged('passed', { startedAtMs: at(start), stoppedAtMs: at(stop) }),
    )
    expect(judgeAll(AWAITED, sessions).timeElapsedMs).toBe(elapsed)
  })
})

describe('the link', () => {
  const link = (name: string) => ({ link: name })
  test.each<[string, JudgedSession[], string]>([
    ['the first that failed', [buildJudged('passed', link('a')), buildJudged('failed', link('b'))], 'b'],
    [
      'the first that did not pass, in the order asked for',
      [buildJudged('unfinished', link('a')), buildJudged('failed', link('b'))],
      'a',
    ],
    ['an unfinished one', [buildJudged('passed', link('a')), buildJudged('unfinished', link('b'))], 'b'],
    ['the first when all passed', [buildJudged('passed', link('a')), buildJudged('passed', link('b'))], 'a'],
    [
      'one that is known, of those that did not pass',
      [buildJudged('failed', link('')), buildJudged('unfinished', link('b'))],
      'b',
    ],
    ['no session that passed', [buildJudged('failed', link('')), buildJudged('passed', link('b'))], ''],
    ['none when none is known', [buildJudged('unknown', null)], ''],
  ])('is that of %s', (_which, sessions, expected) => {
    expect(judgeAll(AWAITED, sessions).link).toBe(expected)
  })
})

test('final results are counted over all sessions, and attempts before them are not', () => {
  const runs = [
    buildRun('eu-west-1', [{ state: 'failed', isFinal: false }, { state: 'passed' }]),
    buildRun('us-east-1', [{ state: 'failed' }]),
  ]
  const sessions = [buildJudged('failed', { runs }), buildJudged('passed'), buildJudged('unknown', null)]
  expect(judgeAll(AWAITED, sessions).results).toEqual({
    total: 3,
    passed: 2,
    failed: 1,
    degraded: 0,
    cancelled: 0,
    retried: 1,
  })
})
