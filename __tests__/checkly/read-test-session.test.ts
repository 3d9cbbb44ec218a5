import { describe, expect, test } from 'vitest'
import { createCheckTest, readTestSession } from '../../src/checkly/read-test-session.ts'
import type { Session } from '../../src/session/session.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const CHECK = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'
const LEAST = { testSessionId: ID, status: 'PASSED' }

type Fields = Record<string, unknown>

/** A result that passed, with changes; times are seconds of one minute. */
function result({ startedAt = 0, ...change }: Fields = {}): Fields {
  return {
    testSessionResultId: `result at ${startedAt}`,
    checkId: CHECK,
    checkType: 'API',
    name: 'Login',
    runLocation: 'eu-central-1',
    resultType: 'FINAL',
    status: 'PASSED',
    startedAt:
      startedAt === null ? null : new Date(Date.UTC(2026, 10, 26, 10, 0, Number(startedAt))).toISOString(),
    ...change,
  }
}

function read(
  results: Fields[],
  session: Fields = {},
  place = 'us-east-1',
  required: string[] = [],
): Session {
  const checks = required.map((id) => ({ id, name: '', type: '' }))
  const read = readTestSession({ ...LEAST, results, ...session }, ID, place, checks)
  if (typeof read === 'string') throw new Error(read)
  return read
}

/** Each run in words: its check, place and state, and the states of its attempts, the final one last. */
function describeRuns({ runs }: Session): string[] {
  return runs.map(({ check, location, state, attempts }) => {
    const states = attempts.map((it) => it.state + (it.isFinal ? '!' : '')).join(' ')
    return `${check.name || check.id} in ${location}: ${state}${states === '' ? '' : ` (${states})`}`
  })
}

describe('a test session as the API gives it', () => {
  test.each([
    ['left out', LEAST],
    [
      'of another type',
      {
        ...LEAST,
        testSessionLink: 7,
        name: null,
        startedAt: 0,
        stoppedAt: [],
        timeElapsed: '5',
        metadata: 'none',
        results: null,
      },
    ],
  ])('needs nothing but its id and status; what is %s is empty', (_what, body) => {
    expect(readTestSession(body, ID, '', [])).toEqual({
      kind: 'test',
      id: ID,
      name: '',
      link: '',
      check: null,
      status: 'PASSED',
      isOver: true,
      owes: 'the API lists no results of it',
      runs: [],
      source: null,
      startedAtMs: null,
      stoppedAtMs: null,
      elapsedMs: null,
      raw: body,
    })
  })

  test('is read whole', () => {
    const session = read([result({ startedAt: 1 })], {
      testSessionId: ID.toUpperCase(),
      testSessionLink: 'https://example.com/x',
      name: ' Preview ',
      startedAt: '2026-11-26T10:00:00.000Z',
      stoppedAt: '2026-11-26T10:00:07.000Z',
      timeElapsed: 5,
    })
    expect(session).toMatchObject({
      id: ID,
      name: 'Preview',
      link: 'https://example.com/x',
      owes: '',
      elapsedMs: 7000,
      runs: [{ check: { id: CHECK, name: 'Login', type: 'API' }, location: 'eu-central-1', state: 'passed' }],
    })
  })

  test.each([
    ['null', null, 'the answer is not a JSON object'],
    ['a check session', { checkSessionId: ID, status: 'PASSED' }, "the answer's testSessionId is not"],
    ['without a status', { ...LEAST, status: '' }, "the answer's status is not"],
    ['with an id that is no UUID', { ...LEAST, testSessionId: '../x' }, "the answer's testSessionId is not"],
    ['with results that are no list', { ...LEAST, results: {} }, "the answer's results is not"],
    ['with a result that is none', { ...LEAST, results: [null] }, "the answer's results.0 is not"],
    ['another session', { ...LEAST, testSessionId: CHECK }, `the answer is about another session, ${CHECK}`],
  ])('is not taken when it is %s', (_what, body, said) => {
    expect(readTestSession(body, ID, '', [])).toContain(said)
  })

  test('is taken as it is when it has just been started', () => {
    expect(readTestSession({ ...LEAST, status: 'RUNNING' }, null, '', [])).toMatchObject({
      id: ID,
      isOver: false,
    })
  })

  test.each([
    ['RUNNING', false],
    ['PASSED', true],
    ['FAILED', true],
    ['CANCELLED', true],
    ['EXPIRED', true],
  ])('%s: over is %s', (status, isOver) => {
    expect(read([], { status }).isOver).toBe(isOver)
  })
})

