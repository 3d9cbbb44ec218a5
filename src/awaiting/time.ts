/** A clock that never runs backwards; its zero means nothing. */
export interface Clock {
  /** Milliseconds. */
  now(): number
}

/** Waits for some milliseconds; ends early, without an error, when the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/** The machine's monotonic clock: unlike the wall clock it is not set back or forward. */
export const monotonicClock: Clock = { now: () => performance.now() }

/** Waits with a timer. */
export const sleepWithTimer: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
