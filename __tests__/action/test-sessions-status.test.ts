import { describe, expect } from 'vitest'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { TestCheckScript, TestSessionScript } from '../../simulator/script.ts'
import { listErrors, runGate, runStep, test } from './support.ts'

const PASSED: TestCheckScript = { name: 'Cart' }
const FAILED: TestCheckScript = { name: 'Login', status: 'FAILED' }
const DEGRADED: TestCheckScript = { name: 'Search', status: 'DEGRADED' }
const CANCELLED: TestCheckScript = { name: 'Suite', status: 'CANCELLED', checkType: 'PLAYWRIGHT' }
const NEVER_ENDS: TestCheckScript = { name: 'Slow', durationMs: 'manual' }

/** A check whose one result is this. */
const result = (flags: NonNullable<TestCheckScript['runs']>[number], name = 'Login'): TestCheckScript => ({
  name,
  runs: [flags],
})

interface Row {
  /** What is inside. */
  checks: TestCheckScript[]
  /** What the API says of the session; by default what it makes of what is inside. */
  api?: string
  session?: TestSessionScript
  passing?: string
  /** What the step says: its outcome and status. */
  says: string
  /** Final results: total, passed, failed, degraded, cancelled, retried. */
  counts: string
  /** In a process of its own. */
  whole?: true
  /** A part of the one error line. */
  why?: RegExp
}

