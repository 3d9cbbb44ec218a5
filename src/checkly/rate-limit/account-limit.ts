import { CROWD, CrowdPace } from './crowd-pace.ts'
import { RequestWindow } from './request-window.ts'
import { SlowStart } from './slow-start.ts'

/** What a step uses of the documented 600 requests a minute before the verdict: other jobs and people need some. */
const MOST_BEFORE_VERDICT = 570
/** And with what is kept for after the verdict: reasons and cancelling. */
const MOST_IN_ALL = 595
/** With so many requests in the last minute, or sessions, snapshots would take them from polls. */
const MANY = MOST_BEFORE_VERDICT / 2

/**
 * Keeps to the documented limit of an account before anything was refused: counts what is sent, begins slowly, spreads
 * what is left of a minute, and paces a crowd of sessions. Times are in milliseconds on one clock.
 */
export class AccountLimit {
  readonly #window = new RequestWindow()
  readonly #slowStart = new SlowStart()
  readonly #crowdPace = new CrowdPace()
  /** The most polls that were wanted at once: as many as there are sessions. */
  #sessions = 0

  /** Says how many polls are wanted or open at this moment. */
  expectPolls(count: number, now: number): void {
    this.#sessions = Math.max(this.#sessions, count)
    if (count > CROWD) this.#crowdPace.begin(now)
  }

  /** When the minute has room for one more request. */
  roomAt(now: number, isAfterVerdict: boolean): number {
    return this.#window.roomAt(now, isAfterVerdict ? MOST_IN_ALL : MOST_BEFORE_VERDICT)
  }

  /** When the next poll may be sent, as far as there is room. */
  nextPollAt(now: number): number {
    // A crowd's pace sees to it that the minute lasts.
    const isCrowd = this.#sessions > CROWD
    const evenAt = isCrowd ? now : this.#window.evenAt(now, this.#sessions, MOST_BEFORE_VERDICT)
    return Math.max(evenAt, this.#crowdPace.nextAt(now), this.#slowStart.nextAt(now))
  }

  /** Whether there is little room for what only tells people more. */
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

  /** Says what became of a poll: whether it was answered, and whether it brought a result. */
  reportPoll(sentAt: number, isAnswered: boolean, isResult: boolean): void {
    this.#slowStart.report(sentAt, isAnswered)
    if (isResult) this.#crowdPace.giveBack()
  }

  /** Says that the server has not counted a request: it was refused, or never arrived. */
  takeBack(sentAt: number): void {
    this.#window.takeBack(sentAt)
  }

  /** Forgets what was counted: the server has said when there is room. */
  forget(): void {
    this.#window.forget()
  }
}
