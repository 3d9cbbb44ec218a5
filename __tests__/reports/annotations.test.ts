import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildAnnotations } from '../../src/reports/annotations.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { buildView, type SampleReport } from '../../testing/reports/build-report.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { buildViewOf, hostileTexts } from './support/hostile-report.ts'

function annotate(sample: SampleReport | undefined) {
  return buildAnnotations(buildView(sample ?? { sessions: [] }))
}

const manyRetried: SampleReport = {
  sessions: Array.from({ length: 25 }, (_, index) => ({
    name: `Check ${index}`,
    status: 'PASSED',
    places: { 'eu-west-1': 'FP' },
  })),
}

describe('annotations', () => {
  test('say which session failed, where, why, and where to look', () => {
    expect(annotate(SCENARIOS['one-failed-of-five-locations'])).toStrictEqual([
      {
        level: 'error',
        title: 'Checkout API failed in eu-west-1 (new): status code: expected 200, was 503',
        message: [
          'Checkout API failed in eu-west-1, 1 of 5 locations',
          'Why: status code: expected 200, was 503',
          'New: passed 4 minutes before this run',
          'Request: GET https://shop.example.com/api/checkout?cart=42',
          'Response: 503 Service Unavailable',
          'https://app.checklyhq.com/check-sessions/00005e55-0000-4000-8000-000000000000',
        ].join('\n'),
      },
    ])
  })

  test('warn of degraded sessions that are let through, and of passes after a retry', () => {
    const found = annotate(SCENARIOS['forty-sessions-three-failed'])
    expect(found.map(({ level, title }) => `${level} ${title}`)).toStrictEqual([
      'error Orders API failed in eu-west-1 and eu-central-1: status code: expected 201, was 200',
      'error Search failed in both eu-west-1 and us-east-1: connect ECONNREFUSED 203.0.113.9:443',
      'error Certificate failed in us-east-1: the certificate is not trusted: unable to verify the first certificate',
      'warning Recommendations is degraded in eu-west-1, let through',
      'warning Login passed after retry in eu-west-1 (3 attempts)',
      'warning Payment passed after retry in eu-west-1 (2 attempts)',
    ])
  })

  test('say of a retry in the message too, which alone is in the log', () => {
    const [found] = annotate({ sessions: [{ name: 'Login', status: 'PASSED', places: { x: 'FP', y: 'P' } }] })
    expect(found?.message).toMatch(/^Login passed after retry in x \(2 attempts\)\nhttps:/)
  })

  test('say of a retry in another location that it passed, and of no location that it has no result', () => {
    const found = annotate(SCENARIOS['passed-after-retry-elsewhere'])
    expect(found.map(({ title }) => title)).toStrictEqual([
      'Checkout API passed after retry in eu-west-1 (2 attempts)',
    ])
  })

  test('say of a session that passed what did not, whatever its status says', () => {
    const [found] = annotate({ sessions: [{ name: 'Home', status: 'PASSED', places: { x: 'F', y: 'P' } }] })
    expect(found).toMatchObject({ level: 'warning', title: 'Home passed, though 1 final result did not' })
  })

  test('say of one that was let through nothing that its status says', () => {
    const [found] = annotate({
      passingStatuses: ['PASSED', 'FAILED'],
      sessions: [{ name: 'Home', status: 'FAILED', places: { x: 'F', y: 'P' } }],
    })
    expect(found).toMatchObject({ level: 'warning', title: 'Home failed in x, let through' })
  })

  test('say what the attempts failed for of a session that never came to its end', () => {
    const { sessions } = SCENARIOS['timeout-two-unfinished'] ?? { sessions: [] }
    const [search] = annotate({ sessions: sessions.filter(({ name }) => name === 'Search') })
    expect(search?.message).toContain('Why in eu-west-1: status code: expected 200, was 503\nRequest: GET ')
  })

  test('none for what fail-fast did not wait for', () => {
    const titles = annotate(SCENARIOS['fail-fast']).map(({ title }) => title)
    expect(titles).toStrictEqual(['Checkout API failed in eu-west-1: status code: expected 200, was 503'])
  })

  test('leave room for the closing error, and the last says how many more there are', () => {
    const found = annotate(SCENARIOS['thousand-sessions-hundred-failed'])
    expect(found).toHaveLength(9)
    expect(found[8]).toStrictEqual({
      level: 'error',
      title: '92 more checks did not pass',
      message: "92 more checks did not pass. The job summary and the step's log name them.",
    })
  })

  test('are at most ten warnings', () => {
    const found = annotate(manyRetried)
    expect(found).toHaveLength(10)
    expect(found[9]?.title).toBe('16 more checks passed with a remark')
  })

  test.each(['one-passed', 'all-passed-many', 'detached', 'no-match'])('none for %s', (name) => {
    expect(annotate(SCENARIOS[name])).toStrictEqual([])
  })

  test('none for sessions that were only started, also when a check was not there', () => {
    const ending = { kind: 'detached', missing: ['check-9'], unstarted: [] } as const
    const sessions = [{ name: 'A', status: 'PROGRESS', state: 'unfinished', places: { x: '' } }] as const
    expect(annotate({ ending, sessions: [...sessions] })).toStrictEqual([])
  })

  test.each<[string, string[]]>([
    [
      'timeout-two-unfinished',
      [
        'Checkout suite: still running when the step stopped waiting',
        "Search: still running when last seen; then Checkly's API gave trouble: the API answered 503",
      ],
    ],
    ['cancelled', ['Checkout suite: the session was cancelled before it had finished']],
    [
      'no-verdict',
      [
        '00005e55-0000-4000-8000-000000000000: the API answered 401: Unauthorized. The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be…',
      ],
    ],
    ['timeout-many', ['40 checks still running when the step stopped waiting']],
    // The closing error says it.
    ['wrong-key', []],
    [
      'outage',
      [
        "38 checks not seen to end: still running when last seen; then Checkly's API gave trouble: connect ECONNREFUSED 203.0.113.9:443",
      ],
    ],
  ])('name what never ended, and why: %s', (name, titles) => {
    expect(annotate(SCENARIOS[name]).map(({ level, title }) => [level, title])).toStrictEqual(
      titles.map((title) => ['error', title]),
    )
  })

  test('have the whole reason where the title has no room for it', () => {
    const reason = `${'a long story '.repeat(20)}ends`
    const details = { reason, facts: [], assertions: [], excerpt: '', credentialsHidden: 0 }
    const [found] = annotate({
      sessions: [{ name: 'A', status: 'FAILED', places: { x: 'F' }, details: { x: details } }],
    })
    expect(found?.title).toMatch(/^A failed in x: a long story .{100,}…$/)
    expect(found?.message).toContain(`Why: ${reason}`)
  })

  test('stay below what GitHub cuts, and in their lines, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        for (const { title, message } of buildAnnotations(buildViewOf(texts, 'many failed', 20))) {
          expect(message.length).toBeLessThan(4096)
          expect(message.split('\n').length).toBeLessThanOrEqual(5)
          expect(/[\p{Cc}]/u.test(title + message.replaceAll('\n', ''))).toBe(false)
        }
      }),
      { numRuns: chooseRuns(500) },
    )
  })
})
