/*
 * Text from outside (names, locations, messages, links, ids) made harmless for the log and for the
 * Markdown of a summary. Loaded from the start, so it is small and imports nothing.
 */

/** The live log cuts lines at 1,024 characters. */
const LOG_LINE_LENGTH = 1000

/** ECMA-48 escape sequences: CSI (colours, cursor), strings (titles, links) and the two-character ones. */
const ESCAPE_SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*(?:[@-~]|$)|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g

/**
 * Characters without a picture of their own: bidi overrides and isolates, zero-width ones, tags, fillers.
 * Joiners and variation selectors stay where scripts and emoji need them: behind what they change.
 */
const INVISIBLE =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Mn}])[\u200c\u200d]|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\u200c\u200d])(?![\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** More than three marks on one letter run over the rows above and below. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu

/**
 * Printable ASCII and the signs that this action writes itself. Nothing in such a text is hidden, and nothing
 * has to be looked for with the patterns above, which take longer to compile than most steps spend on reports.
 */
const PLAIN_TEXT = /^[ -~·–—→…✅✓✗❌]*$/

/**
 * What GitHub links or draws on its own: mentions, issue numbers, emoji shortcodes, addresses. A
 * character reference does not stop it, since it happens after Markdown; an empty element behind it does.
 */
const REFERENCES = /[@#](?=[\w-])|:(?=\/|[\w+-]+:)|GH-(?=\d)|www(?=\.)/gi

/** Commit hashes are linked from seven digits on; UUIDs stay whole, so that they can be copied. */
const COMMIT_HASH = /(?<!-)\b[0-9a-f]{7,40}\b(?!-)/gi

/** All ASCII punctuation but `, - . /` inside a word, where they form no structure. */
const PUNCTUATION = /[!-+:-@[-`{-~]|(?<![a-z0-9])[,-/]|[,-/](?![a-z0-9])/gi

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** The usual link, of which nothing has to be parsed or escaped: thousands of them must cost little. */
export const PLAIN_LINK: RegExp = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\/[\w./-]*$/

const LOOPBACK_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Cuts to at most `maxLength` UTF-16 units, the ellipsis included, never inside a character.
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const end = maxLength - 1
  const splitsPair = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800
  return `${text.slice(0, splitsPair ? end - 1 : end).trimEnd()}…`
}

/**
 * Without escape sequences, invisible characters and lone surrogates; control characters stay.
 * Looks only at a beginning long enough for `maxLength` characters, so that megabytes cost nothing.
 */
export function stripHidden(text: string, maxLength: number): string {
  const head = text.length > 4 * maxLength + 1024 ? text.slice(0, 4 * maxLength + 1024) : text
  if (PLAIN_TEXT.test(head)) return head
  return head.replace(ESCAPE_SEQUENCES, '').toWellFormed().replace(INVISIBLE, '').replace(STACKED_MARKS, '$1')
}

/**
 * One line for the log, at most `maxLength` (1,000) characters, that the runner never takes for a
 * command. The runner trims a line before it looks for `::`, and finds `##[` anywhere in it
 * (actions/runner, ActionCommand); it compares by culture, which overlooks invisible characters, so
 * what stands between must be seen.
 */
export function cleanLine(text: string, maxLength: number = LOG_LINE_LENGTH): string {
  const visible = stripHidden(text, maxLength)
  const folded = PLAIN_TEXT.test(visible) ? visible : visible.replace(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
  const line = folded.replace(/^(\s*):(?=:)/, '$1: ').replace(/##(?=\[)/g, '# #')
  return cutText(line.trimEnd(), maxLength)
}

/** Several lines for the log: each as `cleanLine` gives it, at most `maxLines` of them. */
export function cleanLines(text: string, maxLines: number, maxLength: number = LOG_LINE_LENGTH): string[] {
  const head = text.slice(0, maxLines * maxLength)
  const lines = head.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => cleanLine(line, maxLength))
  return lines.length > maxLines ? [...lines.slice(0, maxLines), '…'] : lines
}

/** Whether a link may be followed: https, or http to this machine, without credentials in it. */
export function isSafeLink(url: string): boolean {
  if (url.length > 2000) return false
  if (PLAIN_LINK.test(url)) return true
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || isLoopback(hostname)
}

/** Whether a URL's host name is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_HOST.test(hostname)
}

/** One line of plain text: line breaks, control characters and runs of blanks folded, then cut. */
export function foldText(text: string, maxLength: number): string {
  const line = stripHidden(text, maxLength)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return cutText(line, maxLength)
}

/** Every ASCII punctuation character as a reference, which never forms structure (CommonMark 0.31, 2.5). */
export function escapePunctuation(text: string): string {
  return text.replace(PUNCTUATION, (character) => `&#${character.charCodeAt(0)};`)
}

/**
 * One line of Markdown that shows the text and nothing else, wherever it stands: in a paragraph,
 * a heading, a table cell or an HTML element. At most `maxLength` (200) characters are shown.
 */
export function escapeMarkdown(text: string, maxLength: number = 200): string {
  return writeMarks(escapeLine(text, maxLength))
}

/** The same as `escapeMarkdown`, with marks where something is still to be written: see `writeMarks`. */
export function escapeLine(text: string, maxLength: number): string {
  const line = escapePunctuation(breakReferences(foldText(text, maxLength)))
  // First-strong isolate: right-to-left text does not reorder what stands beside it.
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line
}

/**
 * Marks in an escaped line, of characters that it cannot hold any more: where a reference is cut in two, and where a
 * long word may break.
 */
export const MARKS = { cut: '\u2060', mayBreak: '\u200b' } as const

/**
 * Writes elements for the marks. They add nothing to what is copied from the page, so that it can be searched for
 * elsewhere. Both are in GitHub's list of allowed elements (html-pipeline, SanitizationFilter).
 */
export function writeMarks(line: string): string {
  return line.replaceAll(MARKS.cut, '<i></i>').replaceAll(MARKS.mayBreak, '<wbr>')
}

function breakReferences(line: string): string {
  return line
    .replace(REFERENCES, `$&${MARKS.cut}`)
    .replace(COMMIT_HASH, (hash) => hash.replace(/.{6}(?!$)/g, `$&${MARKS.cut}`))
}

/** Several lines without escape sequences and control characters, tabs as two blanks; cut to size. */
export function cleanBlock(text: string, maxLines: number, maxLength: number): string {
  const plain = stripHidden(text, maxLength)
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', '  ')
    .replace(/(?!\n)\p{Cc}/gu, '')
  // Line by line: a pattern for blanks at the end of a line looks at each blank inside one again and again.
  const trimmed = plain.split('\n').map((line) => line.trimEnd())
  const isFilled = (line: string): boolean => line !== ''
  const whole = trimmed.slice(trimmed.findIndex(isFilled), trimmed.findLastIndex(isFilled) + 1).join('\n')
  const lines = cutText(whole, maxLength).split('\n')
  return lines.length > maxLines ? [...lines.slice(0, maxLines), '…'].join('\n') : lines.join('\n')
}
