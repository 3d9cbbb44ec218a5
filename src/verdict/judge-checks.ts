import { keyCheck } from '../session/check-run.ts'
import type { CheckRun } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { judgeRun, STATUS_OF_RUN } from './judge-run.ts'
import { type JudgedCheck, type JudgedSession, STATES_FROM_WORST } from './verdict.ts'

/**
 * The checks of some sessions and what became of each. A session of one check is one check. In sessions of many checks,
 * the same check counts once, with all its runs. Example: two test sessions of the same 40 checks, in two locations,
 * are 40 checks with two runs each.
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
      const key = keyCheck(run.check)
      const parts = shared.get(key)
      if (parts === undefined) shared.set(key, [{ run, judged }])
      else parts.push({ run, judged })
    }
    // No run shows the session's state (example: a result is missing). Then the session stands in the list as well.
    const isShown = session.runs.some((run) => judgeRun(run, state, passingStatuses) === state)
    if (!isShown) checks.push(describeOwn(judged))
  }
  for (const parts of shared.values()) checks.push(judgeShared(parts, passingStatuses))
  return checks
}

/** The entry for one session: a session of one check, one never seen, or one whose runs do not show its state. */
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
  // A run that is let through is not why a check fails, however bad its status.
  const telling = runs.filter((_, index) => states[index] === state)
  const check = runs[0]?.check ?? null
  return {
    check,
    name: runs.find((run) => run.check.name !== '')?.check.name ?? '',
    state,
    status: findWorstStatus(telling.flatMap((run) => STATUS_OF_RUN[run.state] ?? [])),
    runs,
    sessions: [...new Set(parts.map(({ judged }) => judged))],
  }
}
