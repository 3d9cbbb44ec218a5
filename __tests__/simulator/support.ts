import { type Agent, request as requestHttp } from 'node:http'
import { afterEach } from 'vitest'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'
import type { JsonObject } from '../../simulator/wire.ts'

/** What came back: an answer in full, or an error code and what had come before it. */
export interface Reply {
  status: number | null
  headers: Record<string, unknown>
  text: string
  /** The body parsed, `{}` when it is not a JSON object. */
  json: JsonObject
  /** Code of the error that broke it off; null when the answer is complete. */
  error: string | null
  durationMs: number
}

/** How to ask; a GET with the simulator's key and account by default. */
export interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string
  agent?: Agent
  signal?: AbortSignal
  /** Called when the headers have come. */
  onHeaders?: () => void
}

const running: Simulator[] = []

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close()
})

/** Starts a simulator that is closed after the test. */
export async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator(options)
  running.push(simulator)
  return simulator
}

/** The headers of a client that has a right to be answered. */
export function credentials(simulator: Simulator): Record<string, string> {
  return { authorization: `Bearer ${simulator.apiKey}`, 'x-checkly-account': simulator.accountId }
}

/** Sends a request over a socket of its own and never rejects: what went wrong is in the reply. */
export function ask(simulator: Simulator, path: string, asking: Asking = {}): Promise<Reply> {
  const { method = 'GET', headers = credentials(simulator), body, agent, signal, onHeaders } = asking
  const startedAtMs = performance.now()
  const reply: Reply = { status: null, headers: {}, text: '', json: {}, error: null, durationMs: 0 }
  return new Promise((resolve) => {
    const finish = (error: string | null) => {
      resolve({ ...reply, json: parseObject(reply.text), error, durationMs: performance.now() - startedAtMs })
    }
    const options = { method, headers, ...(agent === undefined ? { agent: false as const } : { agent }) }
    const request = requestHttp(
      `${simulator.url}${path}`,
      { ...options, ...(signal ? { signal } : {}) },
      (response) => {
        reply.status = response.statusCode ?? null
        reply.headers = response.headers
        onHeaders?.()
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          reply.text += chunk
        })
        response.once('end', () => finish(null))
        response.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message))
      },
    )
    request.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message))
    request.end(body)
  })
}

function parseObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {}
  } catch {
    return {}
  }
}
