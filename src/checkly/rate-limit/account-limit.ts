import { CROWD, CrowdPace } from './crowd-pace.ts'
import { RequestWindow } from './request-window.ts'
import { SlowStart } from './slow-start.ts'

/** Before the verdict a step sends at most 570 of the documented 600 requests a minute. Others need some too. */
const MOST_BEFORE_VERDICT = 570
/** 25 more are kept for after the verdict: for cancelling, and for reading why checks failed. */
const MOST_IN_ALL = 595
/** Above 285 sessions, or requests in the last minute, a snapshot would take a request from a poll. */
const MANY = MOST_BEFORE_VERDICT / 2

/**
 * Keeps to the documented limit of an account before the server refuses anything: counts requests, begins slowly,
 * spreads what is left of a minute, and slows down a crowd of sessions. Times are in milliseconds on one clock.
 */
export class AccountLimit {
  readonly #window = new RequestWindow()
  readonly #slowStart = new SlowStart()
  readonly #crowdPace = new CrowdPace()
  /** The most polls that ever waited or were open together: about one for each session. */
  #sessions = 0

  /** Says how many polls wait or are open at this moment. */
  expectPolls(count: number, now: number): void {
    this.#sessions = Math.max(this.#sessions, count)
    if (count > CROWD) this.#crowdPace.begin(now)
  }

  /** When the last minute has room for one more request. */
  roomAt(now: number, isAfterVerdict: boolean): number {
    return this.#window.roomAt(now, isAfterVerdict ? MOST_IN_ALL : MOST_BEFORE_VERDICT)
  }

  /** When the next poll may be sent, apart from `roomAt`. */
  nextPollAt(now: number): number {
    // The pace of a crowd already spreads its polls over the minute.
    const isCrowd = this.#sessions > CROWD
    const evenAt = isCrowd ? now : this.#window.evenAt(now, this.#sessions, MOST_BEFORE_VERDICT)
    return Math.max(evenAt, this.#crowdPace.nextAt(now), this.#slowStart.nextAt(now))
  }

  /** Whether there is too little room for snapshots. */
  isBusy(now: number): boolean {
    return Math.max(this.#sessions, this.#window.count(now)) > MANY
  }

  /** Says that a request is sent. */
  takeTurn(now: number, isPoll: boolean): void {
    this.#window.record(now)
    if (!isPoll) return
    this.#crowdPace.takeTurn()
    this.#slowStart.takeTurn(now)
  }

  /** Says whether a poll was answered (a 429 or 5xx is no answer here), and whether it brought a result. */
  reportPoll(sentAt: number, isAnswered: boolean, isResult: boolean): void {
    this.#slowStart.report(sentAt, isAnswered)
    if (isResult) this.#crowdPace.giveBack()
  }

  /** Says that the server did not count a request: it was refused, or never arrived. */
  takeBack(sentAt: number): void {
    this.#window.takeBack(sentAt)
  }

  /** Forgets all counted requests: the server has said in `Retry-After` when there is room. */
  forget(): void {
    this.#window.forget()
  }
}
