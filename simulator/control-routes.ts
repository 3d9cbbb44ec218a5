import type { FaultRule } from './faults.ts'
import type { ApiState } from './handle-request.ts'
import type { Listener } from './listener.ts'
import type { LiveSession } from './live-session.ts'
import type { Plan } from './plan-session.ts'
import type { RateLimit } from './rate-limiter.ts'
import { renderSession, renderSessionWithResults } from './render-session.ts'
import { renderTestSession } from './render-test-session.ts'
import type { CheckScript, HistoryScript, SessionScript, TestSessionScript } from './script.ts'
import { type Answer, answerError, type JsonObject } from './wire.ts'

/** Paths under this prefix control the simulator; the API knows nothing of them. */
export const CONTROL_PREFIX = '/__control/'

/** What the control routes can see and change. */
export interface Controlled extends Omit<ApiState, 'apiKeys' | 'guard'> {
  /** E.g. `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string
  /** Connections that are open now. */
  readonly openConnections: number
  /** Refuses new connections, for so many ms or until they are accepted again; those that are open stay. */
  readonly refuseConnections: Listener['refuse']
}

type ControlHandler = (simulator: Controlled, body: unknown, id: string) => Answer

const DONE: Answer = { status: 204, body: null }

// By method and path below the prefix; `*` stands for the id of a session.
const HANDLERS: Record<string, ControlHandler> = {
  'GET state': (simulator) => answerOk(describeState(simulator)),
  'POST sessions': (simulator, body) => {
    const added = toList<SessionScript>(body).map((script) => simulator.sessions.add(script))
    return { status: 201, body: added.map((session) => renderSession(session)) }
  },
  'GET sessions': (simulator) => answerOk(simulator.sessions.list().map((session) => renderSession(session))),
  'GET sessions/*': (simulator, _body, id) => answerSession(simulator, id),
  'POST sessions/*/end': (simulator, body, id) => {
    simulator.sessions.end(id, (body as { status?: string } | undefined)?.status)
    return answerSession(simulator, id)
  },
  'DELETE sessions': (simulator) => clear(simulator.sessions),
  'POST test-sessions': (simulator, body) => {
    const added = toList<TestSessionScript>(body).map((script) => simulator.testSessions.add(script))
    return { status: 201, body: added.map((session) => renderTestSession(session)) }
  },
  'GET test-sessions': (simulator) =>
    answerOk(simulator.testSessions.list().map((session) => renderTestSession(session))),
  'GET test-sessions/*': (simulator, _body, id) => answerTestSession(simulator, id),
  'POST test-sessions/*/end': (simulator, body, id) => {
    simulator.testSessions.end(id, (body as { status?: string } | undefined)?.status)
    return answerTestSession(simulator, id)
  },
  'DELETE test-sessions': (simulator) => clear(simulator.testSessions),
  'PUT test-session-rules': (simulator, body) => {
    Object.assign(simulator.testSessionRules, body)
    return DONE
  },
  'POST history': (simulator, body) => {
    for (const script of toList<HistoryScript>(body)) simulator.history.add(script)
    return DONE
  },
  'DELETE history': (simulator) => clear(simulator.history),
  'POST checks': (simulator, body) => ({
    status: 201,
    body: toList<CheckScript>(body).map((script) => simulator.checks.add(script)),
  }),
  'DELETE checks': (simulator) => clear(simulator.checks),
  'POST faults': (simulator, body) => {
    const names = toList<FaultRule>(body).map((rule) => simulator.faults.add(rule).name)
    return { status: 201, body: names }
  },
  'GET faults': (simulator) =>
    answerOk(simulator.faults.list().map(({ name, seen, taken }) => ({ name, seen, taken }))),
  'DELETE faults': (simulator) => clear(simulator.faults),
  'PUT rate-limit': (simulator, body) => {
    simulator.rateLimiter.setLimit((body as RateLimit | RateLimit[] | null | undefined) ?? null)
    return DONE
  },
  'POST refuse-connections': (simulator, body) => {
    simulator.refuseConnections((body as { forMs: number }).forMs)
    return DONE
  },
  'GET requests': (simulator) => answerOk(simulator.log.entries),
  'DELETE requests': (simulator) => clear(simulator.log),
}

/** Carries out a control request: 404 for an unknown route, 400 with the reason for one that cannot be done. */
export function answerControl(simulator: Controlled, method: string, path: string, text: string): Answer {
  const [name = '', id, ...rest] = path.slice(CONTROL_PREFIX.length).split('/')
  const pattern = [name, ...(id === undefined ? [] : ['*']), ...rest].join('/')
  const handler = HANDLERS[`${method} ${pattern}`]
  if (handler === undefined) return answerError(404, `There is no control route ${method} ${path}.`)
  try {
    return handler(simulator, text.trim() === '' ? undefined : JSON.parse(text), id ?? '')
  } catch (error) {
    return answerError(400, error instanceof Error ? error.message : String(error))
  }
}

function describeState(simulator: Controlled): JsonObject {
  const sessions = simulator.sessions.list()
  const testSessions = simulator.testSessions.list()
  return {
    url: simulator.url,
    openConnections: simulator.openConnections,
    clients: simulator.rateLimiter.getCounts(),
    requests: simulator.log.entries.length,
    sessions: sessions.length,
    ended: sessions.filter((session) => session.status !== null).length,
    testSessions: testSessions.length,
    testSessionsEnded: testSessions.filter((session) => session.status !== null).length,
  }
}

function answerSession(simulator: Controlled, id: string): Answer {
  const session = simulator.sessions.get(id)
  if (session === undefined) return answerError(404, `There is no session ${id}.`)
  return answerOk({ ...describeTimes(session), session: renderSessionWithResults(session) })
}

function answerTestSession(simulator: Controlled, id: string): Answer {
  const session = simulator.testSessions.get(id)
  if (session === undefined) return answerError(404, `There is no test session ${id}.`)
  return answerOk({ ...describeTimes(session), session: renderTestSession(session) })
}

function describeTimes({
  startedAtMs,
  endedAtMs,
  waiters,
}: Omit<LiveSession<Plan>, 'deriveStatus'>): JsonObject {
  return { startedAtMs, endedAtMs, waiting: waiters.size }
}

function answerOk(body: unknown): Answer {
  return { status: 200, body }
}

function clear(list: { clear(): void }): Answer {
  list.clear()
  return DONE
}

function toList<Item>(body: unknown): Item[] {
  return Array.isArray(body) ? body : [body as Item]
}
