import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { LoggedRequest } from './request-log.ts'
import type { Answer } from './wire.ts'

/** One request and the means to answer it, properly or not. */
export interface Exchange {
  readonly entry: LoggedRequest
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The connection underneath, for whatever HTTP forbids. */
  readonly socket: Socket
  /** What the API would answer; waits as long as a long poll does. */
  readonly answer: () => Promise<Answer>
  /** Sends an answer and logs it. */
  readonly send: (answer: Answer) => void
  /** Calls back once when the connection or the response is closed. */
  readonly onClose: (callback: () => void) => void
}

/** Writes an answer as the API does. False when it is too late for one. */
export function sendAnswer(response: ServerResponse, answer: Answer): boolean {
  if (response.headersSent || response.destroyed) return false
  const body = answer.body === null ? null : Buffer.from(JSON.stringify(answer.body))
  const described = body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }
  const length = body === null ? {} : { 'content-length': String(body.length) }
  response.writeHead(answer.status, {
    ...described,
    ...length,
    'cache-control': 'no-cache',
    ...answer.headers,
  })
  response.end(body)
  return true
}

/** The body of a request as text; what had arrived, when the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    // The client has gone: nobody awaits an answer, and the log shows what came.
  }
  return Buffer.concat(chunks).toString('utf8')
}
