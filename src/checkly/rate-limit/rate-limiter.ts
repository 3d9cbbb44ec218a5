import { LAST_LOOK_MS } from '../../time/backoff.ts'
import type { TimeLimit, Timing } from '../../time/clock.ts'
import type { Purpose } from '../api-caller.ts'
import { AccountLimit } from './account-limit.ts'
import { getStanding } from './purposes.ts'
import { Route, type WaitingCall } from './route.ts'
import type { Turn } from './turn.ts'
import { WakeUp } from './wake-up.ts'

/** 25 turns are given together. Requests that are answered soon leave their connection to the next 25. */
const HANDFUL = 25
/** 10 ms: the pause between two times 25 turns. */
const HANDFUL_EVERY_MS = 10
/** 60 s: no snapshots for this long after a refusal. The documented limit is for 60 s too. */
const GIVES_WAY_MS = 60_000

/**
 * What became of a request.
 * - `result`: it was answered with what was asked for.
 * - `answer`: 408, or a final refusal such as 404.
 * - `refusal`: 429. `retryAfterMs`: milliseconds from `Retry-After`, null without one.
 * - `failure`: 5xx, no answer, or an unreadable one. `wasSent`: it may have reached the server.
 * - `given-up`: the step cut it off before its answer.
 */
export type Outcome =
  | { kind: 'result' | 'answer' | 'given-up' }
  | { kind: 'refusal'; retryAfterMs: number | null }
  | { kind: 'failure'; wasSent: boolean }

/**
 * Gives turns to all requests of a step, so that they keep to the account's limit, whatever it is, and are few while
 * the server is down. The policy is in docs/rate-limits.md. In this folder, a request is *refused* when its answer is
 * 429, and *accepted* when it is not.
 */
export class RateLimiter {
  readonly #timing: Timing
  readonly #random: () => number
  readonly #account = new AccountLimit()
  readonly #wakeUp: WakeUp
  /** One for each purpose that was asked for, sorted by rank. */
  #routes: Route[] = []
  #lastSerial = 0
  #refusedAt = Number.NEGATIVE_INFINITY
  /** Until when all routes pause. */
  #pausedUntil = Number.NEGATIVE_INFINITY

  /** @param random - from 0 to 1, for jitter */
  constructor(timing: Timing, random: () => number) {
    this.#timing = timing
    this.#random = random
    this.#wakeUp = new WakeUp(timing, () => this.#giveTurns())
  }

  /**
   * Waits for a turn to send one request. What became of the request must be reported.
   * @returns null for no turn: the time limit ended, will end before the next turn, or the request has to give way
   */
  takeTurn(purpose: Purpose, limit: TimeLimit): Promise<Turn | null> {
    if (limit.signal.aborted) return Promise.resolve(null)
    return new Promise((resolve) => {
      const route = this.#findRoute(purpose)
      const leave = (): void => call.settle(null)
      const call: WaitingCall = {
        limit,
        settle: (turn) => {
          route.waiting.delete(call)
          limit.signal.removeEventListener('abort', leave)
          resolve(turn)
        },
      }
      route.waiting.add(call)
      limit.signal.addEventListener('abort', leave)
      // Turns are given a little later: when all calls of this moment have asked, their number is known.
      this.#wakeUp.ask(this.#timing.clock.now())
    })
  }

  /** Says what became of the request of a turn. */
  report(turn: Turn, outcome: Outcome): void {
    const now = this.#timing.clock.now()
    const route = this.#findRoute(turn.purpose)
    const isResult = outcome.kind === 'result'
    route.onTheWay -= 1
    if (route.isPoll) this.#account.reportPoll(turn.sentAt, isResult || outcome.kind === 'answer', isResult)
    if (outcome.kind === 'failure') {
      if (!outcome.wasSent) this.#account.takeBack(turn.sentAt)
      route.breaker.reportFailure(turn, now)
    } else if (outcome.kind === 'given-up') route.breaker.reportNothing(turn)
    else route.breaker.reportAnswer(turn)
    if (outcome.kind === 'refusal') this.#learnFromRefusal(route, turn, outcome.retryAfterMs, now)
    else route.throttle.reportTaken(turn)
    this.#wakeUp.ask(now)
  }

