import { isOpaque, isWordBehindScheme, SCHEME } from './judge-value.ts'
import type { FoundName } from './read-name.ts'
import type { TextCursor } from './text-cursor.ts'
import type { TextRange } from './text-range.ts'

/* What a value is that stands behind a name and a separator, form by form. */

const QUOTATION = /[ \t]*(?:(\\*)(["'`])|(%22|&quot;))/y

/** Begins a line of a call log, of curl's output, of a diff or of a code frame: `    - `, `> `, ` 12 | `. */
const LINE_BEGINNING = /^[\s>*<|+\d-]*$/

/**
 * What stands in quotation marks at this place; null when nothing does.
 * @param mayClose - whether the mark may be one that closes a longer text: `getByLabel('Password: ')`
 */
export function readQuoted(cursor: TextCursor, from: number, mayClose: boolean = false): TextRange | null {
  QUOTATION.lastIndex = from
  const opening = QUOTATION.exec(cursor.text)
  if (opening === null) return null
  const start = from + opening[0].length
  if (mayClose && /^[)\]},;\s]|^$/.test(cursor.text.slice(start, start + 1))) return null
  const depth = opening[1]?.length ?? 0
  const end = cursor.findQuotationEnd(start, opening[2] ?? opening[3] ?? '"', depth)
  return toRange(start, end)
}

/** What stands in brackets, over several lines too; a list that was cut goes on to the end of the text. */
export function readArray(cursor: TextCursor, opening: number): TextRange | null {
  const { text } = cursor
  const start = opening + 1
  const marks = /[\]"'`]/g
  marks.lastIndex = start
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === ']') return mark.index > start ? { start, end: mark.index } : null
    const depth = text[mark.index - 1] === '\\' ? 1 : 0
    marks.lastIndex = cursor.findQuotationEnd(mark.index + 1, mark[0], depth) + 1 + depth
  }
  return { start, end: text.length }
}

/** Characters up to a blank or the next parameter, without punctuation that belongs to the sentence around. */
export function readWord(cursor: TextCursor, start: number, isParameter: boolean): TextRange | null {
  let end = isParameter ? cursor.findParameterEnd(start) : cursor.findWordEnd(start)
  while (end > start && ').,;]}'.includes(cursor.text[end - 1] ?? '')) end -= 1
  return toRange(start, end)
}

/**
 * The value of a header without quotation marks: the rest of its line when the line is the header's. In the
 * midst of a line (a log that was folded to one, or a sentence) as far as the header's grammar goes.
 */
export function readHeaderValue(cursor: TextCursor, found: FoundName, start: number): TextRange | null {
  const { text } = cursor
  if (found.openedBy !== '') {
    const end = cursor.findQuotationEnd(start, found.openedBy.slice(-1), found.openedBy.length - 1)
    return toRange(start, end)
  }
  const begun = findLineBeginning(text, found.start)
  if (begun === 'line') return toRange(start, cursor.findLineEnd(start))
  if (begun === 'escaped') {
    const lineEnd = cursor.findEscapedLineEnd(start)
    const close = /(?<!\\)"/.exec(text.slice(start, lineEnd))?.index ?? lineEnd - start
    return toRange(start, start + close)
  }
  return /cookie$/i.test(found.name) ? readCookies(text, start) : readCredentials(text, start)
}

/** Which kind of line begins with the name: one of the text, one inside a string of JSON, or none. */
function findLineBeginning(text: string, start: number): 'line' | 'escaped' | 'none' {
  const before = text.slice(Math.max(0, start - 40), start)
  const line = before.replace(/^[\s\S]*(?:[\n\r]|\\[nr])/, '')
  if (!LINE_BEGINNING.test(line)) return 'none'
  if (line.length === before.length) return start <= 40 ? 'line' : 'none'
  return /[nr]/.test(before[before.length - line.length - 1] ?? '') ? 'escaped' : 'line'
}

/** `name=value; name=value; HttpOnly` (RFC 6265); null when it does not begin so. */
function readCookies(text: string, start: number): TextRange | null {
  const cookies =
    /[^\s=;,"'`]{1,100}=[^\s;"'`]*(?:; ?(?:[^\s=;,"'`]{1,100}=[^\s;"'`]*|HttpOnly|Secure|Partitioned))*/iy
  cookies.lastIndex = start
  const found = cookies.exec(text)
  return found === null ? null : { start, end: start + found[0].length }
}

/**
 * A scheme and its credentials, or these alone (RFC 9110, 11.4): `Bearer abc`, `Digest username="a", response="b"`.
 * Words of a sentence are none: `Authorization: Bearer token required`.
 */
function readCredentials(text: string, start: number): TextRange | null {
  const credentials =
    /([^\s,"'`]+)(?: (?:([^\s,"'`=]+=*)(?![^\s,"'`]|(?<==)"\w)|((?:,? ?[\w-]+=(?:"[^"\n]*"|[^\s,"']+))+)))?/y
  credentials.lastIndex = start
  const [whole = '', first = '', second = '', parameters = ''] = credentials.exec(text) ?? []
  const isSecond = isOpaque(second) || (SCHEME.test(first) && second !== '' && !isWordBehindScheme(second))
  if (parameters !== '' || isSecond) return toRange(start, start + whole.length)
  return isOpaque(first) ? toRange(start, start + first.length) : null
}

function toRange(start: number, end: number): TextRange | null {
  return end > start ? { start, end } : null
}
