import { describe, expect, test } from 'vitest'
import {
  buildCheckRun,
  countResults,
  type Flags,
  hasPassedAfterRetry,
  judgeFlags,
} from '../../src/session/check-run.ts'
import type { Attempt } from '../../src/session/session.ts'
import { buildAttempt, buildRun, CHECK } from '../../testing/build-session.ts'

const NO_FLAGS: Flags = {
  isCancelled: false,
  hasErrors: false,
  hasFailures: false,
  aborted: false,
  isDegraded: false,
}
const NONE = { total: 0, passed: 0, failed: 0, degraded: 0, cancelled: 0, retried: 0 }

describe('an execution is the first that its flags say', () => {
  test.each<[Partial<Flags>, Attempt['state'], Attempt['faults']]>([
    [{}, 'passed', []],
    [{ isDegraded: true }, 'degraded', []],
    [{ hasFailures: true }, 'failed', ['failure']],
    [{ hasErrors: true }, 'failed', ['error']],
    [{ aborted: true }, 'failed', ['aborted']],
    [{ isCancelled: true }, 'cancelled', []],
    [{ isDegraded: true, hasFailures: true }, 'failed', ['failure']],
    [{ hasFailures: true, hasErrors: true, aborted: true }, 'failed', ['failure', 'error', 'aborted']],
    [{ isCancelled: true, hasErrors: true, aborted: true, isDegraded: true }, 'cancelled', []],
  ])('%j: %s, %j', (flags, state, faults) => {
    expect(judgeFlags({ ...NO_FLAGS, ...flags })).toEqual({ state, faults })
  })
})

describe('the run of a check in one place', () => {
  const build = (executions: readonly Partial<Attempt>[], isOver = true) =>
    buildCheckRun(CHECK, 'eu-west-1', executions.map(buildAttempt), isOver ? 'missing' : 'running')

  test('has its attempts by their start and the final result last', () => {
    const run = build([
      { id: 'final', startedAtMs: 1 },
      { id: 'second', isFinal: false, startedAtMs: 20 },
      { id: 'first', isFinal: false, startedAtMs: 10 },
    ])
    expect(run.attempts.map(({ id }) => id)).toEqual(['first', 'second', 'final'])
    expect(run.final?.id).toBe('final')
  })

  test.each([
    [[], true, 'missing'],
    [[], false, 'running'],
    [[{ isFinal: false, state: 'failed' }], true, 'missing'],
    [[{ isFinal: false, state: 'failed' }], false, 'running'],
    [[{ isFinal: false, state: 'failed' }, { state: 'passed' }], true, 'passed'],
    [[{ state: 'degraded' }], false, 'degraded'],
  ] as [Partial<Attempt>[], boolean, string][])('of %j, over: %s, is %s', (executions, isOver, state) => {
    expect(build(executions, isOver).state).toBe(state)
  })

  test.each(['failed', 'cancelled', 'degraded'] as const)(
    'is %s when one of several final results is that: none is hidden',
    (state) => {
      expect(build([{ state }, {}]).state).toBe(state)
      expect(build([{}, { state }, {}]).state).toBe(state)
    },
  )

  test.each([
    [['passed'], false],
    [['failed', 'passed'], true],
    [['failed', 'degraded'], true],
    [['failed', 'failed'], false],
    [['passed', 'passed'], false],
    [['cancelled', 'passed'], false],
  ] as const)('with %j passed after a retry: %s', (states, expected) => {
    const last = states.length - 1
    const run = build(states.map((state, index) => ({ state, isFinal: index === last })))
    expect(hasPassedAfterRetry(run)).toBe(expected)
  })
})

test.each(['passed', 'degraded', 'failed', 'cancelled'] as const)(
  'a final result counts once: %s',
  (state) => {
    expect(countResults([buildRun('eu-west-1', [{ state }])])).toEqual({ ...NONE, total: 1, [state]: 1 })
  },
)

test('attempts before a final result do not count; a run that passed after one is retried as well', () => {
  const attempt = { state: 'failed', isFinal: false } as const
  expect(countResults([buildRun('eu-west-1', [attempt, attempt])])).toEqual(NONE)
  expect(countResults([buildRun('eu-west-1', [attempt, {}]), buildRun('us-east-1')])).toEqual({
    ...NONE,
    total: 2,
    passed: 2,
    retried: 1,
  })
})

test('every final result counts, also a second one in a place', () => {
  const run = buildRun('eu-west-1', [{}, { state: 'failed' }])
  expect(countResults([run])).toEqual({ ...NONE, total: 2, passed: 1, failed: 1 })
})

test('no runs count nothing', () => {
  expect(countResults([])).toEqual(NONE)
})

describe('of several final results, the worst is the one of the run', () => {
  test.each([
    ['passed', 'degraded'],
    ['degraded', 'cancelled'],
    ['degraded', 'failed'],
    ['cancelled', 'failed'],
  ] as const)('%s beside %s, in either order', (better, worse) => {
    for (const states of [
      [better, worse],
      [worse, better],
    ]) {
      const finals = states.map((state) => buildAttempt({ state, isFinal: true }))
      expect(buildCheckRun(CHECK, 'eu-west-1', finals, 'missing')).toMatchObject({ state: worse })
    }
  })
})
