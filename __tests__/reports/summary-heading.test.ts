import { describe, expect, test } from 'vitest'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildView, type SampleReport, type SampleSession } from '../../testing/reports/build-report.ts'
import { parseAsGitHub } from '../../testing/reports/render-as-github.ts'
import { listPages } from '../../testing/reports/scenario-pages.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { findAll, readText } from './support/page-tree.ts'

const failed: SampleSession = { name: 'Checkout', status: 'FAILED', places: { x: 'F' } }
const passed: SampleSession = { name: 'Home', status: 'PASSED', places: { x: 'P' } }
const running: SampleSession = {
  name: 'Orders API',
  status: 'PROGRESS',
  state: 'unfinished',
  places: { x: '' },
}

function render(sample: SampleReport | undefined) {
  return parseAsGitHub(renderSummary(buildView(sample ?? { sessions: [] }), 1_048_576))
}

/** The heading and the paragraphs right below it, as a reader sees them. */
function readTop(sample: SampleReport | undefined): string[] {
  const page = render(sample)
  const [heading] = findAll(page, 'h2')
  const top = page.children.slice(page.children.indexOf(heading as never))
  return top
    .filter((node) => node.type === 'element')
    .slice(0, 3)
    .map((node) => (node.tagName.startsWith('h') || node.tagName === 'p' ? readText(node) : ''))
}

describe('the heading', () => {
  test.each<[string, SampleReport, string]>([
    ['one of several failed', { sessions: [failed, passed] }, '❌ Checkout failed in x'],
    ['two failed', { sessions: [failed, failed, passed] }, '❌ 2 of 3 checks failed'],
    ['one failed, others ran on', { sessions: [failed, running, running] }, '❌ Checkout failed in x'],
    [
      'one still ran',
      { sessions: [running, passed], waitedMs: 600_000 },
      '⏳ Orders API was still running after 10m00s',
    ],
    [
      'two still ran',
      { sessions: [running, running, passed], waitedMs: 600_000 },
      '⏳ 2 of 3 checks were still running after 10m00s',
    ],
    [
      'cancelled',
      { sessions: [running, passed], ending: { kind: 'cancelled', by: 'SIGINT', starting: false } },
      '🚫 Cancelled with the workflow: 1 of 2 checks still running',
    ],
    ['no verdict', SCENARIOS['no-verdict'] ?? { sessions: [] }, '❌ No verdict: the step fails'],
  ])('%s', (_, sample, words) => {
    expect(readTop(sample)[0]).toBe(words)
  })

  test('tells whether the step passes when no check matched', () => {
    expect(readTop(SCENARIOS['no-match'])[0]).toBe('❌ No check matched; nothing was started')
    expect(readTop(SCENARIOS['no-match-tolerated'])[0]).toBe('⚠️ No check matched; the step passes')
  })

  test('has the counts below it, and what to do when time was up', () => {
    expect(readTop({ sessions: [failed, running, passed] })[1]).toBe('1 failed · 1 still running · 1 passed')
    expect(readTop({ sessions: [running, passed] }).slice(1)).toStrictEqual([
      '1 still running · 1 passed',
      'Raise timeout if the checks need longer.',
    ])
  })
})

describe('the page', () => {
  test('says what failed before what ran on, which is folded', () => {
    const page = render(SCENARIOS['fail-fast'])
    const text = readText(page)
    expect(text).toContain('1 failed · 39 not waited for (fail-fast)')
    expect(text).toContain('Why: status code: expected 200, was 503')
    expect(text).not.toContain('checks)')
    expect(findAll(page, 'summary').map((it) => readText(it))).toStrictEqual([
      '⏳ 39 checks still running when the step stopped waiting',
    ])
  })

  test('ends with the times, and without those that are not true', () => {
    const last = (sample: SampleReport): string =>
      readText(render(sample)).replaceAll('\u00a0', ' ').trimEnd().split('\n').at(-1) ?? ''
    expect(last({ sessions: [passed] })).toBe('Took 2.0 s · the step waited 4.0 s')
    expect(last({ sessions: [failed, failed, passed], passingStatuses: ['PASSED', 'DEGRADED'] })).toBe(
      'Checks took 2.0 s · the step waited 4.0 s · passing statuses: PASSED, DEGRADED',
    )
    expect(last({ sessions: [failed, failed, running] })).toBe('The step waited 4.0 s')
    expect(readText(render({ sessions: [running, running, passed] }))).not.toMatch(/hecks took|waited/)
  })

  test('has no link in the titles that unfold', () => {
    for (const page of listPages()) {
      for (const title of findAll(page, 'summary')) expect(findAll(title, 'a')).toStrictEqual([])
    }
  })

  test('folds the cards of four sessions and more, which the table names', () => {
    const count = (sessions: SampleSession[]): number => findAll(render({ sessions }), 'details').length
    expect(count(Array(3).fill(failed))).toBe(0)
    expect(count(Array(4).fill(failed))).toBe(1 + 4)
  })

  test('does not repeat the sentence of a session of which nothing else is known', () => {
    const text = readText(render(SCENARIOS['no-verdict']))
    expect(text.match(/API key was not accepted/g)).toHaveLength(1)
  })
})

test('names checks that were asked for and not started beside the one that failed', () => {
  const view = buildView({
    ending: { kind: 'awaited', missing: ['check-9'], unstarted: [], failedFast: false },
    sessions: [{ name: 'A', status: 'FAILED', places: { x: 'F' } }],
  })
  expect(renderSummary(view, 100_000)).toContain('No session was started of check check-9')
})
