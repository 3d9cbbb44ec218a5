import { describe, expect, test } from 'vitest'
import { buildCheckRun } from '../../src/session/check-run.ts'
import type { CheckRun, Session } from '../../src/session/session.ts'
import {
  describeNotStarted,
  describePassedRemarks,
  describeVerdict,
  type FailureNotes,
  listMissing,
} from '../../src/verdict/describe-verdict.ts'
import type { Ending } from '../../src/verdict/ending.ts'
import { judge } from '../../src/verdict/judge.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import type { JudgedCheck, JudgedSession, SessionState } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun, CHECK, judgeAll } from '../../testing/build-session.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], unstarted: [], failedFast: false }
const CANCELLED: Ending = { kind: 'cancelled', by: 'SIGTERM', starting: false }
const FAILED_FIRST = { state: 'failed', isFinal: false } as const
const SEE = ' See https://app.checklyhq.com/sessions/id-1'

const queuedIn = (location: string): CheckRun => buildCheckRun(CHECK, location, [], 'queued')
const runningIn = (location: string): CheckRun => buildCheckRun(CHECK, location, [], 'running')
const many = (count: number, state: SessionState, session: Partial<Session> = {}): JudgedSession[] =>
  Array.from({ length: count }, (_, index) =>
    buildJudged(state, { link: '', ...session, name: `Check ${index + 1}` }),
  )
const failed = (name: string, change: Partial<Session> = {}): JudgedSession =>
  buildJudged('failed', { name, status: 'FAILED', link: '', runs: [], ...change })
/** A session of many checks that has brought no run yet. */
const bare = (state: SessionState, id: string): JudgedSession =>
  buildJudged(state, { id, name: `Smoke ${id}`, check: null, runs: [], link: '' })

const say = (ending: Ending, sessions: readonly JudgedSession[]): string =>
  judgeAll(ending, sessions, 1500).message

describe('passed', () => {
  const retried = { runs: [buildRun('eu', [FAILED_FIRST, {}])] }

  test.each<[string, JudgedSession[], string]>([
    [
      'two that failed and are let through',
      [buildJudged('passed', { status: 'FAILED' }), buildJudged('passed', { id: 'b', status: 'FAILED' })],
      'All 2 checks passed after 1.5 s (2 in another status that passing-statuses lets through).',
    ],
    ['one after a retry', [buildJudged('passed', retried)], '"Homepage" PASSED after 1.5 s (after a retry).'],
    [
      'several, one after a retry, two degraded',
      [buildJudged('passed', retried), ...many(2, 'passed', { status: 'DEGRADED' }), buildJudged('passed')],
      'All 4 checks passed after 1.5 s (1 after a retry, 2 degraded).',
    ],
    [
      'sessions without checks',
      [bare('passed', 'a'), bare('passed', 'b')],
      'All 2 sessions passed after 1.5 s.',
    ],
  ])('%s', (_case, sessions, sentence) => {
    expect(say(AWAITED, sessions)).toBe(sentence)
  })

  test('what is remarkable is counted, and nothing is said of what is not', () => {
    const counts = judgeAll(AWAITED, []).checks
    expect(describePassedRemarks(counts)).toBe('')
    expect(describePassedRemarks({ ...counts, retried: 2 })).toBe('2 after a retry')
    expect(describePassedRemarks({ ...counts, degraded: 1 })).toBe('1 degraded')
    expect(describePassedRemarks({ ...counts, retried: 2, degraded: 1 })).toBe('2 after a retry, 1 degraded')
  })
})

