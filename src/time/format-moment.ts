/**
 * The moment in epoch milliseconds as `2026-11-23 12:04:31 UTC`.
 * @param dayMs a moment of the day on which no date is written
 */
export function formatMoment(epochMs: number, dayMs?: number): string {
  const moment = new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ')
  const today = dayMs === undefined ? '' : new Date(dayMs).toISOString().slice(0, 10)
  return `${today !== '' && moment.startsWith(today) ? moment.slice(11) : moment} UTC`
}
