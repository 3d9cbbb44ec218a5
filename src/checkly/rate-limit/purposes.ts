import type { Purpose } from '../api-caller.ts'

/** The rights of requests of one purpose. */
export interface Standing {
  /** Who goes first: 0 before 1, and so on. */
  rank: number
  /** In the last second before the deadline, a request is sent even during a pause. Only a full minute (570) stops it. */
  looksLast: boolean
  /** It comes after the verdict: it may use the 25 requests that are kept for then. */
  isAfterVerdict: boolean
  /** It is not sent while the server is down, for 60 s after any refusal, and when much of the limit is used. */
  givesWay: boolean
}

const DECIDES: Standing = { rank: 0, looksLast: true, isAfterVerdict: false, givesWay: false }

/** A purpose that is not named here (reading why a check failed, and its history) comes between cancel and snapshot. */
const STANDINGS: Readonly<Partial<Record<Purpose, Standing>>> = {
  poll: DECIDES,
  watch: DECIDES,
  // In the last second, a start would start sessions that nobody can wait for.
  start: { ...DECIDES, looksLast: false },
  lookup: { ...DECIDES, looksLast: false },
  cancel: { rank: 1, looksLast: false, isAfterVerdict: true, givesWay: false },
  snapshot: { rank: 3, looksLast: false, isAfterVerdict: false, givesWay: true },
}

const TELLS: Standing = { rank: 2, looksLast: false, isAfterVerdict: true, givesWay: false }

/** The rights of requests of a purpose. */
export function getStanding(purpose: Purpose): Standing {
  return STANDINGS[purpose] ?? TELLS
}
