/** Requests a second: the highest rate after a refusal. */
const HIGHEST = 25
/** Requests a second: the lowest rate. */
const LOWEST = 0.7
/** After a pause, the rate is at most 3 times the average of accepted requests since the pause before. */
const MOST_GAIN = 3
/** Requests a second: what the rate may be after a pause even if the average was lower. */
const LEAST_AFTER_PAUSE = 2
/** A refusal lowers the rate to 80 %. */
const DECREASE = 0.8
/** From 60 to 110 % of the rate that was last refused, the rate grows slowly. */
const NEAR = [0.6, 1.1] as const
/** There, each accepted request adds 3 %. */
const GROWTH_NEAR = 0.03
/** Elsewhere, each accepted request adds 25 %. */
const GROWTH = 0.25
/** But each second adds at most 1 request a second. */
const MOST_GROWTH = 1

/** 200 ms: a request that is late by no more than this does not delay the next ones. */
const MOST_LATE_MS = 200

/**
 * How fast requests follow each other once some were refused: one by one, at a rate that grows while they are accepted
 * and falls with each refusal. After a pause, the rate is at least the average of accepted requests since the pause
 * before. Times are in milliseconds on one clock, rates in requests a second.
 */
export class SendRate {
  #perSecond = Number.POSITIVE_INFINITY
  #refusedPerSecond = Number.POSITIVE_INFINITY
  #nextAt = Number.NEGATIVE_INFINITY
  /** Whether a request was sent at this rate, and no refusal of it is known. */
  #isTried = false
  /** Since when requests are counted; null before the first. */
  #countedFrom: number | null = null
  /** How many were accepted since then, as far as is known. */
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
    // Timers are late, above all on a busy machine. The next request makes up for it.
    this.#nextAt = Math.max(this.#nextAt, sentAt - MOST_LATE_MS) + 1000 / this.#perSecond
  }

  /** Says that a request was refused after it had counted as accepted. */
  takeBack(sentAt: number): void {
    if (this.#countedFrom !== null && sentAt >= this.#countedFrom) this.#taken -= 1
  }

  /** Lowers the rate: requests were too fast. */
  slowDown(): void {
    this.#refusedPerSecond = this.#perSecond
    this.#perSecond = Math.max(LOWEST, this.#perSecond * DECREASE)
    this.#isTried = false
  }

  /** Goes on after a refusal, and perhaps a pause: the probe that was sent then is accepted. */
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
