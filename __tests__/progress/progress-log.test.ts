import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { Asked, AskingEvent } from '../../src/checkly/ask-until-answered.ts'
import { createProgressLog, type Progress } from '../../src/progress/progress-log.ts'
import type { Log } from '../../src/runner/log.ts'
import type { Session } from '../../src/session/session.ts'
import { monotonicClock } from '../../src/time/clock.ts'
import { buildRules, buildRun, buildRunning, buildSession } from '../../testing/build-session.ts'
import { buildTestSession } from '../../testing/reports/build-test-session.ts'

const RUNNING: AskingEvent = { kind: 'running', pauseMs: 0 }

let lines: string[] = []
let progress: Progress | null = null

beforeEach(() => {
  vi.useFakeTimers()
  lines = []
})

afterEach(() => {
  progress?.close()
  vi.useRealTimers()
})

/** Starts telling about sessions of these ids, with ten minutes to go. */
function tell(...ids: string[]) {
  const board = new SessionBoard()
  for (const id of ids) board.add(id, null)
  return tellOf(board)
}

/** Starts telling about the sessions of a board. */
function tellOf(board: SessionBoard) {
  const log: Pick<Log, 'info'> = { info: (line) => lines.push(line) }
  const startedAt = monotonicClock.now()
  const deadline = startedAt + 600_000
  const telling = createProgressLog(board, log as Log, monotonicClock, startedAt, deadline, () =>
    buildRules(),
  )
  progress = telling
  const settle = (id: string, asked: Asked<Session>): void => {
    board.settle(id, asked)
    telling.onSettled(id, asked)
  }
  return {
    board,
    progress: telling,
    /** The wait for a session is over. */
    end: (id: string, session: Partial<Session> = {}) =>
      settle(id, { kind: 'completed', value: buildSession({ id, name: id.toUpperCase(), ...session }) }),
    refuse: (id: string, cause: string) => settle(id, { kind: 'refused', cause }),
    timeOut: (id: string) => settle(id, { kind: 'unanswered', lastError: null }),
    /** A snapshot of a session that still runs has come. */
    show: (id: string, session: Partial<Session> = {}) => {
      board.keepSnapshot(id, buildRunning({ id, name: id.toUpperCase(), ...session }))
      telling.onSnapshot(id)
    },
  }
}

describe('one session', () => {
  test('has a line at each 408, with the locations as soon as they are known', () => {
    const { progress, show } = tell('a')
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    show('a', { link: '', runs: [buildRun('eu', [{}], false), buildRun('us', [], false)] })
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    expect(lines).toEqual([
      'Still running, 30 s gone, 9m30s left',
      'Still running, 1m00s gone, 9m00s left; 1 of 2 locations finished: eu passed',
    ])
  })

  test('of many checks has a line at each 408 that says how far they are', () => {
    const { progress, board } = tell('a')
    board.keepSnapshot('a', buildTestSession('eu-central-1', { A: 'P', B: 'F', C: '…', D: '' }))
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    expect(lines).toEqual([
      'Still running, 30 s gone, 9m30s left; 2 checks done, 1 failed, 1 running, 1 not started',
    ])
  })

  test('has its link once, as soon as it is known', () => {
    const { progress, show } = tell('a')
    progress.onSnapshot('a')
    show('a', { link: '' })
    show('a', { name: '' })
    progress.onSnapshot('a')
    expect(lines).toEqual(['a: https://app.checklyhq.com/sessions/id-1'])
  })

  test('has no link when it was started here: that was told with it', () => {
    const board = new SessionBoard()
    board.add('a', buildRunning({ id: 'a', status: 'STARTED' }))
    tellOf(board).show('a')
    expect(lines).toEqual([])
  })

  test('has a line for each error, and none of its own at the end, which the verdict tells', () => {
    const { progress, end } = tell('a')
    const event = { kind: 'error', error: { cause: '503', reached: true }, pauseMs: 400 } as const
    progress.onEvent('a', event)
    progress.onEvent('a', event)
    end('a')
    vi.advanceTimersByTime(300_000)
    expect(lines).toEqual(Array(2).fill('503; trying again in 400 ms, 0 ms gone, 10m00s left'))
  })
})

describe('several sessions', () => {
  test('have a line each as they end, and one a half minute otherwise', () => {
    const { progress, end, refuse, show, timeOut } = tell('a', 'b', 'c', 'd')
    for (const id of ['a', 'b', 'c']) show(id, { link: '' })
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    end('b', { status: 'FAILED' })
    refuse('d', 'no such session')
    end('a')
    timeOut('c')
    expect(lines).toEqual([
      '0 of 4 finished, 30 s gone, 9m30s left; still running: A, B, C and 1 more',
      '✗ B FAILED (ran 5.0 s) https://app.checklyhq.com/sessions/id-1; ' +
        '1 of 4 finished, 1 failed, 30 s gone, 9m30s left; still running: A, C and 1 more',
      '✗ d: no such session; 1 of 4 finished, 1 failed, 1 without a verdict, 30 s gone, 9m30s left; still running: A, C',
      '✓ A PASSED (ran 5.0 s); 2 of 4 finished, 1 failed, 1 without a verdict, 30 s gone, 9m30s left; still running: C',
    ])
  })

  test('are silent once it is closed', () => {
    tell('a', 'b').progress.close()
    vi.advanceTimersByTime(120_000)
    expect(lines).toEqual([])
  })

  test.each([2, 40])(
    '%i of them tell the same error once, and how many it concerns while it lasts',
    (count) => {
      const ids = Array.from({ length: count }, (_, index) => `s${index}`)
      const { progress } = tell(...ids)
      const event = { kind: 'error', error: { cause: 'refused', reached: false }, pauseMs: 1000 } as const
      for (const id of ids) progress.onEvent(id, event)
      expect(lines).toEqual(['s0: refused; trying again in 1.0 s, 0 ms gone, 10m00s left'])
      progress.onEvent('s1', { ...event, error: { cause: 'another', reached: true } })
      expect(lines).toHaveLength(2)
      vi.advanceTimersByTime(30_000)
      progress.onEvent('s0', event)
      // One has another trouble by now.
      const many = count === 2 ? 's0' : `${count - 1} of ${count}`
      expect(lines.at(-1)).toBe(`${many}: refused; trying again in 1.0 s, 30 s gone, 9m30s left`)
    },
  )

  test('refused for one reason are told once, and counted', () => {
    const { refuse } = tell('a', 'b', 'c')
    refuse('a', 'the API answered 401')
    refuse('b', 'the API answered 401')
    refuse('c', 'the API answered 404')
    expect(lines).toEqual([
      '✗ a: the API answered 401; 0 of 3 finished, 1 without a verdict, 0 ms gone, 10m00s left',
      '✗ c: the API answered 404; 0 of 3 finished, 3 without a verdict, 0 ms gone, 10m00s left',
    ])
  })

  test('that are tried again at once are told without a time', () => {
    const { progress } = tell('a')
    progress.onEvent('a', { kind: 'error', error: { cause: '503', reached: true }, pauseMs: 0.4 })
    expect(lines).toEqual(['503; trying again, 0 ms gone, 10m00s left'])
  })
})
