import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildReport, type SampleReport } from '../../scripts/preview/build-report.ts'
import { SCENARIOS } from '../../scripts/preview/scenarios.ts'
import { buildAnnotations } from '../../src/reports/annotations.ts'
import { buildReportOf, hostileTexts } from './support/hostile-report.ts'

function annotate(sample: SampleReport | undefined) {
  return buildAnnotations(buildReport(sample ?? { sessions: [] }))
}

const manyRetried: SampleReport = {
  sessions: Array.from({ length: 25 }, (_, index) => ({
    name: `Check ${index}`,
    status: 'PASSED',
    places: { 'eu-west-1': 'FP' },
  })),
}

describe('annotations', () => {
  it('say which session failed, where, why, and where to look', () => {
    expect(annotate(SCENARIOS['one-failed-of-five-locations'])).toStrictEqual([
      {
        level: 'error',
        title: 'Checkout API: FAILED',
        message: [
          'Checkout API failed in eu-west-1, 1 of 5 locations',
          'Why: status code: expected 200, was 503',
          'https://app.checklyhq.com/check-sessions/00005e55-0000-4000-8000-000000000000',
        ].join('\n'),
      },
    ])
  })

  it('warn of degraded sessions that are let through, and of passes after a retry', () => {
    const found = annotate(SCENARIOS['forty-sessions-three-failed'])
    expect(found.map(({ level, title }) => `${level} ${title}`)).toStrictEqual([
      'error Orders API: FAILED',
      'error Search: FAILED',
      'error Certificate: FAILED',
      'warning Recommendations: DEGRADED',
      'warning Login: PASSED',
      'warning Payment: PASSED',
    ])
    expect(found[3]?.message).toContain('DEGRADED is let through by passing-statuses')
    expect(found[4]?.message).toContain('passed after retry in 1 location, 3 attempts at most')
  })

  it('leave room for the closing error, and the last says how many more there are', () => {
    const found = annotate(SCENARIOS['thousand-sessions-hundred-failed'])
    expect(found).toHaveLength(9)
    expect(found[8]).toStrictEqual({
      level: 'error',
      title: '92 more sessions did not pass',
      message: "92 more sessions did not pass. The job summary and the step's log name them.",
    })
  })

  it('are at most ten warnings', () => {
    const found = annotate(manyRetried)
    expect(found).toHaveLength(10)
    expect(found[9]?.title).toBe('16 more sessions passed with a remark')
  })

  it.each(['one-passed', 'all-passed-many', 'detached', 'no-match'])('none for %s', (name) => {
    expect(annotate(SCENARIOS[name])).toStrictEqual([])
  })

  it.each(['timeout-two-unfinished', 'cancelled', 'no-verdict'])('name what never ended: %s', (name) => {
    const found = annotate(SCENARIOS[name])
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ level, message }) => level === 'error' && message.includes('Why: '))).toBe(true)
  })

  it('stay below what GitHub cuts, and in their lines, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        for (const { title, message } of buildAnnotations(buildReportOf(texts, 'many failed', 20))) {
          expect(message.length).toBeLessThan(4096)
          expect(message.split('\n').length).toBeLessThanOrEqual(5)
          expect(/[\p{Cc}]/u.test(title + message.replaceAll('\n', ''))).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })
})
