import { describe, expect, test } from 'vitest'
import { readCheckSession, readTriggeredCheckSessions } from '../../src/checkly/read-check-session.ts'
import type { Session } from '../../src/session/session.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const LEAST = { checkSessionId: ID, status: 'PASSED', results: [{}] }

/** Reads a session that has little, with changes. */
function read(change: Record<string, unknown>): Session {
  const session = readCheckSession({ ...LEAST, ...change }, ID)
  if (typeof session === 'string') throw new Error(session)
  return session
}

const FULL = {
  checkSessionId: ID.toUpperCase(),
  checkSessionLink: 'https://app.checklyhq.com/check-sessions/1',
  checkId: 'C1D2',
  checkType: 'BROWSER',
  name: ' Checkout ',
  status: 'FAILED',
  startedAt: '2026-11-23T10:00:00.000Z',
  stoppedAt: '2026-11-23T10:00:05.500Z',
  timeElapsed: 7000,
  runLocations: ['eu-west-1'],
  runSource: 'TRIGGER_API',
  results: [
    {
      checkResultId: 'r1',
      checkResultLink: 'https://app.checklyhq.com/check-sessions/1/results/r1',
      checkId: 'C1D2',
      checkType: 'BROWSER',
      name: 'Checkout',
      runLocation: 'eu-west-1',
      resultType: 'FINAL',
      hasErrors: true,
      hasFailures: true,
      isDegraded: true,
      aborted: false,
      isCancelled: false,
      responseTime: 812,
      startedAt: '2026-11-23T10:00:01.000Z',
      stoppedAt: '2026-11-23T10:00:02.000Z',
    },
  ],
}

describe('a session as the API gives it', () => {
  test('is told in the words of this action', () => {
    const check = { id: 'c1d2', name: 'Checkout', type: 'BROWSER' }
    const attempt = {
      id: 'r1',
      link: 'https://app.checklyhq.com/check-sessions/1/results/r1',
      location: 'eu-west-1',
      state: 'failed',
      faults: ['failure', 'error'],
      isFinal: true,
      responseTimeMs: 812,
      startedAtMs: Date.UTC(2026, 10, 23, 10, 0, 1),
      stoppedAtMs: Date.UTC(2026, 10, 23, 10, 0, 2),
      errorGroupIds: [],
    }
    expect(readCheckSession(FULL, ID)).toEqual({
      kind: 'check',
      id: ID,
      name: 'Checkout',
      link: 'https://app.checklyhq.com/check-sessions/1',
      check,
      status: 'FAILED',
      isOver: true,
      owes: '',
      runs: [{ check, location: 'eu-west-1', attempts: [attempt], final: attempt, state: 'failed' }],
      source: 'TRIGGER_API',
      startedAtMs: Date.UTC(2026, 10, 23, 10),
      stoppedAtMs: Date.UTC(2026, 10, 23, 10, 0, 5, 500),
      elapsedMs: 5500,
      raw: FULL,
    })
  })

  test.each([1, 'true', 'yes', {}])('a flag that is %j says that it failed', (hasErrors) => {
    const body = { ...LEAST, results: [{ resultType: 'FINAL', hasErrors }] }
    expect(readCheckSession(body, ID)).toMatchObject({ runs: [{ state: 'failed' }] })
  })

  test.each([
    ['left out', LEAST],
    [
      'of another type',
      {
        ...LEAST,
        checkSessionLink: 7,
        checkId: null,
        checkType: {},
        name: 1,
        startedAt: 0,
        stoppedAt: [],
        timeElapsed: '5',
        runLocations: 'eu-west-1',
        runSource: 1,
        results: [{ resultType: 1, hasErrors: 0, isCancelled: null, responseTime: '1', runLocation: 5 }],
      },
    ],
  ])('needs nothing but its id, status and results; what is %s is empty', (_what, body) => {
    const check = { id: '', name: '', type: '' }
    const attempt = {
      id: '',
      link: '',
      location: '',
      state: 'passed',
      faults: [],
      isFinal: true,
      responseTimeMs: null,
      startedAtMs: null,
      stoppedAtMs: null,
      errorGroupIds: [],
    }
    expect(readCheckSession(body, ID)).toEqual({
      kind: 'check',
      id: ID,
      name: '',
      link: '',
      check,
      status: 'PASSED',
      isOver: true,
      owes: '',
      runs: [{ check, location: '', attempts: [attempt], final: attempt, state: 'passed' }],
      source: null,
      startedAtMs: null,
      stoppedAtMs: null,
      elapsedMs: null,
      raw: body,
    })
  })

  test.each([
    ['null', null, 'the answer is not a JSON object'],
    ['a list', [LEAST], "the answer's checkSessionId is not what the API documents"],
    ['without a status', { ...LEAST, status: '' }, "the answer's status is not what the API documents"],
    ['of a list without results', { ...LEAST, results: [null] }, "the answer's results.0 is not what"],
    [
      'of another session',
      { ...LEAST, checkSessionId: 'x'.repeat(500) },
      `the answer is about another session, ${'x'.repeat(80)}`,
    ],
  ])('is not taken when it is %s', (_what, body, said) => {
    const session = readCheckSession(body, ID)
    expect(session).toContain(said)
    expect(String(session).length).toBeLessThan(150)
  })

  test('is taken in any case of its id, which is then in lower case', () => {
    expect(readCheckSession({ ...LEAST, checkSessionId: ID.toUpperCase() }, ID.toUpperCase())).toMatchObject({
      id: ID,
    })
  })

  test.each([
    ['STARTED', false],
    ['PROGRESS', false],
    ['PROGRESS_FAILED', false],
    ['PROGRESS_DEGRADED', false],
    ['PASSED', true],
    ['FAILED', true],
    ['TIMED_OUT', true],
    // Nobody has heard of them. To wait for another would be to wait until the deadline.
    ['progress', true],
    ['NEW', true],
  ])('with the status %s is over: %s', (status, isOver) => {
    expect(read({ status })).toMatchObject({ status, isOver })
  })

  test.each([
    ['its own', 'Home', [{ name: 'Result' }], 'Home'],
    ['that of its results, when it has none, or a blank one', ' ', [{}, { name: 'Result' }], 'Result'],
    ['that of its results, when it is null', null, [{ name: 'Result' }], 'Result'],
    ['empty when nobody has one', null, [{}], ''],
  ])('has a name: %s', (_whose, name, results, expected) => {
    expect(read({ name, results })).toMatchObject({ name: expected, check: { name: expected } })
  })
})

