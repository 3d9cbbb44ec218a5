import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { type AwaitSessionsOptions, awaitSessions } from '../../src/awaiting/await-sessions.ts'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import { RequestBudget } from '../../src/client/request-budget.ts'
import { FakeClock } from './fake-clock.ts'
import { RUNNING, trouble } from './script-answers.ts'
import { type AnswerSession, readAs, type ScriptedClient, scriptClient } from './script-client.ts'

interface Played {
  board: SessionBoard
  client: ScriptedClient
  settled: string[]
  failedFast: boolean
  endedAt: number
}

async function play(
  ids: readonly string[],
  answerWait: AnswerSession,
  options: Partial<AwaitSessionsOptions> & { answerRead?: AnswerSession; known?: readonly string[] } = {},
): Promise<Played> {
  const clock = new FakeClock()
  const client = scriptClient(clock, answerWait, options.answerRead)
  const board = new SessionBoard()
  for (const id of ids) board.add(id, options.known?.includes(id) ? readAs(id, 'STARTED').value : null)
  const settled: string[] = []
  const budget = new RequestBudget(clock, clock.sleep, 60_000)
  budget.expectSessions(ids.length, options.maxWaitSeconds ?? 30)
  const failedFast = await clock.runUntil(
    awaitSessions({
      board,
      client,
      budget,
      clock,
      sleep: clock.sleep,
      random: () => 0.5,
      signal: new AbortController().signal,
      deadline: 60_000,
      maxWaitSeconds: 30,
      failFast: false,
      passingStatuses: ['PASSED'],
      onEvent: () => {},
      onSettled: (id, completion) => settled.push(`${id} ${completion.kind}`),
      onSnapshot: () => {},
      ...options,
    }),
  )
  return { board, client, settled, failedFast, endedAt: clock.now() }
}

const states = (board: SessionBoard): string[] => board.listFates(['PASSED']).map((fate) => fate.state)

