import type { Turn } from './turn.ts'

/** So many requests that fail within so many ms, with no answer in between: it is the server, and no stray error. */
const MOST_FAILED = 5
const WITHIN_MS = 1000
/** Between probes, in ms: the pause doubles from the first to the longest. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 2000
/** A server that is down fails sooner than this, in ms: a long poll that is still open then is a good sign. */
const FAILS_WITHIN_MS = 1000

/**
 * A half-open circuit breaker. When the server is down (5xx, connections refused or reset), one request goes first and
 * the others wait; at its answer all go on. So an outage costs the same few requests with one session as with
 * hundreds. A long poll may be open for 30 s before it is answered: while none fails, twice as many may be open each
 * second. Times are in milliseconds on one clock.
 */
export class CircuitBreaker {
  readonly #random: () => number
  /** When requests failed, since the last answer. */
  #failed: number[] = []
  #isOpen = false
  /** The last turn before it opened. */
  #openedAfter = 0
  #lastTurn = 0
  #pauseMs = FIRST_PAUSE_MS
  #nextAt = 0
  /** Probes on their way, how many may be, and when the last one was sent. */
  #probes = 0
  #mostProbes = 1
  #probedAt = 0

  /** @param random - from 0 to 1, for jitter */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Whether the server is taken to be down. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** When the next request may be sent. */
  nextAt(now: number): number {
    if (!this.#isOpen) return now
    const at = this.#probes < this.#mostProbes ? this.#nextAt : this.#probedAt + FAILS_WITHIN_MS
    return Math.max(now, at)
  }

  /** Says that a request is sent. */
  takeTurn({ serial, sentAt }: Turn): void {
    this.#lastTurn = serial
    if (!this.#isOpen) return
    if (this.#probes >= this.#mostProbes) this.#mostProbes *= 2
    this.#probes += 1
    this.#probedAt = sentAt
  }

  /** Says that the server answered a request, whatever it said. */
  reportAnswer(turn: Turn): void {
    this.#failed = []
    // A request that was sent before the trouble began proves nothing.
    if (this.#isProbe(turn)) this.#isOpen = false
  }

  /** Says that a request was given up before it was answered. */
  reportNothing(turn: Turn): void {
    if (this.#isProbe(turn)) this.#probes -= 1
  }

  /** Says that a request failed: nobody answered, or not the API as it should. */
  reportFailure(turn: Turn, now: number): void {
    if (this.#isProbe(turn)) {
      this.#probes -= 1
      this.#pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * this.#pauseMs)
    } else {
      if (this.#isOpen) return
      this.#failed = this.#failed.filter((at) => at > now - WITHIN_MS)
      this.#failed.push(now)
      if (this.#failed.length < MOST_FAILED) return
      this.#isOpen = true
      this.#openedAfter = this.#lastTurn
      this.#probes = 0
      this.#pauseMs = FIRST_PAUSE_MS
    }
    this.#mostProbes = 1
    this.#nextAt = now + this.#pauseMs * (0.5 + 0.5 * this.#random())
  }

  #isProbe({ serial }: Turn): boolean {
    return this.#isOpen && serial > this.#openedAfter
  }
}
