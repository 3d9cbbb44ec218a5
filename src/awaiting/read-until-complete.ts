import type { Answer } from '../checkly/answer.ts'
import type { Session } from '../session/session.ts'
import { createBackoff } from '../time/backoff.ts'
import { beginTimeLimit, type TimeLimit, type Timing } from '../time/clock.ts'

/** How long the results of a session that is over may lag behind its end, in milliseconds. */
const LAG_MS = 10_000

/**
 * Reads a session that is over again while it owes results, for some seconds. One that has failed by a final result
 * is not waited for: no other result can change that.
 * @returns the session as it was told last, which may still owe some
 */
export async function readUntilComplete(
  first: Session,
  read: (limit: TimeLimit) => Promise<Answer<Session>>,
  timing: Timing,
  random: () => number,
  limit: TimeLimit,
): Promise<Session> {
  const until = Math.min(limit.endsAt, timing.clock.now() + LAG_MS)
  const reading = beginTimeLimit(timing, until, limit.signal)
  let session = first
  for (let backoff = createBackoff(1); session.owes !== '' && !hasFailed(session); backoff = backoff.next()) {
    const pauseMs = Math.max(100, backoff.pauseMs(random))
    if (reading.signal.aborted || timing.clock.now() + pauseMs >= until) break
    await timing.sleep(pauseMs, reading.signal)
    const answer = await read(reading)
    if (answer.kind === 'completed' && answer.value.isOver) session = answer.value
  }
  reading.release()
  return session
}

function hasFailed({ runs }: Session): boolean {
  return runs.some(({ final }) => final?.state === 'failed')
}