describe('failed', () => {
  test.each<[string, Ending, JudgedSession[], string]>([
    [
      'as many as are named',
      AWAITED,
      [failed('A'), failed('B'), failed('C')],
      '3 of 3 checks failed: "A" FAILED; "B" FAILED; "C" FAILED.',
    ],
    [
      'others unfinished and without a verdict',
      AWAITED,
      [failed('A'), ...many(2, 'unfinished'), ...many(1, 'unknown')],
      '1 of 4 checks failed: "A" FAILED. 2 had not ended, 1 without a verdict.',
    ],
    [
      'others without a verdict alone',
      AWAITED,
      [failed('A'), ...many(1, 'unknown')],
      '1 of 2 checks failed: "A" FAILED. 1 without a verdict.',
    ],
    [
      'and fail-fast waited for no other',
      { ...AWAITED, failedFast: true },
      [failed('A'), ...many(2, 'unfinished')],
      '1 of 3 checks failed: "A" FAILED. 2 not waited for (fail-fast).',
    ],
    [
      'sessions without checks',
      AWAITED,
      [bare('failed', 'a'), bare('passed', 'b')],
      '1 of 2 sessions failed: "Smoke a" FAILED.',
    ],
    [
      'and some were not started',
      { ...AWAITED, unstarted: ['The start of "b" was lost.'], missing: ['check-9'] },
      [failed('A')],
      '"A" FAILED. The start of "b" was lost. No session was started of check check-9: no active check has that id. Check check-id.',
    ],
    [
      'the link is of the first that failed',
      AWAITED,
      [buildJudged('passed'), failed('A')],
      '1 of 2 checks failed: "A" FAILED.',
    ],
  ])('%s', (_case, ending, sessions, sentence) => {
    expect(say(ending, sessions)).toBe(sentence)
  })

  describe('with what was read afterwards', () => {
    const sessions = [
      buildJudged('failed', { id: 'a', name: 'A', runs: [buildRun('eu', [{ state: 'failed' }])] }),
      buildJudged('failed', { id: 'b', name: 'B', status: 'PASSED' }),
    ]
    const checks = judgeChecks(sessions, ['DEGRADED'])
    const { checks: counts } = judge(AWAITED, sessions, checks, 0)
    const [first] = checks as [JudgedCheck]
    const describeWith = (notes: FailureNotes): string =>
      describeVerdict(AWAITED, 'failed', checks, counts, 1500, notes)
    const rest = '; "B" PASSED, which passing-statuses does not list.'

    test('the reason stands beside the check, and the news before the link', () => {
      expect(describeWith({ reasons: new Map([[first, 'status 500']]), news: 'Both are new' })).toBe(
        `2 of 2 checks failed: "A" FAILED in eu (status 500)${rest} Both are new.${SEE}`,
      )
    })

    test('nothing stands where nothing was read', () => {
      const plain = `2 of 2 checks failed: "A" FAILED in eu${rest}${SEE}`
      expect(describeWith({ reasons: new Map(), news: '' })).toBe(plain)
      expect(describeVerdict(AWAITED, 'failed', checks, counts, 1500)).toBe(plain)
    })

    test('a long reason is cut', () => {
      const reasons = new Map([[first, 'x'.repeat(201)]])
      expect(describeWith({ reasons, news: '' })).toContain(`in eu (${'x'.repeat(199)}…);`)
      const fits = new Map([[first, 'x'.repeat(200)]])
      expect(describeWith({ reasons: fits, news: '' })).toContain(`in eu (${'x'.repeat(200)});`)
    })
  })
})

describe('the time was up', () => {
  test.each<[string, JudgedSession[], string]>([
    [
      'none had started',
      [buildJudged('unfinished', { link: '', runs: [queuedIn('office')] })],
      'Timed out after 1.5 s: "Homepage" had not started. Nothing had started in office: raise timeout; ' +
        'if that is a private location, see that an agent runs there.',
    ],
    [
      'some had not started',
      [
        buildJudged('unfinished', { name: 'A', runs: [queuedIn('office')] }),
        buildJudged('unfinished', { name: 'B', runs: [runningIn('eu')] }),
      ],
      'Timed out after 1.5 s: 2 of 2 checks had not ended: "A", "B". 1 of them had not started. ' +
        'Nothing had started in office: raise timeout; if that is a private location, see that an agent runs there.' +
        SEE,
    ],
    [
      'sessions without checks',
      [bare('unfinished', 'a'), bare('unfinished', 'b')],
      'Timed out after 1.5 s: 2 of 2 sessions had not ended: "Smoke a", "Smoke b". ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'the link and the error are of those that had not ended',
      [buildJudged('passed', {}, '503 once'), buildJudged('unfinished', { name: 'B', link: '' })],
      'Timed out after 1.5 s: 1 of 2 checks had not ended: "B". Raise timeout if the checks need longer.',
    ],
  ])('%s', (_case, sessions, sentence) => {
    expect(say(AWAITED, sessions)).toBe(sentence)
  })
})

