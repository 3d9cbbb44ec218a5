import type { ReadSession } from '../client/contract.ts'
import type { SessionFate } from '../verdict/verdict.ts'
import type { Completion } from './await-completion.ts'

/** What kept a request from its answer, and whether a server answered at all. */
interface Trouble {
  cause: string
  reached: boolean
}

/** What is known of each session of the step, at any moment; the verdict is made from it on every path. */
export class SessionBoard {
  /** In the order asked for. */
  readonly ids: string[] = []
  /** Whether sessions are being started at this moment, so that some may run of which nothing is known. */
  starting = false
  readonly #seen = new Set<string>()
  readonly #known = new Map<string, ReadSession>()
  readonly #completions = new Map<string, Completion<ReadSession>>()
  readonly #troubles = new Map<string, Trouble>()

  /** Adds a session to await, with what the API has said of it already. */
  add(id: string, read: ReadSession | null): void {
    if (!this.#seen.has(id)) this.ids.push(id)
    this.#seen.add(id)
    if (read !== null) this.#known.set(id, read)
  }

  /** Keeps a snapshot of a session that has not ended. */
  keepSnapshot(id: string, read: ReadSession): void {
    if (!this.#completions.has(id)) this.#known.set(id, read)
  }

  /** Keeps the last trouble of a session that is still awaited. */
  keepTrouble(id: string, trouble: Trouble | null): void {
    if (trouble === null) this.#troubles.delete(id)
    else this.#troubles.set(id, trouble)
  }

  /** Keeps how the wait for a session ended. */
  settle(id: string, completion: Completion<ReadSession>): void {
    if (completion.kind === 'completed') this.#known.set(id, completion.value)
    this.#completions.set(id, completion)
  }

  /** The latest that the API said of a session. */
  get(id: string): ReadSession | null {
    return this.#known.get(id) ?? null
  }

  /** Ids of the sessions that have not ended, as far as is known; refused ones are not among them. */
  listRunning(): string[] {
    return this.ids.filter((id) => {
      const kind = this.#completions.get(id)?.kind
      return kind !== 'completed' && kind !== 'refused'
    })
  }

  /** What became of each session until now. */
  listFates(passingStatuses: readonly string[]): SessionFate[] {
    return this.ids.map((id) => {
      const completion = this.#completions.get(id)
      const read = this.#known.get(id) ?? null
      const fate = { id, session: read?.session ?? null, raw: read?.raw ?? null, unreachable: false }
      if (completion?.kind === 'completed') {
        return { ...fate, state: hasPassed(completion, passingStatuses) ? 'passed' : 'failed', trouble: null }
      }
      if (completion?.kind === 'refused') return { ...fate, state: 'unknown', trouble: completion.cause }
      const trouble = this.#troubles.get(id)
      const unseen = completion?.kind === 'timeout' && !completion.answered && trouble !== undefined
      return {
        ...fate,
        state: unseen ? 'unknown' : 'unfinished',
        trouble: trouble?.cause ?? null,
        unreachable: trouble?.reached === false,
      }
    })
  }
}

/** Whether the wait ended with a status that passes. */
export function hasPassed(completion: Completion<ReadSession>, passingStatuses: readonly string[]): boolean {
  return completion.kind === 'completed' && passingStatuses.includes(completion.value.session.status)
}
