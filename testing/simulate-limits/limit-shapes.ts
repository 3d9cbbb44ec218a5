/** How a server decides which requests it takes, and what it says to the others. Times in ms. */
export interface LimitShape {
  /**
   * - `fixed`: so many in a window that begins with the first request after the last window.
   * - `sliding`: so many in every stretch of `windowMs`.
   * - `bucket`: `requests` may be saved up, and so many are added in `windowMs`, one after the other.
   * - `random`: one in so many `requests` is refused, whatever is asked.
   */
  kind: 'fixed' | 'sliding' | 'bucket' | 'random'
  requests: number
  windowMs: number
  /** What may be saved up in a bucket; `requests` where it is left out. */
  burst?: number
  /** Whether a sliding window counts refused requests as well; not where it is left out. */
  countsRefused?: boolean
  /** `exact`: whole seconds until there is room; a number: always so many seconds; `none`: no `Retry-After`. */
  retryAfter: 'exact' | 'none' | number
}

/** Takes a request (null), or refuses it with a `Retry-After` in ms, or without one. */
export type Admit = (nowMs: number) => null | { retryAfterMs: number | null }

/** Creates the limit of one account. */
export function createLimit(shape: LimitShape, random: () => number): Admit {
  const findWait = createWait(shape, random)
  return (nowMs) => {
    const waitMs = findWait(nowMs)
    if (waitMs === 0) return null
    if (shape.retryAfter === 'none') return { retryAfterMs: null }
    const seconds = shape.retryAfter === 'exact' ? Math.ceil(waitMs / 1000) : shape.retryAfter
    return { retryAfterMs: seconds * 1000 }
  }
}

/** Counts a request where there is room for it, and returns 0; else returns the ms until there is. */
function createWait(
  { kind, requests, windowMs, burst, countsRefused = false }: LimitShape,
  random: () => number,
): (now: number) => number {
  if (kind === 'random') return () => (random() * requests < 1 ? 1000 : 0)
  if (kind === 'bucket') {
    const most = burst ?? requests
    const perMs = requests / windowMs
    let tokens = most
    let filledAt = 0
    return (now) => {
      tokens = Math.min(most, tokens + (now - filledAt) * perMs)
      filledAt = now
      if (tokens < 1) return Math.max(1, (1 - tokens) / perMs)
      tokens -= 1
      return 0
    }
  }
  let taken: number[] = []
  return (now) => {
    const first = taken[0] ?? now
    if (kind === 'fixed' && now - first >= windowMs) taken = []
    if (kind === 'sliding') while (taken[0] !== undefined && taken[0] <= now - windowMs) taken.shift()
    const waitMs = taken.length < requests ? 0 : Math.max(1, (taken.at(-requests) ?? now) + windowMs - now)
    if (waitMs === 0 || countsRefused) taken.push(now)
    return waitMs
  }
}
