import { expect, it } from 'vitest'
import { buildReport } from '../../scripts/preview/build-report.ts'
import { redactReport } from '../../src/reports/redact-report.ts'
import { renderJsonReport } from '../../src/reports/report-files/json-report.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'

const SECRET = 'cu_1234567890abcdef'

function redact(text: string): string {
  return text.replaceAll(SECRET, '***')
}

const echoed = buildReport({
  sessions: [
    {
      name: `Echo ${SECRET}`,
      status: 'FAILED',
      places: { [SECRET]: 'F' },
      link: `https://app.checklyhq.com/${SECRET}`,
      details: {
        [SECRET]: {
          reason: `401 for ${SECRET}`,
          facts: [['Request', SECRET]],
          assertions: [],
          excerpt: `a\n${SECRET}\nb`,
        },
      },
    },
  ],
})

it('finds a secret where escaping would hide it', () => {
  const report = redactReport(echoed, redact)
  for (const text of [renderSummary(report, 100_000), renderJsonReport(report)]) {
    expect(text).toContain('***'.replaceAll('*', text.startsWith('{') ? '*' : '&#42;'))
    // In Markdown the underscore would be a reference.
    expect(text.replaceAll('&#95;', '_').replaceAll('\u2060', '')).not.toContain('1234567890abcdef')
  }
})

it('leaves a report without secrets as it is', () => {
  const report = buildReport({ sessions: [{ name: 'A', status: 'PASSED', places: { x: 'P' } }] })
  expect(redactReport(report, redact)).toBe(report)
})
