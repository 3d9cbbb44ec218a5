import type { Completion } from '../awaiting/await-completion.ts'
import type { CheckSession, ReadSession } from '../client/contract.ts'
import { formatDuration } from '../time/format-duration.ts'
import { judgeResult } from '../verdict/count-results.ts'

/** With more running than this, they are counted and not named. */
const MOST_NAMED = 5

/** `4m10s gone, 5m50s left`. Milliseconds. */
export function describeTime(goneMs: number, leftMs: number): string {
  return `${formatDuration(goneMs)} gone, ${formatDuration(Math.max(0, leftMs))} left`
}

/** Where a running session has got to: `1 of 3 locations finished: eu-west-1 passed`; '' when nothing is known. */
export function describeLocations(session: CheckSession | null): string {
  if (session === null || session.runLocations.length === 0) return ''
  const finals = session.results.filter((result) => result.resultType === 'FINAL')
  const done = finals.map((result) => `${result.runLocation} ${judgeResult(result)}`)
  const counted = `${finals.length} of ${session.runLocations.length} locations finished`
  return done.length === 0
    ? counted
    : `${counted}: ${done.slice(0, 10).join(', ')}${done.length > 10 ? ', …' : ''}`
}

/**
 * `37 of 100 finished, 1 failed, 4m10s gone, 5m50s left`, with what still runs when it is little.
 * @param running names; null where none is known yet, which is counted, as an id would tell nobody anything
 */
export function describeMany(
  counts: { total: number; finished: number; failed: number },
  running: readonly (string | null)[],
  goneMs: number,
  leftMs: number,
): string {
  const failed = counts.failed > 0 ? `, ${counts.failed} failed` : ''
  const named = running.filter((name) => name !== null)
  const rest = running.length > named.length ? ` and ${running.length - named.length} more` : ''
  const names =
    named.length > 0 && running.length <= MOST_NAMED ? `; still running: ${named.join(', ')}${rest}` : ''
  return `${counts.finished} of ${counts.total} finished${failed}, ${describeTime(goneMs, leftMs)}${names}`
}

/** One line on a session whose wait is over; '' when the wait ended without it. */
export function describeEnd(name: string, completion: Completion<ReadSession>, passed: boolean): string {
  if (completion.kind === 'refused') return `✗ ${name}: ${completion.cause}`
  if (completion.kind !== 'completed') return ''
  const { status, timeElapsed, checkSessionLink } = completion.value.session
  const took = timeElapsed === null ? '' : ` (ran ${formatDuration(timeElapsed)})`
  return passed ? `✓ ${name} ${status}${took}` : `✗ ${name} ${status}${took} ${checkSessionLink}`
}
