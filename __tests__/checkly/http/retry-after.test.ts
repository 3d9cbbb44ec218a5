import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readRetryAfter } from '../../../src/checkly/http/retry-after.ts'

const NOW = Date.parse('2026-11-23T10:00:00Z')
const DATE = 'Mon, 23 Nov 2026 10:00:00 GMT'

describe('readRetryAfter', () => {
  test.each([
    ['seconds', '7', 7000],
    ['none at all', '0', 0],
    ['a day', '86400', 86_400_000],
    ['with a fraction', '1.5', 1500],
    ['blanks around it', '  3 ', 3000],
    ['more digits than a number holds', '9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['a date ahead', 'Mon, 23 Nov 2026 10:02:00 GMT', 120_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['a date with an offset', 'Mon, 23 Nov 2026 11:00:30 +0100', 30_000],
    ['a date in the old form', 'Monday, 23-Nov-26 10:00:30 GMT', 30_000],
  ])('%s', (_, value, expected) => {
    expect(readRetryAfter({ 'retry-after': value }, NOW)).toBe(expected)
  })

  test('a date in the oldest form is UTC without saying so', () => {
    vi.stubEnv('TZ', 'America/New_York')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(readRetryAfter({ 'retry-after': 'Mon Nov 23 10:00:45 2026' }, NOW)).toBe(45_000)
  })

  test.each(['', ' ', 'soon', '-5', '1e9', '5 s', '0x10', '12:00', 'Mon, 99 Nov 2026', 'NaN', 'Infinity'])(
    '%j says nothing',
    (value) => {
      expect(readRetryAfter({ 'retry-after': value }, NOW)).toBe(null)
    },
  )

  test('says nothing when it is missing or there twice', () => {
    expect(readRetryAfter({}, NOW)).toBe(null)
    expect(readRetryAfter({ 'retry-after': ['1', '2'] }, NOW)).toBe(null)
  })

  test("compares a date with the server's own clock, however wrong either is", () => {
    const headers = { 'retry-after': 'Mon, 23 Nov 2026 10:00:05 GMT', date: DATE }
    expect(readRetryAfter(headers, NOW - 86_400_000)).toBe(5000)
    expect(readRetryAfter(headers, NOW + 86_400_000)).toBe(5000)
  })

  test("falls back to this machine's clock when the server's cannot be read", () => {
    const headers = { 'retry-after': 'Mon, 23 Nov 2026 10:00:05 GMT', date: 'no date' }
    expect(readRetryAfter(headers, NOW)).toBe(5000)
  })
})
