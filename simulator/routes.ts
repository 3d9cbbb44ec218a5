import {
  answerAccount,
  answerErrorGroup,
  answerHistory,
  answerLocations,
  answerPrivateLocations,
  answerTestErrorGroup,
} from './account-routes.ts'
import {
  answerCancel,
  answerCheckResult,
  answerCompletion,
  answerSnapshot,
  answerTrigger,
} from './check-session-routes.ts'
import { ENDPOINTS } from './contract/endpoints.ts'
import { Refusal } from './read-request.ts'
import type { RequestTarget, RouteContext, RouteKind } from './route.ts'
import {
  answerTestCancel,
  answerTestCompletion,
  answerTestResult,
  answerTestSessions,
  answerTestSnapshot,
  answerTestTrigger,
} from './test-session-routes.ts'
import { type Answer, answerError } from './wire.ts'

type Handler = (context: RouteContext) => Answer | Promise<Answer>

const HANDLERS: Record<Exclude<RouteKind, 'unknown'>, Handler> = {
  trigger: answerTrigger,
  snapshot: answerSnapshot,
  completion: answerCompletion,
  cancel: answerCancel,
  'check-result': answerCheckResult,
  history: answerHistory,
  'error-group': answerErrorGroup,
  'test-trigger': answerTestTrigger,
  'test-sessions': answerTestSessions,
  'test-snapshot': answerTestSnapshot,
  'test-completion': answerTestCompletion,
  'test-cancel': answerTestCancel,
  'test-result': answerTestResult,
  'test-error-group': answerTestErrorGroup,
  locations: answerLocations,
  'private-locations': answerPrivateLocations,
  accounts: answerAccount,
  account: answerAccount,
}

const PATTERNS = Object.entries(ENDPOINTS).map(([kind, { method, path }]) => ({
  kind: kind as RouteKind,
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
  hasSessionId: /^[^{]*\{(check|test)SessionId\}/.test(path),
}))

/** Tells what a request is for. */
export function readTarget(method: string, url: URL): RequestTarget {
  for (const { kind, pattern, method: routeMethod, hasSessionId } of PATTERNS) {
    const match = method === routeMethod ? pattern.exec(url.pathname) : null
    if (match === null) continue
    const params = match.slice(1)
    const sessionId = hasSessionId ? (params[0] ?? '').toLowerCase() : null
    return { route: kind, params, sessionId, url }
  }
  return { route: 'unknown', params: [], sessionId: null, url }
}

/** Answers a request that has been let through. */
export async function answerRoute(context: RouteContext): Promise<Answer> {
  const { route } = context.target
  if (route === 'unknown') return answerError(404, 'Not Found')
  try {
    return await HANDLERS[route](context)
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}
