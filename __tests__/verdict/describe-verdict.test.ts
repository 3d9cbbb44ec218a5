import { describe, expect, test } from 'vitest'
import type { Session } from '../../src/session/session.ts'
import type { Ending } from '../../src/verdict/ending.ts'
import type { JudgedSession, SessionState } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun, judgeAll } from '../../testing/build-session.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], unstarted: [], failedFast: false }

const failIn = (...locations: string[]): Partial<Session> => ({
  status: 'FAILED',
  runs: locations.map((location) => buildRun(location, [{ state: 'failed' }])),
})
const many = (count: number, state: SessionState, session: Partial<Session> = {}): JudgedSession[] =>
  Array.from({ length: count }, (_, index) => buildJudged(state, { ...session, name: `Check ${index + 1}` }))

describe('the sentence says which session, which status, which locations, and where to look', () => {
  test.each<[string, Ending, JudgedSession[], string]>([
    ['one passed', AWAITED, [buildJudged('passed')], '"Homepage" PASSED after 1.5 s.'],
    [
      'a degraded one passed',
      AWAITED,
      [buildJudged('passed', { status: 'DEGRADED' })],
      '"Homepage" DEGRADED after 1.5 s, which passing-statuses lets through.',
    ],
    ['without a name', AWAITED, [buildJudged('passed', { name: '' })], 'session id-1 PASSED after 1.5 s.'],
    ['all passed', AWAITED, many(12, 'passed'), 'All 12 checks passed after 1.5 s.'],
    [
      'one failed',
      AWAITED,
      [buildJudged('failed', failIn('eu-west-1', 'us-east-1'))],
      '"Homepage" FAILED in eu-west-1, us-east-1. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'in many locations',
      AWAITED,
      [buildJudged('failed', failIn('a', 'b', 'c', 'd', 'e', 'f', 'g', 'a'))],
      '"Homepage" FAILED in a, b, c, d, e and 2 more. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'in as many locations as are named',
      AWAITED,
      [buildJudged('failed', failIn('a', 'b', 'c', 'd', 'e'))],
      '"Homepage" FAILED in a, b, c, d, e. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'one passed that was not to',
      AWAITED,
      [buildJudged('failed', { status: 'PASSED' })],
      '"Homepage" PASSED, which passing-statuses does not list. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'without results',
      AWAITED,
      [buildJudged('failed', { status: 'TIMED_OUT', runs: [buildRun('eu-west-1', [])] })],
      '"Homepage" TIMED_OUT in eu-west-1. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'with a link that nobody should follow',
      AWAITED,
      [buildJudged('failed', { status: 'FAILED', link: 'javascript:alert(1)', runs: [] })],
      '"Homepage" FAILED.',
    ],
    [
      'some of several failed',
      AWAITED,
      [...many(2, 'failed', failIn('eu-west-1')), ...many(1, 'unfinished'), ...many(3, 'passed')],
      '2 of 6 checks failed: "Check 1" FAILED in eu-west-1; "Check 2" FAILED in eu-west-1. ' +
        '1 had not ended. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'many failed',
      AWAITED,
      many(5, 'failed', { status: 'FAILED', link: '', runs: [] }),
      '5 of 5 checks failed: "Check 1" FAILED; "Check 2" FAILED; "Check 3" FAILED; and 2 more.',
    ],
    [
      'the time was up',
      AWAITED,
      [buildJudged('unfinished')],
      'Timed out after 1.5 s: "Homepage" had not ended. Raise timeout if the checks need longer. ' +
        'See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'the time was up for some',
      AWAITED,
      [...many(5, 'unfinished', { link: '' }), ...many(1, 'passed')],
      'Timed out after 1.5 s: 5 of 6 checks had not ended: "Check 1", "Check 2", "Check 3" and 2 more. ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'the time was up for as many as are named',
      AWAITED,
      many(3, 'unfinished', { link: '' }),
      'Timed out after 1.5 s: 3 of 3 checks had not ended: "Check 1", "Check 2", "Check 3". ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'unfinished, and one of them out of reach',
      AWAITED,
      [
        ...many(1, 'unfinished', { link: '' }),
        buildJudged('unfinished', { name: 'Check 2' }, 'the connection was refused', true),
      ],
      'Timed out after 1.5 s: 2 of 2 checks had not ended: "Check 1", "Check 2". ' +
        'The last error was: the connection was refused. Run the job again when Checkly can be reached.',
    ],
    [
      'unfinished, and out of reach',
      AWAITED,
      [buildJudged('unfinished', { link: '' }, 'the connection was refused', true)],
      'Timed out after 1.5 s: "Homepage" had not ended. The last error was: the connection was refused. ' +
        'Run the job again when Checkly can be reached.',
    ],
    [
      'the time was up in trouble',
      AWAITED,
      [buildJudged('unfinished', { link: '' }, 'the API answered 503')],
      'Timed out after 1.5 s: "Homepage" had not ended. The last error was: the API answered 503. ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'the time was up, in trouble for one of them',
      AWAITED,
      [
        ...many(1, 'unfinished', { link: '' }),
        buildJudged('unfinished', { name: 'Check 2' }, 'the API answered 503'),
      ],
      'Timed out after 1.5 s: 2 of 2 checks had not ended: "Check 1", "Check 2". ' +
        'The last error was: the API answered 503. Raise timeout if the checks need longer.',
    ],
    [
      'an attempt that failed before the location passed',
      AWAITED,
      [
        buildJudged('failed', {
          status: 'FAILED',
          runs: [
            buildRun('us-east-1', [{ state: 'failed', isFinal: false }, { state: 'passed' }]),
            buildRun('eu-west-1', [{ state: 'failed' }]),
          ],
        }),
      ],
      '"Homepage" FAILED in eu-west-1. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'no verdict',
      AWAITED,
      [buildJudged('unknown', null, 'the API answered 404: Not found. Check check-session-id.')],
      'No verdict for session id-1: the API answered 404: Not found. Check check-session-id.',
    ],
    [
      'no verdict, since no server answered',
      AWAITED,
      [buildJudged('unknown', null, 'DNS: the host name does not resolve', true)],
      'No verdict for session id-1: DNS: the host name does not resolve.' +
        " Check api-url, and the runner's network or proxy.",
    ],
    [
      'no verdict for several',
      AWAITED,
      [buildJudged('unknown', null), ...many(2, 'unknown'), ...many(1, 'passed')],
      'No verdict for 3 checks: the API was never reached.' +
        " Check api-url, and the runner's network or proxy.",
    ],
    ['nothing was awaited', AWAITED, [], 'No check session was awaited, so there is no verdict.'],
    [
      'failed, and not all of them started',
      { kind: 'awaited', missing: ['check-9'], unstarted: [], failedFast: false },
      [buildJudged('failed', { name: 'API', status: 'FAILED', link: '', runs: [] })],
      '"API" FAILED. No session was started of check check-9: no active check has that id. Check check-id.',
    ],
    [
      'a check is not there',
      { kind: 'awaited', missing: ['check-8', 'check-9'], unstarted: [], failedFast: false },
      [buildJudged('passed')],
      'No session was started of check check-8, check-9: no active check has that id. Check check-id.',
    ],
    [
      'started only',
      { kind: 'detached', missing: [], unstarted: [] },
      many(2, 'unfinished'),
      '2 checks started; detached without waiting.',
    ],
    [
      'no match',
      { kind: 'no-match', tolerated: true, sought: 'tags "a, b" or "c"' },
      [],
      'No active check matches tags "a, b" or "c", so nothing was started. ' +
        'Check the spelling, and that the checks are active.',
    ],
    [
      'cancelled early',
      { kind: 'cancelled', by: 'SIGINT', starting: false },
      [],
      'Cancelled by SIGINT after 1.5 s; no check session was known yet.',
    ],
    [
      'cancelled while sessions were being started',
      { kind: 'cancelled', by: 'SIGINT', starting: true },
      [],
      'Cancelled by SIGINT after 1.5 s; sessions may have been started all the same: see Checkly.',
    ],
    [
      'cancelled later',
      { kind: 'cancelled', by: 'SIGTERM', starting: false },
      [...many(2, 'unfinished'), ...many(1, 'unknown'), ...many(1, 'failed')],
      'Cancelled by SIGTERM after 1.5 s; 3 of 4 checks had not ended, 1 failed.',
    ],
    [
      'cancelled, one still ran',
      { kind: 'cancelled', by: 'SIGTERM', starting: false },
      many(1, 'unfinished'),
      'Cancelled by SIGTERM after 1.5 s; "Check 1" had not ended.',
    ],
    [
      'cancelled, one had failed',
      { kind: 'cancelled', by: 'SIGTERM', starting: false },
      many(1, 'failed'),
      'Cancelled by SIGTERM after 1.5 s; "Check 1" had ended, FAILED.',
    ],
    ['broken', { kind: 'broken', cause: 'Input timeout: no.' }, [], 'Input timeout: no.'],
  ])('%s', (_case, ending, sessions, sentence) => {
    expect(judgeAll(ending, sessions, 1500).message).toBe(sentence)
  })

  test('a name is cut, so that the rest stays in sight', () => {
    const long = judgeAll(AWAITED, [buildJudged('failed', { name: 'x'.repeat(5000) })])
    expect(long.message).toContain(`"${'x'.repeat(200)}" FAILED`)
  })
})
