import { countResults, hasPassedAfterRetry } from '../session/check-run.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { describeNotStarted, describeVerdict, listMissing } from './describe-verdict.ts'
import type { Ending } from './ending.ts'
import { hasNotStarted } from './judge-run.ts'
import type { CheckCounts, JudgedCheck, JudgedSession, Outcome, SessionState, Verdict } from './verdict.ts'

/**
 * Makes the verdict. `passed` needs at least one session, all sessions `passed`, and nothing that was not started.
 * @param sessions - every session of the step, in the order asked for
 * @param checks - the checks in them
 * @param waitedMs - milliseconds since the step began
 */
export function judge(
  ending: Ending,
  sessions: readonly JudgedSession[],
  checks: readonly JudgedCheck[],
  waitedMs: number,
): Verdict {
  const outcome = chooseOutcome(ending, sessions)
  const checkCounts = countChecks(checks)
  const count = (state: SessionState): number => sessions.filter((it) => it.state === state).length
  return {
    outcome,
    succeeds:
      outcome === 'passed' || outcome === 'detached' || (ending.kind === 'no-match' && ending.tolerated),
    status: findWorstStatus(sessions.flatMap(({ status }) => (status === '' ? [] : [status]))),
    message: describeVerdict(ending, outcome, checks, checkCounts, waitedMs),
    checks: checkCounts,
    sessions: {
      total: sessions.length,
      passed: count('passed'),
      failed: count('failed'),
      unfinished: count('unfinished') + count('unknown'),
    },
    detached: ending.kind === 'detached',
    failedFast: ending.kind === 'awaited' && ending.failedFast,
    missing: listMissing(ending),
    unstarted: 'unstarted' in ending ? ending.unstarted : [],
    notStarted: describeNotStarted(ending),
    results: countResults(sessions.flatMap(({ session }) => session?.runs ?? [])),
    timeElapsedMs: measureElapsed(sessions),
    link: chooseLink(sessions),
  }
}

function chooseOutcome(ending: Ending, sessions: readonly JudgedSession[]): Outcome {
  switch (ending.kind) {
    case 'broken':
      return 'error'
    case 'cancelled':
    case 'no-match':
      return ending.kind
    case 'detached':
      return describeNotStarted(ending) === '' ? 'detached' : 'error'
    case 'awaited': {
      const has = (state: SessionState): boolean => sessions.some((it) => it.state === state)
      if (has('failed')) return 'failed'
      if (has('unknown') || describeNotStarted(ending) !== '') return 'error'
      if (has('unfinished')) return 'timeout'
      return has('passed') ? 'passed' : 'error'
    }
  }
}

function countChecks(checks: readonly JudgedCheck[]): CheckCounts {
  const count = (state: SessionState): number => checks.filter((it) => it.state === state).length
  const passed = checks.filter(({ state }) => state === 'passed')
  return {
    total: checks.length,
    passed: passed.length,
    failed: count('failed'),
    unfinished: count('unfinished'),
    notStarted: checks.filter(({ state, runs }) => state === 'unfinished' && hasNotStarted(runs)).length,
    unknown: count('unknown'),
    retried: passed.filter(({ runs }) => runs.some(hasPassedAfterRetry)).length,
    degraded: passed.filter(({ status }) => status === 'DEGRADED').length,
    letThrough: passed.filter(({ status }) => status !== 'PASSED' && status !== 'DEGRADED').length,
  }
}

function measureElapsed(sessions: readonly JudgedSession[]): number | null {
  let earliest = Number.POSITIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY
  for (const { session } of sessions) {
    earliest = Math.min(earliest, session?.startedAtMs ?? earliest)
    latest = Math.max(latest, session?.stoppedAtMs ?? latest)
  }
  return latest >= earliest ? latest - earliest : null
}

/** All passed: the first known link. Else: the first known link of those that did not pass. '' without one. */
function chooseLink(sessions: readonly JudgedSession[]): string {
  const notPassed = sessions.filter(({ state }) => state !== 'passed')
  const links = (notPassed.length > 0 ? notPassed : sessions).map(({ session }) => session?.link ?? '')
  return links.find((link) => link !== '') ?? ''
}
