import { describe, expect, test } from 'vitest'
import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'
import { reasonOf } from './reason-of.ts'

describe('runs of code', () => {
  const message = [
    '\u001b[31mError: expect(locator).toHaveText(expected) failed\u001b[39m',
    '',
    'Expected string: \u001b[32m"200"\u001b[39m',
    'Received string: "404"',
    '    at /tmp/node_modules/x/index.js:1:1',
    '    at /suite/tests/booking.spec.ts:36:51',
  ].join('\n')

  test('say the first error of a Playwright suite, its test and its place, without colours', () => {
    const details = extractFailureDetails(
      {
        playwrightCheckResult: {
          errors: [
            { error: { message, stack: '' }, testTitle: 'logs in', projectName: 'chromium', testFile: 'x' },
            { error: { message: 'Error: another' }, testTitle: 'logs out' },
            {},
          ],
        },
      },
      'PLAYWRIGHT',
    )
    expect(details?.reason).toBe('expect(locator).toHaveText(expected) failed: expected "200", was "404"')
    expect(details?.facts).toStrictEqual([
      ['Test', 'logs in'],
      ['Project', 'chromium'],
      ['At', '/suite/tests/booking.spec.ts:36:51'],
      ['Errors', '2, the first is shown'],
    ])
    expect(details?.excerpt.split('\n')[0]).toBe('Error: expect(locator).toHaveText(expected) failed')
    expect(details?.excerpt).not.toContain('\u001b')
  })

  test.each([
    ['a text', 'boom', 'boom'],
    ['an error', { name: 'Error', message: 'Error: boom', stack: 'Error: boom\n at a.ts:1:2' }, 'boom'],
    ['an error in an error', { error: { message: 'boom' } }, 'boom'],
    ['a text in an error', { error: 'boom' }, 'boom'],
    ['a stack alone', { stack: 'boom\n    at x' }, 'boom'],
    ['nothing', {}, 'nothing'],
    ['null', null, 'nothing'],
    ['a number', 7, 'nothing'],
  ])('can be %s', (_, error, reason) => {
    expect(reasonOf('BROWSER', { browserCheckResult: { errors: [error] } })).toBe(reason)
    expect(reasonOf('MULTI_STEP', { multiStepCheckResult: { errors: [error] } })).toBe(reason)
    expect(reasonOf('PLAYWRIGHT', { errors: [error] })).toBe(reason)
  })

  test.each([
    [
      'what is too much in a difference',
      ['- Expected  - 0', '+ Received  + 1', '', '  Array [', '+   "extra",', '  ]'],
      ': not expected "extra"',
    ],
    [
      'what lacks in a difference',
      ['- Expected  - 1', '+ Received  + 0', '', '  Array [', '-   "missing",', '  ]'],
      ': expected "missing", was not there',
    ],
    ['nothing of a difference without lines', ['- Expected  - 0', '+ Received  + 0', ''], ''],
    [
      'which part was expected',
      ['Expected substring: "paid"', 'Received string: "due"'],
      ': expected substring "paid", was "due"',
    ],
    ['what came, when nothing says what was expected', ['Received: undefined'], ': received undefined'],
  ])('tell of a matcher %s', (_, lines, detail) => {
    const message = ['Error: expect(received).toEqual(expected)', '', ...lines].join('\n')
    expect(reasonOf('BROWSER', { browserCheckResult: { errors: [{ message }] } })).toBe(
      `expect(received).toEqual(expected)${detail}`,
    )
  })

  test.each([
    ['1) shop.spec.ts:3:1 › cart › pays ─────', 'test failed: cart › pays'],
    ['2) [chromium] › shop.spec.ts:3:1 › pays', 'test failed: pays'],
  ])('tell which test failed when %s is all there is', (text, reason) => {
    expect(reasonOf('PLAYWRIGHT', { errors: [text] })).toBe(reason)
  })

  test('name the location that the error names, with the code around it', () => {
    const error = {
      message: 'boom',
      snippet: '> 3 | await x()',
      location: { file: 'a.spec.ts', line: 3, column: 9 },
    }
    const details = extractFailureDetails({ browserCheckResult: { errors: [error] } }, 'BROWSER')
    expect(details?.facts).toStrictEqual([
      ['At', 'a.spec.ts:3:9'],
      // In the code frame it may be off a phone's screen.
      ['Code', 'await x()'],
    ])
    expect(details?.excerpt).toBe('boom\n\n> 3 | await x()')
  })

  test('are cut to what can be read', () => {
    const long = { message: `${'x'.repeat(5000)}\n`.repeat(3000) }
    const details = extractFailureDetails({ browserCheckResult: { errors: [long] } }, 'BROWSER')
    expect(details?.reason.length).toBeLessThanOrEqual(200)
    expect(details?.excerpt.length).toBeLessThanOrEqual(2500)
  })
})
