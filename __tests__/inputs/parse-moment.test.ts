import { expect, test } from 'vitest'
import { parseMoment } from '../../src/inputs/parse-moment.ts'
import { UnusableValue } from '../../src/inputs/unusable-value.ts'

const TEN = Date.UTC(2026, 10, 26, 10)

test.each([
  ['2026-11-26T10:00:00Z', TEN],
  ['2026-11-26T10:00:00.000Z', TEN],
  ['2026-11-26t10:00z', TEN],
  ['2026-11-26T11:00:00+01:00', TEN],
  ['2026-11-26T05:30:00-0430', TEN],
  ['2026-11-26T00:00:00+14:00', TEN - 24 * 3_600_000],
  ['2026-11-26T10:00:00.123456789Z', TEN + 123],
  ['2026-11-26T10:00:00,5Z', TEN + 500],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  [String(TEN / 1000), TEN],
  [String(TEN), TEN],
  ['1000000000', 1e12],
  ['99999999999', 99_999_999_999_000],
  ['1000000000000', 1e12],
])('%s is a moment', (text, epochMs) => {
  expect(parseMoment(text)).toBe(epochMs)
})

test.each([
  '',
  '2026-11-26',
  '2026-11-26T10:00:00',
  '2026-11-26 10:00:00Z',
  '2026-11-26T10:00:00 Z',
  '2026-11-26T10:00:00 UTC',
  '2026-02-30T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '2026-11-26T24:00:00Z',
  '2026-11-26T10:60:00Z',
  '2026-11-26T10:00:00+25:00',
  '1999-12-31T23:59:59Z',
  '26-11-2026T10:00:00Z',
  'yesterday',
  '600',
  '0',
  '-1795687200',
  '1795687200.5',
  '1e12',
  '100000000000',
  '1795687200000000',
  '1795687200000000000',
  '99999999999999999999',
  'Thu, 26 Nov 2026 10:00:00 GMT',
])('%j is none', (text) => {
  expect(() => parseMoment(text)).toThrow(UnusableValue)
  expect(() => parseMoment(text)).toThrow('ISO 8601 with Z or an offset')
})
