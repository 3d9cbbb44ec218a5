/** Turns that may be saved up for a burst. */
const MOST_SAVED = 40
/** Turns that are added each second. */
const PER_SECOND = 6

/**
 * How fast turns are given: at any speed at first, and by a token bucket once that has been started.
 * All times are in milliseconds on one clock.
 */
export class RequestPace {
  #tokens = Number.POSITIVE_INFINITY
  #filledAt = 0

  /** Starts the bucket with so many turns, or leaves it with fewer; it fills from that moment on. */
  start(turns: number, from: number): void {
    this.#tokens = Math.min(this.#tokens, turns)
    this.#filledAt = from
  }

  /** Whether a turn can be given. */
  hasTurn(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= 1
  }

  takeTurn(): void {
    this.#tokens -= 1
  }

  /** Adds a turn. */
  giveBack(): void {
    this.#add(1)
  }

  /** Milliseconds until there is a turn, as of the last look; 0 or less when there is one. */
  untilTurn(): number {
    return ((1 - this.#tokens) / PER_SECOND) * 1000
  }

  #fill(now: number): void {
    if (now <= this.#filledAt) return
    this.#add(((now - this.#filledAt) / 1000) * PER_SECOND)
    this.#filledAt = now
  }

  #add(turns: number): void {
    this.#tokens = Math.max(this.#tokens, Math.min(MOST_SAVED, this.#tokens + turns))
  }
}