describe('no verdict', () => {
  test.each<[string, JudgedSession[], string]>([
    [
      'for one of several: its name; the others are counted by cause',
      [
        ...many(2, 'passed'),
        buildJudged('unknown', { name: 'C' }, '404.'),
        buildJudged('unknown', { name: 'D' }, '403'),
      ],
      'No verdict for "C": 404. 1 more without a verdict.',
    ],
    [
      'for several with one cause, and for another',
      [
        buildJudged('unknown', { name: 'C' }, '404'),
        buildJudged('unknown', { name: 'D' }, '404'),
        buildJudged('unknown', { name: 'E' }, '403'),
      ],
      'No verdict for 2 checks: 404. 1 more without a verdict.',
    ],
    [
      'for sessions without checks',
      [bare('unknown', 'a'), bare('unknown', 'b')],
      "No verdict for 2 sessions: the API was never reached. Check api-url, and the runner's network or proxy.",
    ],
    [
      'a full stop in the midst stays',
      [buildJudged('unknown', {}, 'a.b')],
      'No verdict for "Homepage": a.b.',
    ],
  ])('%s', (_case, sessions, sentence) => {
    expect(say(AWAITED, sessions)).toBe(sentence)
  })
})

test('of several sessions of one check, the one that went wrong says why there is no verdict', () => {
  const missing = buildCheckRun(CHECK, 'eu', [], 'missing')
  const parts = { check: null, runs: [missing] }
  const sessions = [
    buildJudged('unknown', parts),
    buildJudged('unknown', parts, 'the connection was refused', true),
  ]
  expect(say(AWAITED, sessions)).toBe(
    'No verdict for "Homepage": the connection was refused.' +
      " Check api-url, and the runner's network or proxy.",
  )
})

describe('cancelled', () => {
  test.each<[string, JudgedSession[], string]>([
    ['one that had passed', many(1, 'passed'), '"Check 1" had passed.'],
    ['one without a verdict', many(1, 'unknown'), '"Check 1" had not ended.'],
    ['all had ended', many(2, 'passed'), 'all 2 checks had ended.'],
    ['all had ended, one failed', [...many(1, 'passed'), failed('B')], 'all 2 checks had ended, 1 failed.'],
    ['none failed', [...many(1, 'passed'), ...many(2, 'unfinished')], '2 of 3 checks had not ended.'],
    [
      'sessions without checks',
      [bare('unfinished', 'a'), bare('unfinished', 'b')],
      '2 of 2 sessions had not ended.',
    ],
  ])('%s', (_case, sessions, rest) => {
    expect(say(CANCELLED, sessions)).toBe(`Cancelled by SIGTERM after 1.5 s; ${rest}`)
  })
})

test('sessions whose checks are unknown are counted as sessions when they are only started', () => {
  const ending: Ending = { kind: 'detached', missing: [], unstarted: [] }
  expect(say(ending, [bare('unfinished', 'a'), bare('unfinished', 'b')])).toBe(
    '2 sessions started; detached without waiting.',
  )
})

test.each<[Ending, missing: readonly string[], unstarted: readonly string[], notStarted: string]>([
  [AWAITED, [], [], ''],
  [
    { ...AWAITED, unstarted: ['The start of "b" was lost.'] },
    [],
    ['The start of "b" was lost.'],
    'The start of "b" was lost.',
  ],
  [
    { kind: 'detached', unstarted: ['One.', 'Two.'], missing: ['c', 'd'] },
    ['c', 'd'],
    ['One.', 'Two.'],
    'One. Two. No session was started of check c, d: no active check has that id. Check check-id.',
  ],
  [CANCELLED, [], [], ''],
  [{ kind: 'broken', cause: 'why' }, [], [], ''],
])('%j tells what was not started', (ending, missing, unstarted, notStarted) => {
  expect(listMissing(ending)).toEqual(missing)
  expect(describeNotStarted(ending)).toBe(notStarted)
  expect(judgeAll(ending, [buildJudged('unfinished')])).toMatchObject({ missing, unstarted, notStarted })
})

test('a start that was lost leaves no verdict, although all others passed', () => {
  const ending = { ...AWAITED, unstarted: ['The start of "b" was lost.'] }
  expect(judgeAll(ending, [buildJudged('passed')])).toMatchObject({
    outcome: 'error',
    succeeds: false,
    message: 'The start of "b" was lost.',
  })
})
