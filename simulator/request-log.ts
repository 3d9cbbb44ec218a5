import type { IncomingMessage } from 'node:http'
import type { RequestTarget } from './route.ts'

/** One request as it arrived, and what became of it. Times are epoch ms, with fractions. */
export interface LoggedRequest {
  /** From 1, in order of arrival; requests to control routes are not logged. */
  readonly serial: number
  readonly method: string
  /** Path without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Which route of the API it is for. */
  readonly route: string
  /** The session in the path, in lower case; null for routes without one. */
  readonly sessionId: string | null
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The body as text; '' when there was none. */
  readonly body: string
  readonly arrivedAtMs: number
  /** When the answer was handed to the socket; null while it is awaited, or when none was given. */
  answeredAtMs: number | null
  /** Status of the answer; null while there is none. */
  status: number | null
  /** Name of the fault that took the request over; null for none. */
  fault: string | null
  /** When the connection closed before the answer was complete; null otherwise. */
  brokenOffAtMs: number | null
  readonly remotePort: number
}

interface Watcher {
  predicate: (request: LoggedRequest) => boolean
  resolve: (request: LoggedRequest) => void
}

/** All requests to the API's routes, and a way to await one. */
export class RequestLog {
  readonly entries: LoggedRequest[] = []
  readonly #watchers = new Set<Watcher>()
  #serial = 0

  /** Notes a request that has arrived with its body, and tells those who wait. */
  open(request: IncomingMessage, target: RequestTarget, body: string, arrivedAtMs: number): LoggedRequest {
    this.#serial += 1
    const entry: LoggedRequest = {
      serial: this.#serial,
      method: request.method ?? '',
      path: target.url.pathname,
      query: Object.fromEntries(target.url.searchParams),
      route: target.route,
      sessionId: target.sessionId,
      headers: request.headers,
      body,
      arrivedAtMs,
      answeredAtMs: null,
      status: null,
      fault: null,
      brokenOffAtMs: null,
      remotePort: request.socket.remotePort ?? 0,
    }
    this.entries.push(entry)
    this.notify(entry)
    return entry
  }

  /** Tells those who wait that an entry has arrived, has been answered or was broken off. */
  notify(entry: LoggedRequest): void {
    for (const watcher of this.#watchers) {
      if (!watcher.predicate(entry)) continue
      this.#watchers.delete(watcher)
      watcher.resolve(entry)
    }
  }

  /** Entries that a predicate holds for. */
  filter(predicate: (request: LoggedRequest) => boolean): LoggedRequest[] {
    return this.entries.filter(predicate)
  }

  /**
   * Resolves with the first request that a predicate holds for, one already logged included. The
   * predicate is asked when a request has arrived, when it has been answered and when it was broken off.
   * Rejects after `timeoutMs`, 10 s by default.
   */
  waitFor(predicate: (request: LoggedRequest) => boolean, timeoutMs = 10_000): Promise<LoggedRequest> {
    const known = this.entries.find(predicate)
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve, reject) => {
      const watcher: Watcher = { predicate, resolve: finish }
      const timer = setTimeout(() => {
        this.#watchers.delete(watcher)
        reject(new Error(`No such request in ${timeoutMs} ms; ${this.entries.length} others came.`))
      }, timeoutMs)
      function finish(entry: LoggedRequest): void {
        clearTimeout(timer)
        resolve(entry)
      }
      this.#watchers.add(watcher)
    })
  }

  /** Forgets what is logged; serial numbers go on. */
  clear(): void {
    this.entries.length = 0
  }
}