describe('its results', () => {
  test.each<[string, Fields[], string[]]>([
    [
      'each final one is a run',
      [result(), result({ checkId: ID, name: 'Cart' })],
      ['Login in eu-central-1: passed (passed!)', 'Cart in eu-central-1: passed (passed!)'],
    ],
    [
      'of one name are two runs',
      [result(), result({ checkId: ID, status: 'FAILED' })],
      ['Login in eu-central-1: passed (passed!)', 'Login in eu-central-1: failed (failed!)'],
    ],
    [
      'of one check are two runs',
      [result(), result({ startedAt: 5, hasFailures: true })],
      ['Login in eu-central-1: passed (passed!)', 'Login in eu-central-1: failed (failed!)'],
    ],
    [
      'attempts belong to the final one that came next',
      [
        result({ startedAt: 9 }),
        result({ startedAt: 6, resultType: 'ATTEMPT', hasErrors: true }),
        result({ startedAt: 4, hasFailures: true }),
        result({ startedAt: 2, resultType: 'ATTEMPT', hasFailures: true }),
      ],
      ['Login in eu-central-1: failed (failed failed!)', 'Login in eu-central-1: passed (failed passed!)'],
    ],
    [
      'attempts are of their check alone',
      [
        result({ resultType: 'ATTEMPT', status: 'FAILED' }),
        result({ checkId: ID, name: 'Cart', startedAt: 5 }),
      ],
      ['Login in eu-central-1: missing (failed)', 'Cart in eu-central-1: passed (passed!)'],
    ],
    [
      'without an id are told apart by type and name',
      [
        result({ checkId: null, resultType: 'ATTEMPT', status: 'FAILED' }),
        result({ checkId: null, startedAt: 3 }),
        result({ checkId: null, checkType: 'BROWSER', startedAt: 3 }),
      ],
      ['Login in eu-central-1: passed (failed passed!)', 'Login in eu-central-1: passed (passed!)'],
    ],
    [
      'without a place ran where the session was started',
      [result({ runLocation: undefined })],
      ['Login in us-east-1: passed (passed!)'],
    ],
    [
      'without a type are final, each',
      [result({ resultType: null, status: 'FAILED' }), result({ resultType: undefined, startedAt: 5 })],
      ['Login in eu-central-1: failed (failed!)', 'Login in eu-central-1: passed (passed!)'],
    ],
    [
      'without a type are attempts beside a final one',
      [result({ resultType: null, status: 'FAILED' }), result({ startedAt: 5 })],
      ['Login in eu-central-1: passed (failed passed!)'],
    ],
    [
      'that are FINAL and RUNNING have not ended',
      [result({ status: 'RUNNING' })],
      ['Login in eu-central-1: missing'],
    ],
    [
      'that are pending have not ended, whatever their status',
      [result({ resultType: 'PENDING' })],
      ['Login in eu-central-1: missing'],
    ],
    [
      'that are pending beside a final one of their check are a run of their own',
      [result(), result({ resultType: 'PENDING', status: 'RUNNING', startedAt: 5 })],
      ['Login in eu-central-1: passed (passed!)', 'Login in eu-central-1: missing'],
    ],
    ['without a status have not ended', [result({ status: undefined })], ['Login in eu-central-1: missing']],
  ])('%s', (_what, results, runs) => {
    expect(describeRuns(read(results))).toEqual(runs)
  })

  test.each<[string, Fields[], string[]]>([
    [
      'has not started',
      [result({ resultType: 'PENDING', status: 'RUNNING', startedAt: null })],
      ['Login in eu-central-1: queued'],
    ],
    [
      'is running',
      [result({ resultType: 'PENDING', status: 'RUNNING' })],
      ['Login in eu-central-1: running'],
    ],
    [
      'is running again after an attempt that failed',
      [
        result({ resultType: 'ATTEMPT', status: 'FAILED' }),
        result({ resultType: 'PENDING', status: 'RUNNING', startedAt: null }),
      ],
      ['Login in eu-central-1: running (failed)'],
    ],
    ['has ended', [result()], ['Login in eu-central-1: passed (passed!)']],
    [
      'of an unknown status and without a type may not have started',
      [result({ resultType: null, status: 'QUEUED', startedAt: null })],
      ['Login in eu-central-1: queued'],
    ],
    [
      'of an unknown status that is final has failed',
      [result({ status: 'ABORTED' })],
      ['Login in eu-central-1: failed (failed!)'],
    ],
  ])('while the session runs tell that a check %s', (_what, results, runs) => {
    expect(describeRuns(read(results, { status: 'RUNNING' }))).toEqual(runs)
  })

  test.each<[Fields, string]>([
    [{ status: 'PASSED' }, 'passed'],
    [{ status: 'FAILED' }, 'failed failure'],
    [{ status: 'FAILED', hasErrors: true }, 'failed error'],
    [{ status: 'PASSED', hasFailures: true }, 'failed failure'],
    [{ status: 'PASSED', aborted: true }, 'failed aborted'],
    [{ status: 'PASSED', isDegraded: true }, 'degraded'],
    [{ status: 'FAILED', isDegraded: true }, 'failed failure'],
    [{ status: 'CANCELLED' }, 'cancelled'],
    [{ status: 'CANCELLED', isDegraded: true }, 'cancelled'],
    [{ status: 'CANCELLED', aborted: true }, 'cancelled'],
    [{ status: 'CANCELLED', hasFailures: true }, 'failed failure'],
    [{ status: 'CANCELLED', hasErrors: true }, 'failed error'],
    [{ status: 'SKIPPED' }, 'failed error'],
  ])('are what flags and status say: %j is %s', (change, said) => {
    const final = read([result(change)]).runs[0]?.final
    expect([final?.state, ...(final?.faults ?? [])].join(' ')).toBe(said)
  })
})

