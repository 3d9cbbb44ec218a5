import { describe, expect, test } from 'vitest'
import { describeInvisible, hasInvisible } from '../../src/text/name-invisible.ts'

describe('characters that nobody sees', () => {
  test.each([
    ['a\u200bb', 'U+200B ZERO WIDTH SPACE at position 2'],
    ['\ufeffa', 'U+FEFF ZERO WIDTH NO-BREAK SPACE at position 1'],
    ['a\u2060', 'U+2060 WORD JOINER at position 2'],
    ['a\u00a0b', 'U+00A0 NO-BREAK SPACE at position 2'],
    ['a\u202fb', 'U+202F NARROW NO-BREAK SPACE at position 2'],
    [
      '\u202ea\u202c',
      'U+202E RIGHT-TO-LEFT OVERRIDE at position 1, U+202C POP DIRECTIONAL FORMATTING at position 3',
    ],
    ['a\u00adb', 'U+00AD SOFT HYPHEN at position 2'],
    ['a\u200db', 'U+200D ZERO WIDTH JOINER at position 2'],
    ['a\ufe0fb', 'U+FE0F VARIATION SELECTOR-16 at position 2'],
    ['a\u{e0041}b', 'U+E0041 (not visible) at position 2'],
    ['a\u0001', 'U+0001 (a control character) at position 2'],
    ['a\u001b[0m', 'U+001B ESCAPE at position 2'],
    ['👍\u200b', 'U+200B ZERO WIDTH SPACE at position 2'],
    ['\u200b'.repeat(9), /position 1, .* position 2, .* position 3 and more$/],
  ])('are named: %j', (text, named) => {
    if (typeof named === 'string') expect(describeInvisible(text)).toBe(named)
    else expect(describeInvisible(text)).toMatch(named)
    expect(hasInvisible(text)).toBe(true)
    // Asking twice, in whatever order, gives the same.
    expect(describeInvisible(text)).toMatch(named)
  })

  test.each([
    '',
    'a b\tc\nd\r\n',
    '日本　語',
    '👩‍💻',
    '❤️',
    'می‌خواهم',
    'ä',
    'a\u0308',
    'क्‍ष',
    '–…“”',
    '\ud83d',
  ])('are none in %j', (text) => {
    expect(describeInvisible(text)).toBe('')
    expect(hasInvisible(text)).toBe(false)
  })
})
