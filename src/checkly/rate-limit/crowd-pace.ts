/** More than 500 sessions are a crowd: their first polls alone would be most of the account's 600 requests. */
export const CROWD = 500

/** 40 polls of a crowd are sent at once. */
const FIRST_OF_CROWD = 40
/** At most 40 unused turns are kept. */
const MOST_SAVED = 40
/** Each second adds 6 turns. */
const PER_SECOND = 6

/**
 * How fast a crowd is polled: 40 polls at once, 6 more each second, and 1 more for each poll that brought a result. After
 * a result, that session needs no more polls, so another may be polled at once. After a 408 it needs one more.
 * Times are in milliseconds on one clock.
 */
export class CrowdPace {
  #tokens = Number.POSITIVE_INFINITY
  #filledAt = 0

  /** Begins when there is a crowd. The second call does nothing. */
  begin(now: number): void {
    if (Number.isFinite(this.#tokens)) return
    this.#tokens = FIRST_OF_CROWD
    this.#filledAt = now
  }

  /** When the next poll may be sent. */
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
