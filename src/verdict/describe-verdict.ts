import { isSafeLink } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import { formatDuration } from '../time/format-duration.ts'
import { isDecisive, judgeResult } from './count-results.ts'
import type { Ending } from './judge.ts'
import type { Outcome, SessionFate } from './verdict.ts'

const MOST_NAMED = 3

/**
 * The verdict in one line: which session, which status, which locations, and where to look. It may hold
 * text from outside; whoever prints it neutralises it.
 */
export function describeVerdict(
  ending: Ending,
  outcome: Outcome,
  fates: readonly SessionFate[],
  waitedMs: number,
): string {
  const total = countThings(fates.length, 'check session')
  switch (outcome) {
    case 'passed':
      return fates.length === 1
        ? `${nameSession(fates[0])} ${fates[0]?.session?.status ?? ''} after ${formatDuration(waitedMs)}.`
        : `All ${total} passed after ${formatDuration(waitedMs)}.`
    case 'detached':
      return `${total} started; detached without waiting.`
    case 'no-match':
      return `No active check matches ${ending.kind === 'no-match' ? ending.sought : ''}, so nothing was started. Check the spelling, and that the checks are active.`
    case 'cancelled':
      return `Cancelled${ending.kind === 'cancelled' ? ` by ${ending.by}` : ''} after ${formatDuration(waitedMs)}; ${describeRest(fates, ending)}`
    case 'failed':
      return joinFilled([describeFailed(fates, ending), describeMissing(listMissing(ending))], ' ')
    case 'timeout':
      return `Timed out after ${formatDuration(waitedMs)}: ${describeUnfinished(fates)}`
    case 'error':
      if (ending.kind === 'broken') return ending.cause
      return describeMissing(listMissing(ending)) || describeUnknown(fates)
  }
}

/** Checks that were asked for by id and of which no session was started. */
export function listMissing(ending: Ending): readonly string[] {
  return 'missing' in ending ? ending.missing : []
}

/** Says that checks which were asked for by id were not started; '' when all were. */
export function describeMissing(missing: readonly string[]): string {
  if (missing.length === 0) return ''
  return `No session was started of check ${missing.join(', ')}: no active check has that id. Check check-id.`
}

/** A session's name for a sentence: `"Homepage"`, or its id when it has none. */
function nameSession(fate: SessionFate | undefined): string {
  const name = fate?.session?.name ?? ''
  return name === '' ? `check session ${fate?.id ?? ''}` : `"${name.slice(0, 200)}"`
}

function describeFailed(fates: readonly SessionFate[], ending: Ending): string {
  const failed = fates.filter((fate) => fate.state === 'failed')
  const named = failed.slice(0, MOST_NAMED).map((fate) => {
    const places = listStoppedLocations(fate)
    const status = fate.session?.status ?? ''
    if (status === 'PASSED') return `${nameSession(fate)} PASSED, which passing-statuses does not list`
    return `${nameSession(fate)} ${status}${places === '' ? '' : ` in ${places}`}`
  })
  const more = failed.length - named.length
  const rest = more > 0 ? `; and ${more} more` : ''
  const of =
    fates.length > 1 ? `${failed.length} of ${countThings(fates.length, 'check session')} did not pass: ` : ''
  const unfinished = fates.filter((fate) => fate.state === 'unfinished').length
  const isCut = ending.kind === 'awaited' && ending.failedFast
  const left = `${countThings(unfinished, 'check session')} ${isCut ? 'not waited for (fail-fast)' : 'had not ended'}`
  const running = unfinished > 0 ? ` ${left}.` : ''
  return `${of}${named.join('; ')}${rest}.${running}${describeLink(failed[0])}`
}

function describeUnfinished(fates: readonly SessionFate[]): string {
  const unfinished = fates.filter((fate) => fate.state === 'unfinished')
  const named = unfinished.slice(0, MOST_NAMED).map(nameSession).join(', ')
  const more = unfinished.length > MOST_NAMED ? ` and ${unfinished.length - MOST_NAMED} more` : ''
  const trouble = unfinished.find((fate) => fate.trouble !== null)?.trouble
  const last = trouble == null ? '' : ` The last trouble was: ${trouble}.`
  const of =
    fates.length > 1
      ? `${unfinished.length} of ${countThings(fates.length, 'check session')} had not ended: `
      : ''
  const tail = fates.length > 1 ? '' : ' had not ended'
  return `${of}${named}${more}${tail}.${last} ${adviseOnTimeout(fates)}${describeLink(unfinished[0])}`
}

/** What to do when the time was up before all had ended. */
export function adviseOnTimeout(fates: readonly SessionFate[]): string {
  const troubled = fates.find((fate) => fate.trouble !== null)
  return troubled?.unreachable === true
    ? 'Run the job again when Checkly can be reached.'
    : 'Raise timeout if the checks need longer.'
}

function describeUnknown(fates: readonly SessionFate[]): string {
  const unknown = fates.filter((fate) => fate.state === 'unknown')
  const first = unknown[0]
  if (first === undefined) return 'No check session was awaited, so there is no verdict.'
  const more = unknown.length > 1 ? ` (and ${unknown.length - 1} more without a verdict)` : ''
  const trouble = first.trouble ?? 'the API was never reached'
  const advice =
    first.unreachable || first.trouble === null ? " Check api-url, and the runner's network or proxy." : ''
  return `No verdict for ${nameSession(first)}: ${trouble.replace(/\.$/, '')}.${more}${advice}`
}

function describeRest(fates: readonly SessionFate[], ending: Ending): string {
  const count = (state: SessionFate['state']): number => fates.filter((fate) => fate.state === state).length
  if (fates.length === 0) {
    return ending.kind === 'cancelled' && ending.starting
      ? 'sessions may have been started all the same: see Checkly.'
      : 'no check session was known yet.'
  }
  const unfinished = count('unfinished') + count('unknown')
  return `${unfinished} of ${countThings(fates.length, 'check session')} had not ended, ${count('failed')} did not pass.`
}

function describeLink(fate: SessionFate | undefined): string {
  const link = fate?.session?.checkSessionLink ?? ''
  return isSafeLink(link) ? ` See ${link}` : ''
}

/** Where a session did not pass; where it ran out of time, the places without a last word. */
function listStoppedLocations({ session }: SessionFate): string {
  if (session === null) return ''
  const decisive = session.results.filter(isDecisive)
  const heard = new Set(decisive.map((result) => result.runLocation))
  const silent =
    session.status === 'TIMED_OUT' ? session.runLocations.filter((place) => !heard.has(place)) : []
  const stopped = decisive.filter((result) => judgeResult(result) !== 'passed').map((it) => it.runLocation)
  const unique = [...new Set(silent.length > 0 ? silent : stopped)]
  const more = unique.length > 5 ? ` and ${unique.length - 5} more` : ''
  return unique.slice(0, 5).join(', ') + more
}
