import { cancelRuns, endLiveSession, type LiveSession, startLiveSession } from './live-session.ts'
import { planSession } from './plan-session.ts'
import type { SessionScript } from './script.ts'

/** The sessions of a simulator, by id. */
export class SessionStore {
  readonly #sessions = new Map<string, LiveSession>()
  readonly #idsByResult = new Map<string, string>()

  /** Starts a session and returns it; `plan.id` is its id. An id that is taken throws. */
  add(script: SessionScript = {}): LiveSession {
    const plan = planSession(script, this.#sessions.size)
    if (this.#sessions.has(plan.id)) throw new Error(`There is a session ${plan.id} already.`)
    const agoMs = script.ended === true ? plan.durationMs : (script.startedAgoMs ?? 0)
    if (!Number.isFinite(agoMs)) throw new Error('A session that ends on command cannot have ended already.')
    for (const run of plan.runs) this.#idsByResult.set(run.resultId, plan.id)
    const session = startLiveSession(plan, Date.now() - agoMs)
    this.#sessions.set(plan.id, session)
    return session
  }

  get(id: string): LiveSession | undefined {
    return this.#sessions.get(id.toLowerCase())
  }

  /** The session that a result belongs to. */
  getByResult(resultId: string): LiveSession | undefined {
    const id = this.#idsByResult.get(resultId.toLowerCase())
    return id === undefined ? undefined : this.#sessions.get(id)
  }

  /** All sessions, in the order they were added. */
  list(): LiveSession[] {
    return [...this.#sessions.values()]
  }

  /** Ends a session now, in the given status or in the one it was heading for. */
  end(id: string, status?: string): void {
    endLiveSession(this.#require(id), status)
  }

  /** Cancels the runs under way (of the sequences given), whatever the check type. */
  cancel(id: string, sequenceIds?: readonly string[]): void {
    cancelRuns(this.#require(id), sequenceIds)
  }

  /** Resolves when a session has ended, with the session. */
  async whenEnded(id: string): Promise<LiveSession> {
    const session = this.#require(id)
    if (session.endedAtMs === null) await new Promise<void>((resolve) => session.waiters.add(resolve))
    return session
  }

  /** Forgets all sessions; long polls on them go on until their time is up. */
  clear(): void {
    for (const session of this.#sessions.values()) clearTimeout(session.timer)
    this.#sessions.clear()
    this.#idsByResult.clear()
  }

  #require(id: string): LiveSession {
    const session = this.get(id)
    if (session === undefined) throw new Error(`There is no session ${id}.`)
    return session
  }
}
