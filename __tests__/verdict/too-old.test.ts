import { describe, expect, test } from 'vitest'
import type { Session, WatchedSession } from '../../src/session/session.ts'
import {
  endsWaitEarly,
  hasEndedBefore,
  type JudgeRules,
  judgeSession,
} from '../../src/verdict/judge-sessions.ts'
import {
  buildRules,
  buildRun,
  buildRunning,
  buildSession,
  buildWatched,
} from '../../testing/build-session.ts'

/** 2026-11-23 10:00:00 UTC. */
const BEGAN_MS = Date.UTC(2026, 10, 23, 10)

function judgeEnded(session: Partial<Session>, rules: Partial<JudgeRules>) {
  const watched = buildWatched({ wait: 'ended', session: buildSession(session) })
  const { state, status, lastError } = judgeSession(watched, buildRules({ beganAtMs: BEGAN_MS, ...rules }))
  return { state, status, lastError }
}

const PASSED = { state: 'passed', status: 'PASSED', lastError: null }
const without = (lastError: string) => ({ state: 'unknown', status: '', lastError })

describe('a session that others started', () => {
  const rules = { startedHere: false, startedAfterMs: BEGAN_MS - 60_000 }

  test.each([0, 1, 90_000])('counts when it started %i ms after started-after', (laterMs) => {
    expect(judgeEnded({ startedAtMs: rules.startedAfterMs + laterMs }, rules)).toEqual(PASSED)
  })

  test('is too old when it started before started-after, and both moments are told', () => {
    expect(judgeEnded({ startedAtMs: rules.startedAfterMs - 1000 }, rules)).toEqual(
      without(
        'it started at 2026-11-23 09:58:59 UTC, before started-after (2026-11-23 09:59:00 UTC), so it is too old to count',
      ),
    )
    expect(judgeEnded({ startedAtMs: rules.startedAfterMs - 1 }, rules).state).toBe('unknown')
  })

  test('does not count when nobody knows when it started', () => {
    expect(judgeEnded({ startedAtMs: null }, rules)).toEqual(
      without('the API does not say when it started, so started-after cannot be kept'),
    )
  })

  test('may have ended long before the step began', () => {
    const times = { startedAtMs: rules.startedAfterMs + 1000, stoppedAtMs: rules.startedAfterMs + 2000 }
    expect(judgeEnded(times, rules)).toEqual(PASSED)
  })

  test('is of any age when no started-after is given', () => {
    expect(judgeEnded({ startedAtMs: 0, stoppedAtMs: 1 }, { ...rules, startedAfterMs: null })).toEqual(PASSED)
    expect(judgeEnded({ startedAtMs: null }, { ...rules, startedAfterMs: null })).toEqual(PASSED)
  })

  test('that failed is without a verdict too when it is too old, and does not end the wait as a failure', () => {
    expect(judgeEnded({ status: 'FAILED', startedAtMs: 0 }, rules).state).toBe('unknown')
  })
})

describe('a session that this step started', () => {
  const rules = { startedHere: true, startedAfterMs: BEGAN_MS }

  test('is too old when it had ended before the step began', () => {
    expect(judgeEnded({ stoppedAtMs: BEGAN_MS - 60_000 }, rules)).toEqual(
      without('it had ended at 2026-11-23 09:59:00 UTC, before it was asked for, so it is too old to count'),
    )
  })

  test('counts when it ended later, or nobody knows when, whenever it started', () => {
    expect(judgeEnded({ startedAtMs: 0, stoppedAtMs: BEGAN_MS + 1 }, rules)).toEqual(PASSED)
    expect(judgeEnded({ startedAtMs: null, stoppedAtMs: null }, rules)).toEqual(PASSED)
  })
})

test.each<[number | null, boolean]>([
  [null, false],
  [10_000, false],
  [8000, false],
  [7999, true],
  [0, true],
])('a session that ended at %j ms ended more than two seconds before 10,000: %s', (stoppedAtMs, expected) => {
  expect(hasEndedBefore({ stoppedAtMs }, 10_000)).toBe(expected)
})

