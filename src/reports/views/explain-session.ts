import { STATUSES_FROM_WORST } from '../../client/statuses.ts'
import type { SessionFate } from '../../verdict/verdict.ts'
import type { Cause } from './session-view.ts'

/** Why a session did not pass, in one line that may hold text from outside. */
export function explainSession(fate: SessionFate, causes: Cause[]): string {
  if (fate.state === 'unfinished') {
    if (fate.trouble === null) return 'still running when the step stopped waiting'
    // Whose API it was must be said: the check's own may be what it is named after.
    const seen = fate.session === null ? 'not seen to end' : 'still running when last seen'
    return `${seen}; then Checkly's API gave trouble: ${fate.trouble}`
  }
  if (fate.state === 'unknown') return fate.trouble ?? 'the API gave no answer about it'
  const status = fate.session?.status ?? ''
  if (status === 'CANCELLED') return 'the session was cancelled before it had finished'
  if (status === 'TIMED_OUT') return 'the session ran out of time at Checkly'
  const first = causes.find((cause) => cause.reason !== '')?.reason
  if (first !== undefined) return first
  if (status === 'FAILED') return 'no result says why'
  return STATUSES_FROM_WORST.includes(status)
    ? `its status ${status} is not a passing one`
    : `ended as ${status}, a status this version does not know`
}
