/** A clock that never runs backwards; its zero means nothing. */
export interface Clock {
  /** Milliseconds. */
  now(): number
}

/** Waits for some milliseconds; ends early, without an error, when the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/**
 * A signal that is aborted with another one, or when the deadline has come (milliseconds on `clock`).
 * `release` frees what it holds, and aborts it too.
 */
export function endAtDeadline(options: {
  clock: Clock
  sleep: Sleep
  deadline: number
  signal: AbortSignal
}): {
  signal: AbortSignal
  release(): void
} {
  const over = new AbortController()
  const stop = (): void => {
    options.signal.removeEventListener('abort', stop)
    over.abort('over')
  }
  options.signal.addEventListener('abort', stop)
  if (options.signal.aborted) stop()
  // An answer that has arrived by then is read first: a process that was held up is not the session's fault.
  void options.sleep(options.deadline - options.clock.now(), over.signal).then(() => setImmediate(stop))
  return { signal: over.signal, release: stop }
}

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
