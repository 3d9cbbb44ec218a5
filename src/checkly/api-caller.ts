import type { TimeLimit } from '../time/clock.ts'
import type { Answer } from './answer.ts'
import type { ApiError } from './api-error.ts'

/** What a request is for. It decides who goes first when the account's limit is near. */
export type Purpose = 'poll' | 'watch' | 'start' | 'lookup' | 'cancel' | 'details' | 'history' | 'snapshot'

/** A request as it is sent. Times are in milliseconds. */
export interface PreparedRequest {
  /** With the query, behind `api-url`. */
  path: string
  /** Sent as JSON in a POST; a GET without. */
  body?: object
  /** From looking for a connection to the last byte read. */
  overallMs: number
  /** How long the API is asked to wait before it answers 408. */
  waitMs?: number
}

/** One call of an endpoint. */
export interface ApiCall<T> {
  purpose: Purpose
  /** Gives the request up when it ends. */
  limit: TimeLimit
  /** Called when the request is really sent, which may be some time after it was asked for. */
  prepare(): PreparedRequest
  /** Makes the value of a 2xx body; a sentence says what is wrong with it instead. */
  decode(body: unknown): T | string
  /** What to do about a refusal, by HTTP status, where this endpoint has something of its own to say. */
  advice?: Readonly<Record<number, string>>
}

/** The answer to a call, and more that only some callers need. */
export interface CallResult<T> {
  answer: Answer<T>
  /** Of HTTP; null without a whole answer. */
  status: number | null
  /** What the body of an error says; null when it is not JSON with a message. */
  error: ApiError | null
  /** Whether the server may have acted on the request. */
  sent: boolean
  /** Milliseconds from sending the request to its answer. */
  tookMs: number
  /** Epoch milliseconds: the server's clock as it answered (`Date`); null when it did not say. */
  serverTimeMs: number | null
}

/** Calls the API's endpoints. */
export interface ApiCaller {
  /** Sends the request once. Never rejects. */
  call<T>(call: ApiCall<T>): Promise<CallResult<T>>
  /**
   * Milliseconds by which the server's clock is ahead of this machine's `wallClock`. From the answer that started
   * sessions, else from the last one, by its `Date`, which has whole seconds; 0 before.
   */
  readonly serverOffsetMs: number
  /** Closes all connections. Calls that come later open new ones. */
  close(): void
}
