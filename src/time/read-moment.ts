/** An ISO 8601 text as epoch milliseconds, or null when there is none or it is not a time. */
export function readMoment(text: string | null): number | null {
  if (text === null) return null
  const epochMs = Date.parse(text)
  // `Date.parse` makes a year of "1"; the zero of the epoch is no time at which a check ran.
  const isTime = /^\d{4}-\d\d-\d\dT/.test(text) && epochMs > 0
  return isTime ? epochMs : null
}
