/** 1 s: a request may arrive at the server, and be counted there, this much later than here. */
const ARRIVAL_MS = 1000
/** 61 s: how long a request counts. The limit is 600 requests in 60 s on most routes (Checkly's documentation). */
const WINDOW_MS = 60_000 + ARRIVAL_MS
/** 400 requests of a window may be sent at any speed. */
const MOST_AT_ANY_SPEED = 400
/** With more than 340 sessions: as many requests as there are sessions, and 60 more. */
const MORE_THAN_SESSIONS = 60

/**
 * The step's own count of the requests that the server may count within the last minute. With it the step keeps to
 * the documented limit before the server refuses anything. Times are in milliseconds on one clock.
 */
export class RequestWindow {
  /** When requests were sent, oldest first. */
  readonly #sent: number[] = []

  /** How many requests are in the window that ends now. */
  count(now: number): number {
    while ((this.#sent[0] ?? Number.POSITIVE_INFINITY) <= now - WINDOW_MS) this.#sent.shift()
    return this.#sent.length
  }

  record(now: number): void {
    this.#sent.push(now)
  }

  /** Takes back a request that the server did not count: it was refused, or never arrived. */
  takeBack(sentAt: number): void {
    const index = this.#sent.lastIndexOf(sentAt)
    if (index !== -1) this.#sent.splice(index, 1)
  }

  /** Forgets all requests: the server has said when there is room again. */
  forget(): void {
    this.#sent.length = 0
  }

  /** When one more request makes no more than `most` in the window; `now` when it does so already. */
  roomAt(now: number, most: number): number {
    const count = this.count(now)
    return count < most ? now : (this.#sent[count - most] ?? now) + WINDOW_MS
  }

  /**
   * When the next request may be sent, so that the requests left last until the oldest one leaves the window. Else
   * none would be left for the rest of the minute. `now` for the first max(400, sessions + 60) requests, and when none
   * is left: then `roomAt` tells the time.
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
    // The time t at which the gap since the last request is a fair share: t - last = (oldest + WINDOW_MS - t) / left.
    return Math.max(now, (last * left + oldest + WINDOW_MS) / (left + 1))
  }
}
