import { describe, expect, test } from 'vitest'
import type { CheckSession } from '../../src/client/contract.ts'
import { type Ending, judge } from '../../src/verdict/judge.ts'
import type { SessionFate } from '../../src/verdict/verdict.ts'
import { buildFate, buildResult } from './build-fate.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], failedFast: false }

const failIn = (...locations: string[]): Partial<CheckSession> => ({
  status: 'FAILED',
  results: locations.map((runLocation) => buildResult({ runLocation, hasFailures: true })),
})
const many = (
  count: number,
  state: SessionFate['state'],
  session: Partial<CheckSession> = {},
): SessionFate[] =>
  Array.from({ length: count }, (_, index) => buildFate(state, { ...session, name: `Check ${index + 1}` }))

describe('the sentence says which session, which status, which locations, and where to look', () => {
  test.each<[string, Ending, SessionFate[], string]>([
    ['one passed', AWAITED, [buildFate('passed')], '"Homepage" PASSED after 1.5 s.'],
    [
      'a degraded one passed',
      AWAITED,
      [buildFate('passed', { status: 'DEGRADED' })],
      '"Homepage" DEGRADED after 1.5 s.',
    ],
    [
      'without a name',
      AWAITED,
      [buildFate('passed', { name: null })],
      'check session id-1 PASSED after 1.5 s.',
    ],
    ['all passed', AWAITED, many(12, 'passed'), 'All 12 check sessions passed after 1.5 s.'],
    [
      'one failed',
      AWAITED,
      [buildFate('failed', failIn('eu-west-1', 'us-east-1'))],
      '"Homepage" FAILED in eu-west-1, us-east-1. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'in many locations',
      AWAITED,
      [buildFate('failed', failIn('a', 'b', 'c', 'd', 'e', 'f', 'g', 'a'))],
      '"Homepage" FAILED in a, b, c, d, e and 2 more. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'in as many locations as are named',
      AWAITED,
      [buildFate('failed', failIn('a', 'b', 'c', 'd', 'e'))],
      '"Homepage" FAILED in a, b, c, d, e. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'one passed that was not to',
      AWAITED,
      [buildFate('failed', { status: 'PASSED' })],
      '"Homepage" PASSED, which passing-statuses does not list. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'without results',
      AWAITED,
      [buildFate('failed', { status: 'TIMED_OUT' })],
      '"Homepage" TIMED_OUT in eu-west-1. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'with a link that nobody should follow',
      AWAITED,
      [buildFate('failed', { status: 'FAILED', checkSessionLink: 'javascript:alert(1)' })],
      '"Homepage" FAILED.',
    ],
    [
      'some of several failed',
      AWAITED,
      [...many(2, 'failed', failIn('eu-west-1')), ...many(1, 'unfinished'), ...many(3, 'passed')],
      '2 of 6 check sessions did not pass: "Check 1" FAILED in eu-west-1; "Check 2" FAILED in eu-west-1. ' +
        '1 check session had not ended. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'many failed',
      AWAITED,
      many(5, 'failed', { status: 'FAILED', checkSessionLink: '' }),
      '5 of 5 check sessions did not pass: "Check 1" FAILED; "Check 2" FAILED; "Check 3" FAILED; and 2 more.',
    ],
    [
      'the time was up',
      AWAITED,
      [buildFate('unfinished')],
      'Timed out after 1.5 s: "Homepage" had not ended. Raise timeout if the checks need longer. ' +
        'See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'the time was up for some',
      AWAITED,
      [...many(5, 'unfinished', { checkSessionLink: '' }), ...many(1, 'passed')],
      'Timed out after 1.5 s: 5 of 6 check sessions had not ended: "Check 1", "Check 2", "Check 3" and 2 more. ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'the time was up for as many as are named',
      AWAITED,
      many(3, 'unfinished', { checkSessionLink: '' }),
      'Timed out after 1.5 s: 3 of 3 check sessions had not ended: "Check 1", "Check 2", "Check 3". ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'unfinished, and one of them out of reach',
      AWAITED,
      [
        ...many(1, 'unfinished', { checkSessionLink: '' }),
        buildFate('unfinished', { name: 'Check 2' }, 'the connection was refused', true),
      ],
      'Timed out after 1.5 s: 2 of 2 check sessions had not ended: "Check 1", "Check 2". ' +
        'The last trouble was: the connection was refused. Run the job again when Checkly can be reached.',
    ],
    [
      'unfinished, and out of reach',
      AWAITED,
      [buildFate('unfinished', { checkSessionLink: '' }, 'the connection was refused', true)],
      'Timed out after 1.5 s: "Homepage" had not ended. The last trouble was: the connection was refused. ' +
        'Run the job again when Checkly can be reached.',
    ],
    [
      'the time was up in trouble',
      AWAITED,
      [buildFate('unfinished', { checkSessionLink: '' }, 'the API answered 503')],
      'Timed out after 1.5 s: "Homepage" had not ended. The last trouble was: the API answered 503. ' +
        'Raise timeout if the checks need longer.',
    ],
    [
      'the time was up, in trouble for one of them',
      AWAITED,
      [
        ...many(1, 'unfinished', { checkSessionLink: '' }),
        buildFate('unfinished', { name: 'Check 2' }, 'the API answered 503'),
      ],
      'Timed out after 1.5 s: 2 of 2 check sessions had not ended: "Check 1", "Check 2". ' +
        'The last trouble was: the API answered 503. Raise timeout if the checks need longer.',
    ],
    [
      'an attempt that failed before the location passed',
      AWAITED,
      [
        buildFate('failed', {
          status: 'FAILED',
          results: [
            buildResult({ runLocation: 'us-east-1', resultType: 'ATTEMPT', hasFailures: true }),
            buildResult({ runLocation: 'us-east-1' }),
            buildResult({ runLocation: 'eu-west-1', hasFailures: true }),
          ],
        }),
      ],
      '"Homepage" FAILED in eu-west-1. See https://app.checklyhq.com/sessions/id-1',
    ],
    [
      'no verdict',
      AWAITED,
      [buildFate('unknown', null, 'the API answered 404: Not found. Check check-session-id.')],
      'No verdict for check session id-1: the API answered 404: Not found. Check check-session-id.',
    ],
    [
      'no verdict, since no server answered',
      AWAITED,
      [buildFate('unknown', null, 'DNS: the host name does not resolve', true)],
      'No verdict for check session id-1: DNS: the host name does not resolve.' +
        " Check api-url, and the runner's network or proxy.",
    ],
    [
      'no verdict for several',
      AWAITED,
      [buildFate('unknown', null), ...many(2, 'unknown'), ...many(1, 'passed')],
      'No verdict for check session id-1: the API was never reached. (and 2 more without a verdict)' +
        " Check api-url, and the runner's network or proxy.",
    ],
    ['nothing was awaited', AWAITED, [], 'No check session was awaited, so there is no verdict.'],
    [
      'failed, and not all of them started',
      { kind: 'awaited', missing: ['check-9'], failedFast: false },
      [buildFate('failed', { name: 'API', status: 'FAILED', checkSessionLink: '' })],
      '"API" FAILED. No session was started of check check-9: no active check has that id. Check check-id.',
    ],
    [
      'a check is not there',
      { kind: 'awaited', missing: ['check-8', 'check-9'], failedFast: false },
      [buildFate('passed')],
      'No session was started of check check-8, check-9: no active check has that id. Check check-id.',
    ],
    [
      'started only',
      { kind: 'detached', missing: [] },
      many(2, 'unfinished'),
      '2 check sessions started; detached without waiting.',
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
      'Cancelled by SIGTERM after 1.5 s; 3 of 4 check sessions had not ended, 1 did not pass.',
    ],
    ['broken', { kind: 'broken', cause: 'Input timeout: no.' }, [], 'Input timeout: no.'],
  ])('%s', (_case, ending, fates, sentence) => {
    expect(judge(ending, fates, 1500).sentence).toBe(sentence)
  })

  test('a name is cut, so that the rest stays in sight', () => {
    const [fate] = many(1, 'failed', { status: 'FAILED' })
    const long = judge(AWAITED, [buildFate('failed', { ...fate?.session, name: 'x'.repeat(5000) })], 0)
    expect(long.sentence).toContain(`"${'x'.repeat(200)}" FAILED`)
  })
})
