/** A clock that never runs backwards; its zero means nothing. */
export interface Clock {
  /** Milliseconds. */
  now(): number
}

/** Waits for some milliseconds; ends early, without an error, when the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/** The machine's monotonic clock: unlike the wall clock it is not set back or forward. */
export const monotonicClock: Clock = { now: () => performance.now() }

/**
 * Milliseconds since 1970: the machine's wall clock when the process began, plus the monotonic clock since then. Somebody
 * may turn the wall clock while the step waits.
 */
export const wallClock: Clock = { now: () => performance.timeOrigin + performance.now() }

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

/** How long something may take: until its signal is aborted, which happens at `endsAt` at the latest. */
export interface TimeLimit {
  signal: AbortSignal
  /** Milliseconds on the step's clock. */
  endsAt: number
}

/** What a time limit is made with. */
export interface Timing {
  clock: Clock
  sleep: Sleep
}

/**
 * Begins a time limit that ends at the deadline (milliseconds on the clock), or when the signal is aborted.
 * `release` ends it and frees what it holds.
 */
export function beginTimeLimit(
  { clock, sleep }: Timing,
  deadline: number,
  signal: AbortSignal,
): TimeLimit & { release(): void } {
  const over = new AbortController()
  const end = (): void => {
    signal.removeEventListener('abort', end)
    over.abort('over')
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  // An answer that has arrived by then is read first: a process that was held up is not the session's fault.
  void sleep(deadline - clock.now(), over.signal).then(() => setImmediate(end))
  return { signal: over.signal, endsAt: deadline, release: end }
}

/** A time limit of `ms` milliseconds from now on, by the machine's timers; or until the signal is aborted. */
export function limitTime(clock: Clock, ms: number, signal?: AbortSignal): TimeLimit {
  const timeout = AbortSignal.timeout(ms)
  return {
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    endsAt: clock.now() + ms,
  }
}
