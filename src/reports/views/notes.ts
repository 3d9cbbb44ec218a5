import type { AddressUse } from '../../diagnosis/address-use.ts'
import { describeSilentLocation } from '../../diagnosis/silent-locations.ts'
import type { Check } from '../../session/session.ts'
import { countThings, joinFilled } from '../../text/words.ts'
import { countChecksOfType, describeCheckType } from './describe-check.ts'
import type { GateReport } from './gate-report.ts'

/** At most 5 checks are named; the rest is counted. */
const MOST_NAMED = 5

/** A sentence about the step as a whole. It may hold names and hosts from outside. */
export interface Note {
  /** Whether somebody should look, however green the step is. */
  isWarning: boolean
  text: string
}

/**
 * What is known of whether the checks called the address, in sentences: `7 of 9 API checks called that host, 1 another:
 * Login (example.com).` None says "tested": a check may call an address and look at nothing there.
 * @param host - how the address's host is called where it stands beside the address; else it is named
 */
export function listAddressNotes({ addressUse: use }: Pick<GateReport, 'addressUse'>, host?: string): Note[] {
  if (use === null) return []
  const { calledOther, fixed, notKnown } = use
  const others = joinFilled(
    [
      fixed.length === 0
        ? ''
        : `Kept to ${fixed.length === 1 ? 'its' : 'their'} configured target: ${nameSome(fixed.map(nameTyped))}.`,
      notKnown.length === 0 ? '' : `Not known what was called: ${countTypes(notKnown)}.`,
    ],
    ' ',
  )
  const notes = [
    { isWarning: calledOther.length > 0, text: describeApiChecks(use, host ?? use.host) },
    { isWarning: false, text: others },
  ]
  return notes.filter(({ text }) => text !== '')
}

/** Which private locations were silent, and when their agents were last seen. */
export function listSilenceNotes({ silentLocations }: Pick<GateReport, 'silentLocations'>): Note[] {
  return silentLocations.map((location) => ({ isWarning: true, text: describeSilentLocation(location) }))
}

function describeApiChecks({ called, calledOther, notRead }: AddressUse, host: string): string {
  const total = called.length + calledOther.length + notRead.length
  if (total === 0) return ''
  const all = countThings(total, 'API check')
  if (called.length === total)
    return `${total > 2 ? `All ${all}` : total === 2 ? 'Both API checks' : 'The API check'} called ${host}.`
  if (notRead.length === total) return `What ${all} called is not known.`
  const others = nameSome(calledOther.map((it) => `${it.check.name} (${it.host})`))
  const counts = joinFilled(
    [
      `${called.length === 0 ? 'None' : called.length} of ${all} called ${host}`,
      calledOther.length === 0 ? '' : `${calledOther.length} another: ${others}`,
    ],
    ', ',
  )
  return `${counts}.${notRead.length === 0 ? '' : ` Of ${notRead.length} it is not known.`}`
}

function nameTyped({ name, type }: Check): string {
  return `${name} (${describeCheckType(type)})`
}

/** `2 browser checks, 1 Playwright check suite`. */
function countTypes(checks: readonly Check[]): string {
  const counts = new Map<string, number>()
  for (const { type } of checks) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].map(([type, count]) => countChecksOfType(count, type)).join(', ')
}

function nameSome(names: readonly string[]): string {
  const left = names.length - MOST_NAMED
  return `${names.slice(0, MOST_NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}
