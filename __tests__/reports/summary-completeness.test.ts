import type { Root } from 'hast'
import { describe, expect, test } from 'vitest'
import { renderMarkdownReport } from '../../src/reports/report-files/markdown-report.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildReportView, type ReportView } from '../../src/reports/views/report-view.ts'
import { foldText } from '../../src/text/neutralise-text.ts'
import { IS_WHOLE } from '../../testing/choose-runs.ts'
import { buildReport, buildView, type SampleReport } from '../../testing/reports/build-report.ts'
import { parseAsGitHub } from '../../testing/reports/render-as-github.ts'
import { findPage } from '../../testing/reports/scenario-pages.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { findAll, readText } from './support/page-tree.ts'

const LIMIT = 1_048_576

/** A page's text without the isolates around what is written from right to left. */
function readPage(page: Root): string {
  return readText(page).replace(/[\u2068\u2069]/g, '')
}

/** What the page must say: as much of each text as a table has room for. */
function listDemands(view: ReportView): { names: string[]; locations: string[]; reasons: string[] } {
  const { notPassed, running, remarkable, plain } = view
  const checks = [...notPassed, ...remarkable, ...plain]
  const shorten = (text: string, length: number): string => foldText(text, 1000).slice(0, length)
  return {
    names: checks.map(({ name }) => shorten(name, 50)),
    locations: checks.flatMap(({ runs }) => runs.map(({ location }) => shorten(location, 50))),
    // What only ran on shows how far each location is.
    reasons: notPassed.filter((it) => !running.includes(it)).map(({ reason }) => shorten(reason, 100)),
  }
}

const whole = Object.entries(SCENARIOS).filter(
  ([name]) => !name.startsWith('thousand') && name !== 'detached',
)

describe('the page names every session, location and reason', () => {
  test.each(whole)('%s', (name, sample) => {
    const view = buildView(sample)
    const text = readPage(findPage(name))
    const { names, locations, reasons } = listDemands(view)
    expect([...names, ...locations, ...reasons].filter((it) => !text.includes(it))).toStrictEqual([])
  })

  test.each(whole)('and links every session and every final result: %s', (name, sample) => {
    const view = buildView(sample)
    const hrefs = new Set(findAll(findPage(name), 'a').map((link) => String(link.properties['href'])))
    const wanted = view.report.sessions.flatMap(({ session }) => [
      session?.link ?? '',
      ...(session?.runs ?? []).flatMap(({ attempts }) => attempts.map(({ link }) => link)),
    ])
    const missing = wanted.filter((link) => link.startsWith('https:') && !hrefs.has(link))
    expect(missing).toStrictEqual([])
  })
})

describe('what has no room is counted', () => {
  const sample: SampleReport = SCENARIOS['thousand-sessions-hundred-failed'] ?? { sessions: [] }
  const view = buildView(sample)

  test.each([
    ['a small summary', 150_000],
    ['a very small summary', 20_000],
  ])('%s of 1,000 sessions', (_, bound) => {
    const markdown = renderSummary(view, bound)
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bound)
    expectAllCounted(markdown)
  })

  test('no summary is larger than GitHub takes', () => {
    const { report } = view
    const twice = { ...report, checks: [...report.checks, ...report.checks] }
    const markdown = renderSummary(buildReportView(twice), LIMIT)
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(LIMIT)
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(LIMIT - 5000)
    expect(markdown).toMatch(
      /Left out for lack of room:\*\* [\d,]+ checks that passed at the first attempt\./,
    )
  })

  test('the file for a pull request comment', () => {
    const markdown = renderMarkdownReport(view)
    expect(markdown.length).toBeLessThan(65_000)
    expect(markdown).not.toContain('```mermaid')
    expectAllCounted(markdown)
  })

  test('locations and attempts of one session', () => {
    const places = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`location-${index}`, 'F']))
    places['location-0'] = 'F'.repeat(30)
    const large = buildView({ sessions: [{ name: 'Large', status: 'FAILED', places }] })
    const text = readPage(parseAsGitHub(renderSummary(large, LIMIT)))
    expect(text).toContain('failed in all 400 locations')
    expect(text).toContain('… and 375 locations more')
    expect(text).toContain('22 more')
  })

  test.each([
    ['PASSED', 'FP'],
    ['FAILED', 'F…'],
  ])(
    'a session of ten thousand locations and more costs no more than its answer: %s, %s',
    { timeout: 60_000 },
    (...sample) => {
      const [status, attempts] = sample
      const places = Object.fromEntries(
        Array.from({ length: IS_WHOLE ? 50_000 : 10_000 }, (_, index) => [`l${index}`, attempts]),
      )
      const huge = buildReport({ sessions: [{ name: 'Huge', status, places }] })
      const started = performance.now()
      expect(Buffer.byteLength(renderSummary(buildReportView(huge), LIMIT))).toBeLessThan(20_000)
      expect(performance.now() - started).toBeLessThan(3000)
    },
  )

  test('is rendered in tens of milliseconds', () => {
    renderSummary(view, LIMIT)
    const started = performance.now()
    renderSummary(view, LIMIT)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  /** Rows on the page and the numbers in its closing note must make up all the sessions. */
  function expectAllCounted(markdown: string): void {
    const page = parseAsGitHub(markdown)
    const rows = findAll(page, 'tbody').flatMap((body) => findAll(body, 'tr'))
    const named = new Set(
      rows.map((row) => /^[✅❌]\s(.+ \d+)(?:eu-west-1| ·)/.exec(readText(row).trim())?.[1] ?? ''),
    )
    named.delete('')
    const note = /Left out for lack of room:(.*)\./.exec(readPage(page))?.[1] ?? ''
    const count = (which: string): number =>
      Number((new RegExp(`([\\d,]+) checks? ${which}`).exec(note)?.[1] ?? '0').replace(',', ''))
    expect(named.size + count('that failed') + count('that passed at the first attempt')).toBe(1000)
    const cards = findAll(page, 'summary').filter((it) => readText(it).includes('failed in eu-west-1')).length
    expect(cards + count('without attempts and details')).toBe(100)
  }
})
