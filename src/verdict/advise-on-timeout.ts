import type { CheckRun } from '../session/session.ts'
import { joinFilled } from '../text/words.ts'
import type { JudgedCheck } from './verdict.ts'

/**
 * What to do when the time was up before all checks had ended.
 * @param toldPlaces - locations where nothing had started, and the reader has been told so already
 */
export function adviseOnTimeout(checks: readonly JudgedCheck[], toldPlaces: readonly string[] = []): string {
  const unfinished = checks.filter(({ state }) => state === 'unfinished')
  if (unfinished.some(({ sessions }) => sessions.some((it) => it.isUnreachable))) {
    return 'Run the job again when Checkly can be reached.'
  }
  const open = unfinished.flatMap((check) => check.runs.filter(({ final }) => final === null))
  const hasFailed = open.some(({ attempts }) => attempts.some(({ state }) => state === 'failed'))
  const advice = [
    adviseOnStart(checks, open, toldPlaces),
    hasFailed ? 'Attempts have failed already, so more time may not help: see why they failed.' : '',
  ]
  const isTold = open.length > 0 && open.every(({ location }) => toldPlaces.includes(location))
  return joinFilled(advice, ' ') || (isTold ? '' : 'Raise timeout if the checks need longer.')
}

/** What to do about checks that had not started; '' when there is nothing to say. */
function adviseOnStart(
  checks: readonly JudgedCheck[],
  open: readonly CheckRun[],
  toldPlaces: readonly string[],
): string {
  const begun = new Set(
    checks.flatMap(({ runs }) => runs.filter(({ state }) => state !== 'queued').map((it) => it.location)),
  )
  const queued = new Set(open.filter(({ state }) => state === 'queued').map(({ location }) => location))
  const silent = [...queued].filter((location) => !begun.has(location))
  const untold = silent.filter((location) => !toldPlaces.includes(location))
  return joinFilled(
    [
      untold.length === 0
        ? ''
        : `Nothing had started in ${untold.join(', ')}: raise timeout; if that is a private location, see that an agent runs there.`,
      queued.size === silent.length
        ? ''
        : 'Checkly starts the checks of a large session one after the other, over up to 900 seconds: set timeout to that and what the checks need, or choose fewer checks.',
    ],
    ' ',
  )
}
