import type { ChecklyClient } from '../client/checkly-client.ts'
import type { RequestBudget } from '../client/request-budget.ts'

/** What cancelling needs. */
export interface CancelOptions {
  client: ChecklyClient
  budget: RequestBudget
  /** The longest pause after a 429 that is waited out, in milliseconds. */
  patienceMs: number
  /** Gives up what has not been sent or answered. */
  signal: AbortSignal
  /** Told what became of each, in words. */
  onCancelled(id: string): void
  onSkipped(id: string, reason: string): void
}

/** What Checkly's API can stop (its documentation of the cancel endpoint). */
export const CANCEL_NOTE = 'Only Playwright check suites stop; other checks run to their end.'

/**
 * Asks Checkly to cancel sessions, side by side. Best effort: never rejects.
 * @returns the ids that there was no time for, or no answer
 */
export async function cancelSessions(ids: readonly string[], options: CancelOptions): Promise<string[]> {
  const left = await Promise.all(ids.map(async (id) => ((await cancelSession(id, options)) ? [] : [id])))
  return left.flat()
}

/**
 * Asks Checkly to cancel one session. A request that gets no answer is sent once more: an idle connection may
 * have been closed just then, and to ask twice does no harm.
 * @returns whether Checkly answered; false when there was no time for it, or no answer
 */
export async function cancelSession(id: string, options: CancelOptions): Promise<boolean> {
  const { budget, client, signal } = options
  for (let troubles = 0; ; ) {
    const isTooLong = budget.pauseLeftMs > options.patienceMs
    if (!isTooLong) await budget.takeTurn(signal)
    if (isTooLong || signal.aborted) {
      options.onSkipped(id, 'no time was left')
      return false
    }
    const answer = await client.cancelSession(id, signal)
    if (answer.kind === 'completed') {
      options.onCancelled(id)
      return true
    }
    if (answer.kind !== 'trouble') {
      options.onSkipped(id, answer.kind === 'running' ? 'the API answered 408' : answer.cause)
      return true
    }
    if (answer.rateLimited) budget.reportRefusal(answer.retryAfterMs)
    else troubles += 1
    if (troubles > 1) {
      options.onSkipped(id, answer.cause)
      return false
    }
  }
}
