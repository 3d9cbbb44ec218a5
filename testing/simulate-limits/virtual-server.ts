import type { Answer } from '../../src/checkly/answer.ts'
import type { ApiCall, ApiCaller, CallResult } from '../../src/checkly/api-caller.ts'
import type { Timing } from '../../src/time/clock.ts'
import { createLimit, type LimitShape } from './limit-shapes.ts'

/**
 * When the server is down, and how: it answers 500, nobody listens, or a gateway cuts polls off after some seconds, with
 * 504. Times in ms on the clock.
 */
export interface Outage {
  fromMs: number
  toMs: number
  kind: '500' | 'refused' | 'cut'
}

/** When a gateway cuts a poll off, in ms. */
const CUT_AFTER_MS = 5000

/** What the server has counted. */
export interface Counts {
  requests: number
  refused: number
  failed: number
  polls: number
  snapshots: number
}

/** From client to server, and back; in ms. */
const ONE_WAY_MS = 20
const ONE_WAY_JITTER_MS = 20

/** The API of one account on a virtual clock: sessions that end at given times, long polls, a limit, an outage. */
export class VirtualServer {
  readonly #timing: Timing
  readonly #random: () => number
  readonly #admit: ((nowMs: number) => null | { retryAfterMs: number | null }) | null
  readonly #outage: Outage | null

  constructor(timing: Timing, random: () => number, limit: LimitShape | null, outage: Outage | null) {
    this.#timing = timing
    this.#random = random
    this.#admit = limit === null ? null : createLimit(limit, random)
    this.#outage = outage
  }

  /**
   * Connects one job. `value` of an answer is whether the session has ended.
   * @param endOf - when a session (the path's last part) ends, in ms on the clock
   */
  connect(endOf: (id: string) => number, counts: Counts): ApiCaller {
    return {
      call: (call) => this.#call(call, endOf, counts),
      serverOffsetMs: 0,
      close: () => {},
    }
  }

  /** Sends so many requests a second, whatever comes of them. */
  async sendOthers(perSecond: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#admit?.(this.#timing.clock.now())
      await this.#timing.sleep(((0.5 + this.#random()) * 1000) / perSecond, signal)
    }
  }

  async #call<T>(call: ApiCall<T>, endOf: (id: string) => number, counts: Counts): Promise<CallResult<T>> {
    const { clock, sleep } = this.#timing
    const { signal } = call.limit
    const askedAt = clock.now()
    const { path, waitMs = 0 } = call.prepare()
    counts.requests += 1
    if (call.purpose === 'poll') counts.polls += 1
    else counts.snapshots += 1

    const finish = async (answer: Answer<T>, status: number | null, sent = true): Promise<CallResult<T>> => {
      if (!signal.aborted) await sleep(this.#travel(), signal)
      const tookMs = clock.now() - askedAt
      const timed = answer.kind === 'running' || answer.kind === 'retryable' ? { ...answer, tookMs } : answer
      return { answer: timed, status, error: null, sent, tookMs, serverTimeMs: null }
    }
    const fail = (cause: string, status: number | null, sent: boolean) => {
      const answer = {
        kind: 'retryable',
        cause,
        reached: sent,
        retryAfterMs: null,
        rateLimited: false,
        tookMs: 0,
      } as const
      return finish(answer, status, sent)
    }

    await sleep(this.#travel(), signal)
    const now = clock.now()
    const outage = this.#outage
    const isDown = outage !== null && now >= outage.fromMs && now < outage.toMs
    if (isDown && outage.kind !== 'cut') {
      counts.failed += 1
      return outage.kind === '500' ? fail('500', 500, true) : fail('refused', null, false)
    }
    const refusal = this.#admit?.(now) ?? null
    if (refusal !== null) {
      counts.refused += 1
      const { retryAfterMs } = refusal
      return finish(
        { kind: 'retryable', cause: '429', reached: true, retryAfterMs, rateLimited: true, tookMs: 0 },
        429,
      )
    }
    const endsAt = endOf(path)
    const leftMs = endsAt - now
    const isCut = isDown && leftMs > CUT_AFTER_MS
    if (call.purpose === 'poll' && leftMs > 0) {
      await sleep(isCut ? CUT_AFTER_MS : Math.min(leftMs, waitMs), signal)
    }
    if (isCut && !signal.aborted) {
      counts.failed += 1
      return fail('504', 504, true)
    }
    if (signal.aborted) return fail('given up', null, true)
    const hasEnded = clock.now() >= endsAt
    if (call.purpose === 'poll' && !hasEnded) return finish({ kind: 'running', waitMs, tookMs: 0 }, 408)
    return finish({ kind: 'completed', value: call.decode(hasEnded) as T }, 200)
  }

  #travel(): number {
    return ONE_WAY_MS + this.#random() * ONE_WAY_JITTER_MS
  }
}
