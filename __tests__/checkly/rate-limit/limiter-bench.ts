import type { Purpose } from '../../../src/checkly/api-caller.ts'
import { type Outcome, RateLimiter } from '../../../src/checkly/rate-limit/rate-limiter.ts'
import type { Turn } from '../../../src/checkly/rate-limit/turn.ts'
import type { TimeLimit, Timing } from '../../../src/time/clock.ts'
import { FakeClock } from '../../../testing/fake-clock.ts'

/** Later than any test goes, in ms. */
export const LATER_MS = 86_400_000

/** What a server makes of a request: the outcome, and after how many ms it is known; null for a poll that stays open. */
export type Serve = (purpose: Purpose, now: number) => { outcome: Outcome; afterMs: number } | null

/** A limiter on a fake clock. Times are in ms from 0. */
export class LimiterBench {
  readonly clock = new FakeClock()
  readonly timing: Timing = { clock: this.clock, sleep: this.clock.sleep }
  readonly limiter: RateLimiter

  /** @param random - half of all that is left to chance by default */
  constructor(random: () => number = () => 0.5) {
    this.limiter = new RateLimiter(this.timing, random)
  }

  /** Asks for a turn; when it was given, or null for none. */
  async ask(purpose: Purpose, limit: Partial<TimeLimit> = {}): Promise<{ turn: Turn | null; at: number }> {
    const turn = await this.limiter.takeTurn(purpose, {
      signal: limit.signal ?? new AbortController().signal,
      endsAt: limit.endsAt ?? LATER_MS,
    })
    return { turn, at: this.clock.now() }
  }

  /** Asks for so many turns side by side; when each was given. Their requests stay open. */
  async askMany(purpose: Purpose, count: number, limit: Partial<TimeLimit> = {}): Promise<number[]> {
    const asked = Array.from({ length: count }, () => this.ask(purpose, limit))
    return (await this.clock.runUntil(Promise.all(asked))).map(({ at }) => at)
  }

  /** Asks for one turn, and reports at once what became of it; when it was given. */
  async send(purpose: Purpose, outcome: Outcome, limit: Partial<TimeLimit> = {}): Promise<number> {
    const { turn, at } = await this.clock.runUntil(this.ask(purpose, limit))
    if (turn === null) throw new Error(`no turn for ${purpose} at ${at} ms`)
    this.limiter.report(turn, outcome)
    return at
  }

  /**
   * Lets callers send requests one after the other until a moment, each at least one; they go on when they are answered. A refused one
   * waits as long as the limiter tells, and a poll that stays open ends it.
   * @returns when requests were sent, in the order of time
   */
  async play(purpose: Purpose, callers: number, untilMs: number, serve: Serve): Promise<number[]> {
    const sent: number[] = []
    const never = new AbortController().signal
    const loop = async (): Promise<void> => {
      do {
        const { turn, at } = await this.ask(purpose, { endsAt: LATER_MS })
        if (turn === null) return
        sent.push(at)
        const served = serve(purpose, at)
        if (served === null) return
        await this.clock.sleep(served.afterMs, never)
        this.limiter.report(turn, served.outcome)
        if (served.outcome.kind === 'result') return
        if (served.outcome.kind === 'refusal') await this.clock.sleep(this.limiter.getPauseMs(purpose), never)
      } while (this.clock.now() < untilMs)
    }
    await this.clock.runUntil(Promise.all(Array.from({ length: callers }, loop)))
    return sent.sort((a, b) => a - b)
  }
}

/** The most of these moments that any stretch of 60 s holds. */
export function countBusiestMinute(moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 60_000).length))
}

/** The longest time between two of these moments, in ms. */
export function findLongestGap(moments: readonly number[]): number {
  return Math.max(0, ...moments.slice(1).map((at, index) => at - (moments[index] ?? 0)))
}
