import { cutText } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import { formatDuration } from '../time/format-duration.ts'
import { adviseOnTimeout } from './advise-on-timeout.ts'
import type { Ending } from './ending.ts'
import { listFailedLocations } from './failed-locations.ts'
import { describeLink, nameCheck, nameUnit } from './name-checks.ts'
import type { CheckCounts, JudgedCheck, Outcome } from './verdict.ts'

const MOST_NAMED = 3

/** Characters. In the verdict, a longer reason is cut. */
const REASON_LENGTH = 200

/** What was read about failed checks after the verdict. All of it may hold text from outside. */
export interface FailureNotes {
  /** Why a check failed, in one line. No entry when that was not read. */
  reasons: ReadonlyMap<JudgedCheck, string>
  /** Whether the failures are new, as a sentence without its full stop; '' when the history was not read. */
  news: string
}

const NOTHING_READ: FailureNotes = { reasons: new Map(), news: '' }

/**
 * The verdict in one sentence, or a few: which checks, which status, which locations, and where to look. It is fit for a
 * chat message. It may hold text from outside, which must be neutralised where it is printed.
 * @param waitedMs - milliseconds since the step began
 * @param notes - what was read about failed checks; nothing yet at the moment of the verdict
 */
export function describeVerdict(
  ending: Ending,
  outcome: Outcome,
  checks: readonly JudgedCheck[],
  counts: CheckCounts,
  waitedMs: number,
  notes: FailureNotes = NOTHING_READ,
): string {
  const waited = formatDuration(waitedMs)
  switch (outcome) {
    case 'passed':
      return describePassed(checks, counts, waited)
    case 'detached':
      return `${countThings(counts.total, nameUnit(checks))} started; detached without waiting.`
    case 'no-match':
      return `No active check matches ${ending.kind === 'no-match' ? ending.sought : ''}, so nothing was started. Check the spelling, and that the checks are active.`
    case 'cancelled':
      return `Cancelled${ending.kind === 'cancelled' ? ` by ${ending.by}` : ''} after ${waited}; ${describeRest(checks, counts, ending)}`
    case 'failed':
      return joinFilled([describeFailed(checks, counts, ending, notes), describeNotStarted(ending)], ' ')
    case 'timeout':
      return `Timed out after ${waited}: ${describeUnfinished(checks, counts)}`
    case 'error':
      if (ending.kind === 'broken') return ending.cause
      return describeNotStarted(ending) || describeUnknown(checks)
  }
}

/** Says which checks or sessions were asked for and not started; '' when there are none. */
export function describeNotStarted(ending: Ending): string {
  const missing = listMissing(ending)
  const unstarted = 'unstarted' in ending ? ending.unstarted : []
  const told =
    missing.length === 0
      ? ''
      : `No session was started of check ${missing.join(', ')}: no active check has that id. Check check-id.`
  return joinFilled([...unstarted, told], ' ')
}

/** Ids of checks that were asked for and of which no session was started. */
export function listMissing(ending: Ending): readonly string[] {
  return 'missing' in ending ? ending.missing : []
}

/** A remark on the checks that passed: `2 after a retry, 1 degraded, 1 in another status that is let through`; or ''. */
export function describePassedRemarks({ retried, degraded, letThrough }: CheckCounts): string {
  return joinFilled(
    [
      retried > 0 ? `${retried} after a retry` : '',
      degraded > 0 ? `${degraded} degraded` : '',
      letThrough > 0 ? `${letThrough} in another status that passing-statuses lets through` : '',
    ],
    ', ',
  )
}

function describePassed(checks: readonly JudgedCheck[], counts: CheckCounts, waited: string): string {
  const remarks = describePassedRemarks(counts)
  const [only] = checks
  if (only !== undefined && checks.length === 1) {
    const letThrough = only.status === 'PASSED' ? '' : ', which passing-statuses lets through'
    const retried = counts.retried > 0 ? ' (after a retry)' : ''
    return `${nameCheck(only)} ${only.status} after ${waited}${retried}${letThrough}.`
  }
  const all = countThings(counts.total, nameUnit(checks))
  return `All ${all} passed after ${waited}${remarks === '' ? '' : ` (${remarks})`}.`
}

