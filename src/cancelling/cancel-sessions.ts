import type { ChecklyClient } from '../client/checkly-client.ts'
import type { RequestBudget } from '../client/request-budget.ts'

/** What cancelling needs. */
export interface CancelOptions {
  client: ChecklyClient
  budget: RequestBudget
  /** Gives up what has not been sent or answered. */
  signal: AbortSignal
  /** Told what became of each, in words. */
  onCancelled(id: string): void
  onSkipped(id: string, reason: string): void
}

/** What Checkly's API can stop (its documentation of the cancel endpoint). */
export const CANCEL_NOTE = 'Only Playwright check suites stop; other checks run to their end.'

/**
 * Asks Checkly to cancel sessions, side by side. Best effort: never rejects, and asks again only where the
 * request was refused for the rate limit.
 * @returns the ids that there was no time for
 */
export async function cancelSessions(ids: readonly string[], options: CancelOptions): Promise<string[]> {
  const left = await Promise.all(ids.map(async (id) => ((await cancelSession(id, options)) ? [] : [id])))
  return left.flat()
}

/** @returns whether it was asked for; otherwise the time was up */
export async function cancelSession(id: string, options: CancelOptions): Promise<boolean> {
  const { budget, client, signal } = options
  for (;;) {
    await budget.takeTurn(signal)
    if (signal.aborted) {
      options.onSkipped(id, 'no time was left')
      return false
    }
    const answer = await client.cancelSession(id, signal)
    if (answer.kind === 'trouble' && answer.rateLimited) {
      budget.reportRefusal(answer.retryAfterMs)
      continue
    }
    if (answer.kind === 'completed') options.onCancelled(id)
    else options.onSkipped(id, answer.kind === 'running' ? 'the API answered 408' : answer.cause)
    return true
  }
}
