import { describe, expect, test } from 'vitest'
import type { CheckRun, WatchedSession } from '../../src/session/session.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import { endsWaitEarly, judgeSession } from '../../src/verdict/judge-sessions.ts'
import type { JudgedSession, SessionState } from '../../src/verdict/verdict.ts'
import {
  buildJudged,
  buildRules,
  buildRun,
  buildRunning,
  buildSession,
  buildWatched,
} from '../../testing/build-session.ts'

const ended = (status: string): Partial<WatchedSession> => ({
  wait: 'ended',
  session: buildSession({ status }),
})

describe('what became of a session', () => {
  test.each<[string, Partial<WatchedSession>, SessionState, endsWait: boolean]>([
    ['that passed', ended('PASSED'), 'passed', false],
    ['that failed', ended('FAILED'), 'failed', true],
    ['with a status that is not listed', ended('DEGRADED'), 'failed', true],
    ['with a status that nobody has heard of', ended('NEW'), 'failed', true],
    ['that was refused', { wait: 'refused' }, 'unknown', true],
    ['that was refused after a snapshot', { wait: 'refused', session: buildRunning() }, 'unknown', true],
    ['that still runs', { session: buildRunning() }, 'unfinished', false],
    ['of which nothing was heard before the wait was stopped', {}, 'unfinished', false],
    ['that ran until the deadline', { wait: 'out-of-time', isKnown: true }, 'unfinished', false],
    ['that was never reached', { wait: 'out-of-time', isKnown: false }, 'unknown', false],
    // A snapshot is no verdict.
    ['that had passed in a snapshot', { wait: 'out-of-time', session: buildSession() }, 'unfinished', false],
  ])('%s', (_what, watched, state, endsWait) => {
    expect(judgeSession(buildWatched(watched), buildRules()).state).toBe(state)
    expect(endsWaitEarly(buildWatched(watched), buildRules())).toBe(endsWait)
  })

  test('passed with any status that is listed', () => {
    expect(
      judgeSession(buildWatched(ended('DEGRADED')), buildRules({ passingStatuses: ['PASSED', 'DEGRADED'] }))
        .state,
    ).toBe('passed')
    expect(
      judgeSession(buildWatched(ended('PASSED')), buildRules({ passingStatuses: ['DEGRADED'] })).state,
    ).toBe('failed')
  })

  test.each([
    [null, null, false],
    [{ cause: '502', reached: true }, '502', false],
    [{ cause: 'refused', reached: false }, 'refused', true],
  ])('says what kept it from a verdict: %j', (lastError, cause, isUnreachable) => {
    expect(judgeSession(buildWatched({ lastError }), buildRules())).toMatchObject({
      lastError: cause,
      isUnreachable,
    })
  })
})

/** The run of another check, by the letter of what came of it: P passed, F failed, D degraded, '' not yet. */
function runOf(name: string, location: string, letter: string, isOver = true): CheckRun {
  const state = letter === 'F' ? 'failed' : letter === 'D' ? 'degraded' : 'passed'
  const run = buildRun(location, letter === '' ? [] : [{ state }], isOver)
  return { ...run, check: { id: `id-${name}`, name, type: 'API' } }
}

/** A session of many checks. */
function buildMany(state: SessionState, id: string, runs: readonly CheckRun[]): JudgedSession {
  return buildJudged(state, { kind: 'test', id, name: 'Smoke tests', check: null, runs })
}

function describeChecks(sessions: readonly JudgedSession[]): string[] {
  return judgeChecks(sessions, ['PASSED']).map((it) => {
    const places = it.runs.map(({ location }) => location).join('+')
    const ids = it.sessions.map(({ id }) => id).join('+')
    return `${it.name} ${it.state} ${it.status || '-'} in ${places || '-'} of ${ids}`
  })
}

describe('the checks of sessions', () => {
  test('a session of one check is that check, whatever became of it', () => {
    expect(
      describeChecks([
        buildJudged('passed', { id: 's1' }),
        buildJudged('failed', { id: 's2', name: 'Login' }),
        buildJudged('unfinished', { id: 's3', name: 'Cart' }),
        buildJudged('unknown', { id: 's4', name: 'Search' }),
      ]),
    ).toEqual([
      'Homepage passed PASSED in eu-west-1 of s1',
      'Login failed FAILED in eu-west-1 of s2',
      'Cart unfinished - in eu-west-1 of s3',
      'Search unknown - in eu-west-1 of s4',
    ])
  })

  test('two sessions of the same check are two', () => {
    const twice = [buildJudged('passed', { id: 's1' }), buildJudged('failed', { id: 's2' })]
    expect(describeChecks(twice)).toHaveLength(2)
  })

  test('a session of which nothing is known is a check without a name', () => {
    expect(describeChecks([buildJudged('unknown', null)])).toEqual([' unknown - in - of id-1'])
  })

  test('checks of several sessions of many checks are one each, with a run in each place', () => {
    const eu = [runOf('A', 'eu', 'P'), runOf('B', 'eu', 'P')]
    const us = [runOf('A', 'us', 'P'), runOf('B', 'us', 'F')]
    expect(describeChecks([buildMany('passed', 's1', eu), buildMany('failed', 's2', us)])).toEqual([
      'A passed PASSED in eu+us of s1+s2',
      'B failed FAILED in eu+us of s1+s2',
    ])
  })

  test('a check has the status of the run that decides: not of one that is let through, however bad', () => {
    const tell = (eu: SessionState, us: SessionState, passing: string[]): unknown => {
      const sessions = [
        buildMany(eu, 's1', [runOf('A', 'eu', 'F')]),
        buildMany(us, 's2', [runOf('A', 'us', 'D')]),
      ]
      return judgeChecks(sessions, passing).map(({ state, status }) => [state, status])
    }
    expect(tell('passed', 'failed', ['PASSED', 'FAILED'])).toEqual([['failed', 'DEGRADED']])
    expect(tell('failed', 'passed', ['PASSED', 'DEGRADED'])).toEqual([['failed', 'FAILED']])
    expect(tell('passed', 'passed', ['FAILED', 'DEGRADED'])).toEqual([['passed', 'FAILED']])
  })

  test('a run without a final result is unknown when the session is over, and unfinished while it runs', () => {
    const over = [runOf('A', 'eu', 'F'), runOf('B', 'eu', '')]
    expect(describeChecks([buildMany('failed', 's1', over)])).toEqual([
      'A failed FAILED in eu of s1',
      'B unknown - in eu of s1',
    ])
    const running = [runOf('A', 'eu', 'P', false), runOf('B', 'eu', '', false)]
    expect(describeChecks([buildMany('unfinished', 's1', running)])).toEqual([
      'A passed PASSED in eu of s1',
      'B unfinished - in eu of s1',
    ])
  })

  test('what became of a session and none of its runs shows is said by the session itself', () => {
    const runs = [runOf('A', 'eu', 'P')]
    expect(describeChecks([buildMany('failed', 's1', runs), buildMany('unknown', 's2', [])])).toEqual([
      'Smoke tests failed FAILED in - of s1',
      'Smoke tests unknown - in - of s2',
      'A passed PASSED in eu of s1',
    ])
  })
})
