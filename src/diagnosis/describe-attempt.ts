import type { Attempt, Fault } from '../session/session.ts'

/** What the flag for a failure means. It does not say which of the three it was. */
export const UNREAD_FAILURE = 'a failed assertion, a failing script or a timeout'

/** What the API's flags mean (Checkly Public API, schema `CheckResult`). */
const FAULTS: Readonly<Record<Fault, string>> = {
  failure: UNREAD_FAILURE,
  error: 'an error kept the check from finishing',
  aborted: 'the run was aborted',
}

/**
 * Why an attempt did not pass, in words; '' when it passed. For check types whose results have no field that says
 * why, and for results that were not read.
 */
export function describeAttempt({ state, faults }: Pick<Attempt, 'state' | 'faults'>): string {
  if (state === 'cancelled') return 'cancelled before it had finished'
  if (state === 'failed') return faults.map((fault) => FAULTS[fault]).join('; ')
  return state === 'degraded' ? 'slower than its limit for degraded' : ''
}
