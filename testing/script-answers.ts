import type { Answer } from '../src/checkly/answer.ts'
import type { FakeClock } from './fake-clock.ts'

/** One scripted answer and how long it takes to come, in milliseconds. */
export interface ScriptedAnswer<T> {
  answer: Answer<T>
  tookMs: number
}

/** A 408: it has not ended. Its times are filled in when it is given. */
export const RUNNING: Answer<never> = { kind: 'running', tookMs: 0, waitMs: 0 }

/** An answer that may be better next time. The time that it took is filled in when it is given. */
export function retryable(
  cause: string,
  retryAfterMs: number | null = null,
  rateLimited = false,
): Answer<never> {
  return { kind: 'retryable', cause, reached: true, retryAfterMs, rateLimited, tookMs: 0 }
}

/**
 * Gives a scripted answer after its time. Given up before that, it answers at once and says so, as the client does.
 * @param waitMs - how long the server was asked to wait, in milliseconds
 */
export async function giveAnswer<T>(
  clock: FakeClock,
  { answer, tookMs }: ScriptedAnswer<T>,
  waitMs: number,
  signal: AbortSignal,
): Promise<Answer<T>> {
  await clock.sleep(tookMs, signal)
  if (signal.aborted) return retryable('no answer came in time')
  if (answer.kind === 'running') return { ...answer, tookMs, waitMs }
  return answer.kind === 'retryable' ? { ...answer, tookMs } : answer
}

/**
 * A request function that gives the scripted answers one after the other, the last one for ever, each after its
 * time. `askedAt` has when each request was sent, in milliseconds on the clock.
 * @param waitMs - how long each request asks the server to wait
 */
export function scriptAnswers<T>(clock: FakeClock, script: readonly ScriptedAnswer<T>[], waitMs = 0) {
  const askedAt: number[] = []
  const ask = (signal: AbortSignal): Promise<Answer<T>> => {
    const step = script[Math.min(askedAt.length, script.length - 1)]
    if (step === undefined) throw new Error('the script is empty')
    askedAt.push(clock.now())
    return giveAnswer(clock, step, waitMs, signal)
  }
  return { ask, askedAt }
}
