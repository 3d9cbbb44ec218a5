import type { ApiCaller, CallResult } from '../api-caller.ts'
import type { Outcome, RateLimiter } from './rate-limiter.ts'

/**
 * Keeps to the account's limit: each call waits for its turn and is sent; then the limiter is told what came of it.
 * Callers see only `rateLimited`: whether an answer was a 429.
 */
export function limitRate(caller: ApiCaller, limiter: RateLimiter): ApiCaller {
  return {
    async call(call) {
      const { purpose, limit } = call
      const turn = await limiter.takeTurn(purpose, limit)
      if (turn === null) {
        const answer = { kind: 'no-turn' } as const
        return { answer, status: null, error: null, sent: false, tookMs: 0, serverTimeMs: null }
      }
      const result = await caller.call(call)
      limiter.report(turn, describeOutcome(result, limit.signal.aborted))
      const { answer } = result
      if (answer.kind !== 'retryable' || !answer.rateLimited) return result
      // The limiter decides how long to pause. The log tells people that time.
      return { ...result, answer: { ...answer, retryAfterMs: limiter.getPauseMs(purpose) } }
    },
    get serverOffsetMs() {
      return caller.serverOffsetMs
    },
    close: () => caller.close(),
  }
}

function describeOutcome({ answer, sent }: CallResult<unknown>, isGivenUp: boolean): Outcome {
  if (answer.kind === 'completed') return { kind: 'result' }
  if (answer.kind !== 'retryable') return { kind: 'answer' }
  if (answer.rateLimited) return { kind: 'refusal', retryAfterMs: answer.retryAfterMs }
  return isGivenUp ? { kind: 'given-up' } : { kind: 'failure', wasSent: sent }
}
