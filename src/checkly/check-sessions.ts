import type { Session } from '../session/session.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { Answer } from './answer.ts'
import type { ApiCaller } from './api-caller.ts'
import { doubtRefusals } from './doubt-refusals.ts'
import { readCheckSession, readTriggeredCheckSessions } from './read-check-session.ts'
import {
  createSessionCalls,
  findLostStart,
  type SessionPaths,
  type SessionsApi,
  START_MS,
  type Target,
  writeTarget,
} from './sessions-api.ts'

const PATHS: SessionPaths = {
  /** `GET /v2/check-sessions/{id}` */
  session: (id) => `/v2/check-sessions/${id}`,
  /** `POST /v1/check-sessions/{id}/cancel`: stops Playwright check suites only. */
  cancel: (id) => `/v1/check-sessions/${id}/cancel`,
  /** `GET /v1/check-results/{checkId}/{checkResultId}` */
  result: ({ checkId, resultId }) =>
    `/v1/check-results/${encodeURIComponent(checkId)}/${encodeURIComponent(resultId)}`,
}

const ADVICE = {
  400: 'Check check-session-id and account-id.',
  404: 'No such check session in this account: check check-session-id, and that account-id and api-key belong to the account that ran it.',
}

const START_ADVICE = {
  400: 'Check the values of check-id or tags.',
  404: 'The API itself did not say that nothing matched: check api-url.',
}

/** A request that starts check sessions. */
export interface CheckSessionStart {
  target: Target
  refreshCache: boolean
}

/** Check sessions. Each is one run of one check in all of its configured locations. */
export interface CheckSessionsApi extends SessionsApi {
  /**
   * Starts a session of each check that matches; an empty list when none does. Not idempotent, so the answer is
   * `retryable` only if it is certain that nothing was started.
   */
  start(request: CheckSessionStart, limit: TimeLimit): Promise<Answer<Session[]>>
}

/** Check sessions as the Checkly Public API has them ("Check sessions", "Check results"). */
export function createCheckSessionsApi(api: ApiCaller): CheckSessionsApi {
  const doubt = doubtRefusals()
  return {
    kind: 'check',
    ...createSessionCalls(api, doubt, PATHS, (id) => (body) => readCheckSession(body, id), ADVICE),
    /** `POST /v2/check-sessions/trigger` */
    async start({ target, refreshCache }, limit) {
      const called = await api.call({
        purpose: 'start',
        limit,
        prepare: () => ({
          path: '/v2/check-sessions/trigger',
          body: { target: writeTarget(target), refreshCache },
          overallMs: START_MS,
        }),
        decode: readTriggeredCheckSessions,
        advice: START_ADVICE,
      })
      const { answer, status, error } = called
      // Nothing may have matched, if the 404 has the API's own error body. A 404 from a gateway says nothing about checks.
      if (status === 404 && error?.statusCode === 404) return confirmNoMatch(api, limit)
      for (const { id } of answer.kind === 'completed' ? answer.value : []) doubt.noteStart(id)
      const lost = findLostStart(called)
      return lost === null ? answer : refuseLostStart(lost)
    },
  }
}

/**
 * A path that is unknown is answered like a selection that matches nothing. So something else is read under the same
 * api-url: only where that is found, nothing matched.
 */
async function confirmNoMatch(api: ApiCaller, limit: TimeLimit): Promise<Answer<Session[]>> {
  const { readPublicLocations } = await import('./locations.ts')
  if ((await readPublicLocations(api, limit)) !== null) return { kind: 'completed', value: [] }
  return {
    kind: 'refused',
    cause:
      'the API answered 404: no check matched, or api-url is wrong; to tell, the locations were asked for, and could not be read. Check api-url, then tags or check-id.',
  }
}

function refuseLostStart(cause: string): Answer<never> {
  return {
    kind: 'refused',
    cause: `${cause}. Sessions may have been started all the same, so the request is not sent again: see Checkly.`,
  }
}
