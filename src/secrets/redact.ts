/** Pieces of the key of at least so many characters are taken out. */
const PIECE_LENGTH = 8
/** Of eight characters in a row, one of the first three begins at a multiple of three, and six are left from there. */
const PROBE_LENGTH = 6
const PROBE_STEP = PIECE_LENGTH - PROBE_LENGTH + 1

/** Takes every secret, and every piece of one, out of a text. */
export type Redact = (text: string) => string

/**
 * Creates a function that replaces secrets by `***`, also where only a piece of one stands (a server may
 * echo a cut key). GitHub masks the log; this covers the summary, outputs and files as well.
 * @param secrets - untrimmed values
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const values = [...new Set(secrets.map((secret) => secret.trim()))]
  const pieces = values.flatMap((value) => cutIntoParts(value, PIECE_LENGTH, 1))
  // Every piece holds a probe whole; they are a third as many, so a large text is searched in less time.
  const probes = values.flatMap((value) => cutIntoParts(value, PROBE_LENGTH, PROBE_STEP))
  return (text) => {
    if (!probes.some((probe) => text.includes(probe))) return text
    const found = pieces.filter((piece) => text.includes(piece))
    return found.length === 0 ? text : hide(text, found)
  }
}

/** The parts of a text that have this length and begin at a multiple of `step`; a text too short for a piece is one. */
function cutIntoParts(text: string, length: number, step: number): string[] {
  if (text.length < PIECE_LENGTH) return text === '' ? [] : [text]
  const parts = new Set<string>()
  for (let start = 0; start + length <= text.length; start += step)
    parts.add(text.slice(start, start + length))
  return [...parts]
}

/** Replaces each stretch that the pieces cover, overlapping ones together, by one mark. */
function hide(text: string, pieces: readonly string[]): string {
  const covered: { start: number; end: number }[] = []
  for (const piece of pieces) {
    for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
      covered.push({ start: at, end: at + piece.length })
    }
  }
  covered.sort((a, b) => a.start - b.start)
  let shown = ''
  let position = 0
  let open = -1
  for (const { start, end } of covered) {
    if (start > open) {
      shown += `${text.slice(position, start)}***`
    }
    open = Math.max(open, end)
    position = open
  }
  return shown + text.slice(position)
}
