import { isPlaceholder } from './judge-value.ts'
import type { TextRange } from './text-range.ts'

/** Calls that type a text into a field, in the code of a test and in Playwright's call log. */
const TYPING = /(?<!\w)(?:fill|type|pressSequentially|setValue)\(/g

const SECRET_FIELD = /passw|pwd|passphrase|secret|token|\botp\b|api.?key/i

/** How far back a call log says which field it is about. */
const NEAR = 600

/** Arguments are text in quotation marks; the last one is what was typed. */
const ARGUMENT = /\s{0,4}(?:(["'`])((?:(?!\1)[^\\\n]|\\.){0,500})\1|[\w.]{1,60})\s{0,4}(,?)/y

/**
 * Where a text stands that was typed into a field for a password or the like: `getByLabel('Password').fill('x')`
 * in a code frame, `fill("x")` in a call log that says `type="password"` above.
 */
export function findTypedSecrets(text: string): TextRange[] {
  const ranges: TextRange[] = []
  for (const { index, 0: call } of text.matchAll(TYPING)) {
    const { typed, selectors } = readArguments(text, index + call.length)
    if (typed === null || isPlaceholder(text.slice(typed.start, typed.end))) continue
    const above = text.slice(Math.max(0, index - NEAR), index)
    const line = above.slice(above.lastIndexOf('\n') + 1)
    // On a line of its own it belongs to what stands above; in code to what stands before it.
    const field = /^[\s-]*$/.test(line) ? above : line + selectors
    if (SECRET_FIELD.test(field)) ranges.push(typed)
  }
  return ranges
}

function readArguments(text: string, from: number): { typed: TextRange | null; selectors: string } {
  let typed: TextRange | null = null
  let selectors = ''
  let position = from
  for (let count = 0; count < 3; count += 1) {
    ARGUMENT.lastIndex = position
    const found = ARGUMENT.exec(text)
    if (found === null) break
    const [whole, mark, value = '', comma] = found
    if (mark !== undefined) {
      if (typed !== null) selectors += text.slice(typed.start, typed.end)
      const start = position + whole.indexOf(mark) + 1
      typed = { start, end: start + value.length }
    }
    position += whole.length
    if (comma === '') break
  }
  return { typed, selectors }
}
