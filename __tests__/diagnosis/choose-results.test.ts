import { describe, expect, test } from 'vitest'
import { chooseResultsToRead } from '../../src/diagnosis/choose-results.ts'
import { describeAttempt, UNREAD_FAILURE } from '../../src/diagnosis/describe-attempt.ts'
import type { Attempt } from '../../src/session/session.ts'
import { buildAttempt } from '../../testing/build-session.ts'
import { buildReport, type SampleSession } from '../../testing/reports/build-report.ts'

function choose(sessions: SampleSession[], max: number): string[] {
  const judged = buildReport({ sessions }).sessions
  return chooseResultsToRead(judged, max).map(
    ({ check, attempt }) => `${check.name} ${attempt.location} ${attempt.isFinal ? 'FINAL' : 'ATTEMPT'}`,
  )
}

describe('which results are read', () => {
  const sessions: SampleSession[] = [
    { name: 'A', status: 'PASSED', places: { x: 'FP' } },
    { name: 'B', status: 'PROGRESS', state: 'unfinished', places: { x: 'F…' } },
    { name: 'C', status: 'TIMED_OUT', places: { x: 'F' } },
    { name: 'D', status: 'FAILED', places: { x: 'FF', y: 'F', z: 'P' } },
    { name: 'E', status: 'FAILED', places: { x: 'F' } },
    { name: 'F', status: 'FAILED', type: 'TCP', places: { x: 'F' } },
  ]

  test('one of each session before a second of any, the worst sessions first', () => {
    expect(choose(sessions, 100)).toStrictEqual([
      'D x FINAL',
      'E x FINAL',
      'F x FINAL',
      'C x FINAL',
      'B x ATTEMPT',
      'D y FINAL',
      'D x ATTEMPT',
    ])
  })

  test.each([0, 1, 2, 3])('at most %i', (max) => {
    expect(choose(sessions, max)).toStrictEqual(choose(sessions, 100).slice(0, max))
  })
})

describe('why an attempt did not pass, in words', () => {
  test.each<[Partial<Attempt>, string]>([
    [{}, ''],
    [{ state: 'failed', faults: ['failure'] }, UNREAD_FAILURE],
    [{ state: 'failed', faults: ['error'] }, 'an error kept the check from finishing'],
    [{ state: 'failed', faults: ['aborted'] }, 'the run was aborted'],
    [{ state: 'failed', faults: ['failure', 'aborted'] }, `${UNREAD_FAILURE}; the run was aborted`],
    [{ state: 'degraded' }, 'slower than its limit for degraded'],
    [{ state: 'cancelled' }, 'cancelled before it had finished'],
  ])('%j: %j', (attempt, words) => {
    expect(describeAttempt(buildAttempt(attempt))).toBe(words)
  })
})
