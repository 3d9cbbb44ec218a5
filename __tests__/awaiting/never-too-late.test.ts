import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awaitSessions } from '../../src/awaiting/await-sessions.ts'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { Answer } from '../../src/checkly/answer.ts'
import type { Session } from '../../src/session/session.ts'
import { endsWaitEarly, judgeSession } from '../../src/verdict/judge-sessions.ts'
import type { JudgedSession, Verdict } from '../../src/verdict/verdict.ts'
import { buildRules, judgeAll } from '../../testing/build-session.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { RUNNING, retryable } from '../../testing/script-answers.ts'
import {
  type AnswerSession,
  limitFor,
  readAs,
  type ScriptedSessions,
  scriptSessions,
} from '../../testing/script-sessions.ts'

type Step = { say: (id: string) => Answer<Session>; tookMs: number }

// Anything that a server can say, and any time that it can take: at once, late, or longer than anybody waits.
const tookMs = fc.oneof(fc.constant(0), fc.nat(1500), fc.nat(40_000), fc.constant(10_000_000))
const retryAfterMs = fc.oneof(
  fc.constant(null),
  fc.nat(5000),
  fc.constant(86_400_000),
  fc.constant(Number.MAX_SAFE_INTEGER),
)
const goesOn: fc.Arbitrary<Step['say']> = fc.oneof(
  fc.constant(() => RUNNING),
  fc.tuple(retryAfterMs, fc.boolean()).map(
    ([ms, limited]) =>
      () =>
        retryable('later', ms, limited),
  ),
)
const ends: fc.Arbitrary<Step['say']> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((id: string) => readAs(id, 'PASSED')) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('FAILED', 'DEGRADED', 'NEW')
      .map((status) => (id: string) => readAs(id, status)),
  },
  { weight: 1, arbitrary: fc.constant((): Answer<never> => ({ kind: 'refused', cause: '404' })) },
)
const script = fc.tuple(
  fc.oneof(
    fc.array(fc.record({ say: goesOn, tookMs }), { maxLength: 3 }),
    fc.array(fc.record({ say: goesOn, tookMs }), { maxLength: 60, size: 'max' }),
  ),
  fc.option(fc.record({ say: ends, tookMs: fc.oneof(fc.nat(2000), tookMs) }), { freq: 9 }),
)

interface Scene {
  scripts: [Step[], Step | null][]
  timeoutMs: number
  maxWaitSeconds: number
  failFast: boolean
  seed: number
}

const scene: fc.Arbitrary<Scene> = fc.record({
  scripts: fc.array(script, { minLength: 1, maxLength: 4 }),
  timeoutMs: fc.integer({ min: 1000, max: 120_000 }),
  maxWaitSeconds: fc.integer({ min: 1, max: 30 }),
  failFast: fc.boolean(),
  seed: fc.nat(),
})

/** Random numbers that are the same for the same seed (a linear congruential generator). */
function createRandom(seed: number): () => number {
  let state = seed % 2 ** 31
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

interface Played extends ScriptedSessions {
  verdict: Verdict
  sessions: JudgedSession[]
  endedAt: number
  /** Whether the server answered 429. */
  wasLimited: boolean
}

async function play(
  { scripts, timeoutMs, maxWaitSeconds, failFast, seed }: Scene,
  random = createRandom(seed),
): Promise<Played> {
  const clock = new FakeClock()
  const counts = new Map<string, number>()
  let wasLimited = false
  // A script that is over begins anew, without its end; the client waits for no answer longer than 5 s too much.
  const answer: AnswerSession = (id, seconds) => {
    const [going, end] = scripts[Number(id)] ?? [[], null]
    const count = counts.get(id) ?? 0
    counts.set(id, count + 1)
    const step = count === going.length && end !== null ? end : going[count % Math.max(1, going.length)]
    if (step === undefined) return { answer: RUNNING, tookMs: 0 }
    const mostMs = 1000 * seconds + 5000
    if (step.tookMs > mostMs) return { answer: retryable('silent'), tookMs: mostMs }
    const said = step.say(id)
    wasLimited ||= said.kind === 'retryable' && said.rateLimited
    return { answer: said, tookMs: step.tookMs }
  }
  const limit = limitFor(clock)
  const scripted = scriptSessions(clock, answer, answer, limit)
  const board = new SessionBoard()
  for (const index of scripts.keys()) board.add(String(index), null)
  const failedFast = await clock.runUntil(
    awaitSessions(
      board,
      scripted.api,
      {
        timing: { clock, sleep: clock.sleep },
        random,
        signal: new AbortController().signal,
        deadline: timeoutMs,
        maxWaitSeconds,
        snapshotsDecide: false,
        haveManyChecks: false,
        failureDecides: true,
        endsWait: (watched) => failFast && endsWaitEarly(watched, buildRules()),
      },
      { onEvent: () => {}, onSettled: () => {}, onSnapshot: () => {} },
    ),
  )
  const sessions = board.list().map((watched) => judgeSession(watched, buildRules()))
  const verdict = judgeAll({ kind: 'awaited', missing: [], unstarted: [], failedFast }, sessions, clock.now())
  return { ...scripted, verdict, sessions, endedAt: clock.now(), wasLimited }
}

// Thousands of waits: a busy machine needs its time.
describe('whatever the servers answer', { timeout: 60_000 }, () => {
  test('the wait ends by the deadline with a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { verdict, endedAt } = await play(one)
        expect(endedAt).toBeLessThanOrEqual(one.timeoutMs)
        expect(['passed', 'failed', 'timeout', 'error']).toContain(verdict.outcome)
      }),
      { numRuns: chooseRuns(3000) },
    )
  })

  test('it passes only when each session was answered with a passing status', async () => {
    const tally: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { verdict, sessions } = await play(one)
        const all = sessions.every(({ session, state }) => session?.status === 'PASSED' && state === 'passed')
        tally[verdict.outcome] = (tally[verdict.outcome] ?? 0) + 1
        expect(verdict.succeeds).toBe(all)
      }),
      { numRuns: chooseRuns(3000) },
    )
    for (const outcome of ['passed', 'failed', 'timeout', 'error'])
      expect(tally[outcome]).toBeGreaterThan(chooseRuns(50))
  })

  test('the requests are few: some at first, then fewer than four a second for each session', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { polls, snapshots, endedAt } = await play(one)
        expect(polls.length).toBeLessThanOrEqual(one.scripts.length * (20 + endedAt / 250))
        expect(snapshots.length).toBeLessThanOrEqual(one.scripts.length * (2 + endedAt / 2000))
      }),
      { numRuns: chooseRuns(3000) },
    )
  })

  test("they keep to the account's limit, even when chance makes every pause nothing", async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { polls, snapshots, wasLimited, endedAt } = await play(one, () => 0)
        const requests = polls.length + snapshots.length
        // Where the server says when there is room, its word stands: 25 a second then, and as many at the end as else.
        const most = 600 * Math.ceil((endedAt + 1) / 60_000)
        expect(requests).toBeLessThanOrEqual(wasLimited ? most + 600 + endedAt / 40 : most)
      }),
      { numRuns: chooseRuns(1000) },
    )
  })
})
