import type { Answer } from '../checkly/answer.ts'
import type { Session } from '../session/session.ts'
import { createBackoff } from '../time/backoff.ts'
import { beginTimeLimit, type TimeLimit, type Timing } from '../time/clock.ts'

/** 10 s: results may come this long after the end of their session. */
const LAG_MS = 10_000

/**
 * Reads a session that is over again and again while results are missing, for up to 10 s. Not when a final result has
 * failed: no other result can change that.
 * @param failureDecides - whether a failed result lets no step pass, so that others need not be waited for
 * @returns the session as the API last told it; results may still be missing
 */
export async function readUntilComplete(
  first: Session,
  read: (limit: TimeLimit) => Promise<Answer<Session>>,
  timing: Timing,
  random: () => number,
  limit: TimeLimit,
  failureDecides: boolean,
): Promise<Session> {
  const until = Math.min(limit.endsAt, timing.clock.now() + LAG_MS)
  const reading = beginTimeLimit(timing, until, limit.signal)
  let session = first
  for (
    let backoff = createBackoff(1);
    session.owes !== '' && !(failureDecides && hasFailed(session));
    backoff = backoff.next()
  ) {
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
