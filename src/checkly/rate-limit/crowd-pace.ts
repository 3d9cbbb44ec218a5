/** More sessions than this are a crowd: their first polls alone would use up the account's limit. */
export const CROWD = 500

/** Polls of a crowd that are sent at once. */
const FIRST_OF_CROWD = 40
/** Turns that may be saved up for a burst. */
const MOST_SAVED = 40
/** Turns that are added each second. */
const PER_SECOND = 6

/**
 * How fast a crowd is polled: 40 at once, six more each second, and one more for each poll that brings a result. A poll
 * that comes back with 408 has used up a request that another session needed; one that brings a result has not, and so
 * the next may follow at once. Times are in milliseconds on one clock.
 */
export class CrowdPace {
  #tokens = Number.POSITIVE_INFINITY
  #filledAt = 0

  /** Begins, once there is a crowd; does nothing when it has begun already. */
  begin(now: number): void {
    if (Number.isFinite(this.#tokens)) return
    this.#tokens = FIRST_OF_CROWD
    this.#filledAt = now
  }

  /** When the next turn can be given. */
  nextAt(now: number): number {
    this.#fill(now)
    return this.#tokens >= 1 ? now : now + ((1 - this.#tokens) / PER_SECOND) * 1000
  }

  takeTurn(): void {
    this.#tokens -= 1
  }

  /** Adds a turn: a poll has brought a result. */
  giveBack(): void {
    this.#add(1)
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