const ROWS: Record<string, Row> = {
  'all passed': { whole: true, checks: [PASSED], says: 'passed PASSED', counts: '1 1 0 0 0 0' },
  'one failed': {
    whole: true,
    checks: [PASSED, FAILED],
    says: 'failed FAILED',
    counts: '2 1 1 0 0 0',
    why: /1 of 2 checks failed: "Login" FAILED in eu-central-1\. See https:/,
  },
  'a failed one, and the API says PASSED': {
    checks: [PASSED, FAILED],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '2 1 1 0 0 0',
  },
  'one was cancelled': {
    whole: true,
    checks: [PASSED, CANCELLED],
    says: 'failed CANCELLED',
    counts: '2 1 0 0 1 0',
  },
  'one was cancelled, which is let through': {
    checks: [PASSED, CANCELLED],
    passing: 'PASSED, CANCELLED',
    says: 'passed CANCELLED',
    counts: '2 1 0 0 1 0',
  },
  'CANCELLED beside FAILED': {
    checks: [CANCELLED, FAILED],
    api: 'CANCELLED',
    says: 'failed FAILED',
    counts: '2 0 1 0 1 0',
    why: /"Login" FAILED/,
  },
  'CANCELLED, which is let through, beside FAILED': {
    checks: [CANCELLED, FAILED],
    passing: 'PASSED, CANCELLED',
    says: 'failed FAILED',
    counts: '2 0 1 0 1 0',
  },
  'a cancelled one that has failures': {
    whole: true,
    checks: [result({ isCancelled: true, hasFailures: true })],
    api: 'CANCELLED',
    passing: 'PASSED, CANCELLED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a cancelled one that has errors': {
    checks: [result({ isCancelled: true, hasErrors: true })],
    api: 'CANCELLED',
    passing: 'PASSED, CANCELLED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a degraded one inside PASSED': {
    whole: true,
    checks: [PASSED, DEGRADED],
    api: 'PASSED',
    says: 'failed DEGRADED',
    counts: '2 1 0 1 0 0',
    why: /"Search" DEGRADED in eu-central-1/,
  },
  'a degraded one, which is let through': {
    checks: [PASSED, DEGRADED],
    passing: 'PASSED, DEGRADED',
    says: 'passed DEGRADED',
    counts: '2 1 0 1 0 0',
  },
  'a result without flags whose own status is FAILED': {
    checks: [result({ statusAsSent: 'FAILED' })],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a result with failures whose own status is PASSED': {
    checks: [result({ hasFailures: true, statusAsSent: 'PASSED' })],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a result that was aborted': {
    checks: [result({ aborted: true, statusAsSent: 'PASSED' })],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a result of an unknown status': {
    checks: [result({ statusAsSent: 'SKIPPED' })],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'two final results of one name, one failed': {
    whole: true,
    checks: [FAILED, { name: 'Login' }],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '2 1 1 0 0 0',
  },
  'two final results of one name and without an id, one failed': {
    checks: [
      { ...FAILED, checkId: null },
      { name: 'Login', checkId: null },
    ],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '2 1 1 0 0 0',
  },
  'an attempt failed before the final result': {
    checks: [{ name: 'Login', retries: 2 }],
    says: 'passed PASSED',
    counts: '1 1 0 0 0 1',
  },
  'a result without a type that passed': {
    whole: true,
    checks: [result({ resultType: null })],
    says: 'passed PASSED',
    counts: '1 1 0 0 0 0',
  },
  'a result without a type that failed': {
    checks: [result({ resultType: null, hasFailures: true })],
    api: 'PASSED',
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a failed result without a type before a final one': {
    checks: [{ name: 'Login', runs: [{ resultType: null, hasFailures: true, durationMs: 10 }, {}] }],
    api: 'PASSED',
    says: 'passed PASSED',
    counts: '1 1 0 0 0 1',
  },
  'a check without id, name and place': {
    checks: [{ name: null, checkId: null, runLocation: null }],
    says: 'passed PASSED',
    counts: '1 1 0 0 0 0',
  },
  'results that come late': {
    checks: [PASSED],
    session: { resultsLagMs: 1500 },
    says: 'passed PASSED',
    counts: '1 1 0 0 0 0',
  },
  'results that come late, one failed': {
    checks: [PASSED, FAILED],
    api: 'PASSED',
    session: { resultsLagMs: 1500 },
    says: 'failed FAILED',
    counts: '2 1 1 0 0 0',
  },
  'no results': {
    checks: [],
    says: 'error ',
    counts: '0 0 0 0 0 0',
    why: /it ended as PASSED, but none of its checks has a final result/,
  },
  'no field for results': {
    checks: [PASSED],
    session: { hasResults: false },
    says: 'error ',
    counts: '0 0 0 0 0 0',
    why: /the API lists no results/,
  },
  'FAILED without results': { checks: [], api: 'FAILED', says: 'failed FAILED', counts: '0 0 0 0 0 0' },
  'a pending result in a session that is over': {
    checks: [PASSED, NEVER_ENDS],
    session: { durationMs: 300 },
    says: 'error ',
    counts: '1 1 0 0 0 0',
    why: /it ended as PASSED, but 1 of its 2 checks has no final result/,
  },
  'a pending result beside a failed one in a session that is over': {
    checks: [FAILED, NEVER_ENDS],
    session: { durationMs: 2000 },
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
  },
  'a pending result in a cancelled session, which is let through': {
    checks: [PASSED, NEVER_ENDS],
    api: 'CANCELLED',
    session: { durationMs: 300 },
    passing: 'PASSED, CANCELLED',
    says: 'error ',
    counts: '1 1 0 0 0 0',
  },
  'attempts and no final result': {
    checks: [result({ resultType: 'ATTEMPT', hasFailures: true })],
    api: 'PASSED',
    says: 'error ',
    counts: '0 0 0 0 0 0',
  },
  'degraded beside cancelled, which alone is let through': {
    checks: [DEGRADED, CANCELLED],
    passing: 'PASSED, CANCELLED',
    says: 'failed CANCELLED',
    counts: '2 0 0 1 1 0',
    why: /1 of 2 checks failed: "Search" DEGRADED in eu-central-1/,
  },
  'degraded beside failed, which alone is let through': {
    checks: [DEGRADED, FAILED],
    passing: 'PASSED, FAILED',
    says: 'failed FAILED',
    counts: '2 0 1 1 0 0',
    why: /1 of 2 checks failed: "Search" DEGRADED/,
  },
  'cancelled beside failed, which alone is let through': {
    checks: [CANCELLED, FAILED],
    passing: 'PASSED, FAILED',
    says: 'failed FAILED',
    counts: '2 0 1 0 1 0',
    why: /1 of 2 checks failed: "Suite" CANCELLED/,
  },
  'an unknown status': {
    checks: [PASSED],
    api: 'EXPIRED',
    says: 'failed EXPIRED',
    counts: '1 1 0 0 0 0',
    why: /EXPIRED/,
  },
  'PASSED, which is not let through': {
    checks: [PASSED],
    passing: 'DEGRADED',
    says: 'failed PASSED',
    counts: '1 1 0 0 0 0',
    why: /PASSED, which passing-statuses does not list/,
  },
  'still running at the deadline': {
    checks: [{ ...PASSED, durationMs: 10 }, NEVER_ENDS],
    session: { durationMs: 'manual' },
    says: 'timeout ',
    counts: '1 1 0 0 0 0',
    why: /"Slow"/,
  },
  'still running at the deadline, one failed': {
    checks: [{ ...FAILED, durationMs: 10 }, NEVER_ENDS],
    session: { durationMs: 'manual' },
    says: 'failed FAILED',
    counts: '1 0 1 0 0 0',
    why: /"Login" FAILED/,
  },
}

const COUNTS = ['total', 'passed', 'failed', 'degraded', 'cancelled', 'retried']

describe('a test session', () => {
  const rows = Object.entries(ROWS).map(([inside, row]) => ({ inside, ...row }))
  test.concurrent.for(rows)('$inside: $says', async (row, { startApi }) => {
    const isRunning = row.session?.durationMs === 'manual'
    const script = { ...(isRunning ? {} : { ended: row.session === undefined }), checks: row.checks }
    const session = buildTestSession({
      ...script,
      ...row.session,
      ...(row.api === undefined ? {} : { status: row.api }),
    })
    const api = await startApi({ testSessions: [session] })
    // What takes its time is done side by side.
    const isSlow = row.session !== undefined || row.checks.length === 0 || /^(?:error|timeout)/.test(row.says)
    const run = await (isSlow || row.whole === true ? runGate : runStep)(api, {
      'test-session-id': session.id,
      'failure-details': 'false',
      // What ends within it needs no more time on a busy machine either.
      timeout: isRunning || row.says.startsWith('error') ? '4' : '30',
      ...(row.passing === undefined ? {} : { 'passing-statuses': row.passing }),
    })
    const { outcome, status } = run.outputs
    const counts = COUNTS.map((name) => run.outputs[`results-${name}`]).join(' ')
    expect({ says: `${outcome} ${status}`, counts }).toEqual({ says: row.says, counts: row.counts })
    expect(run.code).toBe(outcome === 'passed' ? 0 : 1)
    expect(run.outputs['passed']).toBe(String(outcome === 'passed'))
    expect(listErrors(run)).toEqual(outcome === 'passed' ? [] : [expect.stringMatching(row.why ?? /./)])
  })
})
