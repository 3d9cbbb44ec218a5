import { createSearch, type Stretch } from './find-needles.ts'
import type { Secrets } from './mask-secrets.ts'
import { listBase64, listForms } from './secret-forms.ts'

/** Pieces of a key of at least so many characters are taken out. */
const PIECE_LENGTH = 8
/** Pieces of a value of at least so many characters are taken out, too. */
const SHORTEST_CUT = 12
/** The same of a key in base64: so many characters hold twelve of the key. */
const BASE64_PIECE_LENGTH = 16
/** Longer values are looked for in parts, none longer than this, which stand one behind the other. */
const PART_LENGTH = 64

/** Takes every secret out of a text. */
export type Redact = (text: string) => string

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/**
 * Creates a function that replaces secrets by `***`: a key also where only a piece of it stands (a server may
 * echo a cut one), a value of `secret-env` line by line, both in the forms in which they may come back. GitHub
 * masks the log; this covers the summary, outputs and files as well. Ids stay readable: a value that stands
 * inside one does so by chance.
 */
export function createRedactor({ keys, values }: Secrets): Redact {
  const pieces = keys.map((key) => key.trim()).flatMap(listPieces)
  const parts = [...values.flatMap(listForms).flatMap(cutIntoParts), ...values.flatMap(listCuts)]
  const findKeys = createSearch([...new Set(pieces)])
  const findValues = createSearch([...new Set(parts)])
  return (text) => {
    const found = findValues(text)
    const inText = found.length === 0 ? found : found.filter(createDoubt(text))
    const stretches = [...findKeys(text), ...inText]
    return stretches.length === 0 ? text : hide(text, stretches)
  }
}

/** Every stretch of eight characters of a key, and its other forms; a key that is shorter as it is. */
function listPieces(key: string): string[] {
  if (key.length < PIECE_LENGTH) return key === '' ? [] : [key]
  const base64 = listBase64(key).flatMap((form) => slide(form, BASE64_PIECE_LENGTH))
  return [...slide(key, PIECE_LENGTH), ...listForms(key).flatMap(cutIntoParts), ...base64]
}

/**
 * Pieces of a value, as a server may echo a cut one: half of it, from 8 to 16 characters. A short value is hidden as a
 * whole only, since a piece of it may be an ordinary word.
 */
function listCuts(value: string): string[] {
  if (value.length < SHORTEST_CUT) return []
  return slide(value, Math.min(16, Math.max(PIECE_LENGTH, Math.ceil(value.length / 2))))
}

/** All stretches of this length; a shorter text as it is. */
function slide(text: string, length: number): string[] {
  const count = Math.max(1, text.length - length + 1)
  return Array.from({ length: count }, (_, start) => text.slice(start, start + length))
}

/** Parts of about the same length, none shorter than half of the longest that is allowed, unless the text is. */
function cutIntoParts(text: string): string[] {
  const count = Math.ceil(text.length / PART_LENGTH)
  const bounds = Array.from({ length: count + 1 }, (_, part) => Math.round((part * text.length) / count))
  return bounds.slice(1).map((end, part) => text.slice(bounds[part], end))
}

/**
 * Creates a test for stretches, asked in the order of their starts: false inside an id, and for a number inside
 * a longer one, such as a count.
 */
function createDoubt(text: string): (stretch: Stretch) => boolean {
  const ids = [...text.matchAll(UUID)].map(({ index, 0: id }) => ({ start: index, end: index + id.length }))
  let next = 0
  return ({ start, end }) => {
    while ((ids[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    const id = ids[next]
    const isInside = id !== undefined && id.start <= start && end <= id.end
    const isWhole = id !== undefined && id.start === start && end === id.end
    if (isInside && !isWhole) return false
    return !(isNumber(text.slice(start, end)) && (isDigit(text[start - 1]) || isDigit(text[end])))
  }
}

/** As long as counts, durations and moments are; a part of a longer number is no part of those. */
function isNumber(text: string): boolean {
  return /^\d{1,12}$/.test(text)
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

/** Replaces each stretch, overlapping and adjoining ones together, by one mark. */
function hide(text: string, stretches: Stretch[]): string {
  stretches.sort((a, b) => a.start - b.start)
  let shown = ''
  let position = 0
  let open = -1
  for (const { start, end } of stretches) {
    if (start > open) shown += `${text.slice(position, start)}***`
    open = Math.max(open, end)
    position = open
  }
  return shown + text.slice(position)
}
