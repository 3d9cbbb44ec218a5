/** Names of characters that nobody sees, in Unicode's spelling; those that come with copied text. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'NULL',
  8: 'BACKSPACE',
  27: 'ESCAPE',
  127: 'DELETE',
  133: 'NEXT LINE',
  160: 'NO-BREAK SPACE',
  173: 'SOFT HYPHEN',
  847: 'COMBINING GRAPHEME JOINER',
  1564: 'ARABIC LETTER MARK',
  6158: 'MONGOLIAN VOWEL SEPARATOR',
  8199: 'FIGURE SPACE',
  8201: 'THIN SPACE',
  8202: 'HAIR SPACE',
  8203: 'ZERO WIDTH SPACE',
  8204: 'ZERO WIDTH NON-JOINER',
  8205: 'ZERO WIDTH JOINER',
  8206: 'LEFT-TO-RIGHT MARK',
  8207: 'RIGHT-TO-LEFT MARK',
  8232: 'LINE SEPARATOR',
  8233: 'PARAGRAPH SEPARATOR',
  8234: 'LEFT-TO-RIGHT EMBEDDING',
  8235: 'RIGHT-TO-LEFT EMBEDDING',
  8236: 'POP DIRECTIONAL FORMATTING',
  8237: 'LEFT-TO-RIGHT OVERRIDE',
  8238: 'RIGHT-TO-LEFT OVERRIDE',
  8239: 'NARROW NO-BREAK SPACE',
  8288: 'WORD JOINER',
  8294: 'LEFT-TO-RIGHT ISOLATE',
  8295: 'RIGHT-TO-LEFT ISOLATE',
  8296: 'FIRST STRONG ISOLATE',
  8297: 'POP DIRECTIONAL ISOLATE',
  12644: 'HANGUL FILLER',
  65039: 'VARIATION SELECTOR-16',
  65279: 'ZERO WIDTH NO-BREAK SPACE',
}

/**
 * What is not seen, or looks like a blank and is none. Joiners and variation selectors count only where they
 * change nothing: `👩‍💻` and Persian words need them. A tab, a line break and the wide blank of East Asian text
 * are seen.
 */
const UNSEEN =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Mn}])[\u200c\u200d]|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\u200c\u200d])(?![\ufe0e\ufe0f\t\n\r\u3000])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?![ \t\n\r\u3000])\s/gu

/** At most 3 characters are named. */
const MOST_TOLD = 3

/** Whether the text contains an invisible character, or that only looks like a blank. */
export function hasInvisible(text: string): boolean {
  return text.search(UNSEEN) !== -1
}

/**
 * Names the characters of a text that nobody sees: `U+200B ZERO WIDTH SPACE at position 4`. Positions count
 * characters (code points), from 1. Nothing else of the text is told, so it may be a secret.
 * @returns '' when there are none
 */
export function describeInvisible(text: string): string {
  const told: string[] = []
  for (const { 0: character, index } of text.matchAll(UNSEEN)) {
    if (told.length === MOST_TOLD) return `${told.join(', ')} and more`
    told.push(`${nameCharacter(character)} at position ${[...text.slice(0, index)].length + 1}`)
  }
  return told.join(', ')
}

function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `${number} ${NAMES[code] ?? (/\p{Cc}/u.test(character) ? '(a control character)' : '(not visible)')}`
}
