/** 500 ms: the longest first pause. */
const FIRST_MS = 500
/** 10 s: no pause is longer. */
const LONGEST_MS = 10_000

/** How long to pause after some failures in a row. Immutable: `next()` is for one failure more. */
export interface Backoff {
  /** How many failures in a row came before; 0 at the start. */
  readonly failures: number
  /** Milliseconds at random ("full jitter"), from 0 to a limit that doubles with each failure. */
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

/** 1 s: kept for one last request before the deadline. */
export const LAST_LOOK_MS = 1000

/**
 * Shortens a pause that would end after the deadline or within the last 0.5 s: it then ends 1 s before the deadline, for
 * one last request. With 1.5 s or less left it lasts until the deadline. Example: 4 s left, pause 5 s → 3 s.
 * @returns milliseconds, never more than `leftMs`; 0 stays 0
 */
export function fitPause(pauseMs: number, leftMs: number): number {
  if (pauseMs === 0 || pauseMs < leftMs - LAST_LOOK_MS / 2) return pauseMs
  return leftMs > 1.5 * LAST_LOOK_MS ? leftMs - LAST_LOOK_MS : Math.max(0, leftMs)
}