describe('a session that ended and owes a result', () => {
  test('never passes, and says what it owes', () => {
    expect(judgeEnded({ owes: 'one check has no result' }, {})).toEqual(
      without('it ended as PASSED, but one check has no result'),
    )
  })

  test('fails when its status is not listed', () => {
    expect(judgeEnded({ status: 'FAILED', owes: 'one check has no result' }, {})).toEqual({
      state: 'failed',
      status: 'FAILED',
      lastError: null,
    })
  })
})

test('a session that ended and was never seen has failed, without a status', () => {
  const judged = judgeSession(buildWatched({ wait: 'ended' }), buildRules())
  expect(judged).toMatchObject({ state: 'failed', status: '', lastError: null, isUnreachable: false })
  // Also where sessions must be new: nothing is known of its age.
  expect(judgeSession(buildWatched({ wait: 'ended' }), buildRules({ startedAfterMs: 1 })).state).toBe(
    'failed',
  )
})

test('a session that is unknown, neither old nor owing anything, has no reason but the last error', () => {
  expect(judgeSession(buildWatched({ wait: 'refused' }), buildRules()).lastError).toBeNull()
  const seen = buildWatched({ wait: 'refused', session: buildRunning() })
  expect(judgeSession(seen, buildRules())).toMatchObject({ state: 'unknown', lastError: null })
  const lastError = { cause: 'the API answered 404', reached: true }
  expect(judgeSession(buildWatched({ wait: 'refused', lastError }), buildRules()).lastError).toBe(
    'the API answered 404',
  )
})

describe('a session of many checks that still runs', () => {
  const many = (...runs: ReturnType<typeof buildRun>[]): Partial<WatchedSession> => ({
    session: buildRunning({ kind: 'test', check: null, runs }),
  })
  const judge = (watched: Partial<WatchedSession>, rules: Partial<JudgeRules> = {}) => ({
    ...judgeSession(buildWatched(watched), buildRules(rules)),
    endsWait: endsWaitEarly(buildWatched(watched), buildRules(rules)),
  })
  const passed = buildRun('eu')
  const open = buildRun('eu', [], false)

  test('has failed as soon as one of them has, with the worst status so far', () => {
    const watched = many(
      passed,
      buildRun('eu', [{ state: 'cancelled' }]),
      buildRun('eu', [{ state: 'failed' }]),
      open,
    )
    expect(judge(watched)).toMatchObject({ state: 'failed', status: 'FAILED', endsWait: true })
  })

  test.each(['waiting', 'refused', 'out-of-time'] as const)(
    'has failed whatever became of the wait: %s',
    (wait) => {
      const watched = many(buildRun('eu', [{ state: 'cancelled' }]))
      expect(judge({ ...watched, wait })).toMatchObject({
        state: 'failed',
        status: 'CANCELLED',
        endsWait: true,
      })
    },
  )

  test('has not failed by a status that is listed', () => {
    const watched = many(buildRun('eu', [{ state: 'degraded' }]), open)
    expect(judge(watched)).toMatchObject({ state: 'failed', status: 'DEGRADED' })
    expect(judge(watched, { passingStatuses: ['PASSED', 'DEGRADED'] })).toMatchObject({
      state: 'unfinished',
      status: '',
      endsWait: false,
    })
  })

  test('is unfinished while none has failed', () => {
    expect(judge(many(passed, open))).toMatchObject({ state: 'unfinished', status: '', endsWait: false })
  })
})

test('a session of one check that still runs has not failed by a first result', () => {
  const session = buildRunning({ runs: [buildRun('eu', [{ state: 'failed' }])] })
  expect(judgeSession(buildWatched({ session }), buildRules()).state).toBe('unfinished')
})

test('the wait for all ends early where one was refused, and not where the time is up', () => {
  expect(endsWaitEarly(buildWatched({ wait: 'refused' }), buildRules())).toBe(true)
  expect(endsWaitEarly(buildWatched({ wait: 'out-of-time' }), buildRules())).toBe(false)
})
