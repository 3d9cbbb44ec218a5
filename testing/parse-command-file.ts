/**
 * Reads a runner's command file (`name<<delimiter`, lines, `delimiter`); a later value of a name wins.
 * Throws when it does not parse, as the runner does.
 */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  while (lines.length > 0) {
    const head = lines.shift() ?? ''
    if (head === '') continue
    const match = /^([^<]+)<<(.+)$/.exec(head)
    if (match === null) throw new Error(`not a command file line: ${head.slice(0, 200)}`)
    const end = lines.indexOf(match[2] ?? '')
    if (end === -1) throw new Error(`the value of ${match[1]} has no end`)
    values[match[1] ?? ''] = lines.slice(0, end).join('\n')
    lines.splice(0, end + 1)
  }
  return values
}
