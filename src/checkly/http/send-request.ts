import type { Agent, IncomingHttpHeaders, IncomingMessage, request } from 'node:http'
import { decodeBody } from './decode-body.ts'

/** At most 512 connections are open at once. The usual limit of a process is far higher. */
export const MOST_CONNECTIONS = 512

/** Connections to the API, kept for the next request. */
export interface Connections {
  agent: Agent
  /** Node's function for the protocol of `api-url`. */
  request: typeof request
}

/** One request; nothing in it is logged. */
export interface RequestPlan extends Connections {
  method: 'GET' | 'POST'
  url: URL
  headers: Record<string, string>
  /** JSON text; none for a GET. */
  body?: string
  /** Milliseconds from looking for a connection to the last byte read. */
  overallMs: number
  /** A larger body is refused. */
  maxBodyBytes: number
  /** Gives the request up. */
  signal: AbortSignal
}

/** A whole answer. */
export interface Exchange {
  status: number
  headers: IncomingHttpHeaders
  /** Without a byte order mark. */
  body: string
}

/** No whole answer: `code` is Node's or one of ours (`SILENT`, `CUT_OFF`, `TOO_LARGE`, `UNREADABLE`, `GIVEN_UP`, `PROXY_…`). */
export class RequestFailure extends Error {
  readonly code: string
  /** Whether the server may have acted on the request: false when no connection was made. */
  readonly sent: boolean
  constructor(code: string, message: string, sent: boolean) {
    super(message)
    this.code = code
    this.sent = sent
  }
}

/**
 * Sends one request and reads the whole answer. Redirects are not followed.
 * The toolkit's own client has neither a total deadline nor a way to give up one request, and its body
 * reader never settles when the connection is cut; only its rules for proxies are used (open-tls-connections.ts).
 * Rejects with RequestFailure, always.
 */
export function sendRequest(plan: RequestPlan): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    let sent = false
    const headers = plan.body === undefined ? plan.headers : withBody(plan.headers, plan.body)
    const request = plan.request(plan.url, { method: plan.method, headers, agent: plan.agent })

    const fail = (code: string, message: string): void => {
      settle()
      reject(new RequestFailure(code, message, sent))
      request.destroy()
    }
    const giveUp = (): void => fail('GIVEN_UP', 'no answer came in time')
    const endSilence = (): void => {
      fail('SILENT', `no whole answer within ${Math.round(plan.overallMs / 1000)} s`)
    }
    // An answer that has arrived by then is read first: the process may have been held up.
    const timer = setTimeout(() => setImmediate(endSilence), plan.overallMs)
    plan.signal.addEventListener('abort', giveUp)
    const settle = (): void => {
      clearTimeout(timer)
      plan.signal.removeEventListener('abort', giveUp)
    }

    // `finish` fires when the request has been handed to a connection that stands.
    request.once('finish', () => {
      sent = true
    })
    // `on`, not `once`: a later error does not matter, but without a listener it would end the process.
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'UNKNOWN', error.message))
    // Without an answer and without an error: Node closes so when a server wants to switch protocols.
    const endUnanswered = (): void => fail('CUT_OFF', 'the connection was closed without an answer')
    request.once('close', endUnanswered)
    request.once('response', (response) => {
      request.off('close', endUnanswered)
      const status = response.statusCode ?? 0
      readBody(response, plan.maxBodyBytes).then(
        (body) => {
          settle()
          resolve({ status, headers: response.headers, body })
        },
        (error: RequestFailure) => fail(error.code, error.message),
      )
    })
    if (plan.signal.aborted) giveUp()
    else request.end(plan.body)
  })
}

function withBody(headers: Record<string, string>, body: string): Record<string, string> {
  return { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
}

function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new RequestFailure('TOO_LARGE', `the answer is larger than ${maxBytes} bytes`, true))
    }
    const cutOff = (): void =>
      reject(new RequestFailure('CUT_OFF', 'the connection was cut in the middle of the answer', true))
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) return refuse()
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) refuse()
      else chunks.push(chunk)
    })
    response.once('error', cutOff)
    response.once('close', cutOff)
    response.once('end', () => {
      if (!response.complete) return cutOff()
      response.off('close', cutOff)
      decodeBody(Buffer.concat(chunks, size), response.headers['content-encoding'], maxBytes).then(
        // A byte order mark is not JSON's, and nobody's fault (RFC 8259, 8.1).
        (body) => resolve(body.toString('utf8').replace(/^\ufeff/, '')),
        (error: Error) => reject(new RequestFailure('UNREADABLE', error.message, true)),
      )
    })
  })
}
