import { escapeLine, MARKS, writeMarks } from './neutralise-text.ts'

/** Characters without a blank, references counted as the one that they stand for. */
const LONG_WORD = /(?:&#\d+;|[^\s&]){18,}/g

/** What a break may follow in a long word; never before a mark, a joiner or the half of an emoji. Hashes hold cuts. */
const PIECE = /(?:&#\d+;|[./]|(?:[a-z0-9]\u2060?){12})(?=[!-~])/gi

/**
 * The same as `escapeMarkdown` for a table's cell: GitHub's tables are as wide as their longest words, so a long
 * one may break.
 */
export function escapeCell(text: string, maxLength: number = 200): string {
  const line = escapeLine(text, maxLength)
  return writeMarks(line.replace(LONG_WORD, (word) => word.replace(PIECE, `$&${MARKS.mayBreak}`)))
}
