import { isUuid } from './ids.ts'
import { cancelRuns, type LiveSession } from './live-session.ts'
import { renderSessionWithResults } from './render-session.ts'
import type { RouteContext } from './routes.ts'
import { type Answer, answerError } from './wire.ts'

const LONGEST_WAIT_S = 30

/** `GET /v2/check-sessions/{id}/completion`: 200 as soon as the session ends, 408 when the wait is over first. */
export async function answerCompletion(context: RouteContext): Promise<Answer> {
  const waitSeconds = readWaitSeconds(context.target.url)
  if (waitSeconds === null) {
    return answerError(400, `"maxWaitSeconds" must be an integer between 1 and ${LONGEST_WAIT_S}`)
  }
  const session = findSession(context)
  if ('body' in session) return session
  const ended = session.status !== null || (await awaitEnd(session, waitSeconds * 1000, context))
  if (ended) return { status: 200, body: renderSessionWithResults(session) }
  return answerError(408, `The check session has not completed within ${waitSeconds} seconds.`)
}

/** `GET /v2/check-sessions/{id}`: the session as it is now. */
export function answerSnapshot(context: RouteContext): Answer {
  const session = findSession(context)
  return 'body' in session ? session : { status: 200, body: renderSessionWithResults(session) }
}

/** `POST /v1/check-sessions/{id}/cancel`: 204, and only what belongs to a Playwright suite stops. */
export function answerCancel(context: RouteContext): Answer {
  const session = findSession(context)
  if ('body' in session) return session
  const sequenceIds = readSequenceIds(context.body)
  if (sequenceIds === null)
    return answerError(400, 'Invalid request payload: "sequenceId" must be a list of UUIDs')
  if (session.plan.checkType === 'PLAYWRIGHT') {
    setTimeout(cancelRuns, session.plan.cancelDelayMs, session, sequenceIds).unref()
  }
  return { status: 204, body: null }
}

function findSession({ target, sessions }: RouteContext): LiveSession | Answer {
  if (!isUuid(target.sessionId)) return answerError(400, '"checkSessionId" must be a valid UUID')
  return (
    sessions.get(target.sessionId) ?? answerError(404, `Check session ${target.sessionId} was not found.`)
  )
}

function readWaitSeconds(url: URL): number | null {
  const text = url.searchParams.get('maxWaitSeconds')
  if (text === null) return LONGEST_WAIT_S
  const seconds = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return seconds >= 1 && seconds <= LONGEST_WAIT_S ? seconds : null
}

function awaitEnd(session: LiveSession, waitMs: number, context: RouteContext): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = (ended: boolean) => {
      clearTimeout(timer)
      session.waiters.delete(wake)
      resolve(ended)
    }
    const wake = () => stop(true)
    const timer = setTimeout(stop, waitMs, false)
    session.waiters.add(wake)
    context.onClose(() => stop(false))
  })
}

/** Undefined: all sequences; null: not what the contract allows. The body may be missing altogether. */
function readSequenceIds(text: string): string[] | undefined | null {
  if (text.trim() === '') return undefined
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
    const { sequenceId, ...others } = body as { sequenceId?: unknown }
    if (Object.keys(others).length > 0) return null
    if (sequenceId === undefined) return undefined
    return Array.isArray(sequenceId) && sequenceId.length > 0 && sequenceId.every(isUuid) ? sequenceId : null
  } catch {
    return null
  }
}
