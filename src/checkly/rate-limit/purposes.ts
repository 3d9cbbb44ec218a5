import type { Purpose } from '../api-caller.ts'

/** How requests of one purpose stand to the others. */
export interface Standing {
  /** Who goes first: 0 before 1, and so on. */
  rank: number
  /** Its requests are sent in the last second before the deadline even though there was no turn for them until then. */
  looksLast: boolean
  /** It comes after the verdict: some of the account's limit is kept for it. */
  isAfterVerdict: boolean
  /** It gives way: not sent for a minute after the refusal of anything, nor when others have used up much. */
  givesWay: boolean
}

const DECIDES: Standing = { rank: 0, looksLast: true, isAfterVerdict: false, givesWay: false }

/** A purpose that is not named here stands behind cancelling and before snapshots, as reasons do. */
const STANDINGS: Readonly<Partial<Record<Purpose, Standing>>> = {
  poll: DECIDES,
  watch: DECIDES,
  // Sent in the last second it would start sessions for nothing.
  start: { ...DECIDES, looksLast: false },
  lookup: { ...DECIDES, looksLast: false },
  cancel: { rank: 1, looksLast: false, isAfterVerdict: true, givesWay: false },
  snapshot: { rank: 3, looksLast: false, isAfterVerdict: false, givesWay: true },
}

const TELLS: Standing = { rank: 2, looksLast: false, isAfterVerdict: true, givesWay: false }

/** How requests of a purpose stand to the others. */
export function getStanding(purpose: Purpose): Standing {
  return STANDINGS[purpose] ?? TELLS
}
