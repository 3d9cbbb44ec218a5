/**
 * The moment in epoch milliseconds as `2026-11-23 12:04:31 UTC`.
 * @param dayMs a moment of the day on which no date is written
 */
export function formatMoment(epochMs: number, dayMs?: number): string {
  const moment = new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ')
  const today = dayMs === undefined ? '' : new Date(dayMs).toISOString().slice(0, 10)
  return `${today !== '' && moment.startsWith(today) ? moment.slice(11) : moment} UTC`
}

/** An ISO 8601 text as epoch milliseconds, or null when there is none or it is not a time. */
export function readMoment(text: string | null): number | null {
  if (text === null) return null
  const epochMs = Date.parse(text)
  // `Date.parse` makes a year of "1"; the zero of the epoch is no time at which a check ran.
  const isTime = /^\d{4}-\d\d-\d\dT/.test(text) && epochMs > 0
  return isTime ? epochMs : null
}
