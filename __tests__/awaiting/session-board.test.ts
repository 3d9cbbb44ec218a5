import { describe, expect, test } from 'vitest'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import { readAs } from './script-client.ts'

/** A board with sessions of which nothing is known yet. */
function createBoard(...ids: string[]): SessionBoard {
  const board = new SessionBoard()
  for (const id of ids) board.add(id, null)
  return board
}

describe('SessionBoard', () => {
  test('has a session that is added twice once, with the latest that is said of it', () => {
    const board = createBoard('a', 'b')
    board.add('a', readAs('a', 'PROGRESS').value)
    expect(board.ids).toEqual(['a', 'b'])
    expect(board.get('a')?.session.status).toBe('PROGRESS')
  })

  test('a snapshot that comes after the end changes nothing', () => {
    const board = createBoard('a')
    board.settle('a', readAs('a', 'FAILED'))
    board.keepSnapshot('a', readAs('a', 'PASSED').value)
    expect(board.listFates(['PASSED'])).toMatchObject([{ state: 'failed', session: { status: 'FAILED' } }])
  })

  test('lists what may still run: neither what has ended nor what was refused', () => {
    const board = createBoard('ended', 'refused', 'late', 'stopped', 'awaited')
    board.settle('ended', readAs('ended', 'FAILED'))
    board.settle('refused', { kind: 'refused', cause: '404' })
    board.settle('late', { kind: 'timeout', answered: true })
    board.settle('stopped', { kind: 'stopped' })
    expect(board.listRunning()).toEqual(['late', 'stopped', 'awaited'])
  })

  test('knows of no sessions that are being started until that is so', () => {
    expect(createBoard().starting).toBe(false)
  })

  test.each([
    ['never answered, in trouble', false, { cause: '502', reached: true }, 'unknown'],
    ['never answered, without trouble: its first request was still open', false, null, 'unfinished'],
    ['seen running, in trouble since', true, { cause: '502', reached: true }, 'unfinished'],
  ])('at the deadline a session that was %s is %s', (_what, answered, trouble, state) => {
    const board = createBoard('a')
    board.keepTrouble('a', trouble)
    board.settle('a', { kind: 'timeout', answered })
    expect(board.listFates(['PASSED'])).toMatchObject([{ state }])
  })

  test('a session that ended or was refused was reached', () => {
    const board = createBoard('a', 'b')
    for (const id of board.ids) board.keepTrouble(id, { cause: 'before', reached: false })
    board.settle('a', readAs('a', 'PASSED'))
    board.settle('b', { kind: 'refused', cause: '404' })
    expect(board.listFates(['PASSED'])).toMatchObject([
      { state: 'passed', trouble: null, unreachable: false },
      { state: 'unknown', trouble: '404', unreachable: false },
    ])
  })

  test('gives each session as the API gave it, beside what is read of it', () => {
    const board = createBoard('a', 'b')
    const read = readAs('a', 'PASSED')
    board.settle('a', read)
    expect(board.listFates(['PASSED']).map((fate) => fate.raw)).toEqual([read.value.raw, null])
  })

  test.each([
    ['that no server answered', { cause: 'refused', reached: false }, true],
    ['of a server that answered', { cause: '502', reached: true }, false],
    ['that is over', null, false],
  ])('a trouble %s makes it unreachable or not', (_what, trouble, unreachable) => {
    const board = createBoard('a')
    board.keepTrouble('a', { cause: 'before', reached: false })
    board.keepTrouble('a', trouble)
    expect(board.listFates(['PASSED'])).toMatchObject([{ trouble: trouble?.cause ?? null, unreachable }])
  })
})
