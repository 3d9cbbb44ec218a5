import { findNamedSecrets } from './find-named-secrets.ts'
import { findSecretShapes } from './find-secret-shapes.ts'
import { findTypedSecrets } from './find-typed-secrets.ts'
import { MARK } from './judge-value.ts'
import type { TextRange } from './text-range.ts'

/** A text without credentials, and how many were taken out of it. */
export interface HiddenCredentials {
  text: string
  hidden: number
}

/**
 * Takes other people's credentials out of a text (call logs, messages of errors, URLs, JSON, code frames,
 * prose) and puts `***` in their places: values of headers, fields, variables and parameters whose names say so,
 * users and passwords of URLs, signatures of signed URLs, what was typed into password fields, and whatever
 * has the shape of a known kind of token or key. What is not known to be one stays. Takes time linear in the
 * text's length; a text that has been here before stays as it is.
 */
export function hideCredentials(text: string): HiddenCredentials {
  const ranges = [...findNamedSecrets(text), ...findSecretShapes(text), ...findTypedSecrets(text)]
  if (ranges.length === 0) return { text, hidden: 0 }
  const merged = mergeRanges(ranges)
  let shown = ''
  let position = 0
  for (const { start, end } of merged) {
    shown += text.slice(position, start) + MARK
    position = end
  }
  return { text: shown + text.slice(position), hidden: merged.length }
}

/** How many marks of `hideCredentials` stand in a text; longer rows of stars are none. */
export function countHidden(text: string): number {
  return text.match(/(?<!\*)\*{3}(?!\*)/g)?.length ?? 0
}

/** In their order, those that overlap as one. */
function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}
