import { describe, expect, test } from 'vitest'
import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'
import { compareGrowth } from '../support/compare-growth.ts'

/** Units of which a text is made that a careless pattern would go over again and again. */
const UNITS = [
  ...[' ', '\t', '\n', ' \n', 'a', '"', '(', '=', '- ', '│', 'é\u0301', '\u001b[31m'],
  ...[
    'Expected: ',
    'Expected string:  \n',
    'Received ',
    'Error: ',
    'Call log:\n',
    '- → ',
    '- waiting for ',
    'a › ',
  ],
  ...[
    '1) ',
    '[a] › ',
    'at a.ts:1:',
    'file://a.ts',
    '> 1 | ',
    '- Expected',
    '+ Received\n',
    'npm ERR! ',
    'expected to ',
  ],
  ...[
    'Test timeout of ',
    '"a" hook ',
    'Fixture "',
    'expect(',
    ' failed\n',
    ' // ',
    '× ',
    'token=',
    'A1_',
    'Error',
  ],
]

const BODIES: [name: string, checkType: string, build: (text: string) => unknown][] = [
  ['a message', 'BROWSER', (text) => ({ browserCheckResult: { errors: [{ message: text, stack: text }] } })],
  ['a message behind words', 'PLAYWRIGHT', (text) => ({ errors: [`Error: x failed\n${text}y`] })],
  [
    'a log',
    'MULTI_STEP',
    (text) => ({ multiStepCheckResult: { jobLog: [{ msg: text }, { msg: `Error: ${text}` }] } }),
  ],
  [
    'values of assertions',
    'API',
    (text) => ({
      apiCheckResult: {
        assertions: [
          { source: text, property: text, target: text, comparison: text, error: `expected ${text}` },
        ],
        request: { url: text },
        response: { status: 1, statusText: text },
        jobLog: { setup: [{ msg: text, level: 'ERROR' }] },
      },
    }),
  ],
]

describe('time grows as the answer does', () => {
  test.each(BODIES)('with %s', { timeout: 120_000 }, (_, checkType, build) => {
    for (const unit of UNITS) {
      const run = (length: number) =>
        extractFailureDetails(build(unit.repeat(length / unit.length)), checkType)
      expect([unit, compareGrowth(run, 600) < 60]).toStrictEqual([unit, true])
    }
  })

  test('with many errors', () => {
    const error = { message: `Error: ${' '.repeat(300)}x` }
    const run = (count: number) =>
      extractFailureDetails({ errors: Array.from({ length: count }, () => error) }, 'PLAYWRIGHT')
    expect(compareGrowth(run, 50)).toBeLessThan(60)
  })
})
