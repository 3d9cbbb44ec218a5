import { expect, test } from 'vitest'
import { formatDuration } from '../../src/time/format-duration.ts'

test.each([
  [0, '0 ms'],
  [-5, '0 ms'],
  [Number.NaN, '0 ms'],
  [0.4, '0 ms'],
  [850, '850 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [1000, '1.0 s'],
  [1249, '1.2 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [42_400, '42 s'],
  [59_499, '59 s'],
  [59_500, '1m00s'],
  [60_000, '1m00s'],
  [250_000, '4m10s'],
  [3_599_499, '59m59s'],
  [3_599_500, '1h00m'],
  [3_900_000, '1h05m'],
  [172_799_000, '47h59m'],
  [172_800_000, '2d00h'],
  [432_000_000, '5d00h'],
])('%f ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
