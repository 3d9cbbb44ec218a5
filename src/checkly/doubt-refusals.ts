import type { Answer } from './answer.ts'
import type { CallResult } from './api-caller.ts'

/** How long a session that was just started may be unknown, in milliseconds: the API may not find it everywhere yet. */
const NEW_MS = 15_000
/** How long a refusal by the API itself is doubted, in milliseconds. */
const DOUBT_MS = 5000

/** Statuses that say something of the way to the API or of the moment, and nothing of key and session. */
const PASSING: ReadonlySet<number> = new Set([409, 421, 425, 499])
/** Statuses that the API itself answers where key or session are not accepted. */
const DOUBTED: ReadonlySet<number> = new Set([401, 403, 404])

/** What has been heard of one session; times in milliseconds. */
interface Heard {
  startedAtMs: number | null
  wasAccepted: boolean
  refusedSinceMs: number | null
}

/** Weighs refusals of requests about sessions. */
export interface RefusalDoubt {
  /** Says that this step has started a session. */
  noteStart(id: string): void
  /** Says that the API has told of a session, in a snapshot. */
  noteRead(id: string): void
  /** The answer to a request about a session; `retryable` in the place of a refusal that is not believed yet. */
  weigh<T>(id: string, result: CallResult<T>): Answer<T>
}

/**
 * One odd answer in the middle of a wait is no reason to fail a deployment. Once the API has accepted the key and a
 * session, what a gateway says (an answer without the API's own error body) is a hiccup, and what the API says is
 * asked again for some seconds before it is believed. Before that, a refusal is believed at once: a wrong key or id
 * should be told within milliseconds.
 * @param now - milliseconds on any clock that never runs backwards
 */
export function doubtRefusals(now: () => number = () => performance.now()): RefusalDoubt {
  const sessions = new Map<string, Heard>()
  const find = (id: string): Heard => {
    const heard = sessions.get(id) ?? { startedAtMs: null, wasAccepted: false, refusedSinceMs: null }
    sessions.set(id, heard)
    return heard
  }

  const isKeyAccepted = (): boolean => [...sessions.values()].some(({ wasAccepted }) => wasAccepted)

  /** How long a refusal is not believed yet, in milliseconds: none where it is believed, without end where it never is. */
  function findDoubtMs(heard: Heard, status: number, isApiError: boolean): number {
    const { startedAtMs, wasAccepted } = heard
    const newMs = status === 404 && startedAtMs !== null ? startedAtMs + NEW_MS - now() : 0
    if (newMs > 0) return newMs
    if (status < 300 || status > 499) return 0
    if (wasAccepted && (PASSING.has(status) || !isApiError)) return Number.POSITIVE_INFINITY
    // Another session of the step was accepted, so the key is right, and so is the way to the API.
    const isOdd = isKeyAccepted() && (!isApiError || status === 401)
    if (!isOdd && !(wasAccepted && DOUBTED.has(status))) return 0
    heard.refusedSinceMs ??= now()
    return heard.refusedSinceMs + DOUBT_MS - now()
  }

  return {
    noteStart(id) {
      const heard = find(id)
      heard.startedAtMs = now()
      heard.wasAccepted = true
    },
    noteRead(id) {
      const heard = find(id)
      heard.wasAccepted = true
      heard.refusedSinceMs = null
    },
    weigh(id, { answer, status, error, tookMs }) {
      const heard = find(id)
      if (answer.kind === 'completed' || answer.kind === 'running') heard.wasAccepted = true
      // Only refusals in a row make one believed: a server that is in trouble says both.
      if (answer.kind !== 'refused' && answer.kind !== 'no-turn') heard.refusedSinceMs = null
      const isApiError = error !== null && error.statusCode !== null
      const doubtMs =
        answer.kind === 'refused' && status !== null ? findDoubtMs(heard, status, isApiError) : 0
      if (answer.kind !== 'refused' || doubtMs <= 0) return answer
      const cause = answer.cause.replace(/\.$/, '')
      return {
        kind: 'retryable',
        cause,
        reached: true,
        retryAfterMs: null,
        // Asked when it would be believed at the latest, however long the pauses have become.
        askWithinMs: doubtMs,
        rateLimited: false,
        tookMs,
      }
    },
  }
}