describe('awaitSessions', () => {
  test('awaits all side by side: the time is that of the slowest', async () => {
    const tookMs: Record<string, number> = { a: 3000, b: 20_000, c: 7000 }
    const { board, settled, endedAt } = await play(['a', 'b', 'c'], (id) => ({
      answer: readAs(id, 'PASSED'),
      tookMs: tookMs[id] ?? 0,
    }))
    expect(endedAt).toBe(20_000)
    expect(settled).toEqual(['a completed', 'c completed', 'b completed'])
    expect(states(board)).toEqual(['passed', 'passed', 'passed'])
  })

  test("keeps what has ended when another one's trouble lasts until the deadline", async () => {
    const { board, endedAt } = await play(['a', 'b'], (id) =>
      id === 'a'
        ? { answer: readAs(id, 'FAILED'), tookMs: 500 }
        : { answer: trouble('502') as never, tookMs: 0 },
    )
    expect(states(board)).toEqual(['failed', 'unknown'])
    expect(endedAt).toBe(60_000)
  })

  test('a trouble that is over is forgotten; one that lasts is kept to be told', async () => {
    const asked = { a: 0, b: 0 }
    const { board } = await play(['a', 'b'], (id) => {
      asked[id as 'a' | 'b'] += 1
      const inTrouble = id === 'a' ? asked.a === 1 : asked.b > 1
      return inTrouble
        ? { answer: trouble('502') as never, tookMs: 0 }
        : { answer: RUNNING as never, tookMs: 30_000 }
    })
    expect(states(board)).toEqual(['unfinished', 'unfinished'])
    expect(board.listFates(['PASSED']).map((fate) => fate.trouble)).toEqual([null, '502'])
  })

  test('tells the pause that follows a 429 that does not say how long, or says "at once"', async () => {
    const said = [null, 0, null]
    const pauses: number[] = []
    const { client } = await play(
      ['a'],
      (id) => {
        const retryAfterMs = said.shift()
        const answer = retryAfterMs === undefined ? readAs(id, 'PASSED') : trouble('429', retryAfterMs, true)
        return { answer: answer as never, tookMs: 0 }
      },
      { onEvent: (_, event) => pauses.push(Math.round(event.pauseMs)) },
    )
    expect(pauses).toEqual([1000, 2000, 4000])
    const waited = client.waits.slice(1).map(({ at }, index) => at - (client.waits[index]?.at ?? 0))
    // A moment longer than told, as requests begin again one by one.
    expect(waited.map((ms) => Math.floor(ms / 1000))).toEqual([1, 2, 4])
  })

  test('fail-fast ends all at the first that does not pass', async () => {
    const { board, settled, failedFast, endedAt } = await play(
      ['a', 'b', 'c'],
      (id) => ({ answer: readAs(id, id === 'b' ? 'FAILED' : 'PASSED'), tookMs: id === 'b' ? 3000 : 20_000 }),
      { failFast: true },
    )
    expect(endedAt).toBe(3000)
    expect(failedFast).toBe(true)
    expect(settled).toEqual(['b completed', 'a stopped', 'c stopped'])
    expect(states(board)).toEqual(['unfinished', 'failed', 'unfinished'])
  })

  test('fail-fast has ended nothing when the one that failed was the last, or the time was up', async () => {
    const last = await play(
      ['a', 'b'],
      (id) => ({ answer: readAs(id, id === 'b' ? 'FAILED' : 'PASSED'), tookMs: id === 'b' ? 3000 : 200 }),
      { failFast: true },
    )
    expect(last.failedFast).toBe(false)
    const late = await play(
      ['a', 'b'],
      (_, seconds) => ({ answer: RUNNING as never, tookMs: 1000 * seconds }),
      { failFast: true },
    )
    expect([late.failedFast, states(late.board)]).toEqual([false, ['unfinished', 'unfinished']])
  })

  test('fail-fast ends at a refusal too, and not at what passes', async () => {
    const { board } = await play(
      ['a', 'b', 'c'],
      (id) =>
        id === 'b'
          ? { answer: { kind: 'refused', cause: '404' }, tookMs: 2000 }
          : { answer: readAs(id, 'PASSED'), tookMs: id === 'a' ? 100 : 9000 },
      { failFast: true },
    )
    expect(states(board)).toEqual(['passed', 'unknown', 'unfinished'])
  })

  test('stops at once with its signal, and asks nothing when that is aborted already', async () => {
    const stop = new AbortController()
    const meanwhile = await play(
      ['a', 'b'],
      (id) => {
        // The answer to the first comes after the step was stopped.
        if (id === 'b') stop.abort()
        return { answer: readAs(id, 'PASSED'), tookMs: 3000 }
      },
      { signal: stop.signal },
    )
    expect(meanwhile.settled).toEqual(['a stopped', 'b stopped'])
    expect(meanwhile.endedAt).toBe(0)
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    const before = await play(['a'], (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 0 }), {
      signal: AbortSignal.abort(),
    })
    expect(before.settled).toEqual(['a stopped'])
    expect(before.client.waits).toEqual([])
  })

  test('a 429 to one poll holds back the others; another trouble is of that one alone', async () => {
    const playWith = (rateLimited: boolean) =>
      play(['a', 'b'], (id) => {
        const first = id === 'a' && asked++ === 0
        return first
          ? { answer: trouble('trouble', 20_000, rateLimited) as never, tookMs: 1000 }
          : { answer: RUNNING as never, tookMs: 2000 }
      })
    let asked = 0
    const limited = await playWith(true)
    expect(limited.client.waits.filter((one) => one.at > 2000 && one.at < 21_000)).toEqual([])
    asked = 0
    const broken = await playWith(false)
    expect(broken.client.waits.filter((one) => one.at > 2000 && one.at < 21_000).length).toBeGreaterThan(2)
  })

  test('of more than can be watched, only a poll that brings a result makes room for another', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `s${index}`)
    const { client } = await play(ids, () => ({ answer: RUNNING as never, tookMs: 20 }))
    // Some at first, then six a second.
    expect(client.waits.filter((one) => one.at < 10_000).length).toBeLessThan(40 + 70)
  })

  test('asks for a snapshot early on and then each minute, and for none of a session that ends soon', async () => {
    const slow = await play(['a'], (_, seconds) => ({ answer: RUNNING as never, tookMs: 1000 * seconds }))
    expect(slow.client.snapshots.map((one) => one.at)).toEqual([300])
    expect(slow.client.waits.map((one) => one.at)).toEqual([0, 30_000])
    const soon = await play(['a'], (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 250 }))
    expect(soon.client.snapshots).toEqual([])
    const long = await play(['a'], (_, seconds) => ({ answer: RUNNING as never, tookMs: 1000 * seconds }), {
      deadline: 150_000,
    })
    // Each comes a minute after the answer to the one before, which takes 10 ms.
    expect(long.client.snapshots.map((one) => one.at)).toEqual([300, 60_310, 120_320])
  })

  test('watches many in handfuls, a moment apart', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `s${index}`)
    const { client } = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 250 }))
    const counts = [0, 10, 20].map((at) => client.waits.filter((one) => one.at === at).length)
    expect(counts).toEqual([25, 25, 10])
  })

  test('more than can be watched, if they have ended already, are read without a pause: each answer makes room', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `s${index}`)
    const { board, endedAt } = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 20 }))
    expect(states(board)).toEqual(ids.map(() => 'passed'))
    expect(endedAt).toBeLessThan(2000)
  })

  test('reads each of many sessions once, one after the other, while it still runs', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `s${index}`)
    const many = await play(ids, (id) => ({
      answer: readAs(id, 'PASSED'),
      tookMs: id === 's3' ? 4000 : 29_000,
    }))
    const read = ids.map((id, index) => ({ id, at: 5000 + 20 * index })).filter(({ id }) => id !== 's3')
    expect(many.client.snapshots).toEqual(read)
    const soon = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 9000 }), { deadline: 4000 })
    expect(soon.client.snapshots[0]).toEqual({ id: 's0', at: 2000 })
    const few = await play(ids.slice(1), (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 9000 }))
    expect(few.client.snapshots[0]?.at).toBe(300)
  })

  test('reads none of many of which it knows name and link from the start', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `s${index}`)
    const { client } = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 29_000 }), {
      known: ids.slice(1),
    })
    expect(client.snapshots).toEqual([{ id: 's0', at: 5000 }])
  })

  test('leaves the requests to the polls when there are more sessions still', async () => {
    const ids = Array.from({ length: 181 }, (_, index) => `s${index}`)
    const many = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 29_000 }))
    expect(many.client.snapshots).toEqual([])
  })

  test('takes no snapshot after one was refused', async () => {
    const refused = await play(['a'], (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 140_000 }), {
      deadline: 150_000,
      answerRead: () => ({ answer: { kind: 'refused', cause: '403' }, tookMs: 10 }),
    })
    expect(refused.client.snapshots).toHaveLength(1)
  })

  test('a snapshot that fails takes away nothing that is known', async () => {
    let asked = 0
    const { board } = await play(
      ['a'],
      (_, seconds) => ({ answer: RUNNING as never, tookMs: 1000 * seconds }),
      {
        deadline: 100_000,
        answerRead: (id) =>
          ++asked > 1
            ? { answer: trouble('500') as never, tookMs: 10 }
            : { answer: readAs(id, 'PROGRESS'), tookMs: 10 },
      },
    )
    expect(asked).toBe(2)
    expect(board.get('a')?.session.status).toBe('PROGRESS')
  })

  test('believes no snapshot: a status in it is no verdict', async () => {
    const { board } = await play(
      ['a'],
      (_, seconds) => ({ answer: RUNNING as never, tookMs: 1000 * seconds }),
      {
        answerRead: (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 10 }),
      },
    )
    expect(states(board)).toEqual(['unfinished'])
    expect(board.get('a')?.session.status).toBe('PASSED')
  })

  test('a snapshot that is rate limited for a day leaves one last look', async () => {
    let asked = 0
    const { board, client } = await play(
      ['a'],
      (id, seconds) =>
        ++asked > 1
          ? { answer: readAs(id, 'PASSED'), tookMs: 10 }
          : { answer: RUNNING as never, tookMs: 1000 * seconds },
      { answerRead: () => ({ answer: trouble('429', 86_400_000, true) as never, tookMs: 10 }) },
    )
    expect(states(board)).toEqual(['passed'])
    expect(client.waits).toHaveLength(2)
    expect(client.waits[1]?.at).toBeGreaterThanOrEqual(59_000)
    expect(client.waits[1]?.at).toBeLessThan(59_500)
  })
})
