import { expect, test } from 'vitest'
import { findWorstStatus } from '../../src/session/statuses.ts'

test.each<[readonly string[], string]>([
  [[], ''],
  [['PASSED'], 'PASSED'],
  [['PASSED', 'DEGRADED', 'PASSED'], 'DEGRADED'],
  [['DEGRADED', 'CANCELLED'], 'CANCELLED'],
  [['CANCELLED', 'TIMED_OUT'], 'TIMED_OUT'],
  [['TIMED_OUT', 'FAILED'], 'FAILED'],
  [['FAILED', 'EXHAUSTED'], 'EXHAUSTED'],
  [['EXHAUSTED', 'FAILED'], 'EXHAUSTED'],
  [['PASSED', 'NEW_A', 'NEW_B'], 'NEW_A'],
])('the worst of %j is %j', (statuses, worst) => {
  expect(findWorstStatus(statuses)).toBe(worst)
})
