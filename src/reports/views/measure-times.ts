import type { CheckResult } from '../../client/contract.ts'
import { readMoment } from '../../time/read-moment.ts'

/** The time that stands beside an attempt, in milliseconds: its response time, or else its duration. */
export function measureAttempt(attempt: CheckResult): number | null {
  return attempt.responseTime ?? measureRun(attempt)
}

/** How long a run or a session took by its own clock, in milliseconds; null when its times are not known. */
export function measureRun({
  startedAt,
  stoppedAt,
}: Pick<CheckResult, 'startedAt' | 'stoppedAt'>): number | null {
  const start = readMoment(startedAt)
  const stop = readMoment(stoppedAt)
  return start === null || stop === null || stop < start ? null : stop - start
}
