/** At first, 25 polls may wait to be accepted. Each accepted poll allows 1 more. */
const FIRST = 25
/** Never more than 100 may wait. */
const MOST = 100
/** 100 ms: a poll that did not fail by then counts as accepted. A long poll is answered much later. */
const TAKEN_AFTER_MS = 100

/**
 * How a step begins: 25 polls at once, then 50, then 100, as they are accepted. Accepted here: answered, or 100 ms old
 * without a refusal or failure. After a refusal or failure within 100 ms: 25 again. So a server that is down gets few
 * requests and not hundreds, and 500 sessions are still polled within a second. Times are in milliseconds on one clock.
 */
export class SlowStart {
  /** When the polls were sent that are not accepted yet, oldest first. */
  #unsure: number[] = []
  #most = FIRST

  /** When the next poll may be sent. */
  nextAt(now: number): number {
    const taken = this.#unsure.filter((sentAt) => sentAt <= now - TAKEN_AFTER_MS).length
    this.#unsure.splice(0, taken)
    this.#grow(taken)
    return this.#unsure.length < this.#most ? now : (this.#unsure[0] ?? now) + TAKEN_AFTER_MS
  }

  takeTurn(sentAt: number): void {
    this.#unsure.push(sentAt)
  }

  /** Says what became of the poll that was sent at that time. */
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
