/*
 * Text from outside made harmless for code, links, diagrams and XML. Loaded with the reports.
 */
import {
  cleanBlock,
  cutText,
  escapeMarkdown,
  escapePunctuation,
  foldText,
  isSafeLink,
  PLAIN_LINK,
  stripHidden,
} from './neutralise-text.ts'

/** Where parsers would make a link of text in a code element, an empty comment cuts it in two. */
const BEHIND_AUTOLINK = /(?<=:(?=\/\/)|www(?=\.)|@)/i

/** Characters of a URL that could end it, or begin something else, in Markdown or HTML. */
const URL_DELIMITERS = /[^\w.~:/?#[\]&=%+,;@!-]/g

/** What a diagram's label may hold: the rest of ASCII has a meaning in Mermaid's gantt grammar. */
const DIAGRAM_SYNTAX = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic} ·…,.()/+_-]/gu

const INVALID_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** One line in a code element, fit for copying: no character is added to it. */
export function renderCode(text: string, maxLength: number = 300): string {
  const parts = foldText(text, maxLength).split(BEHIND_AUTOLINK)
  return `<code>${parts.map(escapePunctuation).join('<!---->')}</code>`
}

/**
 * Several lines as they are, in one line of HTML: line breaks are references, so that nothing in the
 * text can end the block, wherever it stands. At most `maxLines` lines and `maxLength` characters.
 */
export function renderBlock(text: string, maxLines: number = 30, maxLength: number = 3000): string {
  return `<pre>${escapePunctuation(cleanBlock(text, maxLines, maxLength)).replaceAll('\n', '&#10;')}</pre>`
}

/**
 * A Markdown link whose text and target come from outside; only text where the target is not safe.
 * @param neutralise how the text is made harmless: `escapeCell` inside a table
 */
export function buildLink(
  text: string,
  url: string,
  maxLength: number = 200,
  neutralise = escapeMarkdown,
): string {
  const label = neutralise(text, maxLength)
  if (isSafeLink(url)) return `[${label}](${escapeUrl(url)})`
  return url === '' ? label : `${label} (${neutralise(url)})`
}

/** A link whose text is this project's own Markdown, such as a mark and a time. */
export function linkMarkdown(markdown: string, url: string): string {
  return isSafeLink(url) ? `[${markdown}](${escapeUrl(url)})` : markdown
}

/** A label in a Mermaid gantt, cut to `maxLength` characters; never empty, never a keyword on its own. */
export function cleanDiagramLabel(text: string, maxLength: number): string {
  const label = foldText(text, 4 * maxLength)
    .replaceAll(':', '∶')
    .replace(DIAGRAM_SYNTAX, ' ')
  return cutText(label.replace(/ +/g, ' ').trim(), maxLength) || '–'
}

/** Text that XML 1.0 can hold: without escape sequences and the characters it forbids. */
export function cleanXml(text: string, maxLength: number = 10_000): string {
  return cutText(stripHidden(text, maxLength).replace(INVALID_IN_XML, ''), maxLength)
}

function escapeUrl(url: string): string {
  if (PLAIN_LINK.test(url)) return url
  // The parser has made ASCII of it; encodeURIComponent would leave parentheses and quotes.
  return new URL(url).href
    .replace(URL_DELIMITERS, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;')
}
