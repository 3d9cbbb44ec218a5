/** So many requests may be on their way without a word at first, and one more for each that was taken. */
const FIRST = 25
/** And no more than so many. */
const MOST = 100
/** What was neither answered nor refused within so many ms was taken: a long poll is answered much later. */
const TAKEN_AFTER_MS = 100

/**
 * How a step begins: 25 requests at once, and twice as many each time they were taken. So a server that is down, or a
 * limit that others have used up, is met with a handful of requests and not with hundreds, and 500 sessions are polled
 * within a second. Times are in milliseconds on one clock.
 */
export class SlowStart {
  /** When requests were sent of which nothing is known yet, oldest first. */
  #unsure: number[] = []
  #most = FIRST

  /** When the next request may be sent. */
  nextAt(now: number): number {
    const taken = this.#unsure.filter((sentAt) => sentAt <= now - TAKEN_AFTER_MS).length
    this.#unsure.splice(0, taken)
    this.#grow(taken)
    return this.#unsure.length < this.#most ? now : (this.#unsure[0] ?? now) + TAKEN_AFTER_MS
  }

  takeTurn(sentAt: number): void {
    this.#unsure.push(sentAt)
  }

  /** Says what became of the request that was sent then. */
  report(sentAt: number, wasTaken: boolean): void {
    const index = this.#unsure.indexOf(sentAt)
    if (index === -1) return
    this.#unsure.splice(index, 1)
    if (wasTaken) this.#grow(1)
    else this.#most = FIRST
  }

  #grow(taken: number): void {
    this.#most = Math.min(MOST, this.#most + taken)
  }
}
