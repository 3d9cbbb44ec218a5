import type { Check } from './check-catalogue.ts'
import { CancelRequest, CheckSessionsV2TriggerRequest } from './contract/requests.ts'
import { isUuid } from './ids.ts'
import { awaitEnd, cancelRuns, type LiveSession } from './live-session.ts'
import { Refusal, readBodyAs, readWaitMs } from './read-request.ts'
import { renderCheckResult, renderSession, renderSessionWithResults } from './render-session.ts'
import type { RouteContext } from './route.ts'
import type { SessionScript } from './script.ts'
import { type Answer, answerError } from './wire.ts'

/** `GET /v2/check-sessions/{id}/completion`: 200 as soon as the session ends, 408 when the wait is over first. */
export async function answerCompletion(context: RouteContext): Promise<Answer> {
  const waitMs = readWaitMs(context.target.url.searchParams)
  const session = findSession(context)
  const ended = await awaitEnd(session, waitMs, context.onClose)
  if (ended) return { status: 200, body: renderSessionWithResults(session) }
  return answerError(408, `The check session has not completed within ${waitMs / 1000} seconds.`)
}

/** `GET /v2/check-sessions/{id}`: the session as it is now. */
export function answerSnapshot(context: RouteContext): Answer {
  return { status: 200, body: renderSessionWithResults(findSession(context)) }
}

/** `POST /v1/check-sessions/{id}/cancel`: 204, and only what belongs to a Playwright suite stops. */
export function answerCancel(context: RouteContext): Answer {
  const session = findSession(context)
  // The contract asks for a body; what happens without one is not known, and this is the gentler reading.
  const { sequenceId } = context.body.trim() === '' ? {} : readBodyAs(context.body, CancelRequest)
  const cancel = () =>
    cancelRuns(
      session,
      (run) => run.check.type === 'PLAYWRIGHT' && (sequenceId?.includes(run.sequenceId) ?? true),
    )
  setTimeout(cancel, session.plan.cancelDelayMs).unref()
  return { status: 204, body: null }
}

/** `POST /v2/check-sessions/trigger`: starts a session of each check that matches; 404 when none does. */
export function answerTrigger({ body, checks, sessions }: RouteContext): Answer {
  const { target = {} } = readBodyAs(body, CheckSessionsV2TriggerRequest)
  const chosen = checks.select(target)
  if (chosen.length === 0) return answerError(404, 'No matching checks found.')
  const started = chosen.map((check) => sessions.add(describeSession(check)))
  return { status: 201, body: { sessions: started.map((session) => renderSession(session)) } }
}

/** `GET /v1/check-results/{checkId}/{checkResultId}`: why a run that has finished went as it did. */
export function answerCheckResult({ target, sessions, history }: RouteContext): Answer {
  const [checkId = '', resultId = ''] = target.params.map((param) => param.toLowerCase())
  if (!isUuid(checkId) || !isUuid(resultId))
    return answerError(400, '"checkId" and "checkResultId" must be valid UUIDs')
  const known = [...sessions.listPastRuns(), ...history.list()].find(
    ({ run }) => run.resultId === resultId && run.check.id === checkId,
  )
  return known === undefined || known.run.details === null
    ? answerError(404, `Check result ${resultId} was not found.`)
    : { status: 200, body: renderCheckResult(known.run, known.startedAtMs) }
}

function findSession({ target, sessions }: RouteContext): LiveSession {
  if (!isUuid(target.sessionId)) throw new Refusal(400, '"checkSessionId" must be a valid UUID')
  const session = sessions.get(target.sessionId)
  if (session === undefined) throw new Refusal(404, `Check session ${target.sessionId} was not found.`)
  return session
}

// The id of the script is left out: each time a check is started, there is another session.
function describeSession(check: Check): SessionScript {
  const { id: _id, ...session } = check.session ?? {}
  return { name: check.name, checkType: check.checkType, ...session, checkId: check.id }
}
