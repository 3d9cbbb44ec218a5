import { describe, expect, test } from 'vitest'
import type { CheckResult } from '../../src/client/contract.ts'
import { countResults, judgeResult } from '../../src/verdict/count-results.ts'
import { buildFate, buildResult } from './build-fate.ts'

describe('a result counts once, as the first that fits', () => {
  test.each<[Partial<CheckResult>, string]>([
    [{}, 'passed'],
    [{ isDegraded: true }, 'degraded'],
    [{ hasFailures: true }, 'failed'],
    [{ hasErrors: true }, 'failed'],
    [{ aborted: true }, 'failed'],
    [{ isCancelled: true }, 'cancelled'],
    [{ isDegraded: true, hasFailures: true }, 'failed'],
    [{ isCancelled: true, hasErrors: true, aborted: true, isDegraded: true }, 'cancelled'],
  ])('%j: %s', (flags, counted) => {
    const result = buildResult(flags)
    expect(judgeResult(result)).toBe(counted)
    const none = { passed: 0, failed: 0, degraded: 0, cancelled: 0 }
    const fates = [buildFate('passed', { results: [result] })]
    expect(countResults(fates)).toEqual({ ...none, total: 1, [counted]: 1 })
  })
})

test.each([
  ['ATTEMPT', 0],
  [null, 0],
  ['', 0],
  ['final', 0],
  ['FINAL', 1],
])('results of type %j count %i times', (resultType, total) => {
  expect(countResults([buildFate('passed', { results: [buildResult({ resultType })] })]).total).toBe(total)
})

test('sessions of which nothing is known count nothing', () => {
  expect(countResults([buildFate('unknown', null)])).toEqual({
    total: 0,
    passed: 0,
    failed: 0,
    degraded: 0,
    cancelled: 0,
  })
})
