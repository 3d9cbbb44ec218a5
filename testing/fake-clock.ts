import type { Clock, Sleep } from '../src/time/clock.ts'

interface Sleeper {
  at: number
  wake(): void
}

/** A clock whose time goes by only where somebody sleeps: hours take no time, and every delay is known. */
export class FakeClock implements Clock {
  #now = 0
  readonly #sleepers = new Set<Sleeper>()

  now(): number {
    return this.#now
  }

  /** Sleeps in the clock's time. */
  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const sleeper: Sleeper = {
        at: this.#now + ms,
        wake: () => {
          this.#sleepers.delete(sleeper)
          signal.removeEventListener('abort', sleeper.wake)
          resolve()
        },
      }
      this.#sleepers.add(sleeper)
      signal.addEventListener('abort', sleeper.wake)
    })

  /** Lets time go by, from one sleeper to the next, until the promise is settled. */
  async runUntil<T>(promise: Promise<T>): Promise<T> {
    let settled = false
    const note = (): void => {
      settled = true
    }
    promise.then(note, note)
    for (;;) {
      // Two turns of the event loop: all that follows from the last sleeper has happened, also what it left for the next.
      for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
      if (settled) return promise
      const next = this.#findNext()
      if (next === undefined) throw new Error(`nobody sleeps at ${this.#now} ms, and it is not settled`)
      this.#now = Math.max(this.#now, next.at)
      next.wake()
    }
  }

  /** Lets so many milliseconds go by. */
  async pass(ms: number): Promise<void> {
    await this.runUntil(this.sleep(ms, new AbortController().signal))
  }

  /** The sleeper that is due first; of several, the one that began first. */
  #findNext(): Sleeper | undefined {
    let next: Sleeper | undefined
    for (const sleeper of this.#sleepers) if (next === undefined || sleeper.at < next.at) next = sleeper
    return next
  }
}
