import { formatDuration } from '../time/format-duration.ts'
import type { CheckResultBody } from './check-result-schema.ts'

/** `overMaxResponseTime` of any type of check. Without the time, so that several locations have one reason. */
export const LIMIT_EXCEEDED = 'the response time was over its limit'

/** The time that was too long, as a fact; nothing when it was within its limit or is not known. */
export function readResponseTime({
  overMaxResponseTime,
  responseTime,
}: Pick<CheckResultBody, 'overMaxResponseTime' | 'responseTime'>): [string, string][] {
  const isTooLong = overMaxResponseTime === true && typeof responseTime === 'number'
  return isTooLong ? [['Response time', formatDuration(responseTime)]] : []
}
