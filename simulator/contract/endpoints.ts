import type * as v from 'valibot'
import { CheckResult, CheckResultListV2, ErrorGroup } from './check-results.ts'
import {
  CheckSessionsV2CompletionResponse,
  CheckSessionsV2FindOneResponse,
  CheckSessionsV2TriggerResponse,
} from './check-sessions.ts'
import { ApiError, OldError } from './errors.ts'
import { LocationList, privateLocationsListSchema } from './locations.ts'
import { list, strict, text } from './strict.ts'
import {
  AwaitTestSessionCompletionResponse,
  FindOneTestSessionResponse,
  FindOneTestSessionResultResponse,
  ListTestSessionsResponse,
  TestSessionErrorGroup,
  TriggerTestSessionResponse,
} from './test-sessions.ts'

/** An endpoint, and by status what the contract says it answers with; null: no body. */
export interface Endpoint {
  readonly method: string
  readonly path: string
  readonly answers: ReadonlyMap<number, v.GenericSchema | null>
}

// What the vendor's CLI reads of its own, undocumented route.
const CliAccount = strict({ id: text, name: text, runtimeId: text, plan: text, features: list(text) })

/** The endpoints of the API that are played, by the names that faults and the request log know them by. */
export const ENDPOINTS = {
  trigger: describe(
    'POST /v2/check-sessions/trigger',
    { 201: CheckSessionsV2TriggerResponse },
    [400, 401, 402, 403, 404, 429],
  ),
  snapshot: describe(
    'GET /v2/check-sessions/{checkSessionId}',
    { 200: CheckSessionsV2FindOneResponse },
    [400, 401, 403, 404, 429],
  ),
  completion: describe(
    'GET /v2/check-sessions/{checkSessionId}/completion',
    { 200: CheckSessionsV2CompletionResponse },
    [400, 401, 403, 404, 408, 429],
  ),
  cancel: describe(
    'POST /v1/check-sessions/{checkSessionId}/cancel',
    { 204: null },
    [400, 401, 403, 404, 429],
  ),
  'check-result': describe(
    'GET /v1/check-results/{checkId}/{checkResultId}',
    { 200: CheckResult },
    [400, 401, 403, 404, 429],
  ),
  history: describe('GET /v2/check-results/{checkId}', { 200: CheckResultListV2 }, [400, 401, 402, 403, 429]),
  'error-group': describe('GET /v1/error-groups/{id}', {
    200: ErrorGroup,
    401: OldError(401),
    403: OldError(403),
    404: OldError(404),
    429: OldError(429),
  }),
  'test-trigger': describe(
    'POST /v1/test-sessions/trigger',
    { 201: TriggerTestSessionResponse },
    [400, 401, 402, 403, 404, 429],
  ),
  'test-sessions': describe(
    'GET /v1/test-sessions',
    { 200: ListTestSessionsResponse },
    [400, 401, 402, 403, 429],
  ),
  'test-snapshot': describe(
    'GET /v1/test-sessions/{testSessionId}',
    { 200: FindOneTestSessionResponse },
    [400, 401, 403, 404, 429],
  ),
  'test-completion': describe(
    'GET /v1/test-sessions/{testSessionId}/completion',
    { 200: AwaitTestSessionCompletionResponse },
    [400, 401, 403, 404, 408, 429],
  ),
  'test-cancel': describe(
    'POST /v1/test-sessions/{testSessionId}/cancel',
    { 204: null },
    [400, 401, 403, 404, 429],
  ),
  'test-result': describe(
    'GET /v1/test-sessions/{testSessionId}/results/{testSessionResultId}',
    { 200: FindOneTestSessionResultResponse },
    [400, 401, 403, 404, 429],
  ),
  'test-error-group': describe(
    'GET /v1/test-session-error-groups/{id}',
    { 200: TestSessionErrorGroup },
    [400, 401, 403, 404, 429],
  ),
  locations: describe('GET /v1/locations', { 200: LocationList, 429: OldError(429) }),
  'private-locations': describe('GET /v1/private-locations', {
    200: privateLocationsListSchema,
    401: OldError(401),
    403: OldError(403),
    429: OldError(429),
  }),
  // Not documented: what the vendor's CLI asks for before anything else.
  accounts: describe('GET /next/accounts', { 200: list(CliAccount) }, [400, 401, 403, 429]),
  account: describe('GET /next/accounts/{accountId}', { 200: CliAccount }, [400, 401, 403, 404, 429]),
} as const satisfies Record<string, Endpoint>

/** What every other path is answered with. */
export const UNKNOWN_ENDPOINT = describe('* *', {}, [400, 401, 403, 404, 429])

function describe(
  endpoint: string,
  answers: Record<number, v.GenericSchema | null>,
  apiErrors: readonly number[] = [],
): Endpoint {
  const [method = '', path = ''] = endpoint.split(' ')
  const own = Object.entries(answers).map(([status, schema]) => [Number(status), schema] as const)
  const errors = apiErrors.map((status) => [status, ApiError(status)] as const)
  return { method, path, answers: new Map([...own, ...errors]) }
}
