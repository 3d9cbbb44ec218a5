import { describe, expect, test } from 'vitest'
import { buildCheckRun } from '../../src/session/check-run.ts'
import type { CheckRun, CheckRunState } from '../../src/session/session.ts'
import { findFailedLocations, listFailedLocations } from '../../src/verdict/failed-locations.ts'
import { hasNotStarted, judgeRun } from '../../src/verdict/judge-run.ts'
import { describeLink, nameCheck, nameUnit } from '../../src/verdict/name-checks.ts'
import type { JudgedCheck, SessionState } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun, CHECK } from '../../testing/build-session.ts'

/** One check that failed, with changes. */
function buildCheck(change: Partial<JudgedCheck> = {}): JudgedCheck {
  const sessions = [buildJudged('failed', { id: 's1' })]
  return { check: CHECK, name: 'Homepage', state: 'failed', status: 'FAILED', runs: [], sessions, ...change }
}

/** A run in a place, by what became of it. */
function runIn(location: string, state: CheckRunState): CheckRun {
  return state === 'queued' || state === 'running' || state === 'missing'
    ? buildCheckRun(CHECK, location, [], state)
    : buildRun(location, [{ state }])
}

describe('the locations where a check failed', () => {
  const runs = [
    runIn('failed', 'failed'),
    runIn('passed', 'passed'),
    runIn('cancelled', 'cancelled'),
    runIn('degraded', 'degraded'),
    runIn('running', 'running'),
    runIn('queued', 'queued'),
    runIn('failed', 'failed'),
  ]

  test('are those where it failed or was cancelled, each once', () => {
    expect(findFailedLocations({ status: 'FAILED', runs })).toEqual(['failed', 'cancelled'])
  })

  test.each([
    ['DEGRADED', ['degraded']],
    ['CANCELLED', ['cancelled']],
    ['EXPIRED', ['failed', 'cancelled']],
  ])('are those that have its status, where it is %s', (status, places) => {
    expect(findFailedLocations({ status, runs })).toEqual(places)
  })

  test('are those where it is degraded when nothing is worse', () => {
    const rest = runs.filter(({ state }) => state !== 'failed' && state !== 'cancelled')
    expect(findFailedLocations({ status: 'FAILED', runs: rest })).toEqual(['degraded'])
  })

  test('are those without a result after TIMED_OUT, when there are any', () => {
    expect(findFailedLocations({ status: 'TIMED_OUT', runs: [...runs, runIn('silent', 'missing')] })).toEqual(
      ['silent'],
    )
    expect(findFailedLocations({ status: 'TIMED_OUT', runs })).toEqual(['failed', 'cancelled'])
    expect(findFailedLocations({ status: 'FAILED', runs: [runIn('silent', 'missing')] })).toEqual([])
  })

  test('are named up to five, and the others counted', () => {
    const check = (count: number) =>
      buildCheck({ runs: Array.from({ length: count }, (_, index) => runIn(`l${index}`, 'failed')) })
    expect(listFailedLocations(check(0))).toBe('')
    expect(listFailedLocations(check(5))).toBe('l0, l1, l2, l3, l4')
    expect(listFailedLocations(check(6))).toBe('l0, l1, l2, l3, l4 and 1 more')
  })
})

describe('the unit to count with', () => {
  const bare = buildCheck({ check: null })

  test.each<[string, JudgedCheck[], string]>([
    ['nothing', [], 'check'],
    ['sessions whose checks are unknown', [bare, bare], 'session'],
    ['one with a check', [bare, buildCheck()], 'check'],
    ['one with runs', [bare, buildCheck({ check: null, runs: [buildRun()] })], 'check'],
  ])('of %s', (_what, checks, unit) => {
    expect(nameUnit(checks)).toBe(unit)
  })
})

test('a check is called by its name, else by its first session', () => {
  expect(nameCheck(buildCheck())).toBe('"Homepage"')
  expect(nameCheck(buildCheck({ name: '' }))).toBe('session s1')
  expect(nameCheck(buildCheck({ name: '', sessions: [] }))).toBe('session ')
  expect(nameCheck(buildCheck({ name: 'x'.repeat(201) }))).toBe(`"${'x'.repeat(200)}"`)
})

describe('the link', () => {
  const at = (link: string) => buildJudged('failed', { link })

  test('is the first of its sessions that can be followed safely', () => {
    const sessions = [buildJudged('unknown', null), at(''), at('javascript:alert(1)'), at('https://a.test/1')]
    expect(describeLink(buildCheck({ sessions: [...sessions, at('https://a.test/2')] }))).toBe(
      ' See https://a.test/1',
    )
  })

  test('is left out where there is none', () => {
    expect(describeLink(undefined)).toBe('')
    expect(describeLink(buildCheck({ sessions: [] }))).toBe('')
    expect(
      describeLink(buildCheck({ sessions: [at('javascript:alert(1)'), buildJudged('unknown', null)] })),
    ).toBe('')
  })
})

test.each<[CheckRunState, SessionState, SessionState]>([
  ['passed', 'unfinished', 'passed'],
  ['degraded', 'passed', 'failed'],
  ['failed', 'unfinished', 'failed'],
  ['cancelled', 'unfinished', 'failed'],
  ['missing', 'passed', 'unknown'],
  ['missing', 'unfinished', 'unknown'],
  ['running', 'unfinished', 'unfinished'],
  ['running', 'unknown', 'unknown'],
  ['queued', 'failed', 'unfinished'],
  ['queued', 'unknown', 'unknown'],
])('a run that is %s in a session that is %s is %s', (state, session, expected) => {
  expect(judgeRun(runIn('eu', state), session, ['PASSED'])).toBe(expected)
})

test('a check has not started when all its runs are queued, and there are some', () => {
  expect(hasNotStarted([])).toBe(false)
  expect(hasNotStarted([runIn('eu', 'queued'), runIn('us', 'queued')])).toBe(true)
  expect(hasNotStarted([runIn('eu', 'queued'), runIn('us', 'running')])).toBe(false)
})
