import type { Answer } from '../checkly/answer.ts'
import { type Asked, askUntilAnswered } from '../checkly/ask-until-answered.ts'
import type { Session } from '../session/session.ts'
import { beginTimeLimit, type TimeLimit, type Timing } from '../time/clock.ts'

/** One request that starts sessions. */
export interface StartRequest {
  /** Where the sessions run, as in `in eu-west-1`; '' when the checks' own configuration decides. */
  where: string
  /** Sends the request once. `retryable` only if it is certain that nothing was started. Never rejects. */
  send(limit: TimeLimit): Promise<Answer<Session[]>>
}

/** What became of some requests that start sessions, in the order of the requests. */
export interface Started {
  sessions: Session[]
  /** Why a request started no session, a sentence each. When no request matched a check, there is none for that. */
  refusals: string[]
}

/**
 * Sends requests that start sessions, side by side. Each is sent again while it is certain that it started nothing, until
 * the deadline (milliseconds on the clock).
 * @param signal - aborted: no request is sent again
 * @param giveUp - aborted: requests under way are cut off. Only their answers would tell which sessions they started
 * @param onStarted - told of what a request has started, while others may still be under way
 * @param onError - told why a request is sent again, and after how many milliseconds
 */
export async function startSessions(
  requests: readonly StartRequest[],
  timing: Timing,
  random: () => number,
  deadline: number,
  signal: AbortSignal,
  giveUp: AbortSignal,
  onError: (cause: string, pauseMs: number) => void,
  onStarted: (sessions: readonly Session[]) => void,
): Promise<Started> {
  const limit = beginTimeLimit(timing, deadline, signal)
  // Begun second, so it ends second: a request that the deadline cuts off cannot hide an earlier error.
  const underWay = beginTimeLimit(timing, deadline, giveUp)
  const answers = await Promise.all(
    requests.map(async ({ where, send }) => {
      const asked = await askUntilAnswered({
        ask: () => send(underWay),
        timing,
        random,
        limit,
        looksOnceMore: false,
        onEvent: (event) => {
          if (event.kind === 'error') onError(event.error.cause, event.pauseMs)
        },
      })
      if (asked.kind === 'completed') onStarted(asked.value)
      const begin =
        where === '' ? 'The sessions could not be started' : `No session could be started ${where}`
      return { asked, begin }
    }),
  )
  limit.release()
  underWay.release()
  const sessions: Session[] = []
  const refusals = answers.flatMap(({ asked, begin }) => {
    if (asked.kind !== 'completed') return [`${begin}: ${explain(asked)}`]
    const twice = asked.value.find(({ id }) => sessions.some((other) => other.id === id))
    if (twice !== undefined)
      return [`${begin}: the API answered with session ${twice.id}, which it gave for another location too.`]
    sessions.push(...asked.value)
    return []
  })
  // Where others matched, it is odd that nothing did in one place.
  const unmatched = answers.filter(({ asked }) => asked.kind === 'completed' && asked.value.length === 0)
  if (sessions.length > 0) refusals.push(...unmatched.map(({ begin }) => `${begin}: no check matches there.`))
  return { sessions, refusals }
}

function explain(asked: Exclude<Asked<Session[]>, { kind: 'completed' }>): string {
  if (asked.kind === 'refused') return asked.cause
  return `${asked.lastError?.cause ?? 'the time was up before it could be sent'}.`
}

/** Checks that were asked for by id (in lower case) and of which there is no session, where each has its own. */
export function listUnstarted(checkIds: readonly string[], sessions: readonly Session[]): string[] {
  const started = new Set(sessions.flatMap(({ check }) => check?.id ?? []))
  return checkIds.filter((id) => !started.has(id))
}
