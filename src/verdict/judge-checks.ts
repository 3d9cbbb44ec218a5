import type { CheckRun } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { judgeRun, STATUS_OF_RUN } from './judge-run.ts'
import type { JudgedCheck, JudgedSession, SessionState } from './verdict.ts'

/**
 * The checks of some sessions and what became of each. A session of one check is one check. A check that ran in
 * several sessions of many checks is one check too, with a run in each place. For example, two test sessions of the
 * same forty checks, in two locations, are forty checks with two runs each.
 */
export function judgeChecks(
  sessions: readonly JudgedSession[],
  passingStatuses: readonly string[],
): JudgedCheck[] {
  const checks: JudgedCheck[] = []
  const shared = new Map<string, { run: CheckRun; judged: JudgedSession }[]>()
  for (const judged of sessions) {
    const { session, state } = judged
    if (session === null || session.check !== null) {
      checks.push(describeOwn(judged))
      continue
    }
    for (const run of session.runs) {
      const key = `${run.check.id || `${run.check.type} ${run.check.name}`}`
      shared.set(key, [...(shared.get(key) ?? []), { run, judged }])
    }
    // What its runs do not show, the session says itself.
    const isShown = session.runs.some((run) => judgeRun(run, state, passingStatuses) === state)
    if (!isShown) checks.push(describeOwn(judged))
  }
  for (const parts of shared.values()) checks.push(judgeShared(parts, passingStatuses))
  return checks
}

/** A check that has a session of its own, or a session whose checks are not known. */
function describeOwn(judged: JudgedSession): JudgedCheck {
  const { session, state } = judged
  return {
    check: session?.check ?? null,
    name: session?.check?.name || session?.name || '',
    state,
    status: judged.status,
    runs: session !== null && session.check !== null ? session.runs : [],
    sessions: [judged],
  }
}

function judgeShared(
  parts: readonly { run: CheckRun; judged: JudgedSession }[],
  passingStatuses: readonly string[],
): JudgedCheck {
  const states = parts.map(({ run, judged }) => judgeRun(run, judged.state, passingStatuses))
  const state = STATES_FROM_WORST.find((it) => states.includes(it)) ?? 'unknown'
  const runs = parts.map(({ run }) => run)
  const check = runs[0]?.check ?? null
  return {
    check,
    name: runs.find((run) => run.check.name !== '')?.check.name ?? '',
    state,
    status: findWorstStatus(runs.flatMap((run) => STATUS_OF_RUN[run.state] ?? [])),
    runs,
    sessions: [...new Set(parts.map(({ judged }) => judged))],
  }
}

const STATES_FROM_WORST: readonly SessionState[] = ['failed', 'unknown', 'unfinished', 'passed']
