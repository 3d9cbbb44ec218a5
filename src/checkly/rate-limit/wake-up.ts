import type { Timing } from '../../time/clock.ts'

/** Calls a function once, at the earliest moment that was asked for; then forgets all moments. */
export class WakeUp {
  readonly #timing: Timing
  readonly #wake: () => void
  #next: { at: number; cancel: AbortController } | null = null

  constructor(timing: Timing, wake: () => void) {
    this.#timing = timing
    this.#wake = wake
  }

  /** Asks for a moment: milliseconds on the clock. If it has passed already: in the next turn of the event loop. */
  ask(at: number): void {
    if (this.#next !== null && this.#next.at <= at) return
    this.#next?.cancel.abort()
    const next = { at, cancel: new AbortController() }
    this.#next = next
    const ms = Math.ceil(at - this.#timing.clock.now())
    const waiting =
      ms > 0 ? this.#timing.sleep(ms, next.cancel.signal) : new Promise((resolve) => setImmediate(resolve))
    void waiting.then(() => {
      if (this.#next !== next) return
      this.#next = null
      this.#wake()
    })
  }
}
