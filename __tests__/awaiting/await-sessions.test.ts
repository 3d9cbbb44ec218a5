import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { type AwaitSessionsOptions, awaitSessions } from '../../src/awaiting/await-sessions.ts'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { AskingEvent } from '../../src/checkly/ask-until-answered.ts'
import { endsWaitEarly, judgeSession } from '../../src/verdict/judge-sessions.ts'
import { buildRules } from '../../testing/build-session.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { RUNNING, retryable } from '../../testing/script-answers.ts'
import {
  type AnswerSession,
  limitFor,
  readAs,
  type ScriptedSessions,
  scriptSessions,
} from '../../testing/script-sessions.ts'

interface Played extends ScriptedSessions {
  board: SessionBoard
  /** Each session and how its wait ended, in the order of time. */
  settled: string[]
  wasCut: boolean
  endedAt: number
}

interface PlayOptions extends Partial<AwaitSessionsOptions> {
  answerRead?: AnswerSession
  /** Sessions of which name and link are known from the start. */
  known?: readonly string[]
  failFast?: boolean
  onEvent?: (id: string, event: AskingEvent) => void
}

/** Awaits sessions whose answers are scripted, for a minute at most, within the account's limit. */
async function play(
  ids: readonly string[],
  answerPoll: AnswerSession,
  { answerRead, known, failFast = false, onEvent = () => {}, ...options }: PlayOptions = {},
): Promise<Played> {
  const clock = new FakeClock()
  const limit = limitFor(clock)
  const scripted = scriptSessions(clock, answerPoll, answerRead, limit)
  const board = new SessionBoard()
  for (const id of ids) board.add(id, known?.includes(id) ? readAs(id, 'STARTED').value : null)
  const settled: string[] = []
  const wasCut = await clock.runUntil(
    awaitSessions(
      board,
      scripted.api,
      {
        timing: { clock, sleep: clock.sleep },
        random: () => 0.5,
        signal: new AbortController().signal,
        deadline: 60_000,
        maxWaitSeconds: 30,
        snapshotsDecide: false,
        haveManyChecks: false,
        failureDecides: true,
        endsWait: (watched) => failFast && endsWaitEarly(watched, buildRules()),
        ...options,
      },
      { onEvent, onSettled: (id, asked) => settled.push(`${id} ${asked.kind}`), onSnapshot: () => {} },
    ),
  )
  return { ...scripted, board, settled, wasCut, endedAt: clock.now() }
}

