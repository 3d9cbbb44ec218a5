/** `1 location`, `2 locations`, `1,000 sessions`. */
export function countThings(count: number, thing: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${thing}${count === 1 ? '' : 's'}`
}

/** The text with a capital letter at its beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
