import { describe, expect, test } from 'vitest'
import { type Ending, judge } from '../../src/verdict/judge.ts'
import type { SessionFate, SessionState } from '../../src/verdict/verdict.ts'
import { buildFate, buildResult } from './build-fate.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], failedFast: false }
const PARTLY: Ending = { kind: 'awaited', missing: ['check-9'], failedFast: false }

function decide(ending: Ending, ...states: SessionState[]) {
  return judge(
    ending,
    states.map((state) => buildFate(state)),
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
    [{ kind: 'detached', missing: [] }, ['unfinished'], 'detached', true],
    [{ kind: 'detached', missing: ['check-9'] }, ['unfinished'], 'error', false],
    [{ kind: 'no-match', tolerated: true, sought: 'tags "a"' }, [], 'no-match', true],
    [{ kind: 'no-match', tolerated: false, sought: 'tags "a"' }, [], 'no-match', false],
  ])('of %j with %j is %s; succeeds: %s', (ending, states, outcome, succeeds) => {
    expect(decide(ending, ...states)).toMatchObject({ outcome, succeeds })
  })
})

test.each<[Ending, boolean, readonly string[]]>([
  [AWAITED, false, []],
  [PARTLY, false, ['check-9']],
  [{ kind: 'detached', missing: [] }, true, []],
  [{ kind: 'detached', missing: ['check-9'] }, true, ['check-9']],
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
    const fates = statuses.map((status) => buildFate(status === 'PASSED' ? 'passed' : 'failed', { status }))
    expect(judge(AWAITED, fates, 0).status).toBe(worst)
    expect(judge(AWAITED, [...fates].reverse(), 0).status).toMatch(worst.startsWith('NEW') ? /^NEW_/ : worst)
  })

  test('is that of sessions that ended alone', () => {
    const running = buildFate('unfinished', { status: 'PROGRESS_FAILED' })
    expect(judge(AWAITED, [running], 0).status).toBe('')
    expect(judge(AWAITED, [running, buildFate('passed')], 0).status).toBe('PASSED')
    expect(judge(AWAITED, [buildFate('unknown', null)], 0).status).toBe('')
  })
})

describe('the time elapsed', () => {
  const at = (seconds: number | null): string | null =>
    seconds === null ? null : new Date(Date.UTC(2026, 10, 23, 10, 0, seconds)).toISOString()

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
    const fates = times.map(([start, stop]) =>
      buildFate('passed', { startedAt: at(start), stoppedAt: at(stop) }),
    )
    expect(judge(AWAITED, fates, 0).timeElapsedMs).toBe(elapsed)
  })

  test.each([
    ['soon', 'later'],
    ['1', '2026-11-23T10:00:05.000Z'],
    ['0001-01-01T00:00:00Z', '2026-11-23T10:00:05.000Z'],
    ['1970-01-01T00:00:00.000Z', '2026-11-23T10:00:05.000Z'],
  ])('is unknown when what the API gives is no time: %s to %s', (startedAt, stoppedAt) => {
    expect(judge(AWAITED, [buildFate('passed', { startedAt, stoppedAt })], 0).timeElapsedMs).toBeNull()
  })
})

describe('the link', () => {
  const link = (name: string): Partial<Parameters<typeof buildFate>[1]> => ({ checkSessionLink: name })
  test.each<[string, SessionFate[], string]>([
    ['the first that failed', [buildFate('passed', link('a')), buildFate('failed', link('b'))], 'b'],
    [
      'the first that did not pass, in the order asked for',
      [buildFate('unfinished', link('a')), buildFate('failed', link('b'))],
      'a',
    ],
    ['an unfinished one', [buildFate('passed', link('a')), buildFate('unfinished', link('b'))], 'b'],
    ['the first when all passed', [buildFate('passed', link('a')), buildFate('passed', link('b'))], 'a'],
    [
      'one that is known, of those that did not pass',
      [buildFate('failed', link('')), buildFate('unfinished', link('b'))],
      'b',
    ],
    ['no session that passed', [buildFate('failed', link('')), buildFate('passed', link('b'))], ''],
    ['none when none is known', [buildFate('unknown', null)], ''],
  ])('is that of %s', (_which, fates, expected) => {
    expect(judge(AWAITED, fates, 0).link).toBe(expected)
  })
})

test('results are counted over all sessions', () => {
  const results = [buildResult(), buildResult({ hasFailures: true })]
  const fates = [buildFate('failed', { results }), buildFate('passed', { results: [buildResult()] })]
  expect(judge(AWAITED, fates, 0).results).toMatchObject({ total: 3, passed: 2, failed: 1 })
})
