import { judgeRun, STATUS_OF_RUN } from '../../verdict/judge-run.ts'
import type { JudgedSession } from '../../verdict/verdict.ts'
import type { CheckView } from '../views/check-view.ts'
import type { GateReport } from '../views/gate-report.ts'
import { buildRunViews, type RunView } from '../views/run-view.ts'
import { buildCase, buildPlainCase, type CaseFacts, type TestCase } from './junit-cases.ts'

/** The class of cases that say something of the step as a whole. */
const GATE = 'Checkly Gate'

const FAIL_FAST = 'not waited for (fail-fast)'

/** A test case, and the ids that tell it from another of the same name; the id that changes least comes first. */
export interface OwnedCase {
  testCase: TestCase
  ids: readonly string[]
  /** Which of its names is the check's name. */
  named: '@name' | '@classname'
}

/** The cases of one session, before they are told apart. */
export interface SessionCases {
  judged: JudgedSession
  /** The only check of it; null for a session of many, or where none is known. */
  view: CheckView | null
  cases: OwnedCase[]
}

/**
 * The cases of a session. Of a check session each location is one (`classname` is the check, `name` the location); of a
 * test session each check is (`classname` is the location, `name` the check). A session that did not pass has at least one
 * that is a failure or an error; one that passed, or was not awaited, has none.
 */
export function buildSessionCases(
  judged: JudgedSession,
  view: CheckView | null,
  report: GateReport,
): SessionCases {
  const { session, state } = judged
  const isOwn = session === null || session.check !== null
  const runs = isOwn
    ? (view?.runs ?? [])
    : buildRunViews(session.runs, session.status, report.known.histories)
  const unawaited = describeUnawaited(judged, report)
  const cases = runs.map((run): OwnedCase => {
    const facts = isOwn
      ? factsOfPlace(run, judged, view, unawaited)
      : factsOfCheck(run, judged, report, unawaited)
    return {
      testCase: buildCase(run, facts, report.known.details),
      ids: [run.check.id, judged.id],
      named: isOwn ? '@classname' : '@name',
    }
  })
  // Not the name of a test session: that is different in each run of the workflow.
  const rest = {
    name: 'session',
    classname: isOwn ? view?.name || judged.id : runs[0]?.location || 'test session',
  }
  const ids = [session?.check?.id ?? '', judged.id]
  const add = (testCase: TestCase): void => void cases.push({ testCase, ids, named: '@classname' })
  if (unawaited !== '') {
    if (cases.length === 0)
      add(buildPlainCase({ ...rest, status: 'UNFINISHED', reason: unawaited }, 'skipped'))
  } else if (state !== 'passed' && !cases.some(({ testCase }) => isRed(testCase))) {
    add(
      buildPlainCase({ ...rest, status: nameStatus(judged), reason: explainSession(judged, view) }, 'error'),
    )
  }
  return { judged, view, cases }
}

/** Cases of the step itself: what was not started, and what no other case shows when it fails. */
export function buildGateCases({ verdict }: GateReport, hasRed: boolean): TestCase[] {
  const { missing, unstarted, succeeds, outcome, message } = verdict
  const cases = [
    ...missing.map((id) => [
      `check-id ${id}`,
      `No session was started of check ${id}: no active check has that id.`,
    ]),
    ...unstarted.map((reason, index) => [`start ${index + 1}`, reason]),
  ].map(([name = '', reason = '']) =>
    buildPlainCase({ name, classname: GATE, status: 'NOT_STARTED', reason }, 'error'),
  )
  const verdictCase = { name: 'verdict', classname: GATE, status: outcome, reason: message }
  if (!succeeds && !hasRed && cases.length === 0) return [buildPlainCase(verdictCase, 'error')]
  // A file without any case is an error for some reporters.
  if (outcome === 'no-match' && succeeds) return [buildPlainCase(verdictCase, 'skipped')]
  return cases
}

/** Whether a reporter shows it red. */
export function isRed({ failure, error }: TestCase): boolean {
  return failure !== undefined || error !== undefined
}

/** Why a session was not waited for; '' when it was. */
function describeUnawaited({ state }: JudgedSession, { verdict }: GateReport): string {
  if (verdict.detached) return 'started, not awaited'
  return verdict.failedFast && state === 'unfinished' ? FAIL_FAST : ''
}

/** One location of a session of one check: the session's status decides. */
function factsOfPlace(
  run: RunView,
  judged: JudgedSession,
  view: CheckView | null,
  unawaited: string,
): CaseFacts {
  const isPassed = judged.state === 'passed'
  const status = nameStatus(judged)
  const letThrough =
    status === 'PASSED'
      ? 'not counted, since the session passed'
      : `let through, since passing-statuses lists ${status}`
  return {
    name: run.location,
    classname: view?.name ?? '',
    end: unawaited !== '' ? 'unawaited' : isPassed ? 'let-through' : 'not-passed',
    status,
    reason: unawaited !== '' ? unawaited : isPassed ? letThrough : explainSession(judged, view),
  }
}

/** One check of a session of many: its own run decides. */
function factsOfCheck(run: RunView, judged: JudgedSession, report: GateReport, unawaited: string): CaseFacts {
  const status = STATUS_OF_RUN[run.state] ?? nameStatus(judged)
  const names = {
    name: run.check.name || run.check.id || 'check without a name',
    classname: run.location || 'test session',
    status,
  }
  const isCut = report.verdict.failedFast && (run.state === 'running' || run.state === 'queued')
  if (unawaited !== '' || isCut) return { ...names, end: 'unawaited', reason: unawaited || FAIL_FAST }
  const isPassed =
    judged.state === 'passed' || judgeRun(run, judged.state, report.passingStatuses) === 'passed'
  return isPassed
    ? { ...names, end: 'let-through', reason: `let through, since passing-statuses lists ${status}` }
    : { ...names, end: 'not-passed', reason: explainSession(judged, null) }
}

function nameStatus({ state, status }: JudgedSession): string {
  if (state === 'unfinished') return 'UNFINISHED'
  return state === 'unknown' || status === '' ? 'UNKNOWN' : status
}

function explainSession({ state, status, lastError }: JudgedSession, view: CheckView | null): string {
  if (view !== null && view.reason !== '') return view.reason
  if (state === 'failed') return lastError ?? `the session ended as ${status}`
  return lastError ?? 'still running when the step stopped waiting'
}
