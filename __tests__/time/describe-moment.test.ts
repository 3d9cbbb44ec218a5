import { expect, test } from 'vitest'
import { describeMoment } from '../../src/time/describe-moment.ts'

test('a moment has its day and its time, in UTC', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  expect(describeMoment(Date.parse('2026-11-22T03:10:59Z'), now)).toBe('22 November 03:10 UTC')
})

test('a moment of another year has its year', () => {
  const now = Date.parse('2027-01-01T00:05:00Z')
  expect(describeMoment(Date.parse('2026-12-31T23:59:00Z'), now)).toBe('31 December 2026 23:59 UTC')
})
