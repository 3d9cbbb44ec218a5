import { describe, expect, test } from 'vitest'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import { buildRunning, buildSession } from '../../testing/build-session.ts'

/** A board with sessions of which nothing is known yet. */
function createBoard(...ids: string[]): SessionBoard {
  const board = new SessionBoard()
  for (const id of ids) board.add(id, null)
  return board
}

const BROKEN = { cause: '502', reached: true }

describe('SessionBoard', () => {
  test('has a session that is added twice once', () => {
    const board = createBoard('a', 'b')
    board.add('a', null)
    expect(board.ids).toEqual(['a', 'b'])
  })

  test('knows of a session what the answer to its start said', () => {
    const board = new SessionBoard()
    board.add('a', buildRunning({ status: 'STARTED' }))
    expect(board.get('a')?.status).toBe('STARTED')
    expect(board.list()).toMatchObject([{ id: 'a', wait: 'waiting', isKnown: true, lastError: null }])
  })

  test('a snapshot that comes after the end changes nothing', () => {
    const board = createBoard('a')
    const end = buildSession({ status: 'FAILED' })
    board.settle('a', { kind: 'completed', value: end })
    board.keepSnapshot('a', buildSession({ status: 'PASSED' }))
    expect(board.list()).toMatchObject([{ wait: 'ended', session: { status: 'FAILED' } }])
  })

  test('lists what may still run: neither what has ended nor what was refused', () => {
    const board = createBoard('ended', 'refused', 'late', 'awaited')
    board.settle('ended', { kind: 'completed', value: buildSession({ status: 'FAILED' }) })
    board.settle('refused', { kind: 'refused', cause: '404' })
    board.settle('late', { kind: 'unanswered', lastError: null })
    expect(board.listRunning().map(({ id }) => id)).toEqual(['late', 'awaited'])
  })

  test('knows of no sessions that are being started until that is so', () => {
    expect(createBoard().isStarting).toBe(false)
  })

  test.each<[string, (board: SessionBoard) => void, boolean]>([
    ['that was never asked about', () => {}, false],
    ['whose requests all failed', (board) => board.keepAnswer('a', BROKEN), false],
    ['with a 408', (board) => board.keepAnswer('a', null), true],
    ['with a snapshot', (board) => board.keepSnapshot('a', buildRunning()), true],
  ])('at the deadline a session %s is known or not', (_what, tell, isKnown) => {
    const board = createBoard('a')
    tell(board)
    board.keepAnswer('a', BROKEN)
    board.settle('a', { kind: 'unanswered', lastError: BROKEN })
    expect(board.find('a')).toMatchObject({ wait: 'out-of-time', isKnown, lastError: BROKEN })
  })

  test('a session that ended or was refused was reached, whatever went wrong before', () => {
    const board = createBoard('a', 'b')
    for (const id of board.ids) board.keepAnswer(id, { cause: 'before', reached: false })
    board.settle('a', { kind: 'completed', value: buildSession() })
    board.settle('b', { kind: 'refused', cause: '404' })
    expect(board.list()).toMatchObject([
      { wait: 'ended', isKnown: true, lastError: null },
      { wait: 'refused', lastError: { cause: '404', reached: true } },
    ])
  })

  test.each([
    ['of another kind', BROKEN],
    ['that is over', null],
  ])('an error gives way to one %s', (_what, error) => {
    const board = createBoard('a')
    board.keepAnswer('a', { cause: 'before', reached: false })
    board.keepAnswer('a', error)
    expect(board.find('a').lastError).toEqual(error)
  })

  test('does not know a session that nobody asked for', () => {
    expect(createBoard('a').get('b')).toBeNull()
    expect(() => createBoard('a').find('b')).toThrow('session b is not on the board')
  })
})
