import { expect, test } from 'vitest'
import { describeAge } from '../../../src/reports/views/describe-age.ts'
import { buildReport } from '../../../testing/reports/build-report.ts'

const HOUR_MS = 3_600_000

/** A report on so many sessions that ended so long before the step began, or after it for a negative time. */
function ageReport(count: number, beforeMs: number) {
  const sessions = Array.from({ length: count }, () => ({ name: 'A', status: 'PASSED', places: { eu: 'P' } }))
  const report = buildReport({ sessions, startedHere: false })
  const endMs = report.sessions[0]?.session?.stoppedAtMs ?? Number.NaN
  return { ...report, beganAtMs: endMs + beforeMs }
}

// The API's clock has whole seconds.
test.each([-5000, 0, 2000])('an end %i ms before the step is no news', (beforeMs) => {
  expect(describeAge(ageReport(1, beforeMs))).toBe('')
})

test.each([
  [3000, 'This session had ended 3.0 s before this step began'],
  [60_000, 'This session had ended 1m00s before this step began'],
])('an end %i ms before it is told', (beforeMs, begin) => {
  expect(describeAge(ageReport(1, beforeMs))).toContain(begin)
})

test('an old result is told with its time', () => {
  expect(describeAge(ageReport(1, 2 * HOUR_MS))).toBe(
    'This session had ended 2h00m before this step began, at 2026-11-23 12:04:33 UTC. Awaiting does not run it again.',
  )
  expect(describeAge(ageReport(1, 99 * HOUR_MS))).toContain('had ended 4d03h before')
})

test('of several the first counts', () => {
  const all = ageReport(3, HOUR_MS)
  expect(describeAge(all)).toMatch(/^All 3 sessions had ended before, the first 1h00m before this step began/)
  const [first, ...others] = all.sessions
  const recent = others.map((it) => ({
    ...it,
    session: it.session === null ? null : { ...it.session, stoppedAtMs: null },
  }))
  const some = { ...all, sessions: first === undefined ? [] : [first, ...recent] }
  expect(describeAge(some)).toMatch(/^1 of 3 sessions had ended before/)
})

test('a session that has not ended by all that is known is not old, whatever it says of its end', () => {
  const report = ageReport(1, HOUR_MS)
  const sessions = report.sessions.map((it) => ({ ...it, state: 'unfinished' as const }))
  expect(describeAge({ ...report, sessions })).toBe('')
})

test('sessions that the step was given by a start and that had ended before are told too', () => {
  expect(describeAge({ ...ageReport(1, HOUR_MS), startedHere: true })).toContain(
    'Starting has not run it again.',
  )
})
