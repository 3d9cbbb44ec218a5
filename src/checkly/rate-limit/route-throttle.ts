import { SendRate } from './send-rate.ts'
import type { Turn } from './turn.ts'

/** 1 s: our own pause after a refusal without `Retry-After`. Each further refusal doubles it. */
const FIRST_PAUSE_MS = 1000
/** 8 s: our longest own pause. Chance then changes each own pause to 75 to 125 %. */
const LONGEST_PAUSE_MS = 8000
/** Chance makes a pause from `Retry-After` up to 10 % longer, so that jobs do not come back together. */
const JITTER = 0.1
/** 3 s: chance makes no pause from `Retry-After` longer by more than this. */
const MOST_JITTER_MS = 3000
/** After 3 refusals, a `Retry-After` is only believed when it is longer than our own pause. */
const MOST_BELIEVED = 3

/** 100 ms. A probe counts as accepted after twice the time that the last refusal took, and this much more. */
const MOMENT_MS = 100
/** 1 s: a probe counts as accepted after this time at the latest. */
const MOST_REFUSING_MS = 1000

/**
 * What the refusals (429) of one route have taught. One refusal may be chance: the next request, the probe, goes alone.
 * If the probe is refused too, all pause: as long as the server asks, or 1, 2, 4, then 8 s. Then again a probe goes
 * first. Once it is accepted, the others follow one by one. Times are in milliseconds on one clock.
 */
export class RouteThrottle {
  readonly #random: () => number
  readonly #rate = new SendRate()
  /** Until when the last refusal asks to wait. */
  #refusedUntil = Number.NEGATIVE_INFINITY
  /** Until when all requests of the route wait. */
  #pausedUntil = Number.NEGATIVE_INFINITY
  #jitterMs = 0
  /** Refusals, minus the requests since that seem accepted; never below 0. Each doubles our own pause. */
  #refusals = 0
  #lastTurn = 0
  /** Serial of the last turn before the last refusal; 0 without one. Requests up to it were on their way: same cause. */
  #refusedAfter = 0
  /** Null: no probe. `next`: the next request will be the probe. A turn: the probe is on its way, the others wait. */
  #probe: Turn | 'next' | null = null
  /** A probe that is not refused for this long counts as accepted. */
  #refusingMs = MOST_REFUSING_MS

  /** @param random - from 0 to 1, for jitter */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Until when the last refusal asks to wait. */
  get refusedUntil(): number {
    return this.#refusedUntil
  }

  /** When the next request may be sent. */
  nextAt(now: number): number {
    if (now < this.#pausedUntil) return this.#pausedUntil
    const isProbed = this.#probe !== null && this.#probe !== 'next'
    return Math.max(now, this.#rate.nextAt, isProbed ? (this.#probe as Turn).sentAt + this.#refusingMs : now)
  }

  /** Pauses at least until then. */
  pauseUntil(at: number): void {
    this.#refusedUntil = Math.max(this.#refusedUntil, at)
    this.#pausedUntil = Math.max(this.#pausedUntil, at)
    this.#probe = 'next'
  }

  /** Makes the next request a probe: another route was refused, perhaps because of the account's limit. */
  goCarefully(): void {
    this.#probe ??= 'next'
  }

  /** Says that a request is sent. */
  takeTurn(turn: Turn): void {
    this.#lastTurn = turn.serial
    if (this.#probe === 'next') {
      this.#probe = turn
      return
    }
    if (this.#probe !== null) this.#accept(this.#probe)
    this.#refusals = Math.max(0, this.#refusals - 1)
    this.#rate.takeTurn(turn.sentAt)
  }

  /** Says that a request was accepted. */
  reportTaken(turn: Turn): void {
    if (turn === this.#probe) this.#accept(turn)
  }

  /**
   * Says that a request was refused.
   * @param retryAfterMs - from `Retry-After`; null without one
   */
  reportRefusal(turn: Turn, retryAfterMs: number | null, now: number): void {
    const isProbe = turn === this.#probe
    if (!isProbe) this.#rate.takeBack(turn.sentAt)
    // Less than 1 s is ignored: each refused request would be followed by the next at once.
    const toldMs = retryAfterMs !== null && retryAfterMs >= FIRST_PAUSE_MS ? retryAfterMs : null
    if (turn.serial <= this.#refusedAfter) {
      // All these refusals mean the same moment, rounded up to whole seconds: the earliest is the most exact.
      if (toldMs !== null) this.#refusedUntil = Math.min(this.#refusedUntil, now + toldMs + this.#jitterMs)
      if (now < this.#pausedUntil) this.#pausedUntil = this.#refusedUntil
      return
    }
    const ownMs =
      Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#refusals) * (0.75 + 0.5 * this.#random())
    const isBelieved = toldMs !== null && (this.#refusals < MOST_BELIEVED || toldMs > ownMs)
    this.#jitterMs = isBelieved ? this.#random() * Math.min(MOST_JITTER_MS, toldMs * JITTER) : 0
    this.#refusedUntil = Math.max(this.#refusedUntil, now + (isBelieved ? toldMs : ownMs) + this.#jitterMs)
    this.#refusedAfter = this.#lastTurn
    this.#refusingMs = Math.min(MOST_REFUSING_MS, 2 * (now - turn.sentAt) + MOMENT_MS)
    this.#probe = 'next'
    this.#refusals += 1
    // A refused probe says that the pause was too short. It says nothing about the rate.
    if (isProbe) this.#pausedUntil = this.#refusedUntil
    else this.#rate.slowDown()
  }

  #accept({ sentAt }: Turn): void {
    const wasPaused = this.#pausedUntil > Number.NEGATIVE_INFINITY
    this.#probe = null
    this.#refusals = Math.max(0, this.#refusals - 1)
    this.#pausedUntil = Number.NEGATIVE_INFINITY
    if (this.#refusedAfter > 0) this.#rate.goOn(sentAt, wasPaused)
  }
}
