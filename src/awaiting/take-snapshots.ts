import type { TimeLimit, Timing } from '../time/clock.ts'

/** Up to 10 sessions have repeated snapshots. Few, because snapshots only tell people more. */
const MOST_REPEATED = 10
/** 60 s: the interval of snapshots of a session of one check. */
const REPEATED_EVERY_MS = 60_000
/** 30 s: the same for a session of many checks, as there is more to tell. */
const MANY_CHECKS_EVERY_MS = 30_000
/** 2 s: each snapshot comes this much before its interval ends (at 28 s, 58 s, …). The log then tells fresh news. */
const AHEAD_MS = 2000
/** 11 to 180 sessions: each that still runs has one snapshot, for its name and link. More sessions: none. */
const MOST_ONCE = 180
/** 5 s after the beginning comes this one snapshot; sooner, at half of the time left, if that is less. */
const ONCE_AFTER_MS = 5000
/** 20 ms from the snapshot of one session to that of the next. */
const ONCE_APART_MS = 20
/** 300 ms: the time of an early snapshot, for name and link. A session that has ended has answered its poll by then. */
const FIRST_SNAPSHOT_MS = 300
/** 1.5 s before the deadline comes the last snapshot, so that reports are up to date. */
const LAST_BEFORE_MS = 1500
/** 2 s: a snapshot that is due this shortly before the last one, or after it, is replaced by the last one. */
const CLOSE_MS = 2000
/** 5 s: the interval of snapshots that can end the wait, because a check may have failed. */
const DECIDING_EVERY_MS = 5000
/** 200 ms for each session is this interval at least. Example: 100 sessions, each every 20 s. */
const DECIDING_APART_MS = 200

/**
 * When snapshots of a session are taken while it is polled. `firstMs`: milliseconds until the first. `everyMs`: the
 * interval of the next, each 2 s before a multiple of it; null for only one.
 */
export interface SnapshotPlan {
  firstMs: number
  everyMs: number | null
  /** How many regular snapshots are skipped because the first one was early. */
  leftOut: number
  /** Whether a last one is taken shortly before the deadline. */
  hasLast: boolean
  /** True: after a refusal no more are taken. False: they only become rarer. */
  endsWhenRefused: boolean
}

/** Whether each of `total` sessions has repeated snapshots, so that what is known of it is never old. */
export function isReadRegularly(total: number): boolean {
  return total <= MOST_REPEATED
}

/**
 * Plans the snapshots of one session out of `total`; null for none.
 * @param isKnown - whether its name and link are known already
 * @param leftMs - milliseconds until the deadline
 * @param hasManyChecks - whether the session has many checks
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
    // A session of many checks needs no early snapshot when its name and link are known.
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
 * Takes the planned snapshots of a session, until the time limit ends. A snapshot that fails changes nothing.
 * @param read - takes one; false when the API refused it
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
    // Each refusal in a row doubles the interval, up to about 60 s.
    const step = Math.min(2 ** refusals, Math.ceil(REPEATED_EVERY_MS / everyMs))
    do {
      beats += step
      nextAt = beganAt + beats * everyMs - AHEAD_MS
    } while (nextAt <= clock.now())
  }
}
