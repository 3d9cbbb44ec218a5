import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../src/secrets/redact.ts'

const KEY = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'

describe('createRedactor', () => {
  const redact = createRedactor([KEY])

  test.each([
    ['nothing to hide', 'nothing to hide'],
    ['', ''],
    [KEY, '***'],
    [`Bearer ${KEY}!`, 'Bearer ***!'],
    [`${KEY}${KEY}`, '***'],
    [`${KEY} and ${KEY}`, '*** and ***'],
    [`starts with ${KEY.slice(0, 9)}…`, 'starts with ***…'],
    [`ends with …${KEY.slice(-12)}`, 'ends with …***'],
    [`seven are too few: ${KEY.slice(3, 10)}`, `seven are too few: ${KEY.slice(3, 10)}`],
    [`eight: ${KEY.slice(3, 11)}`, 'eight: ***'],
    [`two pieces: ${KEY.slice(0, 10)}/${KEY.slice(10, 20)}`, 'two pieces: ***/***'],
  ])('%j', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test('hides a key that has blanks around it', () => {
    expect(createRedactor([` ${KEY}\n`])(`key: ${KEY}.`)).toBe('key: ***.')
  })

  test('hides a key that is shorter than a piece, whole', () => {
    expect(createRedactor(['abc'])('xabcx ab')).toBe('x***x ab')
  })

  test('hides several keys, and nothing when there are none', () => {
    expect(createRedactor([KEY, 'other-key-12345'])(`${KEY}, other-key-12345`)).toBe('***, ***')
    expect(createRedactor(['', '  '])('as it is')).toBe('as it is')
  })

  test('a megabyte takes no time worth mentioning', () => {
    const text = `${'cu_5f0c '.repeat(130_000)}${KEY}`
    expect(redact(text).endsWith('***')).toBe(true)
  })

  test('leaves no piece of eight characters of any key in any text', () => {
    const characters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789_-')
    const few = fc.constantFrom(...'ab_')
    const key = fc.oneof(characters, few)
    const keys = fc.oneof(
      fc.string({ unit: characters, minLength: 8, maxLength: 64 }),
      // Keys that overlap with themselves.
      fc.string({ unit: few, minLength: 8, maxLength: 24 }),
    )
    const piece = fc.tuple(fc.nat(64), fc.nat(64))
    const parts = fc.array(
      fc.oneof(piece, fc.string({ unit: key, maxLength: 12 }), fc.string({ maxLength: 5 })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(keys, parts, (secret, made) => {
        const text = made
          .map((part) => (typeof part === 'string' ? part : secret.slice(part[0], part[0] + part[1])))
          .join('')
        const shown = createRedactor([secret])(text)
        for (let at = 0; at + 8 <= secret.length; at += 1)
          expect(shown).not.toContain(secret.slice(at, at + 8))
      }),
      { numRuns: 5000 },
    )
  })

  test('changes nothing where no piece stands', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(
          !Array.from({ length: KEY.length - 7 }, (_, at) => KEY.slice(at, at + 8)).some((one) =>
            text.includes(one),
          ),
        )
        expect(redact(text)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})
