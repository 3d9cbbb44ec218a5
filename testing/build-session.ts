import { buildCheckRun } from '../src/session/check-run.ts'
import type { Attempt, Check, CheckRun, Session, WatchedSession } from '../src/session/session.ts'
import type { Ending } from '../src/verdict/ending.ts'
import { judge } from '../src/verdict/judge.ts'
import { judgeChecks } from '../src/verdict/judge-checks.ts'
import type { JudgeRules } from '../src/verdict/judge-sessions.ts'
import type { JudgedSession, SessionState, Verdict } from '../src/verdict/verdict.ts'

/** The check that all of these are of, unless something else is given. */
export const CHECK: Check = { id: 'check-1', name: 'Homepage', type: 'API' }

/** When the sessions start, in epoch milliseconds. They take five seconds. */
const START_MS = Date.UTC(2026, 10, 23, 10)

/** A final result that passed in eu-west-1, with changes. One that failed has `failure` as its fault by default. */
export function buildAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: '',
    link: '',
    location: 'eu-west-1',
    state: 'passed',
    faults: change.state === 'failed' ? ['failure'] : [],
    isFinal: true,
    responseTimeMs: null,
    startedAtMs: null,
    stoppedAtMs: null,
    errorGroupIds: [],
    ...change,
  }
}

/**
 * The check in one location.
 * @param attempts - each is final and passed there, with changes
 * @param isOver - whether the session has ended
 */
export function buildRun(
  location = 'eu-west-1',
  attempts: readonly Partial<Attempt>[] = [{}],
  isOver = true,
): CheckRun {
  const executions = attempts.map((attempt) => buildAttempt({ location, ...attempt }))
  return buildCheckRun(CHECK, location, executions, isOver ? 'missing' : 'running')
}

/** A check session that ended, PASSED in eu-west-1, with changes. `name` is that of its check too. */
export function buildSession(change: Partial<Session> = {}): Session {
  return {
    kind: 'check',
    id: 'id-1',
    name: 'Homepage',
    link: 'https://app.checklyhq.com/sessions/id-1',
    check: { ...CHECK, name: change.name ?? CHECK.name },
    status: 'PASSED',
    isOver: true,
    owes: '',
    runs: [buildRun()],
    source: null,
    startedAtMs: START_MS,
    stoppedAtMs: START_MS + 5000,
    elapsedMs: 5000,
    raw: {},
    ...change,
  }
}

/** A check session that still runs and of which no result has come, with changes. */
export function buildRunning(change: Partial<Session> = {}): Session {
  return buildSession({
    status: 'PROGRESS',
    isOver: false,
    runs: [buildRun('eu-west-1', [], false)],
    stoppedAtMs: null,
    elapsedMs: null,
    ...change,
  })
}

/** What a session is like by default in each state. */
const BUILD_IN_STATE: Readonly<Record<SessionState, (change: Partial<Session>) => Session>> = {
  passed: buildSession,
  failed: (change) =>
    buildSession({ status: 'FAILED', runs: [buildRun('eu-west-1', [{ state: 'failed' }])], ...change }),
  unfinished: buildRunning,
  unknown: buildRunning,
}

/**
 * A session and what became of it.
 * @param session - what is unlike the usual one in that state; null when nothing is known of it
 */
export function buildJudged(
  state: SessionState,
  session: Partial<Session> | null = {},
  lastError: string | null = null,
  isUnreachable = false,
): JudgedSession {
  const known = session === null ? null : BUILD_IN_STATE[state](session)
  return {
    id: session?.id ?? 'id-1',
    state,
    status: known?.isOver === true ? known.status : '',
    session: known,
    lastError,
    isUnreachable,
  }
}

/** What counts where only PASSED does, and a session of any age, with changes. */
export function buildRules(change: Partial<JudgeRules> = {}): JudgeRules {
  return {
    passingStatuses: ['PASSED'],
    startedAfterMs: null,
    startedHere: true,
    beganAtMs: START_MS,
    ...change,
  }
}

/**
 * The verdict on sessions where only PASSED counts, and the checks in them.
 * @param waitedMs - how long the step has waited, in milliseconds
 */
export function judgeAll(ending: Ending, sessions: readonly JudgedSession[], waitedMs = 0): Verdict {
  return judge(ending, sessions, judgeChecks(sessions, ['PASSED']), waitedMs)
}

/** What is known of a session that is awaited, of which the API has said nothing yet, with changes. */
export function buildWatched(change: Partial<WatchedSession> = {}): WatchedSession {
  return {
    id: change.session?.id ?? 'id-1',
    session: null,
    wait: 'waiting',
    isKnown: change.session != null,
    lastError: null,
    ...change,
  }
}
