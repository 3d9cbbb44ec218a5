import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AwaitingEvent, Completion } from '../../src/awaiting/await-completion.ts'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { CheckSession, ReadSession } from '../../src/client/contract.ts'
import type { Log } from '../../src/outputs/log.ts'
import { createProgressLog, type Progress } from '../../src/progress/progress-log.ts'
import { monotonicClock } from '../../src/time/clock.ts'
import { buildCheckSession, buildResult } from '../verdict/build-fate.ts'

const RUNNING: AwaitingEvent = { kind: 'running', pauseMs: 0 }

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

function read(id: string, session: Partial<CheckSession> = {}): ReadSession {
  return { session: buildCheckSession({ checkSessionId: id, name: id.toUpperCase(), ...session }), raw: {} }
}

function complete(id: string, session: Partial<CheckSession> = {}): Completion<ReadSession> {
  return { kind: 'completed', value: read(id, session) }
}

/** Starts telling about sessions of these ids, with ten minutes to go. */
function tell(...ids: string[]): { board: SessionBoard; progress: Progress } {
  const board = new SessionBoard()
  for (const id of ids) board.add(id, null)
  return { board, progress: tellOf(board) }
}

/** Starts telling about the sessions of a board. */
function tellOf(board: SessionBoard): Progress {
  const log: Pick<Log, 'info'> = { info: (line) => lines.push(line) }
  const startedAt = monotonicClock.now()
  progress = createProgressLog({
    board,
    log: log as Log,
    clock: monotonicClock,
    startedAt,
    deadline: startedAt + 600_000,
    passingStatuses: ['PASSED'],
  })
  return progress
}

describe('one session', () => {
  test('has a line at each 408, with the locations as soon as they are known', () => {
    const { board, progress } = tell('a')
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    const results = [buildResult({ runLocation: 'eu' })]
    board.keepSnapshot('a', read('a', { runLocations: ['eu', 'us'], results }))
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    expect(lines).toEqual([
      'Still running, 30 s gone, 9m30s left',
      'Still running, 1m00s gone, 9m00s left; 1 of 2 locations finished: eu passed',
    ])
  })

  test('has its link once, as soon as it is known', () => {
    const { board, progress } = tell('a')
    progress.onSnapshot('a')
    board.keepSnapshot('a', read('a', { checkSessionLink: '' }))
    progress.onSnapshot('a')
    board.keepSnapshot('a', read('a', { name: null }))
    progress.onSnapshot('a')
    progress.onSnapshot('a')
    expect(lines).toEqual(['a: https://app.checklyhq.com/sessions/id-1'])
  })

  test('has no link when it was started here: that was told with it', () => {
    const board = new SessionBoard()
    board.add('a', read('a', { status: 'STARTED' }))
    const progress = tellOf(board)
    board.keepSnapshot('a', read('a', { status: 'PROGRESS' }))
    progress.onSnapshot('a')
    expect(lines).toEqual([])
  })

  test('has a line for each trouble, and none of its own at the end, which the verdict tells', () => {
    const { progress } = tell('a')
    const trouble: AwaitingEvent = { kind: 'trouble', cause: '503', reached: true, pauseMs: 400 }
    progress.onEvent('a', trouble)
    progress.onEvent('a', trouble)
    progress.onSettled('a', complete('a'))
    vi.advanceTimersByTime(300_000)
    expect(lines).toEqual(Array(2).fill('503; trying again in 400 ms, 0 ms gone, 10m00s left'))
  })
})

describe('several sessions', () => {
  test('have a line each as they end, and one a half minute otherwise', () => {
    const { board, progress } = tell('a', 'b', 'c', 'd')
    for (const id of ['a', 'b', 'c']) board.keepSnapshot(id, read(id))
    vi.advanceTimersByTime(30_000)
    progress.onEvent('a', RUNNING)
    progress.onSettled('b', complete('b', { status: 'FAILED' }))
    progress.onSettled('d', { kind: 'refused', cause: 'no such session' })
    progress.onSettled('a', complete('a'))
    progress.onSettled('c', { kind: 'timeout', answered: true })
    expect(lines).toEqual([
      '0 of 4 finished, 30 s gone, 9m30s left; still running: A, B, C and 1 more',
      '✗ B FAILED (ran 5.0 s) https://app.checklyhq.com/sessions/id-1; ' +
        '1 of 4 finished, 1 failed, 30 s gone, 9m30s left; still running: A, C and 1 more',
      '✗ d: no such session; 2 of 4 finished, 2 failed, 30 s gone, 9m30s left; still running: A, C',
      '✓ A PASSED (ran 5.0 s); 3 of 4 finished, 2 failed, 30 s gone, 9m30s left; still running: C',
    ])
  })

  test('are silent once it is closed', () => {
    tell('a', 'b').progress.close()
    vi.advanceTimersByTime(120_000)
    expect(lines).toEqual([])
  })

  test.each([
    [10, 10],
    [11, 1],
  ])('%i of them tell the same trouble %i times within seconds', (count, told) => {
    const ids = Array.from({ length: count }, (_, index) => `s${index}`)
    const { progress } = tell(...ids)
    const trouble = { kind: 'trouble', cause: 'refused', reached: false, pauseMs: 1000 } as const
    for (const id of ids) progress.onEvent(id, trouble)
    expect(lines).toHaveLength(told)
    expect(lines[0]).toBe('s0: refused; trying again in 1.0 s, 0 ms gone, 10m00s left')
    progress.onEvent('s1', { ...trouble, cause: 'another' })
    expect(lines).toHaveLength(told + 1)
    vi.advanceTimersByTime(5000)
    progress.onEvent('s1', trouble)
    expect(lines).toHaveLength(told + 2)
  })
})
