import { describe, expect, test } from 'vitest'
import { readJobLog, readPhaseError } from '../../src/diagnosis/read-job-log.ts'

const info = (msg: unknown) => ({ level: 'INFO', msg })
const error = (msg: unknown) => ({ level: 'ERROR', msg })

describe('the log of a run tells', () => {
  test.each<[what: string, log: unknown, lines: string[]]>([
    [
      'its errors, as long as they stand together',
      [info('a'), error('b'), error('c'), info('d')],
      ['b', 'c'],
    ],
    ['what looks like a failure, and what follows', [info('a'), 'Error: b', info('c')], ['Error: b', 'c']],
    ['a failure that is one text', 'Error: b\nc', ['Error: b', 'c']],
    ['a failure in one of its phases', { setup: [info('a')], request: [error('b')], more: 'x' }, ['b']],
    ['nothing where nothing failed', [info('a')], []],
    ['nothing of errors without words', [error(' '), error(7), error(null)], []],
    ['nothing where it is not what is known', [7, null, { level: {} }], []],
    ['nothing where there is none', null, []],
    ['nothing of a number', 7, []],
  ])('%s', (_what, log, lines) => {
    expect(readJobLog(log)).toEqual(lines)
  })
})

describe('the log of a phase tells', () => {
  test.each<[what: string, log: unknown, text: string]>([
    ['its first error', { setup: [info('a'), error('b'), error('c')] }, 'b'],
    ['nothing without an error', { setup: [info('a')] }, ''],
    ['nothing of another phase', { teardown: [error('b')] }, ''],
    ['nothing where there is none', null, ''],
    ['nothing where it is a text', 'Error: b', ''],
  ])('%s', (_what, log, text) => {
    expect(readPhaseError(log, 'setup').join('\n')).toBe(text)
  })
})
