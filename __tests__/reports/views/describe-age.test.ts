import { expect, test } from 'vitest'
import { buildReport } from '../../../scripts/preview/build-report.ts'
import { describeAge } from '../../../src/reports/views/describe-age.ts'

const HOUR_MS = 3_600_000

/** A report on so many sessions that ended so long before the step began, or after it for a negative time. */
function ageReport(count: number, beforeMs: number) {
  const sessions = Array.from({ length: count }, () => ({ name: 'A', status: 'PASSED', places: { eu: 'P' } }))
  const report = buildReport({ sessions, startedHere: false })
  const end = Date.parse(report.fates[0]?.session?.stoppedAt ?? '')
  return { ...report, beganAtMs: end + beforeMs }
}

test.each([-5000, 0, 60_000, 300_000])('an end %i ms before the step is no news', (beforeMs) => {
  expect(describeAge(ageReport(1, beforeMs))).toBe('')
})

test('an old result is told with its time', () => {
  expect(describeAge(ageReport(1, 2 * HOUR_MS))).toBe(
    'This session had ended 2h00m before this step began, at 2026-11-23 12:04:33 UTC. It is not run again by awaiting it.',
  )
  expect(describeAge(ageReport(1, 99 * HOUR_MS))).toContain('had ended 4d03h before')
})

test('of several the first counts', () => {
  const all = ageReport(3, HOUR_MS)
  expect(describeAge(all)).toMatch(/^All 3 sessions had ended before, the first 1h00m before this step began/)
  const [first, ...others] = all.fates
  const recent = others.map((fate) => ({
    ...fate,
    session: fate.session === null ? null : { ...fate.session, stoppedAt: null },
  }))
  const some = { ...all, fates: first === undefined ? [] : [first, ...recent] }
  expect(describeAge(some)).toMatch(/^1 of 3 sessions had ended before/)
})

test('a session that has not ended by all that is known is not old, whatever it says of its end', () => {
  const report = ageReport(1, HOUR_MS)
  const fates = report.fates.map((fate) => ({ ...fate, state: 'unfinished' as const }))
  expect(describeAge({ ...report, fates })).toBe('')
})

test('sessions that the step started itself are as old as they should be', () => {
  expect(describeAge({ ...ageReport(1, HOUR_MS), startedHere: true })).toBe('')
  // Only the machine's clock is wrong.
  expect(describeAge({ ...ageReport(1, HOUR_MS), waitedMs: 30_000 })).toBe('')
})
