import type { Answer } from '../client/answer.ts'
import { type Backoff, createBackoff, fitPause } from '../time/backoff.ts'
import { type Clock, endAtDeadline, type Sleep } from '../time/clock.ts'

/**
 * How the wait ended.
 * - `completed`, `refused`: the answer that ended it.
 * - `timeout`: the deadline came first. `answered` tells whether the server was ever seen to know the
 *   session as running.
 * - `stopped`: the signal was aborted.
 */
export type Completion<T> =
  | { kind: 'completed'; value: T }
  | { kind: 'refused'; cause: string }
  | { kind: 'timeout'; answered: boolean }
  | { kind: 'stopped' }

/** What happens meanwhile: a 408 or a trouble, and the pause that follows it, in milliseconds. */
export type AwaitingEvent =
  | { kind: 'running'; pauseMs: number }
  | { kind: 'trouble'; cause: string; reached: boolean; pauseMs: number }

/** What the wait needs. Nothing here knows what is awaited: anything that answers 408 in this way can be. */
export interface AwaitOptions<T> {
  /** Asks once, for at most so many seconds; gives up when the signal is aborted. Never rejects. */
  request(maxWaitSeconds: number, signal: AbortSignal): Promise<Answer<T>>
  /** Waits until a request may be sent; ends early when the signal is aborted. */
  takeTurn(signal: AbortSignal): Promise<void>
  clock: Clock
  sleep: Sleep
  random: () => number
  /** Stops the wait. */
  signal: AbortSignal
  /** On `clock`, in milliseconds. */
  deadline: number
  /** The most that one request may ask for, in seconds. */
  maxWaitSeconds: number
  onEvent(event: AwaitingEvent): void
}

/** A trouble that comes sooner comes at once, in milliseconds. */
const AT_ONCE_MS = 1000

/**
 * Asks until the thing has ended, the deadline has come or the signal is aborted. Rules: after a full wait
 * it asks again at once; a 408 that comes much sooner, and any trouble, is followed by a growing pause.
 */
export async function awaitCompletion<T>(options: AwaitOptions<T>): Promise<Completion<T>> {
  const { clock, deadline } = options
  const { signal, release } = endAtDeadline(options)
  let backoff: Backoff = createBackoff()
  let answered = false
  try {
    for (;;) {
      await options.takeTurn(signal)
      const askedAt = clock.now()
      const leftMs = deadline - askedAt
      if (signal.aborted || leftMs <= 0) break
      const waitSeconds = Math.max(1, Math.min(options.maxWaitSeconds, Math.ceil(leftMs / 1000)))
      const answer = await options.request(waitSeconds, signal)
      if (answer.kind === 'completed' || answer.kind === 'refused') return answer
      if (signal.aborted) break

      const tookMs = clock.now() - askedAt
      let pauseMs = 0
      if (answer.kind === 'running') {
        answered = true
        const early = tookMs < (waitSeconds * 1000) / 2
        if (early) pauseMs = Math.max(0, backoff.pauseMs(options.random) - tookMs)
        backoff = early ? backoff.next() : createBackoff()
      } else {
        // A gateway that gives up after some seconds has paused already; what fails at once pauses in full.
        const pausedMs = tookMs < AT_ONCE_MS ? 0 : tookMs
        pauseMs = Math.max(answer.retryAfterMs ?? 0, backoff.pauseMs(options.random) - pausedMs)
        backoff = backoff.next()
      }
      pauseMs = fitPause(pauseMs, deadline - clock.now())
      options.onEvent(
        answer.kind === 'running'
          ? { kind: 'running', pauseMs }
          : { kind: 'trouble', cause: answer.cause, reached: answer.reached, pauseMs },
      )
      if (pauseMs > 0) await options.sleep(pauseMs, signal)
    }
  } finally {
    release()
  }
  return options.signal.aborted ? { kind: 'stopped' } : { kind: 'timeout', answered }
}
