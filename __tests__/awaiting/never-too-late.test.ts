import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awaitSessions } from '../../src/awaiting/await-sessions.ts'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { Answer } from '../../src/client/answer.ts'
import type { ReadSession } from '../../src/client/contract.ts'
import { RequestBudget } from '../../src/client/request-budget.ts'
import { judge } from '../../src/verdict/judge.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { FakeClock } from './fake-clock.ts'
import { RUNNING, trouble } from './script-answers.ts'
import { type AnswerSession, readAs, type ScriptedClient, scriptClient } from './script-client.ts'

type Step = { say: (id: string) => Answer<ReadSession>; tookMs: number }

// Anything that a server can say, and any time that it can take: at once, late, or longer than anybody waits.
const tookMs = fc.oneof(fc.constant(0), fc.nat(1500), fc.nat(40_000), fc.constant(10_000_000))
const retryAfterMs = fc.oneof(
  fc.constant(null),
  fc.nat(5000),
  fc.constant(86_400_000),
  fc.constant(Number.MAX_SAFE_INTEGER),
)
const goesOn: fc.Arbitrary<Step['say']> = fc.oneof(
  fc.constant(() => RUNNING as Answer<never>),
  fc.tuple(retryAfterMs, fc.boolean()).map(
    ([ms, limited]) =>
      () =>
        trouble('trouble', ms, limited) as Answer<never>,
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

async function play(
  { scripts, timeoutMs, maxWaitSeconds, failFast, seed }: Scene,
  random = createRandom(seed),
): Promise<{ verdict: Verdict; client: ScriptedClient; endedAt: number; board: SessionBoard }> {
  const clock = new FakeClock()
  const counts = new Map<string, number>()
  // A script that is over begins anew, without its end; the client waits for no answer longer than 5 s too much.
  const answer: AnswerSession = (id, seconds) => {
    const [going, end] = scripts[Number(id)] ?? [[], null]
    const count = counts.get(id) ?? 0
    counts.set(id, count + 1)
    const step = count === going.length && end !== null ? end : going[count % Math.max(1, going.length)]
    if (step === undefined) return { answer: RUNNING as never, tookMs: 0 }
    const mostMs = 1000 * seconds + 5000
    if (step.tookMs > mostMs) return { answer: trouble('silent') as never, tookMs: mostMs }
    return { answer: step.say(id), tookMs: step.tookMs }
  }
  const client = scriptClient(clock, answer, answer)
  const board = new SessionBoard()
  for (const index of scripts.keys()) board.add(String(index), null)
  const budget = new RequestBudget(clock, clock.sleep, timeoutMs)
  await clock.runUntil(
    awaitSessions({
      board,
      client,
      budget,
      clock,
      sleep: clock.sleep,
      random,
      signal: new AbortController().signal,
      deadline: timeoutMs,
      maxWaitSeconds,
      failFast,
      passingStatuses: ['PASSED'],
      onEvent: () => {},
      onSettled: () => {},
      onSnapshot: () => {},
    }),
  )
  const verdict = judge(
    { kind: 'awaited', missing: [], failedFast: false },
    board.listFates(['PASSED']),
    clock.now(),
  )
  return { verdict, client, endedAt: clock.now(), board }
}

describe('whatever the servers answer', () => {
  test('the wait ends by the deadline with a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { verdict, endedAt } = await play(one)
        expect(endedAt).toBeLessThanOrEqual(one.timeoutMs)
        expect(['passed', 'failed', 'timeout', 'error']).toContain(verdict.outcome)
      }),
      { numRuns: 3000 },
    )
  })

  test('it passes only when each session was answered with a passing status', async () => {
    const tally: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { verdict, board } = await play(one)
        const all = board
          .listFates(['PASSED'])
          .every((fate) => fate.session?.status === 'PASSED' && fate.state === 'passed')
        tally[verdict.outcome] = (tally[verdict.outcome] ?? 0) + 1
        expect(verdict.succeeds).toBe(all)
      }),
      { numRuns: 3000 },
    )
    for (const outcome of ['passed', 'failed', 'timeout', 'error']) expect(tally[outcome]).toBeGreaterThan(50)
  })

  test('the requests are few: some at first, then fewer than four a second for each session', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { client, endedAt } = await play(one)
        expect(client.waits.length).toBeLessThanOrEqual(one.scripts.length * (20 + endedAt / 250))
        expect(client.snapshots.length).toBeLessThanOrEqual(one.scripts.length * (1 + endedAt / 2000))
      }),
      { numRuns: 3000 },
    )
  })

  test('they are never more than the budget, not even when chance makes every pause nothing', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const { client, endedAt } = await play(one, () => 0)
        const requests = client.waits.length + client.snapshots.length
        expect(requests).toBeLessThanOrEqual(600 * Math.ceil((endedAt + 1) / 60_000))
      }),
      { numRuns: 1000 },
    )
  })
})
