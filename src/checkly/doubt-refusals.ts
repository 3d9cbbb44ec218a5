import type { Answer } from './answer.ts'
import type { CallResult } from './api-caller.ts'

/** 15 s: after a start, a 404 about the session is not believed. The API may not find it everywhere yet. */
const NEW_MS = 15_000
/** 5 s: a refusal by the API itself is doubted, counted from the first refusal after the last good answer. */
const DOUBT_MS = 5000

/** Statuses that tell about the connection or about this moment, and nothing about key or session. */
const TEMPORARY: ReadonlySet<number> = new Set([409, 421, 425, 499])
/** Statuses that the API answers when it does not accept the key or the session. */
const DOUBTED: ReadonlySet<number> = new Set([401, 403, 404])

/** What the API has answered about one session. Times are in milliseconds. */
interface Heard {
  startedAtMs: number | null
  wasAccepted: boolean
  /** The first refusal by the API after the last good answer. A 404 in the first 15 s after the start does not count. */
  refusedSinceMs: number | null
}

/** Decides whether to believe refusals of requests about sessions. */
export interface RefusalDoubt {
  /** Says that this step has started a session. */
  noteStart(id: string): void
  /** Whether this step has started a session. */
  wasStarted(id: string): boolean
  /** Says that the API has told of a session, in a snapshot. */
  noteRead(id: string): void
  /** Returns the answer to a request about a session. A refusal that is not believed yet becomes `retryable`. */
  weigh<T>(id: string, result: CallResult<T>): Answer<T>
}

/**
 * One odd answer in the middle of a wait is no reason to fail a deployment. Once the API has accepted the key and a
 * session, a refusal by a gateway (without the API's own error body) is never believed, and a 401, 403 or 404 of the API
 * itself only after 5 s. Before that, any refusal is believed at once: people learn of a wrong key in milliseconds.
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

  /** For how many more milliseconds a refusal is doubted. 0 or less: believe it. Infinity: never believe it. */
  function findDoubtMs(heard: Heard, status: number, isApiError: boolean): number {
    const { startedAtMs, wasAccepted } = heard
    const newMs = status === 404 && startedAtMs !== null ? startedAtMs + NEW_MS - now() : 0
    if (newMs > 0) return newMs
    if (status < 300 || status > 499) return 0
    if (wasAccepted && (TEMPORARY.has(status) || !isApiError)) return Number.POSITIVE_INFINITY
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
    wasStarted: (id) => sessions.get(id)?.startedAtMs != null,
    noteRead(id) {
      find(id).wasAccepted = true
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
        // Asked again at the latest when it would be believed, however long the pauses have become.
        askWithinMs: doubtMs,
        rateLimited: false,
        tookMs,
      }
    },
  }
}
