import type { Account } from './account.ts'
import type { ENDPOINTS } from './contract/endpoints.ts'

/** The routes of the API, by what they are for; `unknown` is every other path. */
export type RouteKind = keyof typeof ENDPOINTS | 'unknown'

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
export interface RouteContext extends Account {
  readonly target: RequestTarget
  /** The body as text. */
  readonly body: string
  /** Calls back when the client has gone, so that nothing waits for it any longer. */
  onClose(callback: () => void): void
}
