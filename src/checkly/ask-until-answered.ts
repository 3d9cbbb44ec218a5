import type { RequestError } from '../session/session.ts'
import { type Backoff, createBackoff, fitPause } from '../time/backoff.ts'
import type { TimeLimit, Timing } from '../time/clock.ts'
import type { Answer, Retryable } from './answer.ts'

/**
 * How asking ended: with an answer that ends it, or without one when the time limit ended. `lastError` is then what
 * kept the last request from its answer; null when it was answered, or nothing was sent.
 */
export type Asked<T> =
  | { kind: 'completed'; value: T }
  | { kind: 'refused'; cause: string }
  | { kind: 'unanswered'; lastError: RequestError | null }

/** A request that is not the last: a 408, or an error, and the pause before the next, in milliseconds. */
export type AskingEvent =
  | { kind: 'running'; pauseMs: number }
  | { kind: 'error'; error: RequestError; pauseMs: number }

/** How it is asked. Nothing here knows what is asked for. */
export interface AskOptions<T> {
  /** Asks once; gives up when the time limit ends. Never rejects. */
  ask(): Promise<Answer<T>>
  timing: Timing
  random: () => number
  limit: TimeLimit
  /**
   * Whether a pause that would pass the deadline is cut, for one last look before it. Else what cannot be asked again
   * in time is given up.
   */
  looksOnceMore: boolean
  onEvent(event: AskingEvent): void
}

/** Timers are this exact at best, in milliseconds: a pause that takes all that is left may end a moment early. */
const MOMENT_MS = 2

/** An error that comes sooner comes at once, in milliseconds. */
const AT_ONCE_MS = 1000

/**
 * Asks until there is an answer that ends it, or no time is left. A 408 after a full wait is followed by the next
 * request at once. A 408 that comes much sooner, and any error, is followed by a pause that grows.
 */
export async function askUntilAnswered<T>(options: AskOptions<T>): Promise<Asked<T>> {
  const { timing, limit } = options
  const leftMs = (): number => limit.endsAt - timing.clock.now()
  let backoff: Backoff = createBackoff()
  let lastError: RequestError | null = null
  let wasAnswered = false
  while (!limit.signal.aborted && leftMs() > MOMENT_MS) {
    const answer = await options.ask()
    if (answer.kind === 'completed' || answer.kind === 'refused') return answer
    if (answer.kind === 'no-turn') break
    if (limit.signal.aborted) {
      // A request that the end of the time cut off tells something only where nothing else was heard.
      if (answer.kind === 'retryable' && !wasAnswered) lastError ??= pickError(answer)
      break
    }
    const isFullWait = answer.kind === 'running' && answer.tookMs >= answer.waitMs / 2
    const askedMs = isFullWait ? 0 : choosePause(answer, backoff.pauseMs(options.random))
    // The rate limit has pauses of its own.
    const isLimited = answer.kind === 'retryable' && answer.rateLimited
    if (!isLimited) backoff = isFullWait ? createBackoff() : backoff.next()
    wasAnswered ||= answer.kind === 'running'
    lastError = answer.kind === 'running' ? null : pickError(answer)
    if (!options.looksOnceMore && askedMs >= leftMs()) break

    const pauseMs = options.looksOnceMore ? fitPause(askedMs, leftMs()) : askedMs
    options.onEvent(
      lastError === null ? { kind: 'running', pauseMs } : { kind: 'error', error: lastError, pauseMs },
    )
    if (pauseMs > 0) await timing.sleep(pauseMs, limit.signal)
  }
  return { kind: 'unanswered', lastError }
}

/** How long to pause after an answer, in milliseconds. What took some time has paused already. */
function choosePause(
  answer: Retryable | Extract<Answer<never>, { kind: 'running' }>,
  backoffMs: number,
): number {
  if (answer.kind === 'running') return Math.max(0, backoffMs - answer.tookMs)
  const pausedMs = answer.tookMs < AT_ONCE_MS ? 0 : answer.tookMs
  const pauseMs = Math.min(backoffMs - pausedMs, answer.askWithinMs ?? Number.POSITIVE_INFINITY)
  return Math.max(answer.retryAfterMs ?? 0, pauseMs)
}

function pickError({ cause, reached }: Retryable): RequestError {
  return { cause, reached }
}
