import * as core from '@actions/core'
import type { Redact } from '../secrets/redact.ts'
import { cleanLine } from '../text/neutralise-text.ts'

/** Where the step speaks to people. Every line may hold text from outside; it is made harmless here. */
export interface Log {
  info(line: string): void
  /** Lines that can be folded away under a title. */
  group(title: string, lines: readonly string[]): void
  /** Many groups, handed to the system at once: hundreds of sessions have thousands of lines. */
  groups(groups: readonly { title: string; lines: readonly string[] }[]): void
  warning(message: string, title?: string): void
  error(message: string, title?: string): void
  /** Shown when the job runs with debug logging. */
  debug(line: string): void
}

/** An annotation is cut at 4,096 characters by GitHub; its message may have several lines. */
const LONGEST_ANNOTATION = 4000

/** Creates a log on standard output, as workflow commands and plain lines. */
export function createLog(redact: Redact): Log {
  const clean = (line: string, maxLength?: number): string => {
    const cleaned = cleanLine(redact(line), maxLength)
    // Invisible characters were removed. One may have stood inside a key, so keys are searched again.
    return cleaned === line ? line : redact(cleaned)
  }
  const annotate = (message: string): string =>
    redact(message)
      .slice(0, LONGEST_ANNOTATION)
      .split('\n')
      .map((line) => clean(line, LONGEST_ANNOTATION))
      .join('\n')
  const properties = (title: string | undefined): core.AnnotationProperties =>
    title === undefined ? {} : { title: clean(title, 200) }
  const group = (title: string, lines: readonly string[]): void => {
    core.startGroup(clean(title))
    for (const line of lines) core.info(clean(line))
    core.endGroup()
  }
  return {
    info: (line) => core.info(clean(line)),
    group,
    groups: (groups) => {
      process.stdout.cork()
      for (const { title, lines } of groups) group(title, lines)
      process.stdout.uncork()
    },
    warning: (message, title) => core.warning(annotate(message), properties(title)),
    error: (message, title) => core.error(annotate(message), properties(title)),
    debug: (line) => core.debug(clean(line)),
  }
}
