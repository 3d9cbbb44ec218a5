import type { Check, Session } from '../session/session.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { Answer } from './answer.ts'
import type { ApiCaller } from './api-caller.ts'
import { doubtRefusals } from './doubt-refusals.ts'
import { createCheckTest, readTestSession } from './read-test-session.ts'
import { createSessionCalls, type SessionPaths, type SessionsApi } from './sessions-api.ts'
import { startTestSession, type TestSessionStart } from './start-test-session.ts'

const PATHS: SessionPaths = {
  /** `GET /v1/test-sessions/{id}` */
  session: (id) => `/v1/test-sessions/${id}`,
  /** `POST /v1/test-sessions/{id}/cancel` */
  cancel: (id) => `/v1/test-sessions/${id}/cancel`,
  /** `GET /v1/test-sessions/{id}/results/{testSessionResultId}` */
  result: ({ sessionId, resultId }) =>
    `/v1/test-sessions/${sessionId}/results/${encodeURIComponent(resultId)}`,
}

const ADVICE = {
  400: 'Check test-session-id and account-id.',
  404: 'No such test session in this account: check test-session-id, and that account-id and api-key belong to the account that ran it.',
}

/** Test sessions. Each is one run of many checks in one location, without alerts. */
export interface TestSessionsApi extends SessionsApi {
  /**
   * Starts a session; an empty list when no check matches. Not idempotent, so the answer is `retryable` only if it is
   * certain that nothing was started.
   */
  start(request: TestSessionStart, limit: TimeLimit): Promise<Answer<Session[]>>
}

/** Test sessions as the Checkly Public API has them ("Test sessions"). */
export function createTestSessionsApi(api: ApiCaller): TestSessionsApi {
  const doubt = doubtRefusals()
  /** What is known of sessions, by id: where each was started to run, and which checks it must tell of at its end. */
  const known = new Map<string, { place: string; checks: readonly Check[] }>()

  const decodeSession = (id: string) => (body: unknown) => {
    const { place = '', checks = [] } = known.get(id) ?? {}
    const session = readTestSession(body, id, place, checks)
    if (typeof session !== 'string') keepChecks(session, place)
    return session
  }
  /** A check that was listed once must be told of at the end: results may come later than the session's own status. */
  function keepChecks({ id, runs }: Session, place: string): void {
    const before = known.get(id)?.checks ?? []
    const named = runs.map(({ check }) => check).filter(({ id, name }) => id !== '' || name !== '')
    const isKnown = createCheckTest(before)
    const others = named.filter((check) => !isKnown(check))
    known.set(id, { place, checks: [...before, ...others] })
  }

  return {
    kind: 'test',
    ...createSessionCalls(api, doubt, PATHS, decodeSession, ADVICE),
    async start(request, limit) {
      const answer = await startTestSession(api, request, limit)
      for (const session of answer.kind === 'completed' ? answer.value : []) {
        doubt.noteStart(session.id)
        const place = request.place.code
        const checks = request.target.checkIds.map((id) => ({ id, name: '', type: '' }))
        known.set(session.id, { place, checks })
        keepChecks(session, place)
      }
      return answer
    },
  }
}
