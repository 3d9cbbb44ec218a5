import type { Answer } from '../checkly/answer.ts'
import type { TimeLimit } from '../time/clock.ts'

/** What Checkly's API can stop (its documentation of the cancel endpoint). */
export const CANCEL_NOTE = 'Only Playwright check suites stop; other checks run to their end.'

/** Asks Checkly to cancel one session; gives up when the time limit ends. Never rejects. */
export type CancelSession = (id: string, limit: TimeLimit) => Promise<Answer<null>>

/** Told what became of each session, in words. */
export interface CancelListener {
  onCancelled(id: string): void
  onSkipped(id: string, reason: string): void
}

/**
 * Asks Checkly to cancel sessions, side by side. Best effort: never rejects.
 * @returns the ids of sessions for which there was no time, or no answer
 */
export async function cancelSessions(
  ids: readonly string[],
  cancel: CancelSession,
  limit: TimeLimit,
  listener: CancelListener,
): Promise<string[]> {
  const left = await Promise.all(
    ids.map(async (id) => ((await cancelSession(id, cancel, limit, listener)) ? [] : [id])),
  )
  return left.flat()
}

/**
 * Asks Checkly to cancel one session. A request that gets no answer is sent once more: an idle connection may
 * have been closed just then, and to ask twice does no harm. After a 429 it is sent again as long as there is time.
 * @returns whether Checkly answered; false when there was no time for it, or no answer
 */
export async function cancelSession(
  id: string,
  cancel: CancelSession,
  limit: TimeLimit,
  listener: CancelListener,
): Promise<boolean> {
  for (let failures = 0; ; ) {
    const answer = await cancel(id, limit)
    if (answer.kind === 'completed') {
      listener.onCancelled(id)
      return true
    }
    if (answer.kind === 'no-turn' || limit.signal.aborted) {
      listener.onSkipped(id, 'no time was left')
      return false
    }
    if (answer.kind !== 'retryable') {
      listener.onSkipped(id, answer.kind === 'running' ? 'the API answered 408' : answer.cause)
      return true
    }
    if (!answer.rateLimited) failures += 1
    if (failures > 1) {
      listener.onSkipped(id, answer.cause)
      return false
    }
  }
}