function describeFailed(
  checks: readonly JudgedCheck[],
  counts: CheckCounts,
  ending: Ending,
  { reasons, news }: FailureNotes,
): string {
  const failed = checks.filter(({ state }) => state === 'failed')
  const named = failed.slice(0, MOST_NAMED).map((check) => {
    const places = listFailedLocations(check)
    if (check.status === 'PASSED') return `${nameCheck(check)} PASSED, which passing-statuses does not list`
    const reason = cutText(reasons.get(check) ?? '', REASON_LENGTH)
    const why = reason === '' ? '' : ` (${reason})`
    return `${nameCheck(check)} ${check.status}${places === '' ? '' : ` in ${places}`}${why}`
  })
  const more = failed.length - named.length
  const rest = more > 0 ? `; and ${more} more` : ''
  const of =
    counts.total > 1 ? `${failed.length} of ${countThings(counts.total, nameUnit(checks))} failed: ` : ''
  const isCut = ending.kind === 'awaited' && ending.failedFast
  const running = isCut ? 'not waited for (fail-fast)' : 'had not ended'
  const left = [
    counts.unfinished > 0 ? `${counts.unfinished} ${running}` : '',
    counts.unknown > 0 ? `${counts.unknown} without a verdict` : '',
  ]
  const others = joinFilled(left, ', ')
  return `${of}${named.join('; ')}${rest}.${others === '' ? '' : ` ${others}.`}${news === '' ? '' : ` ${news}.`}${describeLink(failed[0])}`
}

function describeUnfinished(checks: readonly JudgedCheck[], counts: CheckCounts): string {
  const unfinished = checks.filter(({ state }) => state === 'unfinished')
  const named = unfinished.slice(0, MOST_NAMED).map(nameCheck).join(', ')
  const more = unfinished.length > MOST_NAMED ? ` and ${unfinished.length - MOST_NAMED} more` : ''
  const { notStarted } = counts
  const isAll = notStarted === unfinished.length
  const had = isAll ? 'had not started' : 'had not ended'
  const some = isAll || notStarted === 0 ? '' : ` ${notStarted} of them had not started.`
  const error = unfinished
    .flatMap(({ sessions }) => sessions.map((it) => it.lastError))
    .find((it) => it !== null)
  const last = error == null ? '' : ` The last error was: ${error}.`
  const what =
    counts.total > 1
      ? `${unfinished.length} of ${countThings(counts.total, nameUnit(checks))} ${had}: ${named}${more}.`
      : `${named} ${had}.`
  return `${joinFilled([`${what}${some}${last}`, adviseOnTimeout(checks)], ' ')}${describeLink(unfinished[0])}`
}

/** Says why the first check without a verdict has none, and how many share that cause. The others are counted. */
function describeUnknown(checks: readonly JudgedCheck[]): string {
  const unknown = checks.filter(({ state }) => state === 'unknown')
  const [first] = unknown
  if (first === undefined) return 'No check session was awaited, so there is no verdict.'
  const cause = findError(first)
  const same = unknown.filter((check) => findError(check) === cause)
  const who = same.length === 1 ? nameCheck(first) : countThings(same.length, nameUnit(checks))
  const others = unknown.length - same.length
  const more = others > 0 ? ` ${others} more without a verdict.` : ''
  const isUnreachable = cause === null || first.sessions.some((it) => it.isUnreachable)
  const advice = isUnreachable ? " Check api-url, and the runner's network or proxy." : ''
  return `No verdict for ${who}: ${(cause ?? 'the API was never reached').replace(/\.$/, '')}.${more}${advice}`
}

function describeRest(checks: readonly JudgedCheck[], counts: CheckCounts, ending: Ending): string {
  if (counts.total === 0) {
    return ending.kind === 'cancelled' && ending.starting
      ? 'sessions may have been started all the same: see Checkly.'
      : 'no check session was known yet.'
  }
  const open = counts.unfinished + counts.unknown
  const [only] = checks
  if (only !== undefined && checks.length === 1) {
    const { state } = only
    return `${nameCheck(only)} had ${open > 0 ? 'not ended' : state === 'failed' ? `ended, ${only.status}` : 'passed'}.`
  }
  const of = countThings(counts.total, nameUnit(checks))
  const left = open === 0 ? `all ${of} had ended` : `${open} of ${of} had not ended`
  return `${left}${counts.failed > 0 ? `, ${counts.failed} failed` : ''}.`
}

function findError({ sessions }: JudgedCheck): string | null {
  return sessions.map((it) => it.lastError).find((it) => it !== null) ?? null
}
