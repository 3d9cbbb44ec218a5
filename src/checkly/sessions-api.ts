import type { Session, SessionKind } from '../session/session.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { Answer } from './answer.ts'
import type { ApiCall, ApiCaller, CallResult } from './api-caller.ts'
import type { RefusalDoubt } from './doubt-refusals.ts'

/** Which checks to start sessions of; never empty, as an empty target would run every check. */
export interface Target {
  checkIds: readonly string[]
  /** One filter each; the tags of a filter must all match. */
  tags: readonly (readonly string[])[]
}

/** A target as trigger requests have it. */
export function writeTarget({ checkIds, tags }: Target): {
  matchTags?: Target['tags']
  checkId?: Target['checkIds']
} {
  return {
    ...(tags.length === 0 ? {} : { matchTags: tags }),
    ...(checkIds.length === 0 ? {} : { checkId: checkIds }),
  }
}

/** One execution whose details can be read. */
export interface ResultRef {
  sessionId: string
  checkId: string
  resultId: string
}

/** Reads the details of one execution, as the API gives them. Never rejects. */
export type ReadResult = (ref: ResultRef, limit: TimeLimit) => Promise<Answer<{ body: unknown }>>

/**
 * One kind of session as the API has it. No function rejects, and none tries again by itself. A new kind of session
 * is one more of these.
 */
export interface SessionsApi {
  kind: SessionKind
  /**
   * A long poll; refusals are doubted once the session is known. `waitSeconds` is called when it is sent: the most
   * seconds that the API may wait before its answer.
   */
  poll(id: string, waitSeconds: () => number, limit: TimeLimit): Promise<Answer<Session>>
  /** The session as it is now. `watch`: the answer may end the wait. `snapshot`: it only tells people more. */
  read(id: string, limit: TimeLimit, purpose: 'watch' | 'snapshot'): Promise<Answer<Session>>
  /** Asks Checkly to cancel what still runs of the session. */
  cancel(id: string, limit: TimeLimit): Promise<Answer<null>>
  readResult: ReadResult
}

/** Reads each result only once, also when it is asked for several times. */
export function readOnce(readResult: ReadResult): ReadResult {
  const answers = new Map<string, ReturnType<ReadResult>>()
  return (ref, limit) => {
    const answer = answers.get(ref.resultId) ?? readResult(ref, limit)
    answers.set(ref.resultId, answer)
    return answer
  }
}

/** 5 s: how much longer than its wait a poll may take, with its body. */
const MARGIN_MS = 5000
/** 60 s: how long a start may take. Many checks may match. */
export const START_MS = 60_000
/** 15 s: how long a request without a wait may take. */
const PLAIN_MS = 15_000

/** What to do about a 404 about a session that no input names. */
const STARTED_HERE = 'This step has started it, and the API does not find it: look for it in Checkly.'

/** Where the API has sessions of one kind: the path of one session, of its cancellation, and of one result. */
export interface SessionPaths {
  /** Behind it, `/completion` is the long poll. */
  session(id: string): string
  cancel(id: string): string
  result(ref: ResultRef): string
}

/**
 * The requests about sessions that exist, which are the same for each kind.
 * @param decode - how an answer about the session with this id becomes one
 * @param advice - what to do about a status
 */
export function createSessionCalls(
  api: ApiCaller,
  doubt: RefusalDoubt,
  paths: SessionPaths,
  decode: (id: string) => ApiCall<Session>['decode'],
  advice: Readonly<Record<number, string>>,
): Pick<SessionsApi, 'poll' | 'read' | 'cancel' | 'readResult'> {
  const adviseOn = (id: string): Readonly<Record<number, string>> =>
    doubt.wasStarted(id) ? { ...advice, 404: STARTED_HERE } : advice
  return {
    async poll(id, waitSeconds, limit) {
      let waitMs = 0
      const result = await api.call({
        purpose: 'poll',
        limit,
        prepare: () => {
          const seconds = waitSeconds()
          waitMs = seconds * 1000
          const path = `${paths.session(id)}/completion?maxWaitSeconds=${seconds}`
          return { path, overallMs: waitMs + MARGIN_MS, waitMs }
        },
        decode: decode(id),
        advice: adviseOn(id),
      })
      const answer = doubt.weigh(id, result)
      // A 200 about a session that still runs says the same as a 408.
      const isRunning = answer.kind === 'completed' && !answer.value.isOver
      return isRunning ? { kind: 'running', tookMs: result.tookMs, waitMs } : answer
    },
    async read(id, limit, purpose) {
      const call = prepareRead(purpose, paths.session(id), limit, decode(id))
      const { answer } = await api.call({ ...call, advice: adviseOn(id) })
      if (answer.kind === 'completed') doubt.noteRead(id)
      return answer
    },
    async cancel(id, limit) {
      const { answer, status } = await api.call({
        purpose: 'cancel',
        limit,
        // The endpoint wants a body, and answers 204, which has none.
        prepare: () => ({ path: paths.cancel(id), body: {}, overallMs: PLAIN_MS }),
        decode: () => null,
        advice,
      })
      return status === 204 ? { kind: 'completed', value: null } : answer
    },
    async readResult(ref, limit) {
      const call = prepareRead('details', paths.result(ref), limit, (body) => ({ body }))
      return (await api.call({ ...call, advice })).answer
    },
  }
}

/**
 * Whether sessions may have been started although the answer to a start does not tell of them: why, as a part of a
 * sentence; null when it is certain that they were not, or the answer tells.
 */
export function findLostStart({ answer, sent }: CallResult<unknown>): string | null {
  if (answer.kind === 'running') return 'the API answered 408'
  return answer.kind === 'retryable' && !answer.rateLimited && sent ? answer.cause : null
}

/** A call that reads something at once. */
export function prepareRead<T>(
  purpose: ApiCall<T>['purpose'],
  path: string,
  limit: TimeLimit,
  decode: ApiCall<T>['decode'],
): ApiCall<T> {
  return { purpose, limit, prepare: () => ({ path, overallMs: PLAIN_MS }), decode }
}
