import { describe, expect, test } from 'vitest'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildReportView } from '../../src/reports/views/report-view.ts'
import { escapeCell } from '../../src/text/neutralise-cells.ts'
import { buildReport, type SampleReport } from '../../testing/reports/build-report.ts'
import { parseAsGitHub } from '../../testing/reports/render-as-github.ts'
import { listPages } from '../../testing/reports/scenario-pages.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { findAll, readText } from './support/page-tree.ts'

function render(
  sample: SampleReport | undefined,
  change: (report: ReturnType<typeof buildReport>) => void = () => {},
  bound = 1_048_576,
) {
  const report = buildReport(sample ?? { sessions: [] })
  change(report)
  return parseAsGitHub(renderSummary(buildReportView(report), bound))
}

const two: SampleReport = {
  sessions: [
    { name: 'A', status: 'FAILED', places: { x: 'F' } },
    { name: 'B', status: 'FAILED', places: { x: 'F' } },
  ],
}

describe('a card', () => {
  test('says where to click', () => {
    const page = render(SCENARIOS['one-failed-of-five-locations'])
    const session = 'https://app.checklyhq.com/check-sessions/00005e55-0000-4000-8000-000000000000'
    const links = findAll(page, 'a').map((link) => [readText(link), link.properties['href']])
    expect(links).toContainEqual([
      'failed result in eu-west-1',
      `${session}/results/00005e55-0000-4000-8000-000000000065`,
    ])
    expect(links).toContainEqual(['whole session', session])
  })

  test('links the results of all locations that failed, as long as they are few', () => {
    const failIn = (count: number) =>
      render({
        sessions: [
          {
            name: 'A',
            status: 'FAILED',
            places: Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, 'F'])),
          },
        ],
      })
    const links = (count: number): string[] =>
      findAll(failIn(count), 'a')
        .map((link) => readText(link))
        .filter((text) => text.startsWith('failed result'))
    expect(links(2)).toStrictEqual(['failed result in l0', 'failed result in l1'])
    expect(links(9)).toHaveLength(3)
  })

  test('says what was read of an attempt where there is no final result, and leads to it', () => {
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

  test('claims no more of the first failure than this run shows', () => {
    const text = readText(render(SCENARIOS['one-failed-of-five-locations']))
    expect(text).toContain('First failed in this run: 2026-11-23 12:04:31 UTC')
    expect(text).not.toContain('Since')
  })

  test('says what has failed of a session that still ran, and whose API gave trouble', () => {
    const text = readText(render(SCENARIOS['timeout-two-unfinished']))
    expect(text).toContain(
      "Why: still running when last seen; then Checkly's API gave trouble: the API answered 503",
    )
    expect(text).toContain('So far: 2 attempts in eu-west-1 failed')
  })
})

describe('a retry in another location', () => {
  const session = SCENARIOS['passed-after-retry-elsewhere']?.sessions[0]

  /** The cells of the rows on the page that begin with a location, by that location. */
  function readRow(sample: SampleReport, location: string): string[] {
    const rows = findAll(render(sample), 'tr').map((row) => findAll(row, 'td').map((cell) => readText(cell)))
    return rows.find(([first]) => first?.includes(location)) ?? []
  }

  test('stands behind the attempt that failed, with the place where it ran', () => {
    const text = readText(render(SCENARIOS['passed-after-retry-elsewhere'])).replaceAll('\u00a0', ' ')
    expect(text).toContain('eu-west-1: ❌ 1.2 s → ✅ 300 ms in us-east-1')
    expect(text).not.toMatch(/no (?:final )?result/)
  })

  test('stands there too when it failed as well', () => {
    const places = { 'eu-west-1': 'FF', 'us-west-2': 'P' }
    const failed = { sessions: session === undefined ? [] : [{ ...session, status: 'FAILED', places }] }
    expect(readRow(failed, 'eu-west-1').map((cell) => cell.replaceAll('\u00a0', ' '))).toStrictEqual([
      '❌ eu-west-1',
      '❌ 1.2 s → ❌ 1.2 s in us-east-1',
    ])
  })
})

describe('locations that passed at once', () => {
  test.each([
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
  test('has the time of the first failure, and the date where it is another day', () => {
    expect(readText(render(two))).toContain('first failed 12:04:31 UTC')
    const later = render(two, (report) => {
      report.beganAtMs += 24 * 60 * 60 * 1000
    })
    expect(readText(later)).toContain('first failed 2026-11-23 12:04:31 UTC')
  })
})

describe('the overview of many failures', () => {
  test('names known reasons first, however few they are', () => {
    // The overview is on top, and a page of a thousand takes its time.
    const text = readText(render(SCENARIOS['thousand-sessions-hundred-failed'], () => {}, 60_000))
    expect(text).toMatch(/Why: .*ECONNREFUSED.*\(\d+ checks\) · .* · reason not read \(70 checks\)/)
    expect(text).toContain('First failure: 2026-11-23')
  })
})

test('the overview says where checks are degraded', () => {
  const sessions = Array.from({ length: 13 }, (_, index) => ({
    name: `Check ${index}`,
    status: 'DEGRADED',
    places: { 'eu-west-1': 'D', 'us-east-1': 'P' },
  }))
  expect(readText(render({ sessions }))).toContain('Where: eu-west-1 (13 checks)')
})

describe('a long word in a cell', () => {
  test.each([
    ['short', 'short'],
    ['expected a-word-of-parts-that-break-anyway', 'expected a-word-of-parts-that-break-anyway'],
    ['x'.repeat(26), `${'x'.repeat(12)}|${'x'.repeat(12)}|xx`],
    ['shop.example.com/a/b', 'shop.|example.|com/|a/|b'],
    ['0123456789abcdef0123', '012345<i></i>6789ab<i></i>|cdef01<i></i>23'],
    ['locator(selector=a)', 'locator&#40;|selector&#61;|a&#41;'],
    [`${'y'.repeat(12)}\u0301${'y'.repeat(12)}`, `${'y'.repeat(12)}\u0301${'y'.repeat(12)}`],
  ])('may break: %s', (text, cell) => {
    expect(escapeCell(text)).toBe(cell.replaceAll('|', '<wbr>'))
  })

  test('is whole in what is copied: code, excerpts and links', () => {
    for (const page of listPages()) {
      for (const tag of ['code', 'pre']) {
        for (const it of findAll(page, tag)) {
          expect(findAll(it, 'wbr')).toStrictEqual([])
          expect(readText(it)).not.toMatch(/[\u200b\u2060]/)
        }
      }
      for (const link of findAll(page, 'a')) expect(String(link.properties['href'])).not.toMatch(/wbr|200b/i)
    }
  })
})
