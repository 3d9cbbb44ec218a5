/** A stretch of a text, its end excluded. */
export interface Stretch {
  start: number
  end: number
}

/**
 * Characters. The first 4 of a needle decide whether all of it is compared; of a needle of 8 and more, the first 8, as
 * tokens of one kind begin alike.
 */
const PREFIX_LENGTHS = [4, 8] as const

type Search = (text: string) => Stretch[]

/**
 * Creates a search for many short texts at once, in time proportional to the length of the text.
 * @param needles not empty, and short: each may be compared at each place
 * @returns all stretches where a needle stands, in order of their starts; they may overlap
 */
export function createSearch(needles: readonly string[]): Search {
  const [short, long] = PREFIX_LENGTHS
  const searches = [
    createTable(
      needles.filter((needle) => needle.length < long),
      short,
    ),
    createTable(
      needles.filter((needle) => needle.length >= long),
      long,
    ),
  ]
  return (text) => searches.flatMap((search) => search(text)).sort((a, b) => a.start - b.start)
}

/**
 * The last few characters read make a number of 16 bits. Needles are compared only when one of them begins with this
 * number.
 */
function createTable(needles: readonly string[], prefixLength: number): Search {
  if (needles.length === 0) return () => []
  const length = needles.reduce((least, needle) => Math.min(least, needle.length), prefixLength)
  const shift = Math.ceil(16 / length)
  const beginnings = new Uint8Array(1 << 16)
  const known = new Set(needles)
  /** Lengths of the needles that begin alike, the longest first: it covers the others. */
  const lengths = new Map<string, number[]>()
  for (const needle of needles) {
    let hash = 0
    for (let at = 0; at < length; at += 1) hash = ((hash << shift) ^ needle.charCodeAt(at)) & 0xffff
    beginnings[hash] = 1
    const prefix = needle.slice(0, length)
    const group = lengths.get(prefix) ?? []
    if (!group.includes(needle.length)) group.push(needle.length)
    lengths.set(prefix, group)
  }
  // The longest that stands at a place covers the others.
  for (const group of lengths.values()) group.sort((a, b) => b - a)

  return (text) => {
    const found: Stretch[] = []
    let hash = 0
    for (let at = 0; at < text.length; at += 1) {
      // What is older than `length` characters has been shifted out.
      hash = ((hash << shift) ^ text.charCodeAt(at)) & 0xffff
      const start = at + 1 - length
      if (beginnings[hash] === 0 || start < 0) continue
      const candidates = lengths.get(text.slice(start, at + 1))
      const longest = candidates?.find((it) => known.has(text.slice(start, start + it)))
      if (longest !== undefined) found.push({ start, end: start + longest })
    }
    return found
  }
}
