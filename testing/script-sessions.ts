import type { Answer } from '../src/checkly/answer.ts'
import type { ApiCall, ApiCaller, CallResult } from '../src/checkly/api-caller.ts'
import { type CheckSessionsApi, createCheckSessionsApi } from '../src/checkly/check-sessions.ts'
import { limitRate } from '../src/checkly/rate-limit/limit-rate.ts'
import { RateLimiter } from '../src/checkly/rate-limit/rate-limiter.ts'
import type { Session } from '../src/session/session.ts'
import { buildRunning, buildSession } from './build-session.ts'
import type { FakeClock } from './fake-clock.ts'
import { giveAnswer, retryable, type ScriptedAnswer } from './script-answers.ts'

/** How the API answers about a session; `seconds` is how long it was asked to wait, 0 in a snapshot. */
export type AnswerSession = (id: string, seconds: number) => ScriptedAnswer<Session>

/** A request about a session, and when it was sent, in milliseconds on the clock. */
export interface AskedSession {
  id: string
  at: number
}

/** Check sessions whose answers are scripted, with what was asked, in the order of time. */
export interface ScriptedSessions {
  api: CheckSessionsApi
  /** `seconds` is how long each may wait. */
  polls: (AskedSession & { seconds: number })[]
  snapshots: AskedSession[]
}

/** What stands between the endpoints and the wire. */
export type WrapCaller = (caller: ApiCaller) => ApiCaller

/** Scripts the answers to polls and snapshots, which the endpoints' own code sends; there are no other requests. */
export function scriptSessions(
  clock: FakeClock,
  answerPoll: AnswerSession,
  answerRead: AnswerSession = () => ({ answer: retryable('500'), tookMs: 10 }),
  wrap: WrapCaller = (caller) => caller,
): ScriptedSessions {
  const polls: ScriptedSessions['polls'] = []
  const snapshots: AskedSession[] = []
  const api = createCheckSessionsApi(
    wrap({
      async call<T>({ purpose, prepare, limit }: ApiCall<T>): Promise<CallResult<T>> {
        const { path, waitMs = 0 } = prepare()
        const id = path.split(/[/?]/)[3] ?? ''
        const [at, seconds] = [clock.now(), waitMs / 1000]
        if (purpose === 'poll') polls.push({ id, at, seconds })
        else if (purpose === 'snapshot' || purpose === 'watch') snapshots.push({ id, at })
        else throw new Error(`${purpose} is not scripted`)
        const script = (purpose === 'poll' ? answerPoll : answerRead)(id, seconds)
        const answer = await giveAnswer(clock, script, waitMs, limit.signal)
        const tookMs = clock.now() - at
        return {
          answer: answer as Answer<T>,
          status: null,
          error: null,
          sent: true,
          tookMs,
          serverTimeMs: null,
        }
      },
      serverOffsetMs: 0,
      close: () => {},
    }),
  )
  return { api, polls, snapshots }
}

/** Keeps to the account's limit; half of all that is left to chance. */
export function limitFor(clock: FakeClock): WrapCaller {
  const limiter = new RateLimiter({ clock, sleep: clock.sleep }, () => 0.5)
  return (caller) => limitRate(caller, limiter)
}

/** A session as it is read, running or ended, by its status; its name is its id. */
export function readAs(id: string, status: string): Extract<Answer<Session>, { kind: 'completed' }> {
  const build = /^(STARTED|PROGRESS)/.test(status) ? buildRunning : buildSession
  return { kind: 'completed', value: build({ id, name: id, status }) }
}
