import { fitPause, LAST_LOOK_MS } from '../time/backoff.ts'
import type { Clock, Sleep } from '../time/clock.ts'
import { RequestPace } from './request-pace.ts'
import { MOST_PER_WINDOW, RequestShare } from './request-share.ts'

/** As many sessions as can be watched from the start within the step's share of the account's limit. */
const WATCHABLE = 500
/** With more than that: sessions watched at once at first; a request for each other one comes later anyway. */
const FIRST_OF_MANY = 40

/** Pauses after refusals that do not say how long to wait: they double from the first to the last, in ms. */
const FIRST_PAUSE_MS = 1000
const LAST_PAUSE_MS = 16_000

/** In milliseconds. */
const LONGEST_SLEEP_MS = 1000

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
  /** From then on nobody is held back by the pace: each session has one last look before the deadline. */
  readonly #lastLookAt: number
  readonly #share = new RequestShare()
  readonly #pace = new RequestPace()
  readonly #waiting = new Set<() => void>()
  #pausedUntil = Number.NEGATIVE_INFINITY
  #refusals = 0
  #pumping = false

  /** @param deadline - on `clock`, in milliseconds; no pause passes it */
  constructor(clock: Clock, sleep: Sleep, deadline: number) {
    this.#clock = clock
    this.#sleep = sleep
    this.#deadline = deadline
    this.#lastLookAt = deadline - LAST_LOOK_MS
  }

  /**
   * Says how many sessions are going to be watched, with polls of so many seconds. When their polls are more
   * than the step's share, they are paced from the start, or from the second round on: without that the share
   * would be used up early in each window, and nobody would look for the rest of it.
   */
  expectSessions(count: number, maxWaitSeconds: number): void {
    const pollsAMinute = (count * 60) / maxWaitSeconds
    if (count > WATCHABLE) this.#pace.start(FIRST_OF_MANY, this.#clock.now())
    else if (pollsAMinute > MOST_PER_WINDOW) this.#pace.start(count, this.#clock.now())
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
    this.#pace.giveBack()
    this.#wake()
  }

  /**
   * Says that the server refused a request with 429: all requests pause, the share shrinks, and what comes
   * after the pause is paced.
   * @param pauseMs - what `Retry-After` said, in milliseconds; null, and less than a second, for a pause that
   *   doubles each time
   */
  reportRefusal(pauseMs: number | null): void {
    const now = this.#clock.now()
    this.#share.takeBack(now)
    // Requests that were on their way when the pause began are refused for the same reason.
    if (now >= this.#pausedUntil) {
      this.#refusals += 1
      this.#share.shrink(now)
    }
    const grownMs = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, this.#refusals - 1))
    // "At once" would be a storm: each refused request would be followed by the next.
    const askedMs = pauseMs !== null && pauseMs >= FIRST_PAUSE_MS ? pauseMs : grownMs
    // After the deadline there is nothing to look at in time, and so no pause is too long.
    const fittedMs = now < this.#deadline ? fitPause(askedMs, this.#deadline - now) : askedMs
    this.#pausedUntil = Math.max(this.#pausedUntil, now + fittedMs)
    this.#pace.start(0, this.#pausedUntil)
  }

  /** How long requests pause from now on, in milliseconds. */
  get pauseLeftMs(): number {
    return Math.max(0, this.#pausedUntil - this.#clock.now())
  }

  #tryTake(): boolean {
    const now = this.#clock.now()
    const isInPace = this.#pace.hasTurn(now) || now >= this.#lastLookAt
    if (now < this.#pausedUntil || !isInPace || !this.#share.hasRoom(now)) return false
    this.#pace.takeTurn()
    this.#share.record(now)
    return true
  }

  /** Milliseconds until the next turn can be given. */
  #untilNext(): number {
    const now = this.#clock.now()
    const untilTurn = Math.min(this.#pace.untilTurn(), Math.max(0, this.#lastLookAt - now))
    return Math.max(1, this.#pausedUntil - now, untilTurn, this.#share.untilRoom(now))
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
      // Room may come sooner than was foreseen, by a refused request that does not count.
      if (this.#waiting.size > 0) await this.#sleep(Math.min(this.#untilNext(), LONGEST_SLEEP_MS), NEVER)
    }
    this.#pumping = false
  }
}
