import { OWN_WORDS } from '../inputs/secret-lines.ts'
import type { Redact } from './redact.ts'

/** A time as the API writes it. */
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z?$/
/** Names of the API's fields. */
const FIELD = /^[a-z][A-Za-z]{0,40}$/

/**
 * Takes secrets out of a text that may be JSON, so that it stays JSON of the same shape: numbers, names of
 * fields, times and words such as statuses stay as they are, even where a secret value is a part of them (a
 * value `PASS` must not make another status of `PASSED`). Escapes are undone first, behind which a key could
 * hide (`\u0063`, `\/`). Other text is redacted as it is.
 * @param indent - blanks for each level, for people; none by default
 */
export function redactJson(text: string, redact: Redact, indent = 0): string {
  try {
    return JSON.stringify(redactStrings(JSON.parse(text), redact), null, indent)
  } catch {
    // Not JSON, or too deep for either of them.
    return redact(text)
  }
}

/** The same for a value as JSON.parse makes it; nothing is changed in place. */
function redactStrings(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return isOwn(value) ? value : redact(value)
  if (Array.isArray(value)) return value.map((entry) => redactStrings(entry, redact))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, entry]) => [
    FIELD.test(name) ? name : redact(name),
    redactStrings(entry, redact),
  ])
  return Object.fromEntries(entries)
}

function isOwn(text: string): boolean {
  return MOMENT.test(text) || OWN_WORDS.has(text.toLowerCase())
}
