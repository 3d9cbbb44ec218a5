import { describe, expect, test } from 'vitest'
import {
  buildCheckRun,
  findKeyAttempt,
  hasPassedAfterRetry,
  isOpen,
  orderRuns,
} from '../../src/session/check-run.ts'
import type { Attempt, CheckRun, CheckRunState } from '../../src/session/session.ts'
import { buildRun, CHECK } from '../../testing/build-session.ts'

const FAILED_FIRST = { state: 'failed', isFinal: false } as const

/** A run in a place that is named like what came of it. */
function runOf(state: CheckRunState): CheckRun {
  if (state === 'queued' || state === 'running' || state === 'missing') {
    return buildCheckRun(CHECK, state, [], state)
  }
  return buildRun(state, [{ state }])
}

const placesOf = (runs: readonly CheckRun[]): string[] => runs.map(({ location }) => location)

describe('the runs of a check', () => {
  const states = ['passed', 'degraded', 'queued', 'running', 'missing', 'cancelled', 'failed'] as const

  test('stand in the order in which they need a look', () => {
    const ordered = ['failed', 'cancelled', 'missing', 'running', 'queued', 'degraded', 'passed']
    expect(placesOf(orderRuns(states.map(runOf), 'FAILED'))).toEqual(ordered)
    expect(placesOf(orderRuns([...states].reverse().map(runOf), 'PASSED'))).toEqual(ordered)
  })

  test('that degraded come first when that is what became of the check', () => {
    const ordered = ['degraded', 'failed', 'cancelled', 'missing', 'running', 'queued', 'passed']
    expect(placesOf(orderRuns(states.map(runOf), 'DEGRADED'))).toEqual(ordered)
  })

  test('that needed a retry come before those that passed at once, and after all that did worse', () => {
    const runs = [
      buildRun('at once'),
      buildRun('again', [FAILED_FIRST, {}]),
      buildRun('degraded at once', [{ state: 'degraded' }]),
      buildRun('degraded again', [FAILED_FIRST, { state: 'degraded' }]),
      buildRun('failed', [{ state: 'failed' }]),
    ]
    expect(placesOf(orderRuns(runs, 'PASSED'))).toEqual([
      'failed',
      'degraded again',
      'degraded at once',
      'again',
      'at once',
    ])
  })

  test('that are alike stay as they were', () => {
    expect(placesOf(orderRuns([buildRun('b'), buildRun('a'), buildRun('c')], 'PASSED'))).toEqual([
      'b',
      'a',
      'c',
    ])
  })
})

describe('the attempt that says most about a run', () => {
  const find = (...attempts: Partial<Attempt>[]) => findKeyAttempt(buildRun('eu-west-1', attempts, false))?.id

  test('is the final result', () => {
    expect(find({ ...FAILED_FIRST, id: 'first' }, { id: 'final' })).toBe('final')
  })

  test('is the latest that failed while there is no final result', () => {
    const attempts = [
      { ...FAILED_FIRST, id: 'first', startedAtMs: 1 },
      { ...FAILED_FIRST, id: 'second', startedAtMs: 2 },
      { state: 'passed', isFinal: false, id: 'third', startedAtMs: 3 },
    ] as const
    expect(find(...attempts)).toBe('second')
  })

  test('is none when nothing has failed', () => {
    expect(find({ isFinal: false, state: 'passed' })).toBeUndefined()
    expect(findKeyAttempt({ final: null, attempts: [] })).toBeNull()
  })
})

test.each<[CheckRunState, boolean]>([
  ['missing', true],
  ['running', true],
  ['queued', true],
  ['failed', false],
  ['cancelled', false],
  ['degraded', false],
  ['passed', false],
])('a run that is %s is open: %s', (state, expected) => {
  expect(isOpen({ state })).toBe(expected)
})

test('a second final result is no retry', () => {
  const run = buildRun('eu-west-1', [{ state: 'degraded' }, { state: 'failed' }])
  expect(hasPassedAfterRetry(run)).toBe(false)
})

describe('attempts', () => {
  const idsOf = (...attempts: Partial<Attempt>[]) =>
    buildRun('eu-west-1', attempts).attempts.map(({ id }) => id)

  test('without a start come first, and after that as they were given', () => {
    expect(
      idsOf(
        { id: 'late', isFinal: false, startedAtMs: 5 },
        { id: 'a', isFinal: false },
        { id: 'b', isFinal: false },
      ),
    ).toEqual(['a', 'b', 'late'])
  })

  test('that are final come last even if they started first, wherever they were given', () => {
    const final = { id: 'final', startedAtMs: 1 }
    const retry = { id: 'retry', isFinal: false, startedAtMs: 2 }
    expect(idsOf(final, retry)).toEqual(['retry', 'final'])
    expect(idsOf(retry, final)).toEqual(['retry', 'final'])
  })

  test('of several final ones that passed, the last is the result', () => {
    const run = buildRun('eu-west-1', [
      { id: 'b', startedAtMs: 2 },
      { id: 'a', startedAtMs: 1 },
    ])
    expect(run.final?.id).toBe('b')
  })
})
