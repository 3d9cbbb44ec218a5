/*
 * The JSON that the simulator sends, as the Checkly Public API documents it
 * ("Check sessions" and "Check results"). Types are open where scripts may send what the
 * documentation does not list: the contract grows, and clients have to bear it.
 */

/** Any JSON object. */
export type JsonObject = Record<string, unknown>

export { CHECK_TYPES, FINAL_STATUSES } from './contract/words.ts'

/** Why a run failed or was noted, as booleans; several can be true. */
export interface ResultFlags {
  hasErrors: boolean
  hasFailures: boolean
  isDegraded: boolean
  aborted: boolean
  isCancelled: boolean
}

/** A result inside a session. `responseTime` is in ms; times of day are ISO 8601. */
export interface WireResult extends ResultFlags {
  checkResultId: string
  checkResultLink: string
  checkId: string
  checkType: string
  name: string
  runLocation: string
  resultType: string | null
  responseTime: number | null
  startedAt: string | null
  stoppedAt: string | null
}

/** A session. `timeElapsed` is in ms; `stoppedAt` is null while it runs; `name` may be missing. */
export interface WireSession {
  checkSessionId: string
  checkSessionLink: string
  checkId: string
  checkType: string
  name?: string
  status: string
  startedAt: string
  stoppedAt: string | null
  timeElapsed: number
  runLocations: string[]
  runSource: string | null
}

/** An answer before it is written to a socket; a `null` body stands for no body at all. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body: unknown
}

const ERROR_NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  408: 'Request Timeout',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** An `ApiError` answer: `{ statusCode, error, message }`. */
export function answerError(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: { statusCode: status, error: ERROR_NAMES[status] ?? 'Error', message } }
}
