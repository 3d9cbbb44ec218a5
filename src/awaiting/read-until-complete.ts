import type { Answer } from '../checkly/answer.ts'
import type { Session } from '../session/session.ts'
import { createBackoff } from '../time/backoff.ts'
import type { TimeLimit, Timing } from '../time/clock.ts'

/** How long the results of a session that is over may lag behind its end, in milliseconds. */
const LAG_MS = 10_000

/**
 * Reads a session that is over again while it owes results, for some seconds. One that has failed by a final result
 * is not waited for: no other result can change that.
 * @returns the session as it was told last, which may still owe some
 */
export async function readUntilComplete(
  first: Session,
  read: () => Promise<Answer<Session>>,
  { clock, sleep }: Timing,
  random: () => number,
  limit: TimeLimit,
): Promise<Session> {
  const until = Math.min(limit.endsAt, clock.now() + LAG_MS)
  let session = first
  for (let backoff = createBackoff(1); session.owes !== '' && !hasFailed(session); backoff = backoff.next()) {
    const pauseMs = Math.max(100, backoff.pauseMs(random))
    if (limit.signal.aborted || clock.now() + pauseMs >= until) break
    await sleep(pauseMs, limit.signal)
    const answer = await read()
    if (answer.kind === 'completed' && answer.value.isOver) session = answer.value
  }
  return session
}

function hasFailed({ runs }: Session): boolean {
  return runs.some(({ final }) => final?.state === 'failed')
}
