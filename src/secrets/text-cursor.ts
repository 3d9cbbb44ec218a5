/**
 * Where lines and quotations of one text end. What was found is remembered, so that asking for thousands of
 * places on one long line looks at it once. Places must be asked for in their order.
 */
export class TextCursor {
  readonly text: string
  private lineEnd = -1
  private escapedLineEnd = -1
  private wordEnd = -1
  private parameterEnd = -1

  constructor(text: string) {
    this.text = text
  }

  /** Where the line ends that this place is on. */
  findLineEnd(from: number): number {
    if (this.lineEnd < from) this.lineEnd = this.find(/[\n\r]/g, from)
    return this.lineEnd
  }

  /** The same in text that may be a JSON string, where line breaks are `\n`. */
  findEscapedLineEnd(from: number): number {
    if (this.escapedLineEnd < from) this.escapedLineEnd = this.find(/[\n\r]|\\+[nr]/g, from)
    return this.escapedLineEnd
  }

  /** Where a word ends, at a blank, a quotation mark or the like. */
  findWordEnd(from: number): number {
    if (this.wordEnd < from) this.wordEnd = this.find(/[&\s"'`<>\\]/g, from)
    return this.wordEnd
  }

  /** Where the value of a parameter in a URL ends. */
  findParameterEnd(from: number): number {
    if (this.parameterEnd < from) this.parameterEnd = this.find(/[&\s"'`<>\\]|%26|%22/gi, from)
    return this.parameterEnd
  }

  /**
   * Where a quotation ends: its closing mark, else the end of the line.
   * @param from - behind the opening mark
   * @param mark - `"`, `'`, `` ` ``, `%22` or `&quot;`
   * @param depth - how many backslashes the opening mark had: 1 in JSON inside a JSON string
   */
  findQuotationEnd(from: number, mark: string, depth: number): number {
    const lineEnd = this.findLineEnd(from)
    for (
      let at = this.text.indexOf(mark, from);
      at !== -1 && at < lineEnd;
      at = this.text.indexOf(mark, at + 1)
    ) {
      let backslashes = 0
      while (at - backslashes > from && this.text[at - backslashes - 1] === '\\') backslashes += 1
      if (depth === 0 ? backslashes % 2 === 0 : backslashes <= depth)
        return at - (depth === 0 ? 0 : backslashes)
    }
    return lineEnd
  }

  private find(pattern: RegExp, from: number): number {
    pattern.lastIndex = from
    return pattern.exec(this.text)?.index ?? this.text.length
  }
}
