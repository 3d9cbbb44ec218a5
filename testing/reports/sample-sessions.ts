import type { FailureDetails } from '../../src/diagnosis/failure-details.ts'
import type { SampleSession } from './build-report.ts'

/** Five locations where a check passed at the first attempt. */
export const FIVE_PASSED = {
  'eu-west-1': 'P',
  'eu-central-1': 'P',
  'us-east-1': 'P',
  'us-west-2': 'P',
  'ap-south-1': 'P',
}

const CHECK_NAMES = [
  'Homepage',
  'Login',
  'Search',
  'Product page',
  'Cart',
  'Checkout API',
  'Orders API',
  'Profile',
]

/** A name for the sample check with this index. */
export function nameCheck(index: number): string {
  return `${CHECK_NAMES[index % CHECK_NAMES.length]} ${Math.floor(index / CHECK_NAMES.length) + 1}`
}

/** So many sessions that passed at the first attempt. */
export function makePassed(count: number, from = 0): SampleSession[] {
  return Array.from({ length: count }, (_, index) => ({
    name: nameCheck(from + index),
    status: 'PASSED',
    places: { 'eu-west-1': 'P', 'us-east-1': 'P' },
    speedMs: 180 + 7 * index,
  }))
}

/** A session that failed, with what was read at each location that failed in the end; null when nothing was. */
export function fail(
  name: string,
  places: Record<string, string>,
  details: FailureDetails | null,
): SampleSession {
  const failed = Object.keys(places).filter((place) => /[EF]$/.test(places[place] ?? ''))
  const read = details === null ? {} : Object.fromEntries(failed.map((place) => [place, details]))
  return { name, status: 'FAILED', places, details: read }
}
