/** Where a module begins in a bundle, by the comment that webpack writes there. */
const MODULE = /\n\s*\/\*{3}\/ ("?[^\s":]+"?): *\n\s*\/\*{3}\/ (?=\(|module|__)/g

/**
 * Drops modules that no file of the bundle refers to any more, after unused code has been dropped: of the
 * toolkit's HTTP client that is the package `tunnel` with what it loads.
 * @param bundle - text of the files by name
 * @returns the files anew
 */
export function dropUnreferenced(bundle: ReadonlyMap<string, string>): Map<string, string> {
  let files = new Map(bundle)
  for (;;) {
    const all = [...files.values()].join('\n')
    const next = new Map([...files].map(([name, code]) => [name, dropFrom(code, all)]))
    if ([...next].every(([name, code]) => code === files.get(name))) return next
    files = next
  }
}

function dropFrom(code: string, all: string): string {
  const starts = [...code.matchAll(MODULE)]
  // The last module has what follows the list behind it: it stays.
  const dropped = starts.slice(0, -1).flatMap((start, index) => {
    const end = starts[index + 1]?.index ?? start.index
    return isReferenced(start[1] ?? '', all) ? [] : [{ from: start.index, to: end }]
  })
  return dropped.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), code)
}

/** A module is asked for by its number: `__nccwpck_require__(218)`, or bound for later. */
function isReferenced(id: string, all: string): boolean {
  return all.includes(`require__(${id})`) || all.includes(`require__, ${id})`)
}
