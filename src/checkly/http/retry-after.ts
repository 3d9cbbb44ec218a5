/**
 * Milliseconds that `Retry-After` asks to wait. The header has seconds or a date (RFC 9110, 10.2.3). A date is compared
 * with the server's own `Date`, so that a wrong clock on either side does no harm.
 * @returns null when there is none or it cannot be read; never negative
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  wallClockMs: number,
): number | null {
  const value = headers['retry-after']
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER)
  const until = parseDate(text)
  if (!/[a-z]{3}/i.test(text) || Number.isNaN(until)) return null
  const date = headers['date']
  const serverNow = typeof date === 'string' ? parseDate(date) : Number.NaN
  return Math.max(0, until - (Number.isNaN(serverNow) ? wallClockMs : serverNow))
}

/** An HTTP date in epoch milliseconds, NaN for other text. The form without a zone is UTC too (RFC 9110, 5.6.7). */
function parseDate(text: string): number {
  return Date.parse(/(GMT|UTC|Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text} GMT`)
}
