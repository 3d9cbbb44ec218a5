import { describe, expect, it } from 'vitest'
import { buildReport, type SampleReport } from '../../scripts/preview/build-report.ts'
import { parseAsGitHub } from '../../scripts/preview/render-as-github.ts'
import { SCENARIOS } from '../../scripts/preview/scenarios.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { escapeCell } from '../../src/text/neutralise-cells.ts'
import { findAll, readText } from './support/page-tree.ts'

function render(
  sample: SampleReport | undefined,
  change: (report: ReturnType<typeof buildReport>) => void = () => {},
) {
  const report = buildReport(sample ?? { sessions: [] })
  change(report)
  return parseAsGitHub(renderSummary(report, 1_048_576))
}

const two: SampleReport = {
  sessions: [
    { name: 'A', status: 'FAILED', places: { x: 'F' } },
    { name: 'B', status: 'FAILED', places: { x: 'F' } },
  ],
}

describe('a card', () => {
  it('says where to click', () => {
    const page = render(SCENARIOS['one-failed-of-five-locations'])
    const session = 'https://app.checklyhq.com/check-sessions/00005e55-0000-4000-8000-000000000000'
    const links = findAll(page, 'a').map((link) => [readText(link), link.properties['href']])
    expect(links).toContainEqual([
      'failed result in eu-west-1',
      `${session}/results/00005e55-0000-4000-8000-000000000065`,
    ])
    expect(links).toContainEqual(['whole session', session])
  })

  it('says what was read of an attempt where there is no final result, and leads to it', () => {
    const { details } = SCENARIOS['one-failed-of-five-locations']?.sessions[0] ?? {}
    const page = render({
      sessions: [
        {
          name: 'Checkout API',
          status: 'TIMED_OUT',
          places: { 'eu-west-1': 'F…', 'us-east-1': 'P' },
          ...(details && { details }),
        },
      ],
    })
    const text = readText(page)
    expect(text).toContain('Checkout API timed out in eu-west-1, 1 of 2 locations')
    expect(text).toContain('Why: the session ran out of time at Checkly')
    expect(text).toContain('Why in eu-west-1: status code: expected 200, was 503')
    expect(text).toContain('So far: 1 attempt in eu-west-1 failed')
    expect(text).toContain('First failed in this run: 2026-11-23 12:04:31 UTC')
    const [first] = findAll(page, 'a').filter((link) => readText(link) === 'failed attempt in eu-west-1')
    expect(first?.properties['href']).toMatch(/\/results\/\S+064$/)
  })

  it('claims no more of the first failure than this run shows', () => {
    const text = readText(render(SCENARIOS['one-failed-of-five-locations']))
    expect(text).toContain('First failed in this run: 2026-11-23 12:04:31 UTC')
    expect(text).not.toContain('Since')
  })

  it('says what has failed of a session that still ran, and whose API gave trouble', () => {
    const text = readText(render(SCENARIOS['timeout-two-unfinished']))
    expect(text).toContain(
      "Why: still running when last seen; then Checkly's API gave trouble: the API answered 503",
    )
    expect(text).toContain('So far: 2 attempts in eu-west-1 failed')
  })
})

describe('locations that passed at once', () => {
  it.each([
    ['beside one that did not', { e: 'F' }, '✅ 4 others'],
    ['alone', {}, '✅ all 4'],
  ])('share a row, %s', (_where, more, name) => {
    const places = { a: 'P', b: 'P', c: 'P', d: 'P', ...more }
    const page = render({
      passingStatuses: ['DEGRADED'],
      sessions: [{ name: 'A', status: 'PASSED', places }],
    })
    expect(findAll(page, 'td').map((cell) => readText(cell))).toContain(name)
  })
})

describe('the table of what did not pass', () => {
  it('has the time of the first failure, and the date where it is another day', () => {
    expect(readText(render(two))).toContain('first failed 12:04:31 UTC')
    const later = render(two, (report) => {
      report.beganAtMs += 24 * 60 * 60 * 1000
    })
    expect(readText(later)).toContain('first failed 2026-11-23 12:04:31 UTC')
  })
})

describe('the overview of many failures', () => {
  it('names known reasons first, however few they are', () => {
    const text = readText(render(SCENARIOS['thousand-sessions-hundred-failed']))
    expect(text).toMatch(/Why: .*ECONNREFUSED.*\(\d+ sessions\) · .* · reason not read \(70 sessions\)/)
    expect(text).toContain('First failure: 2026-11-23')
  })
})

describe('a long word in a cell', () => {
  it.each([
    ['short', 'short'],
    ['expected a-word-of-parts-that-break-anyway', 'expected a-word-of-parts-that-break-anyway'],
    ['x'.repeat(26), `${'x'.repeat(12)}|${'x'.repeat(12)}|xx`],
    ['shop.example.com/a/b', 'shop.|example.|com/|a/|b'],
    ['0123456789abcdef0123', '012345\u20606789ab\u2060|cdef01\u206023'],
    ['locator(selector=a)', 'locator&#40;|selector&#61;|a&#41;'],
    [`${'y'.repeat(12)}\u0301${'y'.repeat(12)}`, `${'y'.repeat(12)}\u0301${'y'.repeat(12)}`],
  ])('may break: %s', (text, cell) => {
    expect(escapeCell(text)).toBe(cell.replaceAll('|', '&#8203;'))
  })

  it('is whole in what is copied: code, excerpts and links', () => {
    for (const sample of Object.values(SCENARIOS).filter(({ sessions }) => sessions.length < 100)) {
      const page = render(sample)
      for (const tag of ['code', 'pre']) {
        for (const it of findAll(page, tag)) expect(readText(it)).not.toContain('\u200b')
      }
      for (const link of findAll(page, 'a')) expect(String(link.properties['href'])).not.toMatch(/8203|200b/i)
    }
  })
})
