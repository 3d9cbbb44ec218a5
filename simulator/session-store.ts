import {
  cancelRuns,
  endLiveSession,
  finishRuns,
  type LiveSession,
  listFinishedRuns,
  type PastRun,
  startLiveSession,
} from './live-session.ts'
import type { Plan, PlannedRun } from './plan-session.ts'

/** When a session starts, as its script says. */
interface StartScript {
  startedAgoMs?: number
  ended?: boolean
}

/** What tells one kind of session from the other. */
export interface SessionKind<Script, SomePlan extends Plan> {
  /** Fills in a script; `serial` is the count of sessions before. */
  plan(script: Script, serial: number): SomePlan
  deriveStatus: LiveSession<SomePlan>['deriveStatus']
}

/** The sessions of a simulator that are of one kind, by id. */
export class SessionStore<Script extends StartScript, SomePlan extends Plan> {
  readonly #kind: SessionKind<Script, SomePlan>
  readonly #sessions = new Map<string, LiveSession<SomePlan>>()

  constructor(kind: SessionKind<Script, SomePlan>) {
    this.#kind = kind
  }

  /** Starts a session and returns it; `plan.id` is its id. An id that is taken throws. */
  add(script: Script): LiveSession<SomePlan> {
    const plan = this.#kind.plan(script, this.#sessions.size)
    if (this.#sessions.has(plan.id)) throw new Error(`There is a session ${plan.id} already.`)
    const agoMs = script.ended === true ? plan.durationMs : (script.startedAgoMs ?? 0)
    if (!Number.isFinite(agoMs)) throw new Error('A session that ends on command cannot have ended already.')
    const session = startLiveSession(plan, Date.now() - agoMs, this.#kind.deriveStatus)
    this.#sessions.set(plan.id, session)
    return session
  }

  get(id: string): LiveSession<SomePlan> | undefined {
    return this.#sessions.get(id.toLowerCase())
  }

  /** All sessions, in the order they were added. */
  list(): LiveSession<SomePlan>[] {
    return [...this.#sessions.values()]
  }

  /** The runs of all sessions that have finished by now. */
  listPastRuns(): PastRun[] {
    return this.list().flatMap((session) =>
      listFinishedRuns(session).map((run) => ({ run, startedAtMs: session.startedAtMs })),
    )
  }

  /** Ends a session now, in the given status or in the one it was heading for. */
  end(id: string, status?: string): void {
    endLiveSession(this.#require(id), status)
  }

  /** Finishes the runs of the checks of a name now, with what they were heading for. */
  finishCheck(id: string, name: string): void {
    finishRuns(this.#require(id), (run) => run.check.name === name)
  }

  /** Cancels the runs under way (of the sequences given), whatever the check type. */
  cancel(id: string, sequenceIds?: readonly string[]): void {
    const isChosen = (run: PlannedRun) => sequenceIds?.includes(run.sequenceId) ?? true
    cancelRuns(this.#require(id), isChosen)
  }

  /** Resolves when a session has ended, with the session. */
  async whenEnded(id: string): Promise<LiveSession<SomePlan>> {
    const session = this.#require(id)
    if (session.endedAtMs === null) await new Promise<void>((resolve) => session.waiters.add(resolve))
    return session
  }

  /** Forgets all sessions; long polls on them go on until their time is up. */
  clear(): void {
    for (const session of this.#sessions.values()) clearTimeout(session.timer)
    this.#sessions.clear()
  }

  #require(id: string): LiveSession<SomePlan> {
    const session = this.get(id)
    if (session === undefined) throw new Error(`There is no session ${id}.`)
    return session
  }
}
