/** The ceiling of the first pause, in milliseconds. */
const FIRST_MS = 500
/** No ceiling is higher, in milliseconds. */
const LONGEST_MS = 10_000

/** Where a row of failures has got to. Immutable: `next()` gives the following step. */
export interface Backoff {
  /** How many failures in a row came before; 0 at the start. */
  readonly failures: number
  /** A pause in milliseconds: full jitter, anything from 0 to a ceiling that doubles each time. */
  pauseMs(random: () => number): number
  next(): Backoff
}

/** Growing pauses with full jitter, at most 10 s each. */
export function createBackoff(failures = 0): Backoff {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20))
  return {
    failures,
    pauseMs: (random) => random() * ceiling,
    next: () => createBackoff(failures + 1),
  }
}

/** The time kept for one last look before the deadline, in milliseconds. */
export const LAST_LOOK_MS = 1000

/**
 * Fits a pause before the deadline: one that would pass it, or end less than half a second before it, ends a
 * second before it, for one last look; with at most 1.5 s left it takes all of it. No pause stays none.
 * @returns milliseconds, never more than `leftMs`
 */
export function fitPause(pauseMs: number, leftMs: number): number {
  if (pauseMs === 0 || pauseMs < leftMs - LAST_LOOK_MS / 2) return pauseMs
  return leftMs > 1.5 * LAST_LOOK_MS ? leftMs - LAST_LOOK_MS : Math.max(0, leftMs)
}
