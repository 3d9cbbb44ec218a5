import type { RunHistory } from '../../src/diagnosis/run-history.ts'

/** When the sample sessions start, in epoch milliseconds: as in `build-report.ts`. */
const START_MS = Date.UTC(2026, 10, 23, 12, 4, 31)
const MINUTE_MS = 60_000
const NOTHING = { before: null, error: null, target: null, unknown: '' }

/** It passed so many minutes before the run; of thirty results so many were as bad as now. */
export function passedBefore(minutes: number, bad = 0): RunHistory {
  const agoMs = minutes * MINUTE_MS
  const endedAtMs = START_MS - agoMs
  return {
    ...NOTHING,
    isNew: true,
    before: { kind: 'better', state: 'passed', endedAtMs, agoMs, bad, results: 30 },
  }
}

/** It has been failing since the day before at ten past three, over at least so many results. */
export function failingBefore(results: number): RunHistory {
  const sinceMs = Date.UTC(2026, 10, 22, 3, 10)
  return {
    ...NOTHING,
    isNew: false,
    before: { kind: 'bad', state: 'failing', sinceMs, results, isAtLeast: true },
  }
}

/** Nothing is known of what it did before. */
export function notKnownBefore(unknown = 'what it did before could not be read'): RunHistory {
  return { ...NOTHING, isNew: null, unknown }
}

/** Test sessions: its error was first seen so many hours before the session; by itself the check passes. */
export function errorBefore(hours: number, environments: string[]): RunHistory {
  const firstSeenMs = START_MS - hours * 60 * MINUTE_MS
  const target = { state: 'passes', endedAtMs: START_MS - 6 * MINUTE_MS } as const
  return { ...NOTHING, isNew: hours <= 0, error: { firstSeenMs, environments }, target }
}
