/** Pieces of the key of at least so many characters are taken out. */
const PIECE_LENGTH = 8

/** Takes every secret, and every piece of one, out of a text. */
export type Redact = (text: string) => string

/**
 * Creates a function that replaces secrets by `***`, also where only a piece of one stands (a server may
 * echo a cut key). GitHub masks the log; this covers the summary, outputs and files as well.
 * @param secrets - untrimmed values
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const pieces = new Set<string>()
  for (const secret of secrets.map((value) => value.trim())) {
    const length = Math.min(PIECE_LENGTH, secret.length)
    for (let start = 0; length > 0 && start + length <= secret.length; start += 1) {
      pieces.add(secret.slice(start, start + length))
    }
  }
  const all = [...pieces]
  const shortest = Math.min(...all.map((piece) => piece.length))
  return (text) => {
    if (text.length < shortest) return text
    const found = all.filter((piece) => text.includes(piece))
    return found.length === 0 ? text : hide(text, found)
  }
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
