import type { CheckResult } from '../client/contract.ts'
import type { ResultCounts, SessionFate } from './verdict.ts'

/** What a result counts as: each counts once, in the order cancelled, failed, degraded, passed. */
export type ResultVerdict = 'cancelled' | 'failed' | 'degraded' | 'passed'

/** Says what one result counts as. */
export function judgeResult(result: CheckResult): ResultVerdict {
  if (result.isCancelled) return 'cancelled'
  if (result.hasErrors || result.hasFailures || result.aborted) return 'failed'
  return result.isDegraded ? 'degraded' : 'passed'
}

/**
 * Whether a result is the last word of its location, and not an attempt before it. One whose type is null
 * counts as such where results are named (the contract allows null); the counts take `FINAL` alone.
 */
export function isDecisive(result: CheckResult): boolean {
  return result.resultType !== 'ATTEMPT'
}

/** Counts the `FINAL` results of all sessions; failed attempts before them do not count. */
export function countResults(fates: readonly SessionFate[]): ResultCounts {
  const counts: ResultCounts = { total: 0, passed: 0, failed: 0, degraded: 0, cancelled: 0 }
  for (const fate of fates) {
    for (const result of fate.session?.results ?? []) {
      if (result.resultType !== 'FINAL') continue
      counts.total += 1
      counts[judgeResult(result)] += 1
    }
  }
  return counts
}
