import { quoteOdd } from './quote-odd.ts'
import { UnusableValue } from './unusable-value.ts'

/** Where a test session runs: the code of a public location, or the slug of a private one. */
export interface TestLocation {
  code: string
  isPrivate: boolean
}

/** Where a test session runs when no location is given: the default of Checkly's CLI. */
export const DEFAULT_LOCATION = 'eu-central-1'

/** Letters, digits and dashes; slugs of private locations may have underscores and dots. */
const CODE = /^[a-z0-9][a-z0-9._-]{0,99}$/i

/** Reads codes of locations separated by new lines, commas or blanks, each once, in order. Throws UnusableValue. */
export function parseLocations(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const odd = words.find((word) => !CODE.test(word))
  if (odd === undefined && words.length > 0) return [...new Set(words)]
  const which = odd === undefined ? '' : ` (${quoteOdd(odd, 'one of them')} is not one)`
  throw new UnusableValue(
    `codes such as eu-central-1, or slugs of private locations, separated by new lines, commas or blanks${which}`,
  )
}

/** The locations to start in, each once; the default one when none is given (null). */
export function chooseLocations(
  publicCodes: readonly string[] | null,
  privateSlugs: readonly string[] | null,
): TestLocation[] {
  if (publicCodes === null && privateSlugs === null) return [{ code: DEFAULT_LOCATION, isPrivate: false }]
  const locations = [
    ...(publicCodes ?? []).map((code) => ({ code, isPrivate: false })),
    ...(privateSlugs ?? []).map((code) => ({ code, isPrivate: true })),
  ]
  // The API takes one text for either, so a code and a slug that are equal are one location.
  return locations.filter(({ code }, index) => locations.findIndex((one) => one.code === code) === index)
}
