import { cleanBlock, cutText, foldText } from '../text/neutralise-text.ts'

/** A parameter of a query: its name with what stands around it, and its value. */
const PARAMETER = /([?&][^=&#?]*=)[^&#]+/g

/** Names of query parameters whose values nobody wants to find in a summary. */
const SECRET_NAME = /key|token|secret|pass|auth|sig|session|code/i

const CREDENTIALS = /(^[a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i

/** Any JSON value as one line of at most `maxLength` characters; '' for null and what is missing. */
export function toLine(value: unknown, maxLength: number): string {
  return foldText(toText(value), maxLength)
}

/** Any JSON value as several lines, cut to what can be read in a report. */
export function toExcerpt(value: unknown): string {
  return cleanBlock(toText(value), 25, 2500)
}

/** A URL without credentials, and without the values of parameters that look like secrets. */
export function toUrlLine(value: unknown): string {
  const url = toText(value).slice(0, 4000)
  const shown = url
    .replace(CREDENTIALS, '$1')
    .replace(PARAMETER, (parameter, name: string) => (SECRET_NAME.test(name) ? `${name}…` : parameter))
  return cutText(foldText(shown, 4000), 300)
}

/** A fact, or nothing when its value is empty. */
export function toFact(label: string, value: unknown): [string, string][] {
  const line = toLine(value, 300)
  return line === '' ? [] : [[label, line]]
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)
}
