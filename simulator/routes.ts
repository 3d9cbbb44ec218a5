import { answerAccount, answerCheckResult } from './account-routes.ts'
import type { CheckCatalogue } from './check-catalogue.ts'
import { answerCancel, answerCompletion, answerSnapshot } from './session-routes.ts'
import type { SessionStore } from './session-store.ts'
import { answerTrigger } from './trigger-route.ts'
import { type Answer, answerError } from './wire.ts'

/** The routes of the API, by what they are for; `unknown` is every other path. */
export type RouteKind =
  | 'completion'
  | 'snapshot'
  | 'trigger'
  | 'cancel'
  | 'check-result'
  | 'account'
  | 'accounts'
  | 'unknown'

/** What a request is for, told from its method and path. */
export interface RequestTarget {
  route: RouteKind
  /** The variable parts of the path. */
  params: string[]
  /** The session in the path, in lower case; null for routes without one. */
  sessionId: string | null
  url: URL
}

/** What a route is answered from. */
export interface RouteContext {
  readonly sessions: SessionStore
  readonly checks: CheckCatalogue
  readonly accountId: string
  readonly target: RequestTarget
  /** The body as text. */
  readonly body: string
  /** Calls back when the client has gone, so that nothing waits for it any longer. */
  onClose(callback: () => void): void
}

interface Route {
  kind: RouteKind
  method: string
  path: RegExp
  answer: (context: RouteContext) => Answer | Promise<Answer>
}

const ROUTES: Route[] = [
  {
    kind: 'completion',
    method: 'GET',
    path: /^\/v2\/check-sessions\/([^/]+)\/completion$/,
    answer: answerCompletion,
  },
  { kind: 'snapshot', method: 'GET', path: /^\/v2\/check-sessions\/([^/]+)$/, answer: answerSnapshot },
  { kind: 'trigger', method: 'POST', path: /^\/v2\/check-sessions\/trigger$/, answer: answerTrigger },
  { kind: 'cancel', method: 'POST', path: /^\/v1\/check-sessions\/([^/]+)\/cancel$/, answer: answerCancel },
  {
    kind: 'check-result',
    method: 'GET',
    path: /^\/v1\/check-results\/([^/]+)\/([^/]+)$/,
    answer: answerCheckResult,
  },
  { kind: 'account', method: 'GET', path: /^\/next\/accounts\/([^/]+)$/, answer: answerAccount },
  { kind: 'accounts', method: 'GET', path: /^\/next\/accounts$/, answer: answerAccount },
]

const SESSION_ROUTES: ReadonlySet<RouteKind> = new Set(['completion', 'snapshot', 'cancel'])

/** Tells what a request is for. */
export function readTarget(method: string, url: URL): RequestTarget {
  for (const { kind, path, method: routeMethod } of ROUTES) {
    const match = method === routeMethod ? path.exec(url.pathname) : null
    if (match === null) continue
    const params = match.slice(1)
    const sessionId = SESSION_ROUTES.has(kind) ? (params[0] ?? '').toLowerCase() : null
    return { route: kind, params, sessionId, url }
  }
  return { route: 'unknown', params: [], sessionId: null, url }
}

/** Answers a request that has been let through. */
export function answerRoute(context: RouteContext): Answer | Promise<Answer> {
  const route = ROUTES.find(({ kind }) => kind === context.target.route)
  return route === undefined ? answerError(404, 'Not Found') : route.answer(context)
}
