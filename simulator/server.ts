import type { IncomingMessage, ServerResponse } from 'node:http'
import { CheckCatalogue } from './check-catalogue.ts'
import { getEpochMs } from './clock.ts'
import { answerControl, CONTROL_PREFIX } from './control-routes.ts'
import { readBody, sendAnswer } from './exchange.ts'
import { FaultList, type FaultRule } from './faults.ts'
import { type ApiState, handleApiRequest } from './handle-request.ts'
import { type ListenerOptions, startListener } from './listener.ts'
import { type RateLimit, RateLimiter } from './rate-limiter.ts'
import { type LoggedRequest, RequestLog } from './request-log.ts'
import type { CheckScript, SessionScript } from './script.ts'
import { SessionStore } from './session-store.ts'
import { answerError } from './wire.ts'

/** The key that opens the account by default. */
const DEFAULT_API_KEY = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'
/** The account by default. */
const DEFAULT_ACCOUNT_ID = '438cac9a-7a2d-4c57-9a35-8f3be1a0c1d2'

/** How to start a simulator; everything has a default. */
export interface SimulatorOptions extends ListenerOptions {
  /** Keys of the account; `DEFAULT_API_KEY` alone by default. */
  apiKeys?: readonly string[]
  accountId?: string
  /** Sessions that are there from the start, and start with it. */
  sessions?: readonly SessionScript[]
  /** Checks that trigger requests can start. */
  checks?: readonly CheckScript[]
  /** Requests that go wrong. */
  faults?: readonly FaultRule[]
  /** How many requests the account may send; no bound by default. */
  rateLimit?: RateLimit | null
}

/** A running simulator. */
export interface Simulator {
  /** E.g. `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string
  readonly host: string
  readonly port: number
  readonly apiKey: string
  readonly accountId: string
  readonly sessions: SessionStore
  readonly checks: CheckCatalogue
  readonly log: RequestLog
  readonly faults: FaultList
  readonly rateLimiter: RateLimiter
  /** Connections that are open now. */
  readonly openConnections: number
  /** Resolves with the first logged request that a predicate holds for; see `RequestLog.waitFor`. */
  waitForRequest(predicate: (request: LoggedRequest) => boolean, timeoutMs?: number): Promise<LoggedRequest>
  /** Refuses new connections, for so many ms or until `acceptConnections`; those that are open stay. */
  refuseConnections(forMs?: number): void
  acceptConnections(): Promise<void>
  /** Ends all connections and stops listening. */
  close(): Promise<void>
}

/** Starts a simulator of the Checkly API on loopback. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const state = createState(options)
  const { credentials, ...parts } = state

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const arrivedAtMs = getEpochMs()
    const url = new URL(request.url ?? '/', 'http://simulator')
    const body = request.method === 'GET' ? '' : await readBody(request)
    if (url.pathname.startsWith(CONTROL_PREFIX)) {
      sendAnswer(response, answerControl(simulator, request.method ?? '', url.pathname, body))
    } else {
      await handleApiRequest(state, { request, response, url, body, arrivedAtMs })
    }
  }
  const listener = await startListener((request, response) => {
    // A mistake in a script or a fault shows in the test that made it, as an answer.
    handle(request, response).catch((error: unknown) => sendAnswer(response, answerError(500, String(error))))
  }, options)

  const simulator: Simulator = {
    url: listener.url,
    host: listener.host,
    port: listener.port,
    apiKey: credentials.apiKeys[0] ?? '',
    accountId: credentials.accountId,
    ...parts,
    get openConnections() {
      return listener.sockets.size
    },
    waitForRequest: (predicate, timeoutMs) => parts.log.waitFor(predicate, timeoutMs),
    refuseConnections: listener.refuse,
    acceptConnections: listener.accept,
    close: async () => {
      parts.sessions.clear()
      await listener.close()
    },
  }
  return simulator
}

function createState(options: SimulatorOptions): ApiState {
  const sessions = new SessionStore()
  const checks = new CheckCatalogue()
  const faults = new FaultList()
  for (const check of options.checks ?? []) checks.add(check)
  for (const session of options.sessions ?? []) sessions.add(session)
  for (const fault of options.faults ?? []) faults.add(fault)
  const { apiKeys = [DEFAULT_API_KEY], accountId = DEFAULT_ACCOUNT_ID } = options
  const rateLimiter = new RateLimiter(options.rateLimit)
  return { credentials: { apiKeys, accountId }, sessions, checks, faults, rateLimiter, log: new RequestLog() }
}
