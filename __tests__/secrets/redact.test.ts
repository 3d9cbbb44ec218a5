import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor, type Redact } from '../../src/secrets/redact.ts'
import { redactJson } from '../../src/secrets/redact-json.ts'
import { anyCharacter } from '../../testing/any-character.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'

const KEY = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'

const hideKeys = (...keys: string[]): Redact => createRedactor({ keys, values: [] })
const hideValues = (...values: string[]): Redact => createRedactor({ keys: [], values })

describe('a cut echo of a value', () => {
  test.each([
    [
      'S3cr3t-Passw0rd-Long-Value-42',
      'value "S3cr3t-Passw0rd-Long-Val…" is not allowed',
      'value "***…" is not allowed',
    ],
    ['S3cr3t-Passw0rd-Long-Value-42', 'ends with …w0rd-Long-Value-42', 'ends with …***'],
    ['4242424242424242', 'card 424242424242424 is not valid', 'card *** is not valid'],
    ['424242424242', 'card 42424242424 is not valid', 'card *** is not valid'],
  ])('of %j is hidden: %j', (value, text, shown) => {
    expect(hideValues(value)(text)).toBe(shown)
  })

  test.each([
    ['https://app.acme.com', 'See https://app.checklyhq.com/checks/1'],
    ['https://shop.example.com', 'called pr-7.shop.example.net over https://'],
    ['production-secret-name', 'Gated: 3 checks with tags "production"'],
    ['STRIPE_SECRET_PASSWORD=', 'line 1, STRIPE_SECRET_PASSWORD, has none'],
    ['correct horse battery', 'the battery is correct'],
  ])('is no reason to hide ordinary words: %j', (value, text) => {
    expect(hideValues(value)(text)).toBe(text)
  })
})

describe('a key', () => {
  const redact = hideKeys(KEY)

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

  test('is hidden with blanks around it', () => {
    expect(hideKeys(` ${KEY}\n`)(`key: ${KEY}.`)).toBe('key: ***.')
  })

  test('that is shorter than a piece is hidden whole', () => {
    expect(hideKeys('abc')('xabcx ab')).toBe('x***x ab')
    expect(hideKeys('a')('banana')).toBe('b***n***n***')
  })

  test('is hidden beside others, and nothing is when there are none', () => {
    expect(hideKeys(KEY, 'other-key-12345')(`${KEY}, other-key-12345`)).toBe('***, ***')
    expect(hideKeys('', '  ')('as it is')).toBe('as it is')
  })

  test.each(['', 'user:', 'me:', 'a:', 'x'])(
    'is hidden in base64 behind %j, as in a Basic header',
    (before) => {
      for (const after of ['', ':', ':password', '\n']) {
        const encoded = Buffer.from(`${before}${KEY}${after}`).toString('base64')
        const shown = redact(`Authorization: Basic ${encoded}`)
        expect(shown).toMatch(/^Authorization: Basic \S{0,8}\*\*\*\S{0,16}$/)
        // What is left holds no four characters of the key.
        const left = shown.replace('Authorization: Basic ', '').split('***')
        for (const piece of left) {
          const decoded = [0, 1, 2, 3].map((skip) =>
            Buffer.from(piece.slice(skip), 'base64').toString('latin1'),
          )
          for (const text of decoded)
            for (let at = 0; at + 4 <= KEY.length; at += 1) expect(text).not.toContain(KEY.slice(at, at + 4))
        }
      }
    },
  )

  test('leaves no piece of eight characters in any text', () => {
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
        const shown = hideKeys(secret)(text)
        for (let at = 0; at + 8 <= secret.length; at += 1)
          expect(shown).not.toContain(secret.slice(at, at + 8))
      }),
      { numRuns: chooseRuns(2000) },
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
      { numRuns: chooseRuns(1000) },
    )
  })
})

