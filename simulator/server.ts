import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AccountOptions, openAccount } from './account.ts'
import { getEpochMs } from './clock.ts'
import { ContractGuard } from './contract-guard.ts'
import { answerControl, CONTROL_PREFIX, type Controlled } from './control-routes.ts'
import { readBody, sendAnswer } from './exchange.ts'
import { FaultList, type FaultRule } from './faults.ts'
import { type ApiState, handleApiRequest } from './handle-request.ts'
import { type ListenerOptions, startListener } from './listener.ts'
import { type RateLimit, RateLimiter } from './rate-limiter.ts'
import { type LoggedRequest, RequestLog } from './request-log.ts'
import { answerError } from './wire.ts'

/** The key that opens the account by default. */
const DEFAULT_API_KEY = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'

/** How to start a simulator; everything has a default. */
export interface SimulatorOptions extends ListenerOptions, AccountOptions {
  /** Keys of the account; `DEFAULT_API_KEY` alone by default. */
  apiKeys?: readonly string[]
  /** Requests that go wrong. */
  faults?: readonly FaultRule[]
  /** How much may be asked; by default nothing has a bound but the history: see `HISTORY_LIMIT`. */
  rateLimit?: RateLimit | readonly RateLimit[] | null
}

/** A running simulator. */
export interface Simulator extends Controlled {
  readonly host: string
  readonly port: number
  readonly apiKey: string
  /** Resolves with the first logged request that a predicate holds for; see `RequestLog.waitFor`. */
  waitForRequest(predicate: (request: LoggedRequest) => boolean, timeoutMs?: number): Promise<LoggedRequest>
  /** Listens again after `refuseConnections`. */
  acceptConnections(): Promise<void>
  /**
   * Ends all connections and stops listening. Throws a `ContractViolation` when an answer was not what the API
   * documents: then nothing that a test has seen counts.
   */
  close(): Promise<void>
}

/** Starts a simulator of the Checkly API on loopback. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const state = createState(options)
  const { apiKeys, guard, ...parts } = state

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
    apiKey: apiKeys[0] ?? '',
    ...parts,
    get openConnections() {
      return listener.sockets.size
    },
    waitForRequest: (predicate, timeoutMs) => parts.log.waitFor(predicate, timeoutMs),
    refuseConnections: listener.refuse,
    acceptConnections: listener.accept,
    close: async () => {
      parts.sessions.clear()
      parts.testSessions.clear()
      await listener.close()
      guard.throwIfViolated()
    },
  }
  return simulator
}

function createState(options: SimulatorOptions): ApiState {
  const faults = new FaultList()
  for (const fault of options.faults ?? []) faults.add(fault)
  const { apiKeys = [DEFAULT_API_KEY] } = options
  const rateLimiter = new RateLimiter(options.rateLimit)
  return {
    ...openAccount(options),
    apiKeys,
    faults,
    rateLimiter,
    guard: new ContractGuard(),
    log: new RequestLog(),
  }
}
