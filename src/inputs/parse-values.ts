import { STATUSES_FROM_WORST } from '../session/statuses.ts'
import { describeInvisible, hasInvisible } from '../text/name-invisible.ts'
import { isLoopback } from '../text/neutralise-text.ts'
import { quoteOdd } from './quote-odd.ts'
import { UnusableValue } from './unusable-value.ts'

/** A UUID, in any case. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const VISIBLE_ASCII = /^[\x21-\x7e]+$/

/** Longer than any key; more than some kilobytes of headers make servers close the connection. */
const LONGEST_KEY = 1000

/** The longest `timeout`, in seconds: five days, the longest that a job may run. */
export const LONGEST_TIMEOUT_SECONDS = 432_000

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
  throw new UnusableValue(`a UUID, for example 3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11${describeDashes(text)}`)
}

/** Reads UUIDs separated by new lines, commas or blanks, each once, in order. Throws UnusableValue. */
export function parseUuids(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const odd = words.find((word) => !UUID.test(word))
  if (odd !== undefined || words.length === 0) {
    const invisible = describeInvisible(odd ?? '')
    const why = invisible === '' ? 'is not one' : `contains an invisible character, ${invisible}`
    const which = words.length > 1 ? ` (${quoteOdd(odd ?? '', 'one of them')} ${why})` : ''
    const link = text.includes('://') ? '; the last UUID of a link is the one' : ''
    const json = text.startsWith('[') ? "; make text of a JSON array with join(fromJSON(…), ' ')" : ''
    throw new UnusableValue(
      `UUIDs separated by new lines, commas or blanks${which}${link}${json}${describeDashes(text)}`,
    )
  }
  return [...new Set(words.map((word) => word.toLowerCase()))]
}

/** Word processors make dashes of hyphens, which look alike. */
function describeDashes(text: string): string {
  const dash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.exec(text)?.[0]
  return dash === undefined
    ? ''
    : `; its dashes (U+${dash.charCodeAt(0).toString(16).toUpperCase()}) are no hyphens`
}

/** Reads the final statuses that let the step pass. Throws UnusableValue. */
export function parseStatuses(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  // Capitals of ASCII only: there is an S in those of "ß" as well.
  const statuses = words.map((word) => (/^[a-z_]+$/i.test(word) ? word.toUpperCase() : word))
  const isKnown = (word: string): boolean => STATUSES_FROM_WORST.includes(word)
  if (statuses.length > 0 && statuses.every(isKnown)) return [...new Set(statuses)]
  throw new UnusableValue(`a list of ${STATUSES_FROM_WORST.toReversed().join(', ')}, separated by commas`)
}

/** Reads the API's address: https, loopback hosts excepted, without a trailing slash. Throws UnusableValue. */
export function parseApiUrl(text: string): URL {
  // The parser of URLs drops line breaks, and takes look-alikes of letters for a host of their own.
  if (!VISIBLE_ASCII.test(text) || text.includes('\\')) {
    throw new UnusableValue('an https:// address of ASCII characters, without blanks and backslashes')
  }
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
  let end = url.pathname.length
  while (url.pathname[end - 1] === '/') end -= 1
  url.pathname = url.pathname.slice(0, end)
  if (/\/v\d+$/i.test(url.pathname))
    throw new UnusableValue('an address without the version (/v1, /v2) at its end')
  return url
}

/**
 * Reads the address of what is tested: http or https, since a preview may be behind a company's own network,
 * without user and password, which results would show. Throws UnusableValue.
 */
export function parseEnvironmentUrl(text: string): string {
  const url = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? new URL(text) : null
  if (url === null)
    throw new UnusableValue('an http:// or https:// address, for example https://pr-7.example.com')
  if (url.username === '' && url.password === '') return text
  throw new UnusableValue('an address without user and password; send those as secret-env')
}

/** Reads a text of one line, every character of which is seen. Throws UnusableValue. */
export function parseLine(text: string): string {
  if (!/[\r\n]/.test(text) && !hasInvisible(text)) return text
  throw new UnusableValue('one line of text that can be seen')
}

/** Reads the path of a folder. What a shell would replace is no name of one. Throws UnusableValue. */
export function parseFolder(text: string): string {
  const path = parseLine(text)
  if (!/^~(?:[\\/]|$)|\$(?:\w+|\{\w+\})|\$\{\{|%\w+%/.test(path)) return path
  throw new UnusableValue(
    'the path of a folder as it is, in which no shell replaces ~ and variables (relative ones begin in the workspace)',
  )
}

/**
 * Reads an API key, which goes into a header: visible ASCII without blanks. What is left of quotes, of a line
 * `NAME=key` or of a masked log is refused here, since the API would only say that it does not know the key.
 * Throws UnusableValue, never with the key.
 */
export function parseApiKey(text: string): string {
  if (!VISIBLE_ASCII.test(text)) {
    throw new UnusableValue('one line of visible ASCII characters without blanks (its value is not shown)')
  }
  if (/^["'`]|["'`]$/.test(text)) throw new UnusableValue('the key without the quotes around it')
  if (/^CHECKLY_API_KEY[=:]/i.test(text)) throw new UnusableValue('the key without its name in front of it')
  if (/^\*+$/.test(text)) throw new UnusableValue('the key itself, not what a log shows in its place')
  if (text.length > LONGEST_KEY) throw new UnusableValue(`a key, of at most ${LONGEST_KEY} characters`)
  return text
}
