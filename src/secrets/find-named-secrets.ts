import { isCode, isOpaque, isPlaceholder, isStatement } from './judge-value.ts'
import { type FoundName, readName } from './read-name.ts'
import { readArray, readHeaderValue, readQuoted, readWord } from './read-value.ts'
import { classifyName, type NameKind } from './secret-names.ts'
import { TextCursor } from './text-cursor.ts'
import type { TextRange } from './text-range.ts'

/** What stands between a name and its value. A comma does in `["Cookie", "a=b"]`. */
const SEPARATOR = /[:=]|%3[ad]|(?<=["']),/gi

/** Fields that name another field's value: `{"name": "Cookie", "value": "a=b"}`, `<input type="password" value="…">`. */
const NAMING_FIELDS = new Set(['name', 'key', 'header', 'type', 'id', 'field'])

/** Characters. Words about a value are no longer than this. */
const LONGEST_REMARK = 1000

/** Characters. How far the value may stand behind the field that names it. */
const NEAR = 160

/**
 * Where values stand whose names say that they are credentials: headers, fields of JSON (also within a string
 * of JSON), variables, parameters of URLs, attributes. In their order, none in another.
 */
export function findNamedSecrets(text: string): TextRange[] {
  const cursor = new TextCursor(text)
  const ranges: TextRange[] = []
  let position = 0
  let namedAt = Number.NEGATIVE_INFINITY
  for (const { index, 0: separator } of text.matchAll(SEPARATOR)) {
    if (index < position) continue
    const found = readName(text, index, separator)
    if (found === null || found.start < position) continue
    const from = index + separator.length
    const word = found.name.toLowerCase()
    if (NAMING_FIELDS.has(word) && !found.isParameter) {
      const value = readQuoted(cursor, from)
      const kind = value === null ? 'none' : classifyName(text.slice(value.start, value.end).slice(0, 64))
      if (value !== null && (kind === 'header' || kind === 'secret')) namedAt = value.end
      if (value !== null) continue
    }
    const isNamed = word === 'value' && index - namedAt < NEAR
    const kind = isNamed ? 'secret' : classifyName(joinPrevious(text, found))
    if (kind === 'none' || (kind === 'parameter' && !found.isParameter)) continue
    const range = isNamed ? readQuoted(cursor, from) : readValue(cursor, found, separator, from, kind)
    if (range === null) continue
    const value = text.slice(range.start, range.end)
    // A short value is kept if it is a placeholder or a remark. A long text is neither.
    const isShort = value.length <= LONGEST_REMARK
    if (isShort && (isPlaceholder(value) || (!found.isParameter && isStatement(value)))) continue
    ranges.push(range)
    position = range.end
  }
  return ranges
}

/** The value of a name that says that it is a credential; null when what follows is none. */
function readValue(
  cursor: TextCursor,
  found: FoundName,
  separator: string,
  from: number,
  kind: NameKind,
): TextRange | null {
  const { text } = cursor
  const next = text[from] ?? ''
  if (found.isParameter) return readWord(cursor, from, true)
  // A comparison, an arrow, a scope, a scheme.
  if (/[=>]/.test(next) || (separator === ':' && /[:/]/.test(next))) return null
  const quoted = readQuoted(cursor, from, !found.isQuoted)
  if (separator === ',') return readListed(text, found, kind, quoted)
  if (quoted !== null) return quoted
  let start = from
  while (text[start] === ' ' || text[start] === '\t') start += 1
  if (text[start] === '[') return readArray(cursor, start)
  if (/["'`{]/.test(text[start] ?? '')) return null
  if (kind === 'header') return readHeaderValue(cursor, found, start)
  return readBareValue(cursor, found, separator, from, start)
}

/** `["Cookie", "a=b"]`, but not `["Cookie", "Content-Type"]`, which is a list of names. */
function readListed(
  text: string,
  found: FoundName,
  kind: NameKind,
  quoted: TextRange | null,
): TextRange | null {
  if (quoted === null || !found.isQuoted || kind !== 'header') return null
  return /[ =]/.test(text.slice(quoted.start, quoted.end).slice(0, 200)) ? quoted : null
}

/**
 * A value without quotation marks. In prose the same letters are ordinary words (`password: must be longer`),
 * so what could be one is left unless it stands alone on its line, as in YAML.
 */
function readBareValue(
  cursor: TextCursor,
  found: FoundName,
  separator: string,
  from: number,
  start: number,
): TextRange | null {
  const { text } = cursor
  const range = readWord(cursor, start, false)
  if (range === null) return null
  const value = text.slice(range.start, range.end)
  // Counts are no credentials: `tokens=5`, `token: 12`.
  if (isCode(value) || /^\d{1,3}$/.test(value)) return null
  if (found.isQuoted || (separator !== ':' && start === from)) return range
  if (isOpaque(value)) return range
  const isAlone = separator === ':' && start > from && isLineOf(cursor, found.start, range.end)
  return isAlone && /^[\w@!#$%^&*+=~.-]+$/.test(value) ? range : null
}

/** Whether a line holds only what stands between the two places, after blanks or the dash of a list. */
function isLineOf(cursor: TextCursor, start: number, end: number): boolean {
  const before = cursor.text.slice(Math.max(0, start - 40), start)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const isFirst = line.length < before.length || start <= 40
  return isFirst && /^[\s-]*$/.test(line) && cursor.text.slice(end, cursor.findLineEnd(end)).trim() === ''
}

/** `API key: …` in prose has a name of two words. */
function joinPrevious(text: string, { name, start }: FoundName): string {
  if (!/^key$/i.test(name)) return name
  return `${/([A-Za-z]{2,20}) $/.exec(text.slice(Math.max(0, start - 22), start))?.[1] ?? ''} ${name}`
}
