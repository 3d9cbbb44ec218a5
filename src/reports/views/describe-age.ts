import { countThings } from '../../text/words.ts'
import { formatDuration } from '../../time/format-duration.ts'
import { formatMoment } from '../../time/format-moment.ts'
import { readMoment } from '../../time/read-moment.ts'
import type { GateReport } from '../gate-report.ts'

/** Clocks differ, and a session may end while earlier steps of the job run, in milliseconds. */
const TOLERANCE_MS = 300_000

/** A session that has ended is answered for sooner, in milliseconds; retries after trouble may take longer. */
const AT_ONCE_MS = 10_000

/**
 * Says that results are older than the step, which a verdict alone does not show: after a late approval, or
 * when failed jobs are run again. '' when they are not, and when the step started the sessions itself.
 */
export function describeAge({ fates, startedHere, beganAtMs, waitedMs }: GateReport): string {
  const ended = fates.filter(({ state }) => state === 'passed' || state === 'failed')
  const ends = ended.map(({ session }) => readMoment(session?.stoppedAt ?? null))
  const old = ends.filter((endMs) => endMs !== null && endMs < beganAtMs - TOLERANCE_MS) as number[]
  // Where the only session was waited for, it is not old, but this machine's clock is wrong.
  const isAwaited = fates.length === 1 && waitedMs > AT_ONCE_MS
  if (startedHere || isAwaited || old.length === 0) return ''
  const firstMs = old.reduce((a, b) => Math.min(a, b))
  const before = `${formatDuration(beganAtMs - firstMs)} before this step began, at ${formatMoment(firstMs)}`
  if (fates.length === 1) return `This session had ended ${before}. It is not run again by awaiting it.`
  const some = `${old.length === fates.length ? 'All' : `${old.length} of`} ${countThings(fates.length, 'session')}`
  return `${some} had ended before, the first ${before}. They are not run again by awaiting them.`
}
