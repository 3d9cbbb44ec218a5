import { explainCheck, findCheckLink, findMainSession } from '../diagnosis/explain-check.ts'
import { type FailureKnowledge, findNew, orderChecks } from '../diagnosis/failure-knowledge.ts'
import { cutText, foldText, isSafeLink } from '../text/neutralise-text.ts'
import { findFailedLocations } from '../verdict/failed-locations.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import type { OutputName } from './output-names.ts'

/** More entries than this are left out: they are counted in `failures-total`. */
const MOST_ENTRIES = 50
/** Characters. Longer texts of one entry are cut. */
const NAME_LENGTH = 200
const REASON_LENGTH = 500
/** At most 25 locations of one check are named. */
const MOST_LOCATIONS = 25
/** Characters of all entries together. GitHub allows a job 1 MB of outputs. */
const LONGEST_LIST = 100_000
/** Characters. A longer message is cut, as chats have limits too. */
const LONGEST_MESSAGE = 3000

/** One entry of `failures`. All texts may be from outside. */
interface Failure {
  name: string
  status: string
  locations: string[]
  reason: string
  link: string
  new: boolean | null
}

/**
 * The outputs that tell of failed checks, from what is known by now: at first only the verdict, later why they failed
 * and whether that is new. Always valid JSON, the most important check first, cut at whole entries.
 */
export function describeFailures(
  message: string,
  checks: readonly JudgedCheck[],
  known: FailureKnowledge,
): Record<Extract<OutputName, 'message' | `failures${string}`>, string> {
  const isNew = (check: JudgedCheck): boolean | null => findNew(check, known)
  const failed = orderChecks(
    checks.filter(({ state }) => state === 'failed'),
    isNew,
  )
  return {
    message: foldText(message, LONGEST_MESSAGE),
    failures: writeList(failed.slice(0, MOST_ENTRIES).map((check) => buildEntry(check, known))),
    'failures-total': String(failed.length),
    // A check that may be new counts as new.
    'failures-new': String(failed.filter((check) => isNew(check) !== false).length),
  }
}

function buildEntry(check: JudgedCheck, known: FailureKnowledge): Failure {
  const main = findMainSession(check)
  const link = findCheckLink(check)
  return {
    name: cutText(check.name || (main?.id ?? ''), NAME_LENGTH),
    status: cutText(check.status, NAME_LENGTH),
    locations: findFailedLocations(check)
      .slice(0, MOST_LOCATIONS)
      .map((location) => cutText(location, NAME_LENGTH)),
    reason: foldText(explainCheck(check, known.details).reason, REASON_LENGTH),
    link: isSafeLink(link) ? link : '',
    new: findNew(check, known),
  }
}

function writeList(entries: readonly Failure[]): string {
  const texts: string[] = []
  let length = 2
  for (const entry of entries) {
    const text = JSON.stringify(entry)
    length += text.length + 1
    if (length > LONGEST_LIST) break
    texts.push(text)
  }
  return `[${texts.join(',')}]`
}
