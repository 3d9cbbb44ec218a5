import { describe, expect, test } from 'vitest'
import { buildCheckRun } from '../../src/session/check-run.ts'
import type { CheckRun, CheckRunState } from '../../src/session/session.ts'
import type { Ending } from '../../src/verdict/ending.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import type { JudgedSession, SessionState } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun, CHECK, judgeAll } from '../../testing/build-session.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], unstarted: [], failedFast: false }
const FAILED_FIRST = { state: 'failed', isFinal: false } as const
const pendingRun = (state: 'queued' | 'running'): CheckRun => buildCheckRun(CHECK, 'eu', [], state)

test('checks are counted by what became of them', () => {
  const sessions = [
    buildJudged('passed'),
    buildJudged('passed', {
      status: 'DEGRADED',
      runs: [buildRun('eu', [FAILED_FIRST, { state: 'degraded' }])],
    }),
    buildJudged('passed', { runs: [buildRun('us'), buildRun('eu', [FAILED_FIRST, {}])] }),
    buildJudged('failed', {
      status: 'DEGRADED',
      runs: [buildRun('eu', [FAILED_FIRST, { state: 'degraded' }])],
    }),
    buildJudged('failed'),
    buildJudged('unfinished', { runs: [pendingRun('queued'), pendingRun('queued')] }),
    buildJudged('unfinished', { runs: [pendingRun('queued'), pendingRun('running')] }),
    buildJudged('unfinished', { runs: [] }),
    buildJudged('unknown', { runs: [pendingRun('queued')] }),
  ]
  expect(judgeAll(AWAITED, sessions).checks).toEqual({
    total: 9,
    passed: 3,
    failed: 2,
    unfinished: 3,
    notStarted: 1,
    unknown: 1,
    retried: 2,
    degraded: 1,
    letThrough: 0,
  })
})

test('a session without a status takes nothing from the status of the others, in any order', () => {
  const sessions = [buildJudged('passed'), buildJudged('unfinished')]
  expect(judgeAll(AWAITED, sessions).status).toBe('PASSED')
  expect(judgeAll(AWAITED, sessions.reverse()).status).toBe('PASSED')
})

test.each<[Ending, boolean]>([
  [AWAITED, false],
  [{ ...AWAITED, failedFast: true }, true],
  [{ kind: 'cancelled', by: 'SIGTERM', starting: false }, false],
])('%j tells whether fail-fast ended the wait: %s', (ending, failedFast) => {
  expect(judgeAll(ending, [buildJudged('failed')]).failedFast).toBe(failedFast)
})

/** A run of a check of a session of many, by what came of it. */
function runOf(check: Partial<CheckRun['check']>, state: CheckRunState, location = 'eu'): CheckRun {
  const isOpen = state === 'queued' || state === 'running' || state === 'missing'
  const run = isOpen ? buildCheckRun(CHECK, location, [], state) : buildRun(location, [{ state }])
  return { ...run, check: { id: '', name: '', type: 'API', ...check } }
}

const buildMany = (state: SessionState, id: string, ...runs: CheckRun[]): JudgedSession =>
  buildJudged(state, { kind: 'test', id, name: 'Smoke tests', check: null, runs })

describe('checks of sessions of many checks', () => {
  const listChecks = (...sessions: JudgedSession[]) =>
    judgeChecks(sessions, ['PASSED']).map((it) => [it.name, it.state, it.status, it.runs.length] as const)

  test('without an id are told apart by type and name', () => {
    expect(
      listChecks(
        buildMany('passed', 's1', runOf({ name: 'A' }, 'passed'), runOf({ name: 'B' }, 'passed')),
        buildMany(
          'passed',
          's2',
          runOf({ name: 'A' }, 'passed', 'us'),
          runOf({ name: 'A', type: 'BROWSER' }, 'passed'),
        ),
      ),
    ).toEqual([
      ['A', 'passed', 'PASSED', 2],
      ['B', 'passed', 'PASSED', 1],
      ['A', 'passed', 'PASSED', 1],
    ])
  })

  test('with one id are one, also when their names differ; the first name that is known counts', () => {
    expect(
      listChecks(
        buildMany('passed', 's1', runOf({ id: '1' }, 'passed')),
        buildMany(
          'passed',
          's2',
          runOf({ id: '1', name: 'A' }, 'passed'),
          runOf({ id: '1', name: 'B' }, 'passed'),
        ),
      ),
    ).toEqual([['A', 'passed', 'PASSED', 3]])
    expect(listChecks(buildMany('passed', 's1', runOf({ id: '1' }, 'passed')))).toEqual([
      ['', 'passed', 'PASSED', 1],
    ])
  })

  test('are what the worst of their runs is: failed, unknown, unfinished, passed', () => {
    const becomes = (...states: CheckRunState[]) =>
      listChecks(buildMany('unfinished', 's1', ...states.map((state) => runOf({ id: '1' }, state)))).at(
        -1,
      )?.[1]
    expect(becomes('passed', 'running', 'missing', 'failed')).toBe('failed')
    expect(becomes('passed', 'running', 'missing')).toBe('unknown')
    expect(becomes('passed', 'running')).toBe('unfinished')
    expect(becomes('passed', 'passed')).toBe('passed')
  })

  test('have the worst status of their runs', () => {
    const runs = (['passed', 'failed', 'cancelled', 'running'] as const).map((state) =>
      runOf({ id: '1' }, state),
    )
    expect(listChecks(buildMany('failed', 's1', ...runs))).toEqual([['', 'failed', 'FAILED', 4]])
    expect(listChecks(buildMany('unfinished', 's1', runOf({ id: '1' }, 'running')))).toEqual([
      ['', 'unfinished', '', 1],
    ])
  })

  test('name each session once', () => {
    const twice = buildMany('passed', 's1', runOf({ id: '1' }, 'passed'), runOf({ id: '1' }, 'passed', 'us'))
    expect(judgeChecks([twice], ['PASSED']).map(({ sessions }) => sessions)).toEqual([[twice]])
  })

  test('know what they are', () => {
    const [judged] = judgeChecks(
      [buildMany('passed', 's1', runOf({ id: '1', name: 'A' }, 'passed'))],
      ['PASSED'],
    )
    expect(judged?.check).toEqual({ id: '1', name: 'A', type: 'API' })
  })
})

describe('a session of one check', () => {
  test('is called as its check, else as itself', () => {
    const name = (check: string, session: string) =>
      judgeChecks([buildJudged('passed', { name: session, check: { ...CHECK, name: check } })], ['PASSED'])[0]
        ?.name
    expect(name('Homepage', 'Session')).toBe('Homepage')
    expect(name('', 'Session')).toBe('Session')
    expect(name('', '')).toBe('')
  })

  test('is that check, and the whole session of many is none', () => {
    expect(judgeChecks([buildJudged('passed')], ['PASSED'])[0]?.check).toEqual(CHECK)
    const whole = judgeChecks([buildMany('unknown', 's1')], ['PASSED'])
    expect(whole).toMatchObject([{ check: null, name: 'Smoke tests', state: 'unknown', runs: [] }])
  })
})
