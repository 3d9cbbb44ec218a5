import { STATUSES_FROM_WORST } from '../client/statuses.ts'
import { isLoopback } from '../text/neutralise-text.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const VISIBLE_ASCII = /^[\x21-\x7e]+$/

/** The longest `timeout`, in seconds: five days, the longest that a job may run. */
export const LONGEST_TIMEOUT_SECONDS = 432_000

/** A value that cannot be used; `allowed` completes "must be …". */
export class UnusableValue extends Error {
  readonly allowed: string
  constructor(allowed: string) {
    super(`must be ${allowed}`)
    this.allowed = allowed
  }
}

/** Reads `true` or `false` as YAML 1.2 spells them. Throws UnusableValue. */
export function parseBoolean(text: string): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE)$/.test(text)) return false
  throw new UnusableValue('true or false')
}

/** Reads a whole number between two bounds, both allowed. Throws UnusableValue. */
export function parseWholeNumber(text: string, least: number, most: number, unit: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UnusableValue(`a whole number of ${unit} from ${least} to ${most}, without a unit`)
}

/** Reads one word out of a list. Throws UnusableValue. */
export function parseChoice<T extends string>(text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text.toLowerCase())
  if (choice !== undefined) return choice
  throw new UnusableValue(`one of ${choices.join(', ')}`)
}

/** Reads one UUID, in lower case. Throws UnusableValue. */
export function parseUuid(text: string): string {
  if (UUID.test(text)) return text.toLowerCase()
  throw new UnusableValue('a UUID, for example 3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11')
}

/** Reads UUIDs separated by new lines, commas or blanks, each once, in order. Throws UnusableValue. */
export function parseUuids(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const odd = words.find((word) => !UUID.test(word))
  if (odd !== undefined || words.length === 0) {
    const which = words.length > 1 ? ` ("${cut(odd ?? '')}" is not one)` : ''
    const link = text.includes('://') ? '; the last UUID of a link is the one' : ''
    const json = text.startsWith('[') ? "; make text of a JSON array with join(fromJSON(…), ' ')" : ''
    throw new UnusableValue(`UUIDs separated by new lines, commas or blanks${which}${link}${json}`)
  }
  return [...new Set(words.map((word) => word.toLowerCase()))]
}

/**
 * Reads tag filters: one filter a line, the comma-separated tags of a line must all match.
 * An empty tag would widen the filter unseen, so it is refused. Throws UnusableValue.
 */
export function parseTags(text: string): string[][] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const filters = lines.map((line) => line.split(',').map((tag) => tag.trim()))
  const odd = filters.findIndex((tags) => tags.some((tag) => /^!?\s*$/.test(tag)))
  if (odd === -1) return filters
  const line = `"${cut(lines[odd]?.trim() ?? '')}" has an empty tag, which would start more checks than meant`
  throw new UnusableValue(`one filter a line, its tags separated by commas (${line})`)
}

/** Reads the final statuses that let the step pass. Throws UnusableValue. */
export function parseStatuses(text: string): string[] {
  const words = text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  const isKnown = (word: string): boolean => STATUSES_FROM_WORST.includes(word)
  if (words.length > 0 && words.every(isKnown)) return [...new Set(words)]
  throw new UnusableValue(`a list of ${STATUSES_FROM_WORST.toReversed().join(', ')}, separated by commas`)
}

/** Reads the API's address: https, loopback hosts excepted, without a trailing slash. Throws UnusableValue. */
export function parseApiUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (url === null || !safe) {
    throw new UnusableValue(
      'an https:// address (http:// only for a loopback host), for example https://api.checklyhq.com',
    )
  }
  if (url.username !== '' || url.password !== '' || /[?#]/.test(url.href)) {
    throw new UnusableValue('an address without user, password, query and fragment')
  }
  url.pathname = url.pathname.replace(/\/+$/, '')
  if (/\/v\d+$/.test(url.pathname))
    throw new UnusableValue('an address without the version (/v1, /v2) at its end')
  return url
}

/** Reads an API key, which goes into a header: visible ASCII without blanks. Throws UnusableValue, never with the key. */
export function parseApiKey(text: string): string {
  if (VISIBLE_ASCII.test(text)) return text
  throw new UnusableValue('one line of visible ASCII characters without blanks (its value is not shown)')
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
