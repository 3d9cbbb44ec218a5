import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/checkly/answer.ts'
import type { ApiCall, ApiCaller, CallResult, Purpose } from '../../../src/checkly/api-caller.ts'
import { limitRate } from '../../../src/checkly/rate-limit/limit-rate.ts'
import { RateLimiter } from '../../../src/checkly/rate-limit/rate-limiter.ts'
import type { TimeLimit } from '../../../src/time/clock.ts'
import { FakeClock } from '../../../testing/fake-clock.ts'

type Reply = Pick<CallResult<null>, 'answer' | 'sent'>

const FAILURE = {
  kind: 'retryable',
  cause: '',
  reached: false,
  retryAfterMs: null,
  rateLimited: false,
} as const
const DONE: Reply = { answer: { kind: 'completed', value: null }, sent: true }

/** A caller that answers as it is told, after some ms or when it is given up, behind the limiter. */
class LimitedCaller {
  readonly clock = new FakeClock()
  /** When requests were prepared. */
  readonly prepared: number[] = []
  readonly api: ApiCaller
  reply: Reply = DONE
  tookMs = 10

  constructor() {
    const wire: ApiCaller = {
      call: async <T>(call: ApiCall<T>): Promise<CallResult<T>> => {
        call.prepare()
        await this.clock.sleep(this.tookMs, call.limit.signal)
        const answer = this.reply.answer as Answer<T>
        return { ...this.reply, answer, status: null, error: null, tookMs: this.tookMs, serverTimeMs: null }
      },
      serverOffsetMs: 7,
      close: () => {},
    }
    this.api = limitRate(wire, new RateLimiter({ clock: this.clock, sleep: this.clock.sleep }, () => 0.5))
  }

  call(purpose: Purpose, limit: Partial<TimeLimit> = {}): Promise<CallResult<null>> {
    return this.api.call<null>({
      purpose,
      limit: { signal: limit.signal ?? new AbortController().signal, endsAt: limit.endsAt ?? 1e9 },
      prepare: () => {
        this.prepared.push(this.clock.now())
        return { path: '', overallMs: 0 }
      },
      decode: () => null,
    })
  }

  /** Calls one after the other. */
  async callTimes(count: number, purpose: Purpose): Promise<void> {
    for (let call = 0; call < count; call += 1) await this.clock.runUntil(this.call(purpose))
  }
}

describe('limitRate', () => {
  test('a request is prepared when it is sent, and not when it is asked for', async () => {
    const caller = new LimitedCaller()
    caller.tookMs = 0
    await caller.callTimes(570, 'cancel')
    const late = caller.call('poll')
    await caller.clock.pass(1000)
    expect(caller.prepared).toHaveLength(570)
    await caller.clock.runUntil(late)
    expect(caller.prepared.at(-1)).toBeGreaterThan(60_000)
  })

  test('what has no turn in time is answered so, and not sent', async () => {
    const caller = new LimitedCaller()
    caller.tookMs = 0
    await caller.callTimes(595, 'cancel')
    const { answer, sent } = await caller.clock.runUntil(caller.call('details', { endsAt: 5000 }))
    expect([answer, sent, caller.clock.now()]).toEqual([{ kind: 'no-turn' }, false, 0])
    expect(caller.prepared).toHaveLength(595)
  })

  test('after a refusal the pause that is told is the one that is kept', async () => {
    const caller = new LimitedCaller()
    caller.reply = { answer: { ...FAILURE, rateLimited: true, reached: true, tookMs: 10 }, sent: true }
    const first = await caller.clock.runUntil(caller.call('poll'))
    expect(first.answer).toMatchObject({ kind: 'retryable', rateLimited: true, retryAfterMs: 1000 })
  })

  test.each([
    { what: 'that never arrived do not count', sent: false, mostMs: 10_000 },
    { what: 'that failed at the server count', sent: true, mostMs: Number.POSITIVE_INFINITY },
  ])('requests $what', async ({ sent, mostMs }) => {
    const caller = new LimitedCaller()
    caller.tookMs = 1
    for (let round = 0; round < 350; round += 1) {
      caller.reply = { answer: { ...FAILURE, tookMs: 1 }, sent }
      await caller.callTimes(1, 'cancel')
      caller.reply = DONE
      await caller.callTimes(1, 'cancel')
    }
    const tookMs = caller.clock.now()
    expect(tookMs).toBeLessThan(mostMs)
    if (sent) expect(tookMs).toBeGreaterThan(50_000)
  })

  test('requests that were given up are no failures', async () => {
    const caller = new LimitedCaller()
    caller.reply = { answer: { ...FAILURE, tookMs: 0 }, sent: true }
    caller.tookMs = 60_000
    const stop = new AbortController()
    const given = Array.from({ length: 10 }, () => caller.call('poll', { signal: stop.signal }))
    await caller.clock.pass(10)
    stop.abort()
    await caller.clock.runUntil(Promise.all(given))
    const from = caller.clock.now()
    caller.tookMs = 5
    await caller.clock.runUntil(caller.call('poll'))
    expect(caller.clock.now()).toBe(from + 5)
  })

  test("passes on what it knows of the server's clock", () => {
    expect(new LimitedCaller().api.serverOffsetMs).toBe(7)
  })
})
