import type { ChecklyClient } from '../client/checkly-client.ts'
import type { ReadSession } from '../client/contract.ts'
import type { RequestBudget } from '../client/request-budget.ts'
import type { Clock, Sleep } from '../time/clock.ts'
import { type AwaitingEvent, awaitCompletion, type Completion } from './await-completion.ts'
import { hasPassed, type SessionBoard } from './session-board.ts'
import { takeSnapshots } from './take-snapshots.ts'

/**
 * Sessions are watched in handfuls, one after the other a moment later: those that have ended already
 * leave their connection to the next, which takes less memory and time than to open all at once.
 */
const HANDFUL = 25
/** In milliseconds. */
const HANDFUL_EVERY_MS = 10

/** What the wait for all sessions needs; times in milliseconds, the deadline on `clock`. */
export interface AwaitSessionsOptions {
  board: SessionBoard
  client: ChecklyClient
  budget: RequestBudget
  clock: Clock
  sleep: Sleep
  random: () => number
  /** Stops the wait. */
  signal: AbortSignal
  deadline: number
  maxWaitSeconds: number
  failFast: boolean
  passingStatuses: readonly string[]
  /** Told of each session as its wait goes on and ends. */
  onEvent(id: string, event: AwaitingEvent): void
  onSettled(id: string, completion: Completion<ReadSession>): void
  /** Told when a snapshot has brought news of a session. */
  onSnapshot(id: string): void
}

/**
 * Awaits all sessions of the board side by side until each has ended, the deadline has come, the signal is
 * aborted or, with `failFast`, one did not pass. What becomes of each is kept on the board as it comes.
 * @returns whether `failFast` ended the wait while others still ran
 */
export async function awaitSessions(options: AwaitSessionsOptions): Promise<boolean> {
  const { board, budget } = options
  const over = new AbortController()
  let failedFast = false
  const stop = (): void => over.abort('over')
  options.signal.addEventListener('abort', stop)
  if (options.signal.aborted) stop()

  async function awaitOne(id: string, index: number): Promise<void> {
    const settled = new AbortController()
    void takeSnapshots(id, index, options, settled.signal)
    const completion = await awaitCompletion<ReadSession>({
      ...options,
      signal: over.signal,
      takeTurn: (signal) => budget.takeTurn(signal),
      request: async (maxWaitSeconds, signal) => {
        const answer = await options.client.awaitSession(id, maxWaitSeconds, signal)
        if (answer.kind === 'completed') budget.giveBack()
        if (answer.kind !== 'trouble' || !answer.rateLimited) return answer
        budget.reportRefusal(answer.retryAfterMs)
        // All requests pause for as long as that, which is what to wait for, and to tell people.
        return { ...answer, retryAfterMs: budget.pauseLeftMs }
      },
      onEvent: (event) => {
        board.keepTrouble(id, event.kind === 'trouble' ? event : null)
        options.onEvent(id, event)
      },
    })
    settled.abort('settled')
    board.settle(id, completion)
    options.onSettled(id, completion)
    if (options.failFast && !over.signal.aborted && !hasPassed(completion, options.passingStatuses)) {
      failedFast = completion.kind !== 'timeout' && board.listRunning().length > 0
      stop()
    }
  }

  async function awaitInTurn(id: string, index: number): Promise<void> {
    const pauseMs = Math.floor(index / HANDFUL) * HANDFUL_EVERY_MS
    if (pauseMs > 0) await options.sleep(pauseMs, over.signal)
    await awaitOne(id, index)
  }

  await Promise.all(board.ids.map(awaitInTurn))
  options.signal.removeEventListener('abort', stop)
  return failedFast
}
