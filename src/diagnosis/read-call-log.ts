import { foldText } from '../text/neutralise-text.ts'

/** What Playwright's call log says; '' for what it does not. */
export interface CallLog {
  /** `GET https://…` */
  request: string
  /** `503 Service Unavailable` */
  response: string
  /** `waiting for getByRole('button')` */
  waitedFor: string
  /** What kept the call from acting on what it had found, the last time that it tried. */
  obstacle: string
}

/** Playwright 1.60, packages/playwright-core/src/server/dom.ts; the same since 1.20. */
const OBSTACLE = /intercepts pointer events$|^element is (?:not \w|outside of the viewport)/

/** Reads the lines of a message behind `Call log:`, which begin with a dash. */
export function readCallLog(lines: readonly string[]): CallLog {
  const log: CallLog = { request: '', response: '', waitedFor: '', obstacle: '' }
  const start = lines.findIndex((line) => /^Call log:|^={3,} logs/.test(line))
  if (start === -1) return log
  for (const line of lines.slice(start + 1)) {
    const said = line.replace(/^-\s*/, '').replace(/^\d{1,6} × /, '')
    if (said.startsWith('→ ')) log.request = foldText(said.slice(2), 200)
    else if (said.startsWith('← ')) log.response = foldText(said.slice(2), 80)
    else if (OBSTACLE.test(said)) log.obstacle = foldText(said, 160)
    else if (log.waitedFor === '' && /^(?:waiting for|navigating to) /.test(said))
      log.waitedFor = foldText(said, 200)
  }
  return log
}
