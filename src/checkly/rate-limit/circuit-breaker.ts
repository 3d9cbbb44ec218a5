import type { Turn } from './turn.ts'

/** 5 failures within 1 s, with no answer between them, mean that the server is down. Fewer may be chance. */
const MOST_FAILED = 5
/** 1 s: the time for these 5 failures. */
const WITHIN_MS = 1000
/** 0.5 s: the first pause before a probe. Each probe that fails doubles the pause. */
const FIRST_PAUSE_MS = 500
/** 2 s: the longest pause. Chance shortens every pause to 50 to 100 %. */
const LONGEST_PAUSE_MS = 2000
/** 1 s: a server that is down fails sooner. A long poll that is still open then is a good sign. */
const FAILS_WITHIN_MS = 1000

/**
 * A circuit breaker for one route. While the server is down (5xx, connections refused or reset), one request, the probe,
 * goes first and the others wait. When it is answered, all go on. So an outage costs few requests, with one session or
 * with hundreds. A long poll may be open for 30 s before its answer. So each second without a failure, the number of
 * probes that may be open doubles: 1, 2, 4, … Times are in milliseconds on one clock.
 */
export class CircuitBreaker {
  readonly #random: () => number
  /** When requests failed since the last answer. */
  #failed: number[] = []
  #isOpen = false
  /** The serial of the last turn before the outage. Later ones are probes. */
  #openedAfter = 0
  #lastTurn = 0
  #pauseMs = FIRST_PAUSE_MS
  #nextAt = 0
  /** How many probes are on their way. */
  #probes = 0
  /** How many may be. */
  #mostProbes = 1
  /** When the last probe was sent. */
  #probedAt = 0

  /** @param random - from 0 to 1, for jitter */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Whether requests are held back because the server seems to be down. */
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

  /** Says that the server answered a request; a 429 counts too. */
  reportAnswer(turn: Turn): void {
    this.#failed = []
    // A request from before the outage proves nothing.
    if (this.#isProbe(turn)) this.#isOpen = false
  }

  /** Says that the step gave up a request before its answer. */
  reportNothing(turn: Turn): void {
    if (this.#isProbe(turn)) this.#probes -= 1
  }

  /** Says that a request failed: no answer, a 5xx, or an answer that could not be read. */
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
