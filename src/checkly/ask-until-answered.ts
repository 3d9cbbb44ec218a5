import type { RequestError } from '../session/session.ts'
import { type Backoff, createBackoff, fitPause } from '../time/backoff.ts'
import type { TimeLimit, Timing } from '../time/clock.ts'
import type { Answer, Retryable } from './answer.ts'

/**
 * How asking ended. `unanswered`: the time ended first. `lastError` is then the error of the last request; null when its
 * answer was a 408, or nothing was sent. A request cut off by the end counts only when nothing was heard before.
 */
export type Asked<T> =
  | { kind: 'completed'; value: T }
  | { kind: 'refused'; cause: string }
  | { kind: 'unanswered'; lastError: RequestError | null }

/** A request did not end the asking: 408 (`running`), or an error. `pauseMs`: milliseconds before the next request. */
export type AskingEvent =
  | { kind: 'running'; pauseMs: number }
  | { kind: 'error'; error: RequestError; pauseMs: number }

/** How to ask. The same rules hold for polling sessions and for starting them. */
export interface AskOptions<T> {
  /** Asks once; gives up when the time limit ends. Never rejects. */
  ask(): Promise<Answer<T>>
  timing: Timing
  random: () => number
  limit: TimeLimit
  /**
   * True: a pause that would pass the deadline is shortened, for one last request before it. False: asking ends when
   * the next request would come after the deadline.
   */
  looksOnceMore: boolean
  onEvent(event: AskingEvent): void
}

/** 2 ms: a timer may end this much too early. With less time left, nothing is asked. */
const MOMENT_MS = 2

/** 1 s: the time of an error that came sooner is not subtracted from the pause. */
const AT_ONCE_MS = 1000

/**
 * Asks until an answer ends it, or no time is left. After a 408 that took at least half of its wait: asks again at once.
 * After a sooner 408, or an error: pauses, longer each time.
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
      // The end of the time cut this request off: its error counts only when nothing was heard before.
      if (answer.kind === 'retryable' && !wasAnswered) lastError ??= pickError(answer)
      break
    }
    const isFullWait = answer.kind === 'running' && answer.waitMs > 0 && answer.tookMs >= answer.waitMs / 2
    const askedMs = isFullWait ? 0 : choosePause(answer, backoff.pauseMs(options.random))
    // A 429 does not make the pauses grow: the rate limiter has its own.
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

/** Milliseconds to pause after an answer. The time that the request took is subtracted, but see AT_ONCE_MS. */
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
