import { describe, expect, it } from 'vitest'
import { buildReport, type SampleSession } from '../../scripts/preview/build-report.ts'
import { chooseResultsToRead } from '../../src/failure-details/choose-results.ts'
import { describeFlags, UNREAD_FAILURE } from '../../src/failure-details/describe-flags.ts'

function choose(sessions: SampleSession[], max: number): string[] {
  const { fates } = buildReport({ sessions })
  return chooseResultsToRead(fates, max).map((it) => `${it.name} ${it.runLocation} ${it.resultType}`)
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

  it('one of each session before a second of any, the worst sessions first', () => {
    expect(choose(sessions, 100)).toStrictEqual([
      'D x FINAL',
      'E x FINAL',
      'C x FINAL',
      'B x ATTEMPT',
      'D y FINAL',
      'D x ATTEMPT',
    ])
  })

  it.each([0, 1, 2, 3])('at most %i', (max) => {
    expect(choose(sessions, max)).toStrictEqual(choose(sessions, 100).slice(0, max))
  })
})

describe('flags in words', () => {
  const none = { hasErrors: false, hasFailures: false, isDegraded: false, aborted: false, isCancelled: false }
  it.each([
    [{}, ''],
    [{ hasFailures: true }, UNREAD_FAILURE],
    [{ hasErrors: true }, 'an error kept the check from finishing'],
    [{ aborted: true }, 'the run was aborted'],
    [{ hasFailures: true, aborted: true }, `${UNREAD_FAILURE}; the run was aborted`],
    [{ isDegraded: true }, 'slower than its limit for degraded'],
    [{ isDegraded: true, hasFailures: true }, UNREAD_FAILURE],
    [{ isCancelled: true, hasFailures: true }, 'cancelled before it had finished'],
  ])('%j: %j', (flags, words) => {
    expect(describeFlags({ ...none, ...flags })).toBe(words)
  })
})
