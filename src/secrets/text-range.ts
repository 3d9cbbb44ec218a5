/** A stretch of a text, by UTF-16 units; `end` is the first that does not belong to it. */
export interface TextRange {
  start: number
  end: number
}
