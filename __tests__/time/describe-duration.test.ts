import { expect, test } from 'vitest'
import { describeDuration } from '../../src/time/describe-duration.ts'

test.each([
  [-5, '1 second'],
  [0, '1 second'],
  [1499, '1 second'],
  [1500, '2 seconds'],
  [90_000, '90 seconds'],
  [119_499, '119 seconds'],
  [119_500, '2 minutes'],
  [240_000, '4 minutes'],
  [7_169_000, '119 minutes'],
  [10_800_000, '3 hours'],
  [30 * 3_600_000, '30 hours'],
  [12.9 * 86_400_000, '13 days'],
])('%i ms is %s', (ms, words) => {
  expect(describeDuration(ms)).toBe(words)
})
