import type { AttemptScript } from './script.ts'

const USUAL_RUN_MS = 1200

/** A scripted duration in ms; Infinity for `manual`. */
export function readDurationMs(duration: number | 'manual'): number {
  return duration === 'manual' ? Number.POSITIVE_INFINITY : duration
}

/**
 * The durations of a location's runs, in ms. Those that have none share what the session's own leaves them,
 * so that the last ends with it.
 */
export function fillInDurations(attempts: AttemptScript[], session: number | 'manual' | undefined): number[] {
  const unset = attempts.filter((script) => script.durationMs === undefined).length
  const takenMs = attempts.reduce(
    (sum, one) => sum + (one.pauseMs ?? 0) + readDurationMs(one.durationMs ?? 0),
    0,
  )
  return attempts.map(({ durationMs }, index) => {
    if (durationMs !== undefined) return readDurationMs(durationMs)
    if (typeof session === 'number') return Math.max(0, Math.floor((session - takenMs) / unset))
    return session === 'manual' && index === attempts.length - 1 ? Number.POSITIVE_INFINITY : USUAL_RUN_MS
  })
}
