import type { RouteKind } from './route.ts'
import { type Answer, answerError } from './wire.ts'

/** How much may be asked of the account, or of some routes; and what a refusal says of when to come back. */
export type RateLimit = LimitShape & {
  /** Routes that it holds for. By default all that no other limit names, together. */
  route?: RouteKind | readonly RouteKind[]
  /**
   * `Retry-After` of a refusal: until there is room again, as `seconds`, the default, or as a `date`; a number of
   * seconds, right or wrong; or `none`.
   */
  retryAfter?: 'seconds' | 'date' | 'none' | number
}

/**
 * Shapes of limits:
 * - `sliding`: no window of `windowMs`, wherever it begins, holds more than `requests` accepted ones: the strictest
 *   reading of "600 requests in 60 s".
 * - `fixed`: a window begins with the first request after the last window, and only the count within it matters.
 * - `token-bucket`: there is room for `burst` requests (`requests` by default), which comes back steadily, `requests`
 *   in `windowMs`.
 * - `share`: of all requests this share (0 to 1) is refused: evenly, or at random, the same on every run, with a
 *   `seed`. What other clients of the account do may look like this.
 */
export type LimitShape =
  | { kind: 'sliding' | 'fixed'; requests: number; windowMs: number }
  | { kind: 'token-bucket'; requests: number; windowMs: number; burst?: number }
  | { kind: 'share'; share: number; seed?: number }

/** Requests of one client, told by its API key. */
export interface ClientCounts {
  accepted: number
  refused: number
}

/** What Checkly documents for most routes: 600 requests in 60 s. */
export const DOCUMENTED_LIMIT = { kind: 'sliding', requests: 600, windowMs: 60_000 } as const

/** What Checkly documents for the history of a check; it holds unless limits are off, or another one is set for it. */
export const HISTORY_LIMIT = { route: 'history', kind: 'sliding', requests: 60, windowMs: 60_000 } as const

/** Counts the requests of an account and refuses those beyond its limits. */
export class RateLimiter {
  readonly #counts = new Map<string, ClientCounts>()
  #limits: { limit: RateLimit; counter: Counter }[] = []

  constructor(limits: RateLimit | readonly RateLimit[] | null = []) {
    this.setLimit(limits)
  }

  /** Sets other limits, with nothing counted so far; null for none at all, the history's own included. */
  setLimit(limits: RateLimit | readonly RateLimit[] | null): void {
    const given = limits === null ? [] : 'kind' in limits ? [limits] : limits
    const needsHistory = limits !== null && !given.some((limit) => listRoutes(limit).includes('history'))
    this.#limits = [...given, ...(needsHistory ? [HISTORY_LIMIT] : [])].map((limit) => ({
      limit,
      counter: makeCounter(limit),
    }))
  }

  /** Counts a request of a client; the 429 to answer when it is one too many, else null. */
  admit(client: string, route: RouteKind = 'unknown', nowMs = performance.now()): Answer | null {
    const counts = this.#counts.get(client) ?? { accepted: 0, refused: 0 }
    this.#counts.set(client, counts)
    const concerned = this.#findLimits(route)
    for (const { limit, counter } of concerned) {
      const waitMs = counter.getWaitMs(nowMs)
      if (waitMs <= 0) continue
      counts.refused += 1
      return answerError(429, 'Rate limit exceeded.', describeWait(limit, waitMs))
    }
    counts.accepted += 1
    for (const { counter } of concerned) counter.accept(nowMs)
    return null
  }

  /** Counts by API key, of all requests that had a right to be answered. */
  getCounts(): Record<string, ClientCounts> {
    return Object.fromEntries(this.#counts)
  }

  #findLimits(route: RouteKind): { limit: RateLimit; counter: Counter }[] {
    const own = this.#limits.filter(({ limit }) => listRoutes(limit).includes(route))
    return own.length > 0 ? own : this.#limits.filter(({ limit }) => listRoutes(limit).length === 0)
  }
}

/** What a limit has counted. */
interface Counter {
  /** Ms until a request that has come now would be accepted; 0 when it is. Asked once for each request. */
  getWaitMs(nowMs: number): number
  accept(nowMs: number): void
}

function makeCounter(limit: LimitShape): Counter {
  switch (limit.kind) {
    case 'sliding':
      return countSliding(limit.requests, limit.windowMs)
    case 'fixed':
      return countFixed(limit.requests, limit.windowMs)
    case 'token-bucket':
      return countTokens(limit.burst ?? limit.requests, limit.requests / limit.windowMs)
    case 'share':
      return refuseShare(limit.share, limit.seed)
  }
}

function countSliding(requests: number, windowMs: number): Counter {
  // When requests of the window that ends now were accepted, oldest first.
  const acceptedAtMs: number[] = []
  return {
    getWaitMs: (nowMs) => {
      while ((acceptedAtMs[0] ?? nowMs) <= nowMs - windowMs) acceptedAtMs.shift()
      return acceptedAtMs.length < requests ? 0 : (acceptedAtMs[0] ?? nowMs) + windowMs - nowMs
    },
    accept: (nowMs) => void acceptedAtMs.push(nowMs),
  }
}

function countFixed(requests: number, windowMs: number): Counter {
  let startMs = Number.NEGATIVE_INFINITY
  let accepted = 0
  const isOver = (nowMs: number) => nowMs - startMs >= windowMs
  return {
    getWaitMs: (nowMs) => (isOver(nowMs) || accepted < requests ? 0 : startMs + windowMs - nowMs),
    accept: (nowMs) => {
      if (isOver(nowMs)) {
        startMs = nowMs
        accepted = 0
      }
      accepted += 1
    },
  }
}

function countTokens(burst: number, tokensPerMs: number): Counter {
  let tokens = burst
  let countedAtMs = Number.NEGATIVE_INFINITY
  return {
    getWaitMs: (nowMs) => {
      tokens = Math.min(burst, tokens + (nowMs - countedAtMs) * tokensPerMs)
      countedAtMs = nowMs
      // Not quite a whole token is a whole one: sums of fractions fall short of it by a hair.
      return tokens > 1 - 1e-9 ? 0 : (1 - tokens) / tokensPerMs
    },
    accept: () => {
      tokens -= 1
    },
  }
}

function refuseShare(share: number, seed: number | undefined): Counter {
  let seen = 0
  const random = seed === undefined ? null : makeRandom(seed)
  return {
    getWaitMs: () => {
      seen += 1
      const isRefused =
        random === null ? Math.floor(seen * share) > Math.floor((seen - 1) * share) : random() < share
      return isRefused ? 1000 : 0
    },
    accept: () => {},
  }
}

// Mulberry32: numbers from 0 to 1, the same for the same seed.
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function describeWait({ retryAfter = 'seconds' }: RateLimit, waitMs: number): Record<string, string> {
  const seconds = Math.ceil(waitMs / 1000)
  if (retryAfter === 'none') return {}
  if (retryAfter === 'date') {
    // A date has whole seconds: the next one after the wait, so that it never says too little.
    const date = new Date(Math.ceil((Date.now() + waitMs) / 1000) * 1000)
    return { 'retry-after': date.toUTCString() }
  }
  return { 'retry-after': String(retryAfter === 'seconds' ? seconds : retryAfter) }
}

function listRoutes({ route = [] }: RateLimit): readonly RouteKind[] {
  return typeof route === 'string' ? [route] : route
}
