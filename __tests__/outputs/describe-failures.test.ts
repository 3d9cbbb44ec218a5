import { describe, expect, test } from 'vitest'
import type { FailureDetails } from '../../src/diagnosis/failure-details.ts'
import { NOTHING_KNOWN } from '../../src/diagnosis/failure-knowledge.ts'
import { describeFailures } from '../../src/outputs/describe-failures.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import type { JudgedCheck, JudgedSession } from '../../src/verdict/verdict.ts'
import { buildJudged, buildRun } from '../../testing/build-session.ts'
import { failingBefore, notKnownBefore, passedBefore } from '../../testing/reports/sample-histories.ts'

const check = (sessions: JudgedSession[]): JudgedCheck[] => judgeChecks(sessions, ['PASSED'])

/** A check that failed in each of these places, with other fields of its session. */
function fail(name: string, places = ['eu-west-1'], change: object = {}): JudgedSession {
  const runs = places.map((place) => buildRun(place, [{ state: 'failed', id: `${name} ${place}` }]))
  return buildJudged('failed', { id: `id of ${name}`, name, status: 'FAILED', runs, ...change })
}

function list(checks: readonly JudgedCheck[], known = NOTHING_KNOWN): Record<string, unknown>[] {
  return JSON.parse(describeFailures('', checks, known).failures)
}

const details = (reason: string): FailureDetails => ({
  reason,
  facts: [],
  assertions: [],
  excerpt: '',
  credentialsHidden: 0,
})

describe('the output failures', () => {
  test('has an entry for each check that failed, at the verdict with what the flags tell', () => {
    const checks = check([
      buildJudged('passed'),
      fail('Login', ['eu-west-1', 'us-east-1']),
      buildJudged('unfinished'),
    ])
    expect(list(checks)).toStrictEqual([
      {
        name: 'Login',
        status: 'FAILED',
        locations: ['eu-west-1', 'us-east-1'],
        reason: 'a failed assertion, a failing script or a timeout',
        link: 'https://app.checklyhq.com/sessions/id-1',
        new: null,
      },
    ])
  })

  test('has the reason and whether it is new when they are read, the new ones first', () => {
    const checks = check([fail('Known'), fail('Unknown'), fail('New')])
    const [known, unknown, fresh] = checks.map(({ runs }) => runs[0])
    if (known === undefined || unknown === undefined || fresh === undefined) throw new Error('no runs')
    const histories = new Map([
      [known, failingBefore(9)],
      [unknown, notKnownBefore()],
      [fresh, passedBefore(4)],
    ])
    const learnt = { details: new Map([['New eu-west-1', details('status 503')]]), histories }
    expect(list(checks, learnt).map((it) => [it['name'], it['new'], it['reason']])).toStrictEqual([
      ['New', true, 'status 503'],
      ['Unknown', null, expect.any(String)],
      ['Known', false, expect.any(String)],
    ])
    // What is not known to have failed before may be new.
    expect(describeFailures('', checks, learnt)).toMatchObject({ 'failures-total': '3', 'failures-new': '2' })
  })

  test('is empty when nothing failed', () => {
    expect(describeFailures('All passed.', check([buildJudged('passed')]), NOTHING_KNOWN)).toStrictEqual({
      message: 'All passed.',
      failures: '[]',
      'failures-total': '0',
      'failures-new': '0',
    })
  })

  test('has fifty entries at most, and the total says how many there are', () => {
    const checks = check(Array.from({ length: 70 }, (_, index) => fail(`Check ${index}`)))
    expect(list(checks).map(({ name }) => name)).toStrictEqual(
      Array.from({ length: 50 }, (_, index) => `Check ${index}`),
    )
    expect(describeFailures('', checks, NOTHING_KNOWN)['failures-total']).toBe('70')
  })

  test('is cut at whole entries where they are long, and never too long', () => {
    const places = Array.from({ length: 90 }, (_, index) => `${index}${'"'.repeat(500)}`)
    const link = `https://app.checklyhq.com/${'x'.repeat(1900)}`
    const checks = check(
      Array.from({ length: 50 }, (_, index) => fail(`${index}${'\u0001'.repeat(900)}`, places, { link })),
    )
    const { failures } = describeFailures('', checks, NOTHING_KNOWN)
    const entries = JSON.parse(failures)
    expect(failures.length).toBeLessThan(100_000)
    expect(entries.length).toBeGreaterThan(3)
    expect(entries[0].locations).toHaveLength(25)
    expect(Object.keys(entries.at(-1))).toStrictEqual([
      'name',
      'status',
      'locations',
      'reason',
      'link',
      'new',
    ])
  })

  test.each(['javascript:alert(1)', 'https://user:pass@example.com/', ''])(
    'has no link that nobody should follow: %j',
    (link) => {
      expect(list(check([fail('Login', ['eu-west-1'], { link })]))).toMatchObject([{ link: '' }])
    },
  )

  test('has the link of the result in a session of many checks', () => {
    const runs = [buildRun('eu-west-1', [{ state: 'failed', link: 'https://app.checklyhq.com/results/1' }])]
    const session = fail('Preview', [], { kind: 'test', check: null, runs })
    expect(list(check([session]))).toMatchObject([
      { name: 'Homepage', link: 'https://app.checklyhq.com/results/1' },
    ])
  })
})

test('the message is one line without anything unseen, however long it is', () => {
  const { message } = describeFailures(`a\nb\u202e\u001b[31m${'c'.repeat(9000)}`, [], NOTHING_KNOWN)
  expect(message).toMatch(/^a bc+…$/)
  expect(message.length).toBeLessThanOrEqual(3000)
})
