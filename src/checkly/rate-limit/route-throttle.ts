import { SendRate } from './send-rate.ts'
import type { Turn } from './turn.ts'

/** In ms: after a refusal that does not say how long to wait; doubled with each one more. */
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 8000
/** A pause that is asked for is lengthened by a part of it, by chance, and by no more than so many ms. */
const JITTER = 0.1
const MOST_JITTER_MS = 3000
/** So many refusals in a row, and a pause that is asked for is no longer taken at its word when it is shorter than ours. */
const MOST_BELIEVED = 3

/** A refusal comes within twice the time that the last one took, and a moment more, in ms; at most so many ms. */
const MOMENT_MS = 100
const MOST_REFUSING_MS = 1000

/**
 * What the refusals (429) of one route have taught. One refusal may be chance: the next request goes alone, and if it is
 * refused too, all pause as long as the server asks for, or for a time that doubles where it does not say. Then again
 * one request goes first, and the others follow one by one once it was taken. Times are in milliseconds on one clock.
 */
export class RouteThrottle {
  readonly #random: () => number
  readonly #rate = new SendRate()
  /** Until when the last refusal asks to wait, and until when all wait because of it. */
  #refusedUntil = Number.NEGATIVE_INFINITY
  #pausedUntil = Number.NEGATIVE_INFINITY
  #jitterMs = 0
  /** Refusals, less the requests that were taken since: a pause doubles with each. */
  #refusals = 0
  #lastTurn = 0
  /** The last turn before the last refusal: what was on its way then is refused for the same reason. 0 without one. */
  #refusedAfter = 0
  /** The request that goes alone, once it is sent. The others wait until it was answered, or not refused for a while. */
  #probe: Turn | 'next' | null = null
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

  /** Pauses until then, if not for longer. */
  pauseUntil(at: number): void {
    this.#refusedUntil = Math.max(this.#refusedUntil, at)
    this.#pausedUntil = Math.max(this.#pausedUntil, at)
    this.#probe = 'next'
  }

  /** Lets the next request go alone: another route was refused, and it may be for the account's limit. */
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

  /** Says that a request was not refused. */
  reportTaken(turn: Turn): void {
    if (turn === this.#probe) this.#accept(turn)
  }

  /**
   * Says that a request was refused.
   * @param retryAfterMs - what `Retry-After` said; null without one
   */
  reportRefusal(turn: Turn, retryAfterMs: number | null, now: number): void {
    const isProbe = turn === this.#probe
    if (!isProbe) this.#rate.takeBack(turn.sentAt)
    // "At once" would be a storm: each refused request would be followed by the next.
    const toldMs = retryAfterMs !== null && retryAfterMs >= FIRST_PAUSE_MS ? retryAfterMs : null
    if (turn.serial <= this.#refusedAfter) {
      // Each says a time at which there is room: whole seconds, rounded up, and later the later it was read here.
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
    // That a probe is refused says that the pause was too short, and nothing of the rate.
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
