import type { TimeLimit, Timing } from '../time/clock.ts'

/** Snapshots only tell people more, so they are repeated for few sessions only. */
const MOST_REPEATED = 10
/** How often, in milliseconds; the second where a session has many checks, so that there is more to tell of it. */
const REPEATED_EVERY_MS = 60_000
const MANY_CHECKS_EVERY_MS = 30_000
/**
 * They come so long before the end of each half minute, in milliseconds: a wait of 30 s is over then, and what is told
 * of the session is fresh.
 */
const AHEAD_MS = 2000
/** Of more sessions, each that still runs has one snapshot, for its name and link, while polls leave room for it. */
const MOST_ONCE = 180
/** When that is done, in milliseconds, and how long after one the next. */
const ONCE_AFTER_MS = 5000
const ONCE_APART_MS = 20
/** A session that has ended already answers before this, in milliseconds. */
const FIRST_SNAPSHOT_MS = 300
/** How long before the deadline the last one is taken, in milliseconds: reports then show what is so, not what was. */
const LAST_BEFORE_MS = 1500
/** One that would come so shortly before the last is left out, in milliseconds. */
const CLOSE_MS = 2000
/** How often it is looked whether a check has failed, where one snapshot can end the wait, in milliseconds. */
const DECIDING_EVERY_MS = 5000
/** Of many sessions each is looked at less often then: so long is for each, in milliseconds. */
const DECIDING_APART_MS = 200

/**
 * When a session is read beside its wait, in milliseconds: at first, and how often then, a moment ahead of each
 * multiple; null for never again.
 */
export interface SnapshotPlan {
  firstMs: number
  everyMs: number | null
  /** So many of the regular ones are left out, since the first was taken early. */
  leftOut: number
  /** Whether one more is taken shortly before the deadline. */
  hasLast: boolean
  /** Whether one that is refused ends them. Where they decide, they are only taken less often then. */
  endsWhenRefused: boolean
}

/** Whether of so many sessions each is read again and again, so that what is known of them is never old. */
export function isReadRegularly(total: number): boolean {
  return total <= MOST_REPEATED
}

/**
 * Plans the snapshots of one session out of `total`; null for none.
 * @param isKnown - whether its name and link are known already
 * @param leftMs - until the deadline, in milliseconds
 * @param hasManyChecks - whether it is a session of many checks
 * @param decides - whether a snapshot can end the wait
 */
export function planSnapshots(
  total: number,
  index: number,
  isKnown: boolean,
  leftMs: number,
  hasManyChecks: boolean,
  decides: boolean,
): SnapshotPlan | null {
  if (decides) {
    const everyMs = Math.max(DECIDING_EVERY_MS, total * DECIDING_APART_MS)
    const firstMs = DECIDING_EVERY_MS - AHEAD_MS
    return { firstMs, everyMs, leftOut: 0, hasLast: true, endsWhenRefused: false }
  }
  if (isReadRegularly(total)) {
    const everyMs = hasManyChecks ? MANY_CHECKS_EVERY_MS : REPEATED_EVERY_MS
    // An early one is for name and link.
    const isEarly = !hasManyChecks || !isKnown
    const firstMs = isEarly ? FIRST_SNAPSHOT_MS : everyMs - AHEAD_MS
    const leftOut = isEarly && hasManyChecks ? 1 : 0
    return { firstMs, everyMs, leftOut, hasLast: true, endsWhenRefused: true }
  }
  if (total > MOST_ONCE || isKnown) return null
  return {
    firstMs: Math.min(ONCE_AFTER_MS, leftMs / 2) + index * ONCE_APART_MS,
    everyMs: null,
    leftOut: 0,
    hasLast: false,
    endsWhenRefused: true,
  }
}

/**
 * Reads a session beside its wait as planned, until the time limit ends. That it fails changes nothing.
 * @param read - takes one; false when it was refused
 */
export async function takeSnapshots(
  { firstMs, everyMs, leftOut, hasLast, endsWhenRefused }: SnapshotPlan,
  { clock, sleep }: Timing,
  limit: TimeLimit,
  read: () => Promise<boolean>,
): Promise<void> {
  const beganAt = clock.now()
  const lastAt = hasLast ? limit.endsAt - LAST_BEFORE_MS : Number.NEGATIVE_INFINITY
  let nextAt = beganAt + firstMs
  let beats = leftOut
  let refusals = 0
  for (;;) {
    const now = clock.now()
    const isLast = now < lastAt && nextAt > lastAt - CLOSE_MS
    const dueAt = isLast ? lastAt : nextAt
    if (dueAt >= limit.endsAt) return
    await sleep(Math.max(0, dueAt - now), limit.signal)
    if (limit.signal.aborted) return
    refusals = (await read()) ? 0 : refusals + 1
    if (everyMs === null || isLast || (endsWhenRefused && refusals > 0)) return
    const step = Math.min(2 ** refusals, Math.ceil(REPEATED_EVERY_MS / everyMs))
    do {
      beats += step
      nextAt = beganAt + beats * everyMs - AHEAD_MS
    } while (nextAt <= clock.now())
  }
}