  /** Milliseconds from now until the time that the last refusal of a purpose asked to wait for; 0 when it has passed. */
  getPauseMs(purpose: Purpose): number {
    return Math.max(0, this.#findRoute(purpose).throttle.refusedUntil - this.#timing.clock.now())
  }

  #learnFromRefusal(route: Route, turn: Turn, retryAfterMs: number | null, now: number): void {
    this.#refusedAt = now
    this.#account.takeBack(turn.sentAt)
    if (retryAfterMs !== null && !route.standing.givesWay) this.#account.forget()
    route.throttle.reportRefusal(turn, retryAfterMs, now)
    const others = this.#routes.filter((other) => other !== route)
    const paused = others.find(({ throttle }) => throttle.refusedUntil > now)
    if (paused !== undefined) {
      // Two routes are refused, so it is the account's limit: all pause until the first of the two may go on.
      this.#pausedUntil = Math.min(route.throttle.refusedUntil, paused.throttle.refusedUntil)
      for (const { throttle } of this.#routes) throttle.pauseUntil(this.#pausedUntil)
      return
    }
    for (const other of others) {
      if (goesBefore(route, other)) other.throttle.goCarefully()
    }
  }

  /** Gives all turns that are due, at most 25. */
  #giveTurns(): void {
    const now = this.#timing.clock.now()
    const polls = this.#routes.map(({ isPoll, waiting, onTheWay }) => (isPoll ? waiting.size + onTheWay : 0))
    this.#account.expectPolls(
      polls.reduce((sum, count) => sum + count, 0),
      now,
    )
    let given = 0
    let nextAt = Number.POSITIVE_INFINITY
    for (const route of this.#routes) {
      this.#dismissHopeless(route, now)
      for (const call of route.waiting) {
        const at = given < HANDFUL ? this.#findTurn(route, call, now) : now + HANDFUL_EVERY_MS
        if (at > now) {
          nextAt = Math.min(nextAt, at)
          break
        }
        given += 1
        this.#giveTurn(route, call, now)
      }
    }
    if (nextAt < Number.POSITIVE_INFINITY) this.#wakeUp.ask(nextAt)
  }

  #giveTurn(route: Route, call: WaitingCall, now: number): void {
    this.#lastSerial += 1
    const turn: Turn = { serial: this.#lastSerial, purpose: route.purpose, sentAt: now }
    this.#account.takeTurn(now, route.isPoll)
    route.throttle.takeTurn(turn)
    route.breaker.takeTurn(turn)
    route.onTheWay += 1
    call.settle(turn)
  }

  /** The earliest time of a turn for this call, as far as is known now. */
  #findTurn({ isPoll, standing, throttle, breaker }: Route, { limit }: WaitingCall, now: number): number {
    const roomAt = this.#account.roomAt(now, standing.isAfterVerdict)
    const pollAt = isPoll ? this.#account.nextPollAt(now) : now
    const pacedAt = Math.max(throttle.nextAt(now), breaker.nextAt(now), pollAt)
    const lastLookAt = standing.looksLast ? Math.max(now, limit.endsAt - LAST_LOOK_MS) : pacedAt
    return Math.max(roomAt, Math.min(pacedAt, lastLookAt))
  }

  /** Tells calls that there is no turn for them in time, and snapshots that have to give way. Polls always wait. */
  #dismissHopeless(route: Route, now: number): void {
    const { looksLast, givesWay } = route.standing
    if (looksLast) return
    const isUnwanted = givesWay && this.#isBusy(now)
    for (const call of route.waiting) {
      if (isUnwanted || this.#findTurn(route, call, now) >= call.limit.endsAt) call.settle(null)
    }
  }

  /** Whether snapshots have to give way now. */
  #isBusy(now: number): boolean {
    const isDown = this.#routes.some(({ breaker }) => breaker.isOpen)
    return isDown || now < this.#refusedAt + GIVES_WAY_MS || this.#account.isBusy(now)
  }

  #findRoute(purpose: Purpose): Route {
    const found = this.#routes.find((route) => route.purpose === purpose)
    if (found !== undefined) return found
    const route = new Route(purpose, getStanding(purpose), this.#random)
    const now = this.#timing.clock.now()
    if (this.#pausedUntil > now) route.throttle.pauseUntil(this.#pausedUntil)
    for (const other of this.#routes) {
      if (other.throttle.refusedUntil > now && goesBefore(other, route)) route.throttle.goCarefully()
    }
    this.#routes = [...this.#routes, route].sort((a, b) => a.standing.rank - b.standing.rank)
    return route
  }
}

function goesBefore(one: Route, other: Route): boolean {
  return one.standing.rank < other.standing.rank
}
