import type { GateReport } from './gate-report.ts'

/**
 * The report without secrets in any of its texts. Done before rendering: what a renderer has escaped,
 * cut or put into a link can no longer be found as the secret that it is.
 * @param redact - takes every secret out of a text; finds none across a line break
 */
export function redactReport(report: GateReport, redact: (text: string) => string): GateReport {
  const texts: string[] = []
  mapTexts(report, (text) => {
    texts.push(text)
    return text
  })
  // One search through all texts; a copy only in the rare case that something was found.
  const joined = texts.join('\n')
  return redact(joined) === joined ? report : mapTexts(report, redact)
}

/** A copy of a value in which each text, the keys of maps and objects apart, is what `change` makes of it. */
function mapTexts<T>(value: T, change: (text: string) => string): T
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, mapTexts(item, change)]))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
