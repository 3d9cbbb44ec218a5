import type { CheckResult } from '../client/contract.ts'

/** What is known of a result from its flags alone. */
export type Flags = Pick<CheckResult, 'hasErrors' | 'hasFailures' | 'isDegraded' | 'aborted' | 'isCancelled'>

/** All that `hasFailures` says; which of them it was, the flags do not. */
export const UNREAD_FAILURE = 'a failed assertion, a failing script or a timeout'

/**
 * Why a result did not pass, from its flags, in words; '' when it passed. For check types whose
 * results have no field that says why, and for results that were not read.
 * The flags' meaning: Checkly Public API, schema `CheckResult`.
 */
export function describeFlags(flags: Flags): string {
  if (flags.isCancelled) return 'cancelled before it had finished'
  const reasons: string[] = []
  if (flags.hasFailures) reasons.push(UNREAD_FAILURE)
  if (flags.hasErrors) reasons.push('an error kept the check from finishing')
  if (flags.aborted) reasons.push('the run was aborted')
  if (reasons.length > 0) return reasons.join('; ')
  return flags.isDegraded ? 'slower than its limit for degraded' : ''
}
