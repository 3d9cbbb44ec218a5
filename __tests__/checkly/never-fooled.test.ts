import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTestSession } from '../../src/checkly/read-test-session.ts'
import { judgeSession } from '../../src/verdict/judge-sessions.ts'
import { buildRules, buildWatched, judgeAll } from '../../testing/build-session.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const CHECKS = ['7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d', '8d2f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d']

type Fields = Record<string, unknown>

// Values that come close to what is right, and any others.
const flag = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constantFrom(true, null, undefined))
const result: fc.Arbitrary<Fields> = fc.record({
  testSessionResultId: fc.constant('r'),
  checkId: fc.constantFrom(...CHECKS, null),
  checkType: fc.constantFrom('API', 'BROWSER'),
  name: fc.constantFrom('Login', 'Cart', undefined),
  resultType: fc.oneof(
    { weight: 6, arbitrary: fc.constant('FINAL') },
    fc.constantFrom('ATTEMPT', 'PENDING', null, undefined, 'NEW'),
  ),
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constant('PASSED') },
    fc.constantFrom('FAILED', 'CANCELLED', 'RUNNING', 'passed', '', null),
  ),
  hasErrors: flag,
  hasFailures: flag,
  isDegraded: flag,
  aborted: flag,
  startedAt: fc.constantFrom('2026-11-26T10:00:00.000Z', '2026-11-26T10:00:09.000Z', null),
})
const session = fc.record(
  {
    testSessionId: fc.oneof({ weight: 9, arbitrary: fc.constant(ID) }, fc.constantFrom(CHECKS[0], '', null)),
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant('PASSED') },
      fc.constantFrom('FAILED', 'CANCELLED', 'RUNNING', 'passed', 'NEW', '', null),
    ),
    results: fc.oneof(
      { weight: 6, arbitrary: fc.array(result, { maxLength: 4 }) },
      fc.constantFrom(null, {}, [null], 'none'),
    ),
  },
  { requiredKeys: ['testSessionId', 'status'] },
)

/** Whether a result has ended and nothing is wrong with it. */
function isClean(it: Fields): boolean {
  return (
    it['status'] === 'PASSED' && !it['hasErrors'] && !it['hasFailures'] && !it['isDegraded'] && !it['aborted']
  )
}

/**
 * Says in the simplest words there are whether a session may let a step pass: it is this one, ended and PASSED, none of
 * its results is under way, and of each check something is the last word and clean.
 */
function mayPass({ testSessionId, status, results }: Fields, required: readonly string[]): boolean {
  if (testSessionId !== ID || status !== 'PASSED' || !Array.isArray(results) || results.length === 0)
    return false
  if (results.some((it: Fields | null) => it === null)) return false
  const isOpen = (it: Fields): boolean =>
    it['resultType'] === 'PENDING' || it['status'] === 'RUNNING' || !it['status']
  if (results.some(isOpen)) return false
  const keyOf = (it: Fields): unknown => it['checkId'] ?? `${it['checkType']} ${it['name']}`
  for (const key of new Set(results.map(keyOf))) {
    const own = results.filter((it: Fields) => keyOf(it) === key)
    const finals = own.filter((it: Fields) => it['resultType'] === 'FINAL')
    const last = finals.length > 0 ? finals : own.filter((it: Fields) => it['resultType'] == null)
    if (last.length === 0 || !last.every(isClean)) return false
  }
  return required.every((id) => results.some((it: Fields) => it['checkId'] === id))
}

test('whatever is said of a test session and its results, it passes when all of it is clean, and else never', () => {
  const tally = { passed: 0, others: 0 }
  fc.assert(
    fc.property(session, fc.subarray(CHECKS), (body, required) => {
      const checks = required.map((id) => ({ id, name: '', type: '' }))
      const read = readTestSession(body, ID, 'eu-central-1', checks)
      const asked = typeof read === 'string' ? null : read
      const wait = asked?.isOver === true ? 'ended' : 'out-of-time'
      const judged = [judgeSession(buildWatched({ id: ID, session: asked, wait }), buildRules())]
      const verdict = judgeAll({ kind: 'awaited', missing: [], unstarted: [], failedFast: false }, judged)
      tally[verdict.succeeds ? 'passed' : 'others'] += 1
      expect(verdict.succeeds).toBe(mayPass(body, required))
    }),
    { numRuns: chooseRuns(5000) },
  )
  // The property says nothing unless some do pass.
  expect(tally.passed).toBeGreaterThan(chooseRuns(150))
  expect(tally.others).toBeGreaterThan(chooseRuns(150))
})
