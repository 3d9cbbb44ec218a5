import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RateLimit } from '../../simulator/rate-limiter.ts'
import type { LoggedRequest } from '../../simulator/request-log.ts'
import type { CheckScript, SessionScript } from '../../simulator/script.ts'
import type { WireSession } from '../../simulator/wire.ts'

const MAIN = join(import.meta.dirname, '..', '..', 'simulator', 'main.ts')

/** The stand-in API in a process of its own. All times that it gives are those of this process's clock. */
export interface StandIn {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  addSessions(scripts: readonly SessionScript[]): Promise<void>
  addChecks(scripts: readonly CheckScript[]): Promise<void>
  setRateLimit(limit: RateLimit | null): Promise<void>
  listSessions(): Promise<WireSession[]>
  /** When the last of all sessions ended, in epoch ms. */
  findLastEnd(): Promise<number>
  /** When a session ended, in epoch ms. */
  findEnd(id: string): Promise<number>
  listRequests(): Promise<LoggedRequest[]>
  /** Forgets sessions, checks and requests. */
  reset(): Promise<void>
  stop(): Promise<void>
}

/** The time in epoch ms, with fractions, steady within this process. */
export function getEpochMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Starts a stand-in without sessions, and compares its clock with ours. */
export async function startStandIn(): Promise<StandIn> {
  const child = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'pipe', 'inherit'] })
  // A bench that breaks off leaves nothing behind.
  const kill = (): void => void child.kill('SIGTERM')
  process.once('exit', kill)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { url, apiKey, accountId } = JSON.parse(String(line))

  async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${url}/__control/${path}`, { method, ...sent })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  /** How far the stand-in's clock is ahead, in ms: by the quickest of some requests. */
  async function compareClocks(): Promise<number> {
    let best = { tookMs: Number.POSITIVE_INFINITY, aheadMs: 0 }
    for (let round = 0; round < 20; round += 1) {
      const sentAtMs = getEpochMs()
      await (await fetch(`${url}/next/accounts`)).arrayBuffer()
      const tookMs = getEpochMs() - sentAtMs
      const [request] = await control<LoggedRequest[]>('GET', 'requests')
      await control('DELETE', 'requests')
      const aheadMs = (request?.arrivedAtMs ?? 0) - (sentAtMs + tookMs / 2)
      if (tookMs < best.tookMs) best = { tookMs, aheadMs }
    }
    return best.aheadMs
  }

  const aheadMs = await compareClocks()
  const findEnd = async (id: string): Promise<number> => {
    const { endedAtMs } = await control<{ endedAtMs: number | null }>('GET', `sessions/${id}`)
    return (endedAtMs ?? Number.NaN) - aheadMs
  }
  const listSessions = (): Promise<WireSession[]> => control('GET', 'sessions')
  return {
    url,
    apiKey,
    accountId,
    addSessions: (scripts) => control('POST', 'sessions', scripts),
    addChecks: (scripts) => control('POST', 'checks', scripts),
    setRateLimit: (limit) => control('PUT', 'rate-limit', limit),
    listSessions,
    findEnd,
    findLastEnd: async () => {
      const stopped = (session: WireSession): string => session.stoppedAt ?? ''
      const latest = (await listSessions()).sort((a, b) => stopped(b).localeCompare(stopped(a))).slice(0, 5)
      return Math.max(...(await Promise.all(latest.map((session) => findEnd(session.checkSessionId)))))
    },
    listRequests: async () => {
      const requests = await control<LoggedRequest[]>('GET', 'requests')
      return requests.map((request) => ({ ...request, arrivedAtMs: request.arrivedAtMs - aheadMs }))
    },
    reset: async () => {
      for (const what of ['sessions', 'checks', 'requests']) await control('DELETE', what)
    },
    stop: async () => {
      const gone = once(child, 'exit')
      kill()
      await gone
      process.off('exit', kill)
    },
  }
}
