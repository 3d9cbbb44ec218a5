/** The server counts a request from when it has arrived, which may be a little later than here, in ms. */
const ARRIVAL_MS = 1000
/** The account's limit: 600 requests in 60 s on most routes (Checkly's documentation of its API). */
const WINDOW_MS = 60_000 + ARRIVAL_MS
/** What the step uses of it at most: other jobs and people need some. */
export const MOST_PER_WINDOW = 570
/** However much others use, so many requests a window are tried. */
const LEAST_PER_WINDOW = 30
/** After a whole window without a refusal the share grows again, each second by so much. */
const GROWTH_PER_SECOND = 0.5

/**
 * What the step takes of the account's limit: so many requests in any window of a minute. Less after the
 * server has refused some, since others use the same limit. All times are in milliseconds on one clock.
 */
export class RequestShare {
  /** When requests were sent within the last window, oldest first. */
  readonly #sent: number[] = []
  #allowance = MOST_PER_WINDOW
  #refusedAt = Number.NEGATIVE_INFINITY
  #grownAt = Number.NEGATIVE_INFINITY

  /** Whether the window has room for a request. */
  hasRoom(now: number): boolean {
    const grownAt = Math.max(this.#grownAt, this.#refusedAt + WINDOW_MS)
    if (this.#allowance < MOST_PER_WINDOW && now > grownAt) {
      const growth = ((now - grownAt) / 1000) * GROWTH_PER_SECOND
      this.#allowance = Math.min(MOST_PER_WINDOW, this.#allowance + growth)
      this.#grownAt = now
    }
    return this.#countSent(now) < this.#allowance
  }

  /** Counts a request that is sent. */
  record(now: number): void {
    this.#sent.push(now)
  }

  /** Takes back a request that the server refused, and so did not count. */
  takeBack(now: number): void {
    this.#sent.pop()
    this.#refusedAt = now
  }

  /** Shrinks to what was used in the last window, at most by half: early in a step little has been used of it. */
  shrink(now: number): void {
    this.#allowance = Math.max(LEAST_PER_WINDOW, this.#countSent(now), this.#allowance / 2)
  }

  /** Milliseconds until the window has room, as of the last look. */
  untilRoom(now: number): number {
    const oldest = this.#sent[this.#sent.length - Math.ceil(this.#allowance)]
    return oldest === undefined ? 0 : oldest + WINDOW_MS - now
  }

  #countSent(now: number): number {
    while ((this.#sent[0] ?? Number.POSITIVE_INFINITY) <= now - WINDOW_MS) this.#sent.shift()
    return this.#sent.length
  }
}
