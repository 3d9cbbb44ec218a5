/** Requests a second. */
const HIGHEST = 25
const LOWEST = 0.7
/** After a pause the rate is at most so many times what the server took on average until then, or this rate. */
const MOST_GAIN = 3
const LEAST_AFTER_PAUSE = 2
/** What is left of the rate after a refusal. */
const DECREASE = 0.8
/** With each request that is taken the rate grows by a part of itself: less between these parts of what was refused last. */
const NEAR = [0.6, 1.1] as const
const GROWTH_NEAR = 0.03
const GROWTH = 0.25
/** And by so much that it grows by one request a second each second at most, however high it is. */
const MOST_GROWTH = 1

/** Requests that come too late by no more than so many ms hold back nobody. */
const MOST_LATE_MS = 200

/**
 * How fast requests follow each other once some were refused: one by one, at a rate that grows while they are taken
 * and falls with each refusal (additive increase, multiplicative decrease). It does not fall below what the server has
 * really taken in the time from one pause to the next, whatever its limit looks like. Times are in milliseconds on one
 * clock, rates in requests a second.
 */
export class SendRate {
  #perSecond = Number.POSITIVE_INFINITY
  #refusedPerSecond = Number.POSITIVE_INFINITY
  #nextAt = Number.NEGATIVE_INFINITY
  /** Whether a request was sent at this rate, and not refused as far as is known. */
  #isTried = false
  /** Since when requests are counted, and how many of them were not refused. */
  #countedFrom: number | null = null
  #taken = 0

  /** When the next request may be sent. */
  get nextAt(): number {
    return this.#nextAt
  }

  /** Says that a request is sent. */
  takeTurn(sentAt: number): void {
    this.#countedFrom ??= sentAt
    this.#taken += 1
    if (this.#isTried) this.#grow()
    this.#isTried = true
    // Timers are late, the more so on a busy machine: what was lost is made up for.
    this.#nextAt = Math.max(this.#nextAt, sentAt - MOST_LATE_MS) + 1000 / this.#perSecond
  }

  /** Says that a request was refused that had counted as taken. */
  takeBack(sentAt: number): void {
    if (this.#countedFrom !== null && sentAt >= this.#countedFrom) this.#taken -= 1
  }

  /** Says that requests were too fast. */
  slowDown(): void {
    this.#refusedPerSecond = this.#perSecond
    this.#perSecond = Math.max(LOWEST, this.#perSecond * DECREASE)
    this.#isTried = false
  }

  /** Goes on after a refusal, and perhaps a pause, with a request that was taken. */
  goOn(sentAt: number, wasPaused: boolean): void {
    if (wasPaused || !Number.isFinite(this.#perSecond)) {
      const measured = this.#taken / Math.max(1, (sentAt - (this.#countedFrom ?? sentAt)) / 1000)
      const most = Math.min(HIGHEST, Math.max(LEAST_AFTER_PAUSE, MOST_GAIN * measured))
      this.#perSecond = Math.min(HIGHEST, Math.max(LOWEST, measured, Math.min(most, this.#perSecond)))
      this.#countedFrom = sentAt
      this.#taken = 0
    }
    this.#taken += 1
    this.#nextAt = sentAt + 1000 / this.#perSecond
  }

  #grow(): void {
    if (!Number.isFinite(this.#perSecond)) return
    const near = this.#perSecond / this.#refusedPerSecond
    const growth = this.#perSecond * (near > NEAR[0] && near < NEAR[1] ? GROWTH_NEAR : GROWTH)
    this.#perSecond = Math.min(HIGHEST, this.#perSecond + Math.min(growth, MOST_GROWTH / this.#perSecond))
  }
}
