import { expect, test } from 'vitest'
import type { Session } from '../../src/session/session.ts'
import { adviseOnTimeout } from '../../src/verdict/advise-on-timeout.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import { judgeSession } from '../../src/verdict/judge-sessions.ts'
import { buildRules, buildRun, buildRunning, buildWatched } from '../../testing/build-session.ts'
import { buildTestSession } from '../../testing/reports/build-test-session.ts'

const STAGGERED =
  /^Checkly starts the checks of a large session one after the other, over up to 900 seconds: set timeout/
const FAILED = /Attempts have failed already, so more time may not help/

test.each<[string, Session[], RegExp]>([
  [
    'all results are there, and the session has not ended',
    [buildRunning({ runs: [buildRun()] })],
    /^Raise timeout/,
  ],
  ['a check runs', [buildRunning()], /^Raise timeout if the checks need longer\.$/],
  [
    'an attempt has failed',
    [buildRunning({ runs: [buildRun('eu', [{ isFinal: false, state: 'failed' }], false)] })],
    FAILED,
  ],
  ['some have not started', [buildTestSession('eu', { A: 'P', B: '…', C: '' })], STAGGERED],
  [
    'some have not started, and an attempt has failed',
    [buildTestSession('eu', { A: 'F…', C: '' })],
    STAGGERED,
  ],
  ['the same', [buildTestSession('eu', { A: 'F…', C: '' })], FAILED],
  [
    'an attempt failed before a check passed',
    [buildTestSession('eu', { A: 'FP', B: '…' })],
    /^Raise timeout/,
  ],
  [
    'none has started',
    [buildTestSession('office', { A: '', B: '' })],
    /^Nothing had started in office: raise timeout/,
  ],
  [
    'none has started in one of two places',
    [buildTestSession('eu', { A: 'P' }, 'PASSED'), buildTestSession('office', { A: '' })],
    /^Nothing had started in office: raise timeout; if that is a private location, see that an agent runs there\.$/,
  ],
])('%s', (_case, sessions, says) => {
  const rules = buildRules()
  const judged = sessions.map((session) =>
    judgeSession(buildWatched({ session, wait: session.isOver ? 'ended' : 'out-of-time' }), rules),
  )
  const checks = judgeChecks(judged, rules.passingStatuses)
  expect(adviseOnTimeout(checks)).toMatch(says)
})

test('what is said of a place already is not said again', () => {
  const watched = buildWatched({ session: buildTestSession('office', { A: '' }), wait: 'out-of-time' })
  const checks = judgeChecks([judgeSession(watched, buildRules())], ['PASSED'])
  expect(adviseOnTimeout(checks, ['office'])).toBe('')
})
