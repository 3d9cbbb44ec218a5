/** The moment in epoch milliseconds as `12:04:31 UTC`. */
function formatClock(epochMs: number): string {
  return `${toIso(epochMs).slice(11, 19)} UTC`
}

/** The moment in epoch milliseconds as `2026-11-23 12:04:31 UTC`. */
export function formatMoment(epochMs: number): string {
  return `${toIso(epochMs).slice(0, 10)} ${formatClock(epochMs)}`
}

/** The same without the date when it is that of `dayMs`: `12:04:31 UTC`. Both in epoch milliseconds. */
export function formatShortMoment(epochMs: number, dayMs: number): string {
  return toIso(epochMs).slice(0, 10) === toIso(dayMs).slice(0, 10)
    ? formatClock(epochMs)
    : formatMoment(epochMs)
}

/** An ISO 8601 text as epoch milliseconds, or null when there is none or it is not a time. */
export function readMoment(text: string | null): number | null {
  if (text === null) return null
  const epochMs = Date.parse(text)
  // Years of four digits only: others have no use here and another shape when written.
  return epochMs >= 0 && epochMs < 253_402_300_800_000 ? epochMs : null
}

function toIso(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
