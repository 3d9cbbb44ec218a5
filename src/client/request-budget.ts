import { fitPause } from '../awaiting/backoff.ts'
import type { Clock, Sleep } from '../awaiting/time.ts'

/** The server counts a request from when it has arrived, which may be a little later than here, in ms. */
const ARRIVAL_MS = 1000
/** The account's limit: 600 requests in 60 s on most routes (Checkly's documentation of its API). */
const WINDOW_MS = 60_000 + ARRIVAL_MS
/** What the step uses of it at most: other jobs and people need some. */
const MOST_PER_WINDOW = 570
/** As many sessions as can be watched from the start within one window. */
const WATCHABLE = 500
/** With more than that: sessions watched at once at first; a request for each other one comes later anyway. */
const FIRST_OF_MANY = 40
/** With more than that, or after a refusal: requests that may be added, each second. */
const PACE_PER_SECOND = 6
/** However much others use, so many requests a window are tried. */
const LEAST_PER_WINDOW = 30
/** After a whole window without a refusal the share grows again, each second by so much. */
const GROWTH_PER_SECOND = 0.5

/** Pauses after refusals that do not say how long to wait: they double from the first to the last, in ms. */
const FIRST_PAUSE_MS = 1000
const LAST_PAUSE_MS = 16_000

/** Nothing stops the wait for the next turn: who no longer wants it leaves by itself. */
const NEVER = new AbortController().signal

/**
 * What all requests of a step share, so that the account's limit is hardly ever hit. Turns are given in the
 * order asked for. Up to 500 sessions start at full speed; with more, a poll that brings a result makes
 * room for the next at once, and others are paced, since a poll that comes back with 408 has used up a
 * request that another session needed.
 */
export class RequestBudget {
  readonly #clock: Clock
  readonly #sleep: Sleep
  readonly #deadline: number
  /** When requests were sent within the last window, oldest first. */
  readonly #sent: number[] = []
  readonly #waiting = new Set<() => void>()
  #allowance = MOST_PER_WINDOW
  #tokens = MOST_PER_WINDOW
  #mostTokens = MOST_PER_WINDOW
  #paced = false
  #filledAt: number
  #pausedUntil = Number.NEGATIVE_INFINITY
  #refusedAt = Number.NEGATIVE_INFINITY
  #refusals = 0
  #pumping = false

  /** @param deadline - on `clock`, in milliseconds; no pause passes it */
  constructor(clock: Clock, sleep: Sleep, deadline: number) {
    this.#clock = clock
    this.#sleep = sleep
    this.#deadline = deadline
    this.#filledAt = clock.now()
  }

  /** Says how many sessions are going to be watched. */
  expectSessions(count: number): void {
    if (count <= WATCHABLE) return
    this.#paced = true
    this.#mostTokens = FIRST_OF_MANY
    this.#tokens = Math.min(this.#tokens, FIRST_OF_MANY)
  }

  /** Waits until a request may be sent, and counts it; ends early, uncounted, when the signal is aborted. */
  takeTurn(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    if (this.#waiting.size === 0 && this.#tryTake()) return Promise.resolve()
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#waiting.delete(leave)
        signal.removeEventListener('abort', leave)
        resolve()
      }
      this.#waiting.add(leave)
      signal.addEventListener('abort', leave)
      void this.#pump()
    })
  }

  /** Says that a poll brought its result: with many sessions the next one may take its place at once. */
  giveBack(): void {
    this.#refusals = 0
    if (!this.#paced) return
    this.#fill()
    this.#tokens = Math.min(this.#mostTokens, this.#tokens + 1)
    this.#wake()
  }

  /**
   * Says that the server refused a request with 429: all requests pause, and the share shrinks to what was
   * used in the last window, at most by half each time: early in a step little has been used of it.
   * @param pauseMs - what `Retry-After` said, in milliseconds; null for a pause that doubles each time
   */
  reportRefusal(pauseMs: number | null): void {
    const now = this.#clock.now()
    this.#sent.pop()
    if (now >= this.#pausedUntil) {
      this.#refusals += 1
      this.#allowance = Math.max(LEAST_PER_WINDOW, this.#countSent(now), this.#allowance / 2)
    }
    const grown = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#refusals - 1))
    this.#pausedUntil = Math.max(this.#pausedUntil, now + fitPause(pauseMs ?? grown, this.#deadline - now))
    this.#refusedAt = now
    this.#paced = true
    this.#mostTokens = FIRST_OF_MANY
    this.#tokens = 0
    this.#filledAt = Math.max(now, this.#pausedUntil)
  }

  #countSent(now: number): number {
    while ((this.#sent[0] ?? Number.POSITIVE_INFINITY) <= now - WINDOW_MS) this.#sent.shift()
    return this.#sent.length
  }

  #fill(): void {
    const now = this.#clock.now()
    const seconds = Math.max(0, now - this.#filledAt) / 1000
    this.#filledAt = Math.max(now, this.#filledAt)
    if (this.#paced) this.#tokens = Math.min(this.#mostTokens, this.#tokens + seconds * PACE_PER_SECOND)
    if (now - this.#refusedAt > WINDOW_MS) {
      this.#allowance = Math.min(MOST_PER_WINDOW, this.#allowance + seconds * GROWTH_PER_SECOND)
    }
  }

  #tryTake(): boolean {
    const now = this.#clock.now()
    this.#fill()
    if (now < this.#pausedUntil || this.#tokens < 1 || this.#countSent(now) >= this.#allowance) return false
    if (this.#paced) this.#tokens -= 1
    this.#sent.push(now)
    return true
  }

  /** Milliseconds until the next turn can be given. */
  #untilNext(): number {
    const now = this.#clock.now()
    const forToken = this.#tokens >= 1 ? 0 : ((1 - this.#tokens) / PACE_PER_SECOND) * 1000
    const oldest = this.#sent[this.#sent.length - Math.floor(this.#allowance)]
    const forWindow = oldest === undefined ? 0 : oldest + WINDOW_MS - now
    return Math.max(1, this.#pausedUntil - now, forToken, forWindow)
  }

  #wake(): void {
    for (const leave of this.#waiting) {
      if (!this.#tryTake()) return
      leave()
    }
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return
    this.#pumping = true
    while (this.#waiting.size > 0) {
      this.#wake()
      if (this.#waiting.size > 0) await this.#sleep(this.#untilNext(), NEVER)
    }
    this.#pumping = false
  }
}
