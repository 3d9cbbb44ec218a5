/** A name in front of a `:`, `=` or `,` that may say that a credential follows. */
export interface FoundName {
  name: string
  start: number
  /** Whether it stands in quotes of its own: `"token":`. */
  isQuoted: boolean
  /** Whether it is a parameter in a URL's query or fragment, or in a form's body. */
  isParameter: boolean
  /** The quotation mark right before an unquoted name, as in `-H 'Cookie: …'`, with its backslashes; '' if none. */
  openedBy: string
}

/** Longer ones are no names. */
const LONGEST_NAME = 64
const MOST_BLANKS = 3

/** What quotation marks are in a URL and in HTML. */
const ENCODED_QUOTES = ['%22', '&quot;']

const ENTITY_AMPERSAND = '&amp;'

/**
 * The name that ends where a separator begins; null when there is none. Looks at some 80 characters at most.
 * @param end - where the separator stands
 * @param separator - `:`, `=`, `,` or `%3D`, `%3A`
 */
export function readName(text: string, end: number, separator: string): FoundName | null {
  let at = end
  while (at > 0 && end - at < MOST_BLANKS && text[at - 1] === ' ') at -= 1
  const isAssignment = separator === '=' || /^%3d$/i.test(separator)
  // `:=` of Go, `user[password]=` of a form.
  if (isAssignment && (text[at - 1] === ':' || text[at - 1] === ']')) at -= 1
  const encoded = ENCODED_QUOTES.find((quote) => text.endsWith(quote, at))
  let isQuoted = true
  if (encoded !== undefined) at -= encoded.length
  else if (/["'`]/.test(text[at - 1] ?? '')) {
    at -= 1
    while (text[at - 1] === '\\' && end - at < 20) at -= 1
  } else isQuoted = false
  let start = at
  while (start > 0 && at - start <= LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1))) start -= 1
  if (start === at || at - start > LONGEST_NAME) return null
  const escaped = readEscape(text, start, at)
  const before = text[start - 1] ?? ''
  return {
    name: text.slice(start + escaped.length, at),
    start: start + escaped.length,
    isQuoted,
    isParameter:
      isAssignment &&
      (escaped === ''
        ? /[?&#]/.test(before) || text.endsWith(ENTITY_AMPERSAND, start)
        : /^(?:u00(?:26|3f|23)|26|3f|23)$/i.test(escaped)),
    openedBy: isQuoted ? '' : (/\\{0,7}["'`]$/.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? ''),
  }
}

/** What belongs to an escape before the name: the `n` of `\nCookie`, `u0026` of `\u0026key`, `26` of `%26key`. */
function readEscape(text: string, start: number, end: number): string {
  const before = text[start - 1]
  if (before !== '\\' && before !== '%') return ''
  const head = text.slice(start, Math.min(end, start + 6))
  return (before === '%' ? /^[\da-f]{2}/i : /^(?:u00[\da-f]{2}|[nrt])/i).exec(head)?.[0] ?? ''
}

/** Letters, digits and `_ . $ -`. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code === 36
  )
}
