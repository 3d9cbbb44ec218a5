import type { TimeLimit } from '../time/clock.ts'
import type { ApiCaller } from './api-caller.ts'
import { type ClientOptions, createApiCaller } from './call-api.ts'
import type { PastResult } from './check-history.ts'
import { type CheckSessionsApi, createCheckSessionsApi } from './check-sessions.ts'
import type { ErrorGroup } from './error-groups.ts'
import type { PrivateLocation } from './locations.ts'
import type { TestSessionsApi } from './test-sessions.ts'

/** What Checkly knows from before the sessions of this step. No function rejects; null is what could not be read. */
export interface HistoryApi {
  /** The final results that a check had before a moment in epoch milliseconds, in any order. */
  readCheck(checkId: string, beforeMs: number, limit: TimeLimit): Promise<PastResult[] | null>
  /** An error group of test sessions. */
  readErrorGroup(id: string, limit: TimeLimit): Promise<ErrorGroup | null>
}

/** Checkly's public API, as far as this action uses it. */
export interface ChecklyClient {
  checkSessions: CheckSessionsApi
  /** Loaded only when a step needs it: most steps are about check sessions. */
  loadTestSessions(): Promise<TestSessionsApi>
  /** Reads the private locations of the account; null when that is not possible. Never rejects. */
  readPrivateLocations(limit: TimeLimit): Promise<PrivateLocation[] | null>
  history: HistoryApi
  /** Milliseconds by which the server's clock is ahead of this machine's. */
  readonly serverOffsetMs: number
  /** Closes all connections. Requests that come later open new ones. */
  close(): void
}

/**
 * Creates a client whose connections are kept for the next request and go through the proxy that is set.
 * @param wrap - stands between the endpoints and the wire: the account's rate limit is kept there
 */
export function createChecklyClient(
  options: ClientOptions,
  wrap: (caller: ApiCaller) => ApiCaller,
): ChecklyClient {
  const api = wrap(createApiCaller(options))
  return {
    checkSessions: createCheckSessionsApi(api),
    loadTestSessions: async () => (await import('./test-sessions.ts')).createTestSessionsApi(api),
    readPrivateLocations: async (limit) => (await import('./locations.ts')).readPrivateLocations(api, limit),
    history: {
      readCheck: async (checkId, beforeMs, limit) =>
        (await import('./check-history.ts')).readCheckHistory(api, checkId, beforeMs, limit),
      readErrorGroup: async (id, limit) =>
        (await import('./error-groups.ts')).readTestErrorGroup(api, id, limit),
    },
    get serverOffsetMs() {
      return api.serverOffsetMs
    },
    close: () => api.close(),
  }
}
