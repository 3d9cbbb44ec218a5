import { expect, test } from 'vitest'
import { buildCheckRun } from '../../src/session/check-run.ts'
import type { Attempt, CheckRun } from '../../src/session/session.ts'
import { adviseOnTimeout } from '../../src/verdict/advise-on-timeout.ts'
import type { JudgedCheck, SessionState } from '../../src/verdict/verdict.ts'
import { buildAttempt, buildJudged, buildRun, CHECK } from '../../testing/build-session.ts'

const RAISE = 'Raise timeout if the checks need longer.'
const FAILED = 'Attempts have failed already, so more time may not help: see why they failed.'
const STAGGERED =
  'Checkly starts the checks of a large session one after the other, over up to 900 seconds: set timeout to that and what the checks need, or choose fewer checks.'
const silentIn = (places: string): string =>
  `Nothing had started in ${places}: raise timeout; if that is a private location, see that an agent runs there.`

function check(state: SessionState, ...runs: CheckRun[]): JudgedCheck {
  return { check: CHECK, name: 'Homepage', state, status: '', runs, sessions: [buildJudged('unfinished')] }
}
const queued = (location: string): CheckRun => buildCheckRun(CHECK, location, [], 'queued')
const running = (location: string, ...attempts: Partial<Attempt>[]): CheckRun =>
  buildCheckRun(
    CHECK,
    location,
    attempts.map((it) => buildAttempt({ isFinal: false, ...it })),
    'running',
  )
const unreachable = (state: SessionState): JudgedCheck => ({
  ...check(state, running('eu')),
  sessions: [buildJudged('unfinished'), buildJudged('unfinished', {}, 'refused', true)],
})

test.each<[string, JudgedCheck[], told: string[], advice: string]>([
  ['nothing is known', [], [], RAISE],
  ['nothing is known, and places were told', [check('unfinished')], ['office'], RAISE],
  ['one runs', [check('unfinished', running('eu'))], [], RAISE],
  [
    'one runs, and an attempt has passed',
    [check('unfinished', running('eu', { state: 'passed' }))],
    [],
    RAISE,
  ],
  ['an attempt has failed', [check('unfinished', running('eu', { state: 'failed' }, {}))], [], FAILED],
  [
    'an attempt failed of a check that has failed anyway',
    [check('failed', running('eu', { state: 'failed' })), check('unfinished', running('eu'))],
    [],
    RAISE,
  ],
  [
    'an attempt failed before the check passed in one place',
    [check('unfinished', buildRun('eu', [{ state: 'failed', isFinal: false }, {}]), running('us'))],
    [],
    RAISE,
  ],
  [
    'nothing started in two places',
    [check('unfinished', queued('a'), queued('b'), queued('a'))],
    [],
    silentIn('a, b'),
  ],
  ['of two such places one was told', [check('unfinished', queued('a'), queued('b'))], ['a'], silentIn('b')],
  ['all such places were told', [check('unfinished', queued('a'), queued('b'))], ['a', 'b'], ''],
  [
    'such a place was told, and a check runs elsewhere',
    [check('unfinished', queued('a')), check('unfinished', running('eu'))],
    ['a'],
    RAISE,
  ],
  [
    'another check had started in that place, or had ended there',
    [check('unfinished', queued('eu')), check('passed', buildRun('eu'))],
    [],
    STAGGERED,
  ],
  [
    'some places are silent, and in others some had started',
    [check('unfinished', queued('eu'), queued('a')), check('unfinished', running('eu', { state: 'failed' }))],
    [],
    `${silentIn('a')} ${STAGGERED} ${FAILED}`,
  ],
  ['what is queued of a check that has failed is not waited for', [check('failed', queued('a'))], [], RAISE],
  [
    'no server answered for one of several sessions',
    [unreachable('unfinished')],
    [],
    'Run the job again when Checkly can be reached.',
  ],
  [
    'no server answered for one that has failed anyway',
    [unreachable('failed'), check('unfinished', running('eu'))],
    [],
    RAISE,
  ],
])('%s', (_case, checks, told, advice) => {
  expect(adviseOnTimeout(checks, told)).toBe(advice)
})
