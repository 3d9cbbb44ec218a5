import type { Clock, Sleep, Timing } from '../../src/time/clock.ts'

interface Sleeper {
  at: number
  order: number
  wake: (() => void) | null
}

/** A clock whose time goes by only where somebody sleeps, for many thousands of sleepers. */
export class VirtualClock implements Clock, Timing {
  readonly clock: Clock = this
  /** A binary heap: who wakes first in front. */
  readonly #heap: Sleeper[] = []
  #now = 0
  #order = 0

  /** Milliseconds from 0. */
  now(): number {
    return this.#now
  }

  /** Sleeps in the clock's time. */
  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const end = (): void => {
        sleeper.wake = null
        signal.removeEventListener('abort', end)
        resolve()
      }
      this.#order += 1
      const sleeper: Sleeper = { at: this.#now + Math.max(0, ms), order: this.#order, wake: end }
      this.#push(sleeper)
      signal.addEventListener('abort', end)
    })

  /** Lets time go by until the promise is settled. Throws when nobody sleeps any more and it is not. */
  async runUntil<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false
    const note = (): void => {
      isSettled = true
    }
    promise.then(note, note)
    for (;;) {
      // Two turns of the event loop: all that follows has happened, also what was left for the next turn.
      for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
      if (isSettled) return promise
      let next = this.#pop()
      while (next !== undefined && next.wake === null) next = this.#pop()
      if (next === undefined) throw new Error(`nobody sleeps at ${this.#now} ms, and it is not settled`)
      this.#now = next.at
      next.wake?.()
      // All who are due at the same time wake together.
      while (this.#heap[0] !== undefined && this.#heap[0].at <= this.#now) this.#pop()?.wake?.()
    }
  }

  #push(sleeper: Sleeper): void {
    const heap = this.#heap
    let index = heap.push(sleeper) - 1
    while (index > 0) {
      const above = (index - 1) >> 1
      if (!isBefore(sleeper, heap[above])) break
      heap[index] = heap[above] as Sleeper
      index = above
    }
    heap[index] = sleeper
  }

  #pop(): Sleeper | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return first
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const below = isBefore(heap[left + 1], heap[left]) ? left + 1 : left
      if (!isBefore(heap[below], last)) break
      heap[index] = heap[below] as Sleeper
      index = below
    }
    heap[index] = last
    return first
  }
}

function isBefore(a: Sleeper | undefined, b: Sleeper | undefined): boolean {
  if (a === undefined) return false
  return b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order)
}
