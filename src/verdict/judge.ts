import { STATUSES_FROM_WORST } from '../client/statuses.ts'
import { readMoment } from '../time/read-moment.ts'
import { countResults } from './count-results.ts'
import { describeVerdict, listMissing } from './describe-verdict.ts'
import type { Outcome, SessionFate, Verdict } from './verdict.ts'

/**
 * How the step came to its end.
 * - `awaited`: the wait is over: all ended, or the time was up, or `fail-fast`. `missing` are checks that
 *   were asked for by id and of which no session was started. `failedFast`: `fail-fast` ended the wait.
 * - `cancelled`: a signal stopped the step; `by` is its name. `starting`: sessions were just being started.
 * - `no-match`: no check matched; `sought` says what was looked for, `tags "a, b"`.
 * - `broken`: no verdict was reached; `cause` says why, in one or more sentences.
 */
export type Ending =
  | { kind: 'awaited'; missing: readonly string[]; failedFast: boolean }
  | { kind: 'cancelled'; by: string; starting: boolean }
  | { kind: 'detached'; missing: readonly string[] }
  | { kind: 'no-match'; tolerated: boolean; sought: string }
  | { kind: 'broken'; cause: string }

/**
 * Decides. Only sessions that all ended in a passing status, and at least one of them, make `passed`.
 * @param fates - every session of the step, in the order asked for
 * @param waitedMs - how long the step has waited, in milliseconds
 */
export function judge(ending: Ending, fates: readonly SessionFate[], waitedMs: number): Verdict {
  const outcome = chooseOutcome(ending, fates)
  const count = (state: SessionFate['state']): number => fates.filter((fate) => fate.state === state).length
  const sessions = {
    total: fates.length,
    passed: count('passed'),
    failed: count('failed'),
    unfinished: count('unfinished') + count('unknown'),
  }
  return {
    outcome,
    succeeds:
      outcome === 'passed' || outcome === 'detached' || (ending.kind === 'no-match' && ending.tolerated),
    status: findWorstStatus(fates),
    sentence: describeVerdict(ending, outcome, fates, waitedMs),
    sessions,
    detached: ending.kind === 'detached',
    failedFast: ending.kind === 'awaited' && ending.failedFast,
    missing: listMissing(ending),
    results: countResults(fates),
    timeElapsedMs: measureElapsed(fates),
    link: chooseLink(fates),
  }
}

function chooseOutcome(ending: Ending, fates: readonly SessionFate[]): Outcome {
  switch (ending.kind) {
    case 'broken':
      return 'error'
    case 'cancelled':
    case 'no-match':
      return ending.kind
    case 'detached':
      return ending.missing.length > 0 ? 'error' : 'detached'
    case 'awaited': {
      const has = (state: SessionFate['state']): boolean => fates.some((fate) => fate.state === state)
      if (has('failed')) return 'failed'
      if (has('unknown') || ending.missing.length > 0) return 'error'
      if (has('unfinished')) return 'timeout'
      return has('passed') ? 'passed' : 'error'
    }
  }
}

function hasEnded(fate: SessionFate): boolean {
  return fate.state === 'passed' || fate.state === 'failed'
}

function findWorstStatus(fates: readonly SessionFate[]): string {
  let worst = ''
  let rank = Number.POSITIVE_INFINITY
  for (const fate of fates) {
    if (!hasEnded(fate) || fate.session === null) continue
    const own = STATUSES_FROM_WORST.indexOf(fate.session.status)
    if (own < rank) {
      worst = fate.session.status
      rank = own
    }
  }
  return worst
}

function measureElapsed(fates: readonly SessionFate[]): number | null {
  let earliest = Number.POSITIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY
  for (const { session } of fates) {
    earliest = Math.min(earliest, readMoment(session?.startedAt ?? null) ?? earliest)
    latest = Math.max(latest, readMoment(session?.stoppedAt ?? null) ?? latest)
  }
  return latest >= earliest ? latest - earliest : null
}

/** The first known link of a session that did not pass, which one that passed does not stand in for; else the first. */
function chooseLink(fates: readonly SessionFate[]): string {
  const stopped = fates.filter((fate) => fate.state !== 'passed')
  const links = (stopped.length > 0 ? stopped : fates).map((fate) => fate.session?.checkSessionLink ?? '')
  return links.find((link) => link !== '') ?? ''
}
