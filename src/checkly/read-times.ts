import { readMoment } from '../time/read-moment.ts'

/** When a session ran: epoch milliseconds, and milliseconds for how long; null for what is not known. */
export interface SessionTimes {
  startedAtMs: number | null
  stoppedAtMs: number | null
  elapsedMs: number | null
}

/**
 * Reads the times of a session. How long it took is told by its two moments; without them by `timeElapsed`, where 0
 * means that the API does not know.
 * @param timeElapsed - milliseconds
 */
export function readTimes(session: {
  startedAt: string | null
  stoppedAt: string | null
  timeElapsed: number | null
}): SessionTimes {
  const { timeElapsed } = session
  const [startedAtMs, stoppedAtMs] = [readMoment(session.startedAt), readMoment(session.stoppedAt)]
  const isTimed = startedAtMs !== null && stoppedAtMs !== null && stoppedAtMs >= startedAtMs
  const toldMs = timeElapsed !== null && timeElapsed > 0 ? timeElapsed : null
  return { startedAtMs, stoppedAtMs, elapsedMs: isTimed ? stoppedAtMs - startedAtMs : toldMs }
}