const states = (board: SessionBoard): string[] =>
  board.list().map((watched) => judgeSession(watched, buildRules()).state)

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

  test("keeps what has ended when another one's errors last until the deadline", async () => {
    const { board, endedAt } = await play(['a', 'b'], (id) =>
      id === 'a' ? { answer: readAs(id, 'FAILED'), tookMs: 500 } : { answer: retryable('502'), tookMs: 0 },
    )
    expect(states(board)).toEqual(['failed', 'unknown'])
    expect(endedAt).toBe(60_000)
  })

  test('an error that is over is forgotten; one that lasts is kept to be told', async () => {
    const asked = { a: 0, b: 0 }
    const { board } = await play(['a', 'b'], (id) => {
      asked[id as 'a' | 'b'] += 1
      const isBroken = id === 'a' ? asked.a === 1 : asked.b > 1
      return isBroken ? { answer: retryable('502'), tookMs: 0 } : { answer: RUNNING, tookMs: 30_000 }
    })
    expect(states(board)).toEqual(['unfinished', 'unfinished'])
    expect(board.list().map(({ lastError }) => lastError?.cause ?? null)).toEqual([null, '502'])
  })

  test('tells the pause that follows a 429 that does not say how long, or says "at once"', async () => {
    const said = [null, 0, null]
    const pauses: number[] = []
    const { polls } = await play(
      ['a'],
      (id) => {
        const retryAfterMs = said.shift()
        const answer =
          retryAfterMs === undefined ? readAs(id, 'PASSED') : retryable('429', retryAfterMs, true)
        return { answer: answer, tookMs: 0 }
      },
      { onEvent: (_, event) => pauses.push(Math.round(event.pauseMs)) },
    )
    expect(pauses).toEqual([1000, 2000, 4000])
    const waited = polls.slice(1).map(({ at }, index) => at - (polls[index]?.at ?? 0))
    // A moment longer than told, as requests begin again one by one.
    expect(waited.map((ms) => Math.floor(ms / 1000))).toEqual([1, 2, 4])
  })

  test('asks for no longer than is left, in whole seconds, at least one', async () => {
    const tookMs = [4000, 4000, 1000, 1000]
    const { polls } = await play(['a'], () => ({ answer: RUNNING, tookMs: tookMs.shift() ?? 0 }), {
      deadline: 9800,
      maxWaitSeconds: 4,
    })
    expect(polls.map(({ at, seconds }) => [at, seconds])).toEqual([
      [0, 4],
      [4000, 4],
      [8000, 1],
      [9000, 1],
    ])
  })

  test('chooses how long to wait when a poll is sent, and not when it was to be', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `s${index}`)
    const { polls } = await play(ids, () => ({ answer: RUNNING, tookMs: 30_000 }))
    const late = polls.filter(({ at }) => at > 45_000)
    expect(late.length).toBeGreaterThan(0)
    for (const { at, seconds } of late) expect(seconds).toBe(Math.max(1, Math.floor((60_000 - at) / 1000)))
  })

  test.each<[string, PlayOptions, AnswerSession, string]>([
    [
      'started here, and then out of reach',
      { known: ['a'] },
      () => ({ answer: retryable('504'), tookMs: 0 }),
      'unfinished',
    ],
    [
      'shown by a snapshot while all polls are cut',
      { answerRead: (id) => ({ answer: readAs(id, 'PROGRESS'), tookMs: 10 }) },
      () => ({ answer: retryable('504'), tookMs: 10_000 }),
      'unfinished',
    ],
    [
      'shown by a 408, and then out of reach',
      {},
      (() => {
        let asked = 0
        return (_id: string, seconds: number) =>
          asked++ === 0
            ? { answer: RUNNING, tookMs: 1000 * seconds }
            : { answer: retryable('504'), tookMs: 0 }
      })(),
      'unfinished',
    ],
    ['never answered', {}, () => ({ answer: retryable('504'), tookMs: 0 }), 'unknown'],
    [
      'asked for at a server that accepts and never answers',
      { deadline: 20_000, answerRead: () => ({ answer: retryable('silent'), tookMs: 3_600_000 }) },
      () => ({ answer: retryable('silent'), tookMs: 3_600_000 }),
      'unknown',
    ],
  ])('at the deadline, what became of a session %s', async (_what, options, answerPoll, state) => {
    const { board, settled } = await play(['a'], answerPoll, options)
    expect(states(board)).toEqual([state])
    expect(settled).toEqual(['a unanswered'])
    expect(board.find('a').lastError).not.toBeNull()
  })

  test('fail-fast ends all at the first that does not pass', async () => {
    const { board, settled, wasCut, endedAt } = await play(
      ['a', 'b', 'c'],
      (id) => ({ answer: readAs(id, id === 'b' ? 'FAILED' : 'PASSED'), tookMs: id === 'b' ? 3000 : 20_000 }),
      { failFast: true },
    )
    expect(endedAt).toBe(3000)
    expect(wasCut).toBe(true)
    expect(settled).toEqual(['b completed'])
    expect(states(board)).toEqual(['unfinished', 'failed', 'unfinished'])
  })

  test('fail-fast has ended nothing when the one that failed was the last', async () => {
    const last = await play(
      ['a', 'b'],
      (id) => ({ answer: readAs(id, id === 'b' ? 'FAILED' : 'PASSED'), tookMs: id === 'b' ? 3000 : 200 }),
      { failFast: true },
    )
    expect(last.wasCut).toBe(false)
  })

  test.each([
    [
      ['runs', 'unreached'],
      ['unfinished', 'unknown'],
    ],
    [
      ['unreached', 'runs'],
      ['unknown', 'unfinished'],
    ],
    [
      ['runs', 'runs too'],
      ['unfinished', 'unfinished'],
    ],
  ])('fail-fast has ended nothing when the time was up, in whatever order: %j', async (ids, expected) => {
    const { board, settled, wasCut, endedAt } = await play(
      ids,
      (id, seconds) =>
        id === 'unreached'
          ? { answer: retryable('reset'), tookMs: 0 }
          : { answer: RUNNING, tookMs: 1000 * seconds },
      { failFast: true },
    )
    expect({ wasCut, endedAt, states: states(board) }).toEqual({
      wasCut: false,
      endedAt: 60_000,
      states: expected,
    })
    expect(settled.toSorted()).toEqual(ids.map((id) => `${id} unanswered`).toSorted())
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
    expect(meanwhile.settled).toEqual([])
    expect(meanwhile.endedAt).toBe(0)
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    const before = await play(['a'], (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 0 }), {
      signal: AbortSignal.abort(),
    })
    expect(before.settled).toEqual([])
    expect(before.polls).toEqual([])
  })

  test('429s to two polls in a row hold back the others; other errors are of those alone', async () => {
    const playWith = async (rateLimited: boolean) => {
      const asked = { a: 0, b: 0, c: 0 }
      const { polls } = await play(['a', 'b', 'c'], (id) => {
        asked[id as 'a' | 'b' | 'c'] += 1
        const isFirst = (id === 'a' && asked.a === 1) || (id === 'b' && asked.b === 2)
        return isFirst
          ? { answer: retryable('too much', 18_000, rateLimited), tookMs: 500 }
          : { answer: RUNNING, tookMs: 2000 }
      })
      return polls.filter(({ id, at }) => id === 'c' && at > 0 && at < 20_000)
    }
    expect(await playWith(true)).toEqual([])
    expect((await playWith(false)).length).toBeGreaterThan(2)
  })

  test('of more than can be watched, only a poll that brings a result makes room for another', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `s${index}`)
    const { polls } = await play(ids, () => ({ answer: RUNNING, tookMs: 20 }))
    // Some at first, then six a second.
    expect(polls.filter((one) => one.at < 10_000).length).toBeLessThan(40 + 70)
  })

  test('asks for a snapshot early on, then each minute and shortly before the deadline, and for none of a session that ends soon', async () => {
    const slow = await play(['a'], (_, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds }))
    expect(slow.snapshots.map((one) => one.at)).toEqual([300, 58_500])
    expect(slow.polls.map((one) => one.at)).toEqual([0, 30_000])
    const soon = await play(['a'], (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 250 }))
    expect(soon.snapshots).toEqual([])
    const long = await play(['a'], (_, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds }), {
      deadline: 150_000,
    })
    // A moment before each minute is over, so that what is told then is fresh.
    expect(long.snapshots.map((one) => one.at)).toEqual([300, 58_000, 118_000, 148_500])
  })

  test.each<[string, number, boolean, string | null]>([
    ['is no trouble where a snapshot was answered', 900, true, null],
    ['is trouble where nothing was', 900, false, 'no answer came in time'],
    // 2 s were asked for, and 900 ms more went by.
    ['is trouble where its answer was overdue', 2900, true, 'no answer came in time'],
  ])('that the only poll was cut off at the deadline %s', async (_what, deadline, isSeen, cause) => {
    const { board } = await play(['a'], () => ({ answer: retryable('silent'), tookMs: 30_000 }), {
      deadline,
      answerRead: (id) => ({ answer: isSeen ? readAs(id, 'PROGRESS') : retryable('500'), tookMs: 10 }),
    })
    expect(board.find('a').wait).toBe('out-of-time')
    expect(board.find('a').lastError?.cause ?? null).toBe(cause)
  })

  describe('a session of many checks costs', () => {
    const TEN_MINUTES = 600_000
    /** A session that runs on, of which each request is answered after 40 ms. */
    const playLong = (options: PlayOptions) =>
      play(['a'], (_, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds }), {
        deadline: TEN_MINUTES,
        answerRead: (id) => ({ answer: readAs(id, 'PROGRESS'), tookMs: 40 }),
        ...options,
      })
    const countEachMinute = (asked: readonly { at: number }[]): number[] =>
      Array.from(
        { length: 10 },
        (_, minute) => asked.filter(({ at }) => Math.floor(at / 60_000) === minute).length,
      )

    const TWO_A_MINUTE = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]

    test.each<[string, PlayOptions, number[]]>([
      // Fresh when each wait of half a minute is over.
      ['one that this step started', { known: ['a'] }, [28_000, 58_000, 88_000]],
      // The first finds name and link.
      ['one that something else started', {}, [300, 58_000, 88_000]],
    ])('two polls and two snapshots a minute: %s', async (_which, options, times) => {
      const { polls, snapshots } = await playLong({ haveManyChecks: true, ...options })
      expect(countEachMinute(polls)).toEqual(TWO_A_MINUTE)
      expect(countEachMinute(snapshots)).toEqual(TWO_A_MINUTE)
      expect(snapshots.map(({ at }) => at).slice(0, 3)).toEqual(times)
      // What is reported of a session that has not ended is so at the deadline.
      expect(snapshots.at(-1)?.at).toBe(TEN_MINUTES - 1500)
    })

    test('twelve snapshots a minute where they decide', async () => {
      const { polls, snapshots } = await playLong({ haveManyChecks: true, snapshotsDecide: true })
      expect(countEachMinute(polls)).toEqual(TWO_A_MINUTE)
      expect(countEachMinute(snapshots)).toEqual([12, 12, 12, 12, 12, 12, 12, 12, 12, 12])
    })

    test('no snapshot that would only repeat the one before, however long that took', async () => {
      const { snapshots } = await playLong({
        haveManyChecks: true,
        snapshotsDecide: true,
        answerRead: (id) => ({ answer: readAs(id, 'PROGRESS'), tookMs: 7000 }),
      })
      expect(snapshots.map(({ at }) => at).slice(0, 3)).toEqual([3000, 13_000, 23_000])
    })
  })

  test('asks about many in handfuls, a moment apart', async () => {
    const ids = Array.from({ length: 90 }, (_, index) => `s${index}`)
    const { polls } = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 250 }))
    const counts = [0, 100, 110, 200].map((at) => polls.filter((one) => one.at === at).length)
    expect(counts).toEqual([25, 25, 25, 15])
  })

  test('more than can be watched, if they have ended already, are read without a pause: each answer makes room', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `s${index}`)
    const { board, endedAt } = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 20 }))
    expect(states(board)).toEqual(ids.map(() => 'passed'))
    expect(endedAt).toBeLessThan(2000)
  })

  test('reads each of many sessions once, one after the other, while it still runs', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `s${index}`)
    const many = await play(
      ids,
      (id) => ({ answer: readAs(id, 'PASSED'), tookMs: id === 's3' ? 4000 : 29_000 }),
      { answerRead: (id) => ({ answer: readAs(id, 'STARTED'), tookMs: 10 }) },
    )
    const read = ids.map((id, index) => ({ id, at: 5000 + 20 * index })).filter(({ id }) => id !== 's3')
    expect(many.snapshots).toEqual(read)
    const soon = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 9000 }), { deadline: 4000 })
    expect(soon.snapshots[0]).toEqual({ id: 's0', at: 2000 })
    const few = await play(ids.slice(1), (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 9000 }))
    expect(few.snapshots[0]?.at).toBe(300)
  })

  test('reads none of many of which it knows name and link from the start', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `s${index}`)
    const { snapshots } = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 29_000 }), {
      known: ids.slice(1),
    })
    expect(snapshots).toEqual([{ id: 's0', at: 5000 }])
  })

  test('leaves the requests to the polls when there are more sessions still', async () => {
    const ids = Array.from({ length: 181 }, (_, index) => `s${index}`)
    const many = await play(ids, (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 29_000 }))
    expect(many.snapshots).toEqual([])
  })

  test('takes no snapshot after one was refused', async () => {
    const refused = await play(['a'], (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 140_000 }), {
      deadline: 150_000,
      answerRead: () => ({ answer: { kind: 'refused', cause: '403' }, tookMs: 10 }),
    })
    expect(refused.snapshots).toHaveLength(1)
  })

  test('a snapshot that fails takes away nothing that is known', async () => {
    let asked = 0
    const { board } = await play(['a'], (_, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds }), {
      deadline: 100_000,
      answerRead: (id) =>
        ++asked > 1
          ? { answer: retryable('500'), tookMs: 10 }
          : { answer: readAs(id, 'PROGRESS'), tookMs: 10 },
    })
    expect(asked).toBe(3)
    expect(board.get('a')?.status).toBe('PROGRESS')
  })

  test('believes no snapshot: a status in it is no verdict', async () => {
    const { board } = await play(['a'], (_, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds }), {
      answerRead: (id) => ({ answer: readAs(id, 'PASSED'), tookMs: 10 }),
    })
    expect(states(board)).toEqual(['unfinished'])
    expect(board.get('a')?.status).toBe('PASSED')
  })

  test('a snapshot that is rate limited for a day holds back no poll', async () => {
    const { snapshots, polls } = await play(
      ['a', 'b'],
      (_, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds }),
      { answerRead: () => ({ answer: retryable('429', 86_400_000, true), tookMs: 10 }) },
    )
    expect(polls.map(({ at }) => at)).toEqual([0, 0, 30_000, 30_000])
    expect(snapshots).toHaveLength(2)
  })

  test('polls that are rate limited for a day have one last look', async () => {
    const { polls } = await play(['a', 'b'], () => ({
      answer: retryable('429', 86_400_000, true),
      tookMs: 10,
    }))
    expect(polls.filter(({ at }) => at >= 59_000 && at < 59_500)).toHaveLength(2)
    expect(polls).toHaveLength(4)
  })
})
