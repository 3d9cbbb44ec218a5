import { UnusableValue } from './unusable-value.ts'

/** ISO 8601 with a zone: `2026-11-26T10:00:00Z`, `2026-11-26T10:00+01:00`, as git and GitHub write it. */
const WITH_ZONE =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/i

/** Below this a number is seconds, else milliseconds. */
const FIRST_MS = 1e11
/** Epoch milliseconds: September 2001. An earlier moment must be a duration that was given by mistake. */
const EARLIEST_MS = 1e12
/** Epoch milliseconds: the year 5138. A later moment must be in microseconds or nanoseconds by mistake. */
const LATEST_MS = 1e14

/**
 * Reads a moment: ISO 8601 with `Z` or an offset, or epoch seconds (below 1e11) or milliseconds.
 * Throws UnusableValue for anything else, a date that does not exist and a number that can be no moment of now.
 * @returns epoch milliseconds
 */
export function parseMoment(text: string): number {
  const epochMs = /^\d{1,19}$/.test(text) ? readNumber(Number(text)) : readIso(text)
  if (epochMs !== null && epochMs >= EARLIEST_MS && epochMs < LATEST_MS) return epochMs
  throw new UnusableValue(
    'a moment since 2001: ISO 8601 with Z or an offset, for example 2026-11-26T10:00:00Z, or epoch seconds or milliseconds',
  )
}

function readNumber(value: number): number {
  return value < FIRST_MS ? value * 1000 : value
}

function readIso(text: string): number | null {
  const match = WITH_ZONE.exec(text)
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const ms = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000)
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return null
  const local = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  // Date.UTC makes a 2nd of March of a 30th of February.
  if (new Date(local).toISOString().slice(0, 10) !== text.slice(0, 10)) return null
  const offsetMs = (offsetHours * 60 + offsetMinutes) * 60_000
  return match[8] === '-' ? local + offsetMs : local - offsetMs
}
