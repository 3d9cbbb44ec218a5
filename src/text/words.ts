/** `1 location`, `2 locations`, `1,000 sessions`. */
export function countThings(count: number, thing: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${thing}${count === 1 ? '' : 's'}`
}

/** The text with a capital letter at its beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  return joinFilled([names.slice(0, -1).join(', '), names.at(-1) ?? ''], ' and ')
}

/** The parts that are not '' in one text. */
export function joinFilled(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator)
}

/** What went wrong, in words. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
