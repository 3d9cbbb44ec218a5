import { hideCredentials } from '../secrets/hide-credentials.ts'
import { cleanBlock, cutText, foldText, stripHidden } from '../text/neutralise-text.ts'

/** Characters. No more of one value is read; a report shows at most a sixth of that. */
const MOST_READ = 16_000

/** Characters. A longer line of an excerpt is cut: it is a picture or a page in one line. */
const LONGEST_LINE = 400

/** Any JSON value as one line of at most `maxLength` characters; '' for null and what is missing. */
export function toLine(value: unknown, maxLength: number): string {
  return foldText(toSafeText(value), maxLength)
}

/** Any JSON value as several lines, cut to what can be read in a report. */
export function toExcerpt(value: unknown): string {
  const lines = toSafeText(value)
    .split('\n')
    .map((line) => cutText(line.trimEnd(), LONGEST_LINE))
  return cleanBlock(lines.join('\n'), 25, 2500)
}

/** Any JSON value as its lines, at most 300 and each at most 400 characters long, without blanks at their ends. */
export function toLines(value: unknown): string[] {
  const lines = toSafeText(value).split(/\r\n|[\n\r\u0085\u2028\u2029]/, 300)
  return lines.map((line) => cutText(line.trimEnd(), LONGEST_LINE))
}

/** A fact, or nothing when its value is empty. */
export function toFact(label: string, value: unknown): [string, string][] {
  const line = toLine(value, 300)
  return line === '' ? [] : [[label, line]]
}

/** Without escape sequences, and without other people's credentials: this is where text from outside comes in. */
function toSafeText(value: unknown): string {
  const text = stripHidden(toText(value).slice(0, MOST_READ), MOST_READ)
  return hideCredentials(text).text
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)
}
