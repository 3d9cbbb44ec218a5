import type { ChecklyClient, Started, Target } from '../client/checkly-client.ts'
import type { ReadSession } from '../client/contract.ts'
import type { RequestBudget } from '../client/request-budget.ts'
import { createBackoff, fitPause } from '../time/backoff.ts'
import { type Clock, endAtDeadline, type Sleep } from '../time/clock.ts'

/** What starting needs; `deadline` in milliseconds on `clock`. */
export interface StartOptions {
  client: ChecklyClient
  budget: RequestBudget
  clock: Clock
  sleep: Sleep
  random: () => number
  signal: AbortSignal
  deadline: number
  target: Target
  refreshCache: boolean
  onTrouble(cause: string, pauseMs: number): void
}

/** Timers are this exact at best, in milliseconds. */
const MOMENT_MS = 2

/**
 * Starts the sessions. Sent again only while it cannot have been acted on (the client says so) and the
 * deadline has not come.
 * @returns the sessions, none when nothing matched; or why it was given up
 */
export async function startSessions(
  options: StartOptions,
): Promise<{ kind: 'started'; sessions: ReadSession[] } | { kind: 'given-up'; cause: string }> {
  const { budget, clock, deadline } = options
  const { signal, release } = endAtDeadline(options)
  let backoff = createBackoff()
  let cause = 'the time was up before it could be sent'
  try {
    for (;;) {
      await budget.takeTurn(signal)
      // A pause that takes all that is left may end a moment early.
      if (signal.aborted || clock.now() > deadline - MOMENT_MS) break
      const answer: Started = await options.client.startSessions(options.target, options.refreshCache, signal)
      if (answer.kind === 'completed') return { kind: 'started', sessions: answer.value }
      if (answer.kind === 'refused') return { kind: 'given-up', cause: answer.cause }
      // What was cut off by the deadline says less than what went wrong before.
      if (signal.aborted && backoff.failures > 0) break
      cause = answer.cause
      if (answer.rateLimited) budget.reportRefusal(answer.retryAfterMs)
      const askedMs = Math.max(answer.retryAfterMs ?? 0, budget.pauseLeftMs, backoff.pauseMs(options.random))
      const pauseMs = fitPause(askedMs, deadline - clock.now())
      backoff = backoff.next()
      options.onTrouble(cause, pauseMs)
      await options.sleep(pauseMs, signal)
    }
  } finally {
    release()
  }
  return { kind: 'given-up', cause }
}

/** Checks that were asked for by id and of which no session was started. */
export function listUnstarted(checkIds: readonly string[], sessions: readonly ReadSession[]): string[] {
  const started = new Set(sessions.map(({ session }) => session.checkId.toLowerCase()))
  return checkIds.filter((id) => !started.has(id))
}
