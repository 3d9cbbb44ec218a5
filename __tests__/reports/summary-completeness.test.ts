import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { buildReport, type SampleReport } from '../../scripts/preview/build-report.ts'
import { parseAsGitHub } from '../../scripts/preview/render-as-github.ts'
import { SCENARIOS } from '../../scripts/preview/scenarios.ts'
import type { GateReport } from '../../src/reports/gate-report.ts'
import { renderMarkdownReport } from '../../src/reports/report-files/markdown-report.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildReportView } from '../../src/reports/views/report-view.ts'
import { foldText } from '../../src/text/neutralise-text.ts'
import { findAll, readText } from './support/page-tree.ts'

const LIMIT = 1_048_576

/** A page's text without what is added against links and where long words may break. */
function readPage(page: Root): string {
  return readText(page).replace(/[\u200b\u2060\u2068\u2069]/g, '')
}

/** What the page must say: as much of each text as a table has room for. */
function listDemands(report: GateReport): { names: string[]; locations: string[]; reasons: string[] } {
  const { stopped, remarkable, plain } = buildReportView(report)
  const views = [...stopped, ...remarkable, ...plain]
  const shorten = (text: string, length: number): string => foldText(text, 1000).slice(0, length)
  return {
    names: views.map((view) => shorten(view.name, 50)),
    locations: views.flatMap((view) => view.locations.map((place) => shorten(place.location, 50))),
    reasons: stopped.map((view) => shorten(view.reason, 100)),
  }
}

const whole = Object.entries(SCENARIOS).filter(
  ([name]) => !name.startsWith('thousand') && name !== 'detached',
)

describe('the page names every session, location and reason', () => {
  it.each(whole)('%s', (_, sample) => {
    const report = buildReport(sample)
    const text = readPage(parseAsGitHub(renderSummary(report, LIMIT)))
    const { names, locations, reasons } = listDemands(report)
    expect([...names, ...locations, ...reasons].filter((it) => !text.includes(it))).toStrictEqual([])
  })

  it.each(whole)('and links every session and every final result: %s', (_, sample) => {
    const report = buildReport(sample)
    const page = parseAsGitHub(renderSummary(report, LIMIT))
    const hrefs = new Set(findAll(page, 'a').map((link) => String(link.properties['href'])))
    const wanted = report.fates.flatMap(({ session }) => [
      session?.checkSessionLink ?? '',
      ...(session?.results ?? []).map((result) => result.checkResultLink),
    ])
    const missing = wanted.filter((link) => link.startsWith('https:') && !hrefs.has(link))
    expect(missing).toStrictEqual([])
  })
})

describe('what has no room is counted', () => {
  const sample: SampleReport = SCENARIOS['thousand-sessions-hundred-failed'] ?? { sessions: [] }
  const report = buildReport(sample)

  it.each([
    ['a small summary', 150_000],
    ['a very small summary', 20_000],
  ])('%s of 1,000 sessions', (_, bound) => {
    const markdown = renderSummary(report, bound)
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bound)
    expectAllCounted(markdown)
  })

  it('no summary is larger than GitHub takes', () => {
    const twice = { ...report, fates: [...report.fates, ...report.fates] }
    const markdown = renderSummary(twice, LIMIT)
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(LIMIT)
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(LIMIT - 5000)
    expect(markdown).toMatch(
      /Left out for lack of room:\*\* [\d,]+ sessions that passed at the first attempt\./,
    )
  })

  it('the file for a pull request comment', () => {
    const markdown = renderMarkdownReport(report)
    expect(markdown.length).toBeLessThan(65_000)
    expect(markdown).not.toContain('```mermaid')
    expectAllCounted(markdown)
  })

  it('locations and attempts of one session', () => {
    const places = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`location-${index}`, 'F']))
    places['location-0'] = 'F'.repeat(30)
    const large = buildReport({ sessions: [{ name: 'Large', status: 'FAILED', places }] })
    const text = readPage(parseAsGitHub(renderSummary(large, LIMIT)))
    expect(text).toContain('failed in all 400 locations')
    expect(text).toContain('… and 375 locations more')
    expect(text).toContain('22 more')
  })

  it('a session of 50,000 locations costs no more than its answer', () => {
    const places = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`l${index}`, 'FP']))
    const huge = buildReport({ sessions: [{ name: 'Huge', status: 'PASSED', places }] })
    const started = performance.now()
    expect(Buffer.byteLength(renderSummary(huge, LIMIT))).toBeLessThan(20_000)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('is rendered in tens of milliseconds', () => {
    renderSummary(report, LIMIT)
    const started = performance.now()
    renderSummary(report, LIMIT)
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
      Number((new RegExp(`([\\d,]+) sessions? ${which}`).exec(note)?.[1] ?? '0').replace(',', ''))
    expect(named.size + count('that did not pass') + count('that passed at the first attempt')).toBe(1000)
    const cards = findAll(page, 'summary').filter((it) => readText(it).includes('failed in eu-west-1')).length
    expect(cards + count('without attempts and details')).toBe(100)
  }
})
