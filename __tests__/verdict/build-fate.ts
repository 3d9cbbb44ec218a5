import type { CheckResult, CheckSession } from '../../src/client/contract.ts'
import type { SessionFate } from '../../src/verdict/verdict.ts'

/** A final result that passed, with changes. */
export function buildResult(change: Partial<CheckResult> = {}): CheckResult {
  return {
    checkResultId: '',
    checkResultLink: '',
    checkId: '',
    checkType: 'API',
    name: 'Homepage',
    runLocation: 'eu-west-1',
    resultType: 'FINAL',
    hasErrors: false,
    hasFailures: false,
    isDegraded: false,
    aborted: false,
    isCancelled: false,
    responseTime: null,
    startedAt: null,
    stoppedAt: null,
    ...change,
  }
}

/** A session that ended, PASSED, with changes. */
export function buildCheckSession(change: Partial<CheckSession> = {}): CheckSession {
  return {
    checkSessionId: 'id-1',
    checkSessionLink: 'https://app.checklyhq.com/sessions/id-1',
    checkId: 'check-1',
    checkType: 'API',
    name: 'Homepage',
    status: 'PASSED',
    startedAt: '2026-11-23T10:00:00.000Z',
    stoppedAt: '2026-11-23T10:00:05.000Z',
    timeElapsed: 5000,
    runLocations: ['eu-west-1'],
    runSource: null,
    results: [],
    ...change,
  }
}

/** What became of a session; `session: null` for one of which nothing is known. */
export function buildFate(
  state: SessionFate['state'],
  session: Partial<CheckSession> | null = {},
  trouble: string | null = null,
  unreachable = false,
): SessionFate {
  const id = session?.checkSessionId ?? 'id-1'
  const known = session === null ? null : buildCheckSession(session)
  return { id, state, session: known, raw: known === null ? null : { ...known }, trouble, unreachable }
}
