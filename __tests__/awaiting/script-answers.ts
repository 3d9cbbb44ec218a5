import type { Answer } from '../../src/client/answer.ts'
import type { FakeClock } from './fake-clock.ts'

/** One scripted answer and how long it takes to come, in milliseconds. */
export interface ScriptedAnswer {
  answer: Answer<string>
  tookMs: number
}

/** What was asked: when, on the clock, and for how many seconds. */
export interface Asked {
  at: number
  seconds: number
}

/** A 408: it has not ended. */
export const RUNNING: Answer<string> = { kind: 'running' }
/** It has ended. */
export const COMPLETED: Answer<string> = { kind: 'completed', value: 'done' }

/** An answer that may be better next time. */
export function trouble(
  cause: string,
  retryAfterMs: number | null = null,
  rateLimited = false,
): Answer<string> {
  return { kind: 'trouble', cause, reached: true, retryAfterMs, rateLimited }
}

/**
 * A request function that gives the scripted answers one after the other, the last one for ever, each after its
 * time; given up, it answers with trouble at once, as the client does.
 */
export function scriptAnswers(clock: FakeClock, script: readonly ScriptedAnswer[]) {
  const asked: Asked[] = []
  const request = async (seconds: number, signal: AbortSignal): Promise<Answer<string>> => {
    const step = script[Math.min(asked.length, script.length - 1)]
    asked.push({ at: clock.now(), seconds })
    if (step === undefined) throw new Error('the script is empty')
    await clock.sleep(step.tookMs, signal)
    return signal.aborted ? trouble('given up') : step.answer
  }
  return { request, asked }
}
