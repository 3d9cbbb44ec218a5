import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a file. A missing end is put right
 * behind the beginning.
 * @returns whether the file has such a section
 */
export function replaceSection(path: string, name: string, text: string): boolean {
  if (!existsSync(path)) return false
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const before = readFileSync(path, 'utf8')
  const from = before.indexOf(start)
  if (from === -1) return false
  const contentFrom = from + start.length
  const to = before.indexOf(end, contentFrom)
  const rest = to === -1 ? before.slice(contentFrom) : before.slice(to + end.length)
  writeFileSync(path, `${before.slice(0, contentFrom)}\n\n${text.trim()}\n\n${end}${rest}`)
  return true
}

/** Replaces a section, or appends it to the file, which begins with `title` if it is new. */
export function writeSection(path: string, name: string, text: string, title: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) writeFileSync(path, `${title}\n`)
  if (replaceSection(path, name, text)) return
  const before = readFileSync(path, 'utf8').trimEnd()
  writeFileSync(path, `${before}\n\n<!-- ${name} -->\n\n${text.trim()}\n\n<!-- /${name} -->\n`)
}
