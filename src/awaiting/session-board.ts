import type { Asked } from '../checkly/ask-until-answered.ts'
import type { RequestError, Session, WatchedSession } from '../session/session.ts'
import { type Clock, monotonicClock } from '../time/clock.ts'

/** What is known of each session of the step. Every verdict is made from this, also after a signal or an error. */
export class SessionBoard {
  #starting: Promise<void> | null = null
  readonly #watched = new Map<string, WatchedSession>()
  readonly #toldAt = new Map<string, number>()
  readonly #clock: Clock

  constructor(clock: Clock = monotonicClock) {
    this.#clock = clock
  }

  /** Whether sessions are being started now. Some may run at Checkly already and not be on the board. */
  get isStarting(): boolean {
    return this.#starting !== null
  }

  /** Resolves when no session is being started any more. All that were started are then on the board. */
  get whenStarted(): Promise<void> {
    return this.#starting ?? Promise.resolve()
  }

  /** Says that sessions are being started, until the returned function is called. */
  beginStarting(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#starting = promise
    return () => {
      this.#starting = null
      resolve()
    }
  }

  /** The ids of all sessions, in the order asked for. */
  get ids(): string[] {
    return [...this.#watched.keys()]
  }

  /** Adds a session to await, with what the API has said of it already. Adding it again does nothing. */
  add(id: string, session: Session | null): void {
    if (this.#watched.has(id)) return
    if (session !== null) this.#toldAt.set(id, this.#clock.now())
    this.#watched.set(id, { id, session, wait: 'waiting', isKnown: session !== null, lastError: null })
  }

  /** Puts the sessions into this order; `ids` has all of them. */
  arrange(ids: readonly string[]): void {
    const watched = ids.map((id) => this.find(id))
    this.#watched.clear()
    for (const one of watched) this.#watched.set(one.id, one)
  }

  /** Keeps a snapshot of a session, unless the session has ended. */
  keepSnapshot(id: string, session: Session): void {
    if (this.find(id).wait === 'ended') return
    this.#toldAt.set(id, this.#clock.now())
    this.#change(id, { session, isKnown: true })
  }

  /** Keeps the error of the last request about a session; null for a 408. */
  keepAnswer(id: string, error: RequestError | null): void {
    this.#change(id, error === null ? { lastError: null, isKnown: true } : { lastError: error })
  }

  /** Keeps how the wait for a session ended. */
  settle(id: string, asked: Asked<Session>): void {
    if (asked.kind === 'completed') {
      this.#change(id, { session: asked.value, wait: 'ended', isKnown: true, lastError: null })
    } else if (asked.kind === 'refused') {
      this.#change(id, { wait: 'refused', lastError: { cause: asked.cause, reached: true } })
    } else {
      this.#change(id, { wait: 'out-of-time', lastError: asked.lastError })
    }
  }

  /** What is known of one session. Throws when it was never added. */
  find(id: string): WatchedSession {
    const watched = this.#watched.get(id)
    if (watched === undefined) throw new Error(`session ${id} is not on the board`)
    return watched
  }

  /** What the API last said of a session; null for nothing. */
  get(id: string): Session | null {
    return this.#watched.get(id)?.session ?? null
  }

  /** Milliseconds since the API last described each running session. Sessions that it never described are left out. */
  measureAges(): Map<string, number> {
    const now = this.#clock.now()
    return new Map(
      this.listRunning().flatMap(({ id }) => {
        const toldAt = this.#toldAt.get(id)
        return toldAt === undefined ? [] : [[id, now - toldAt] as const]
      }),
    )
  }

  /** Sessions that have not ended, as far as is known; without refused ones. */
  listRunning(): WatchedSession[] {
    return this.list().filter(({ wait }) => wait !== 'ended' && wait !== 'refused')
  }

  /** Every session, in the order asked for. */
  list(): WatchedSession[] {
    return [...this.#watched.values()]
  }

  #change(id: string, changes: Partial<WatchedSession>): void {
    this.#watched.set(id, { ...this.find(id), ...changes })
  }
}