describe('a secret value', () => {
  test.each([
    ['as a part of a word', 'ship', 'leadership and ships', 'leader*** and ***s'],
    ['with a number sign', 'a#b c', 'x=a#b c;', 'x=***;'],
    ['with quotes in JSON', 'say "hi" \\o/', JSON.stringify({ a: 'say "hi" \\o/' }), '{"a":"***"}'],
    [
      'with quotes in JSON inside JSON',
      'say "hi"',
      JSON.stringify(JSON.stringify({ a: 'say "hi"' })),
      '"{\\"a\\":\\"***\\"}"',
    ],
    ['percent-encoded', 'pä ss/?&', 'q=p%C3%A4%20ss%2F%3F%26&', 'q=***&'],
    ['percent-encoded in lower case', 'pä ss/?&', 'q=p%c3%a4%20ss%2f%3f%26&', 'q=***&'],
    ['in a form', 'my pass word', 'q=my+pass+word', 'q=***'],
    ['in HTML', 'a<b>&"c"', '<p>a&lt;b&gt;&amp;&quot;c&quot;</p>', '<p>***</p>'],
    [
      'that is an id, whole',
      '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11',
      'is 3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11.',
      'is ***.',
    ],
    [
      'inside an id, where it is by chance',
      '6e3c',
      '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11 6e3c',
      '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11 ***',
    ],
    ['that is a number, in a longer one', '1234', '12345 ms, PIN 1234, a1234b', '12345 ms, PIN ***, a***b'],
    ['of a hundred digits', '12345'.repeat(20), `<${'12345'.repeat(20)}>`, '<***>'],
  ])('is hidden %s', (_how, value, text, shown) => {
    expect(hideValues(value)(text)).toBe(shown)
  })

  test('is nowhere, in whatever form and between whatever it stands', { timeout: 120_000 }, () => {
    const value = fc
      .oneof(
        fc.string({ minLength: 4, maxLength: 90 }),
        fc.string({ unit: anyCharacter, minLength: 4, maxLength: 40 }),
        fc.string({ unit: fc.constantFrom(...'ab"\\#%&<> \'+/='), minLength: 4, maxLength: 200 }),
      )
      .filter(
        (text) =>
          text.trim() === text && text.length > 3 && !/[\r\n]|^\d+$/.test(text) && text.isWellFormed(),
      )
    const forms: ((text: string) => string)[] = [
      (text) => text,
      (text) => JSON.stringify(text),
      (text) => encodeURIComponent(text),
      (text) => encodeURI(text),
      (text) => new URLSearchParams({ q: text }).toString().replaceAll('%27', "'"),
    ]
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(forms.length - 1), fc.string({ maxLength: 6 })), {
          maxLength: 6,
        }),
        (values, made) => {
          const redact = hideValues(...values)
          const text = made
            .map(
              ([which, form, between]) => `${forms[form]?.(values[which % values.length] ?? '')}${between}`,
            )
            .join('')
          const shown = redact(text)
          for (const one of values) {
            // Marks that stand side by side may look like a value made of asterisks.
            if (/^\**$/.test(one)) continue
            expect(shown.split('***').some((part) => part.includes(one))).toBe(false)
            const inJson = JSON.stringify(one).slice(1, -1)
            expect(shown.split('***').some((part) => part.includes(inJson))).toBe(false)
          }
        },
      ),
      { numRuns: chooseRuns(2000) },
    )
  })

  test.each([0, 1, 2, 3, 4])('is hidden in base64 behind %i bytes', (before) => {
    const value = 'correct horse ✓ battery'
    const encoded = Buffer.from(`${'x'.repeat(before)}${value}tail`).toString('base64')
    expect(hideValues(value)(encoded)).toMatch(/^\S{0,7}\*\*\*\S{0,8}$/)
    expect(hideValues('s3cr')(`<${Buffer.from('s3cr').toString('base64')}>`)).toBe('<***>')
  })
})

describe('JSON', () => {
  const redact = createRedactor({ keys: [KEY], values: ['1234', 'PASS', 'name', 'say "hi"'] })

  test('keeps its shape: numbers, fields, times and statuses stay, texts lose their secrets', () => {
    const body = {
      status: 'PASSED',
      startedAt: '2026-11-26T10:00:12.340Z',
      responseTime: 1234,
      name: 'PASSWORD of 1234',
      headers: { [`x-${KEY}`]: 'say "hi"', 'X-name': 1 },
      list: [null, true, 'PIN 1234'],
    }
    expect(JSON.parse(redactJson(JSON.stringify(body), redact))).toEqual({
      status: 'PASSED',
      startedAt: '2026-11-26T10:00:12.340Z',
      responseTime: 1234,
      name: '***WORD of ***',
      headers: { 'x-***': '***', 'X-***': 1 },
      list: [null, true, 'PIN ***'],
    })
  })

  test('holds no key behind escapes', () => {
    const hidden = `{"a":"${KEY.replace('c', '\\u0063').replaceAll('d', '\\u0064')}"}`
    expect(redactJson(hidden, redact)).toBe('{"a":"***"}')
  })

  test.each([
    ['', ''],
    [`<p>${KEY}</p>`, '<p>***</p>'],
    [`{"a": "${KEY}`, '{"a": "***'],
    ['['.repeat(200_000), '['.repeat(200_000)],
  ])('that is none is text: %j', (text, shown) => {
    expect(redactJson(text, redact)).toBe(shown)
  })

  test('nested too deep is redacted as text', () => {
    const deep = `${'['.repeat(50_000)}"${KEY}"${']'.repeat(50_000)}`
    expect(redactJson(deep, redact)).not.toContain(KEY)
  })
})
