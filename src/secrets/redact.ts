import { createSearch, type Stretch } from './find-needles.ts'
import type { Secrets } from './mask-secrets.ts'
import { listBase64, listForms } from './secret-forms.ts'

/** Characters. A piece of a key is hidden when it is at least 8 long. */
const PIECE_LENGTH = 8
/** Characters. Pieces of a value are hidden, too, when it is at least 12 long. */
const SHORTEST_CUT = 12
/** Characters. The same for a key in base64: 16 of them hold 12 of the key. */
const BASE64_PIECE_LENGTH = 16
/** Characters. A longer text is searched for in parts of 32 to 64. */
const PART_LENGTH = 64

/** Replaces every secret in a text by `***`. */
export type Redact = (text: string) => string

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/**
 * Creates a function that replaces secrets by `***`. Of a key, a piece is enough: a server may echo a key that was
 * cut. Of `secret-env`, a whole line, and of a longer line parts of it: of 12 characters or more, pieces of half its length,
 * 8 to 16 characters; of more than 64, parts of 32 to 64. Both also in JSON, URLs, HTML and base64. GitHub masks only the log; this also covers the summary, outputs and files. UUIDs stay readable: a value that
 * is only a part of one is there by chance.
 */
export function createRedactor({ keys, values }: Secrets): Redact {
  const pieces = keys.map((key) => key.trim()).flatMap(listPieces)
  const parts = [...values.flatMap(listForms).flatMap(cutIntoParts), ...values.flatMap(listCuts)]
  const findKeys = createSearch([...new Set(pieces)])
  const findValues = createSearch([...new Set(parts)])
  return (text) => {
    const found = joinStretches(findValues(text))
    const inText = found.length === 0 ? found : found.filter(createDoubt(text))
    const stretches = [...findKeys(text), ...inText]
    return stretches.length === 0 ? text : hide(text, stretches)
  }
}

/** Every 8 characters in a row of a key, and its other forms. A key shorter than 8: only itself. */
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
  const pieces = slide(value, Math.min(16, Math.max(PIECE_LENGTH, Math.ceil(value.length / 2))))
  // `https://` and `production` stand in other texts too.
  return pieces.filter((piece) => /\d/.test(piece) || (/[a-z]/.test(piece) && /[A-Z]/.test(piece)))
}

/** Joins stretches that overlap or touch, in the order of their starts: pieces of one value that was cut. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { start, end } of stretches) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** All stretches of this length. A shorter text: only itself. */
function slide(text: string, length: number): string[] {
  const count = Math.max(1, text.length - length + 1)
  return Array.from({ length: count }, (_, start) => text.slice(start, start + length))
}

/** Cuts a text of more than 64 characters into parts of about the same length, 32 to 64. */
function cutIntoParts(text: string): string[] {
  const count = Math.ceil(text.length / PART_LENGTH)
  const bounds = Array.from({ length: count + 1 }, (_, part) => Math.round((part * text.length) / count))
  return bounds.slice(1).map((end, part) => text.slice(bounds[part], end))
}

/**
 * Creates a test for stretches of a value: true means hide it. False for a part of a UUID, and for 1 to 12 digits of a
 * longer number. Example: `1234` in the time 1700000001234. Ask in the order of the starts.
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

/** 1 to 12 digits. A time in milliseconds has 13, so these may be a part of one by chance. */
function isNumber(text: string): boolean {
  return /^\d{1,12}$/.test(text)
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

/** Replaces each stretch by `***`. Stretches that overlap or touch get one mark together. */
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
