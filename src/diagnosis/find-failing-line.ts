import { toLines } from './read-values.ts'

/** The line that a code frame marks: `> 36 |   await expect(total).toHaveText("€ 119.00")`. */
const MARKED = /^\s{0,20}>\s{0,5}\d{1,6} \|(.*)$/

/**
 * The code that failed, in one line, from the frame that Playwright puts beside an error. In the frame itself it may be
 * off a phone's screen.
 * @returns '' when there is no frame
 */
export function findFailingLine(message: string, snippet: unknown): string {
  for (const line of [...toLines(snippet), ...message.split('\n')]) {
    const code = MARKED.exec(line)?.[1]?.trim() ?? ''
    if (code !== '') return code
  }
  return ''
}