describe('the time that a session took', () => {
  const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 23, 10, 0, seconds)).toISOString()
  test.each<[string, Record<string, unknown>, number | null]>([
    ['is from its start to its end', { startedAt: at(1), stoppedAt: at(6), timeElapsed: 99 }, 5000],
    ['is what the API says, where a time is missing', { startedAt: at(1), timeElapsed: 99 }, 99],
    [
      'is what the API says, where it ends before it starts',
      { startedAt: at(6), stoppedAt: at(1), timeElapsed: 99 },
      99,
    ],
    ['is unknown without either', { startedAt: at(1) }, null],
    ['is unknown when the API says that it took none', { timeElapsed: 0 }, null],
    ['may be nothing', { startedAt: at(1), stoppedAt: at(1) }, 0],
  ])('%s', (_what, times, elapsedMs) => {
    expect(read(times).elapsedMs).toBe(elapsedMs)
  })

  test.each(['soon', '1', '0001-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'])(
    'is unknown when what the API gives is no time: %s',
    (startedAt) => {
      const times = { startedAt, stoppedAt: at(5) }
      const { startedAtMs, elapsedMs, runs } = read({ ...times, results: [times] })
      expect({ startedAtMs, elapsedMs }).toEqual({ startedAtMs: null, elapsedMs: null })
      expect(runs[0]?.attempts[0]).toMatchObject({ startedAtMs: null })
    },
  )
})

describe('the answer to a start', () => {
  test('gives each session as it is read and as the API gave it, also without results', () => {
    const started = { checkSessionId: ID, status: 'STARTED', checkId: 'A1', runLocations: ['eu'], extra: [1] }
    expect(readTriggeredCheckSessions({ sessions: [started, FULL] })).toMatchObject([
      {
        id: ID,
        status: 'STARTED',
        isOver: false,
        check: { id: 'a1' },
        runs: [{ state: 'running' }],
        raw: started,
      },
      { id: ID, status: 'FAILED', raw: FULL },
    ])
  })

  test.each([
    ['null', null, 'the answer is not a JSON object'],
    ['without sessions', {}, "the answer's sessions is not what"],
    [
      'with an id that is none, which would go into paths',
      { sessions: [{ ...LEAST, checkSessionId: '../x' }] },
      'checkSessionId',
    ],
  ])('is not taken when it is %s', (_what, body, said) => {
    expect(readTriggeredCheckSessions(body)).toContain(said)
  })
})
