/** The server counts a request from when it has arrived, which may be a little later than here, in ms. */
const ARRIVAL_MS = 1000
/** The account's limit: 600 requests in 60 s on most routes (Checkly's documentation of its API). */
const WINDOW_MS = 60_000 + ARRIVAL_MS
/** So many are sent without a look at the rest of the minute, and so many more than there are sessions. */
const MOST_AT_ANY_SPEED = 400
const MORE_THAN_SESSIONS = 60

/**
 * The step's own count of what can have reached the server within the last minute. It keeps to the documented limit
 * before the server has refused anything. Times are in milliseconds on one clock.
 */
export class RequestWindow {
  /** When requests were sent, oldest first. */
  readonly #sent: number[] = []

  /** Requests within the window that ends now. */
  count(now: number): number {
    while ((this.#sent[0] ?? Number.POSITIVE_INFINITY) <= now - WINDOW_MS) this.#sent.shift()
    return this.#sent.length
  }

  record(now: number): void {
    this.#sent.push(now)
  }

  /** Takes back a request that the server has not counted: it was refused, or never arrived. */
  takeBack(sentAt: number): void {
    const index = this.#sent.lastIndexOf(sentAt)
    if (index !== -1) this.#sent.splice(index, 1)
  }

  /** Forgets all: the server has said when there is room again. */
  forget(): void {
    this.#sent.length = 0
  }

  /** When there is room for one more beside `most - 1` others; `now` when there is some. */
  roomAt(now: number, most: number): number {
    const count = this.count(now)
    return count < most ? now : (this.#sent[count - most] ?? now) + WINDOW_MS
  }

  /**
   * When the next request may be sent so that what is left of the window lasts until the oldest request leaves it: else
   * nobody could ask for the rest of the minute. `now` while the sessions have been polled once, and much is left.
   */
  evenAt(now: number, sessions: number, most: number): number {
    const count = this.count(now)
    const left = most - count
    const [oldest] = this.#sent
    const last = this.#sent.at(-1)
    if (
      count < Math.max(MOST_AT_ANY_SPEED, sessions + MORE_THAN_SESSIONS) ||
      left <= 0 ||
      oldest === undefined ||
      last === undefined
    ) {
      return now
    }
    // From t on: t - last >= (oldest + WINDOW_MS - t) / left.
    return Math.max(now, (last * left + oldest + WINDOW_MS) / (left + 1))
  }
}