describe('what a session that is over owes', () => {
  const pending = result({ checkId: ID, resultType: 'PENDING', status: 'RUNNING' })
  test.each<[Fields[], string[], string]>([
    [[], [], 'none of its checks has a final result'],
    [[pending], [], 'none of its checks has a final result'],
    [[result(), pending], [], '1 of its 2 checks has no final result'],
    [[result(), pending, { ...pending, checkId: null }], [], '2 of its 3 checks have no final result'],
    [[result()], [CHECK], ''],
    [[result({ checkId: CHECK.toUpperCase() })], [CHECK], ''],
    [[result()], [CHECK, ID], `it has no result of check ${ID}`],
    [[result({ checkId: null })], [CHECK], `it has no result of check ${CHECK}`],
    [[result()], [], ''],
  ])('with %j, where %j is asked for: %j', (results, required, owes) => {
    expect(read(results, {}, '', required).owes).toBe(owes)
  })

  test('is nothing yet while it runs', () => {
    expect(read([], { status: 'RUNNING' }, '', [CHECK]).owes).toBe('')
  })
})

test.each<[string, Fields[], string]>([
  ['PASSED', [result({ isDegraded: true })], 'DEGRADED'],
  ['PASSED', [result({ status: 'CANCELLED' }), result({ checkId: ID, isDegraded: true })], 'CANCELLED'],
  ['CANCELLED', [result({ status: 'FAILED' }), result({ checkId: ID, status: 'CANCELLED' })], 'FAILED'],
  ['CANCELLED', [result()], 'CANCELLED'],
  ['FAILED', [result()], 'FAILED'],
  ['FAILED', [], 'FAILED'],
  ['EXPIRED', [result({ status: 'FAILED' })], 'EXPIRED'],
  ['passed', [result()], 'passed'],
  ['RUNNING', [result({ status: 'FAILED' })], 'RUNNING'],
])('the status is the worst of %s and of what is inside: %#', (status, results, worst) => {
  expect(read(results, { status }).status).toBe(worst)
})

describe('createCheckTest', () => {
  const check = (id: string, name: string, type = 'API') => ({ id, name, type })

  test.each([
    { what: 'the same id', of: check('a', 'Home'), is: true },
    {
      what: 'another id, though the name is the same: two checks may share one',
      of: check('b', 'Home'),
      is: false,
    },
    { what: 'no id, and the same name', of: check('', 'Home'), is: true },
    { what: 'no id and no type, and the same name', of: check('', 'Home', ''), is: true },
    { what: 'no id, the same name and another type', of: check('', 'Home', 'BROWSER'), is: false },
    { what: 'an id, and the name of one that has none', of: check('c', 'Cart'), is: true },
    { what: 'neither id nor name', of: check('', ''), is: false },
  ])('$what: $is', ({ of, is }) => {
    expect(createCheckTest([check('a', 'Home'), check('', 'Cart', '')])(of)).toBe(is)
  })
})
