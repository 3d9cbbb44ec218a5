import { describe, expect, it } from 'vitest'
import { buildAnnotations } from '../../src/reports/annotations.ts'
import { renderLog } from '../../src/reports/render-log.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildView } from '../../testing/reports/build-report.ts'
import { parseAsGitHub } from '../../testing/reports/render-as-github.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { findAll, readText } from './support/page-tree.ts'

/** What people see of a scenario, and how often a cause is said there. */
function look(name: string, cause: string) {
  const view = buildView(SCENARIOS[name] ?? { sessions: [] })
  const page = parseAsGitHub(renderSummary(view, 1_000_000))
  const log = renderLog(view)
  const text = readText(page)
  const logText = log.flatMap(({ title, lines }) => [title, ...lines]).join('\n')
  const annotations = buildAnnotations(view)
  const count = (where: string): number => where.split(cause).length - 1
  return {
    page,
    log,
    text,
    annotations,
    message: view.report.verdict.message,
    said: {
      message: count(view.report.verdict.message),
      log: count(logText),
      summary: count(text),
      annotations: count(annotations.map(({ message }) => message).join('\n')),
    },
  }
}

describe('what all have in common is said once', () => {
  it('a refused key with forty ids', () => {
    const seen = look('wrong-key', 'The API key was not accepted')
    // The message closes the log, as an annotation.
    expect(seen.said).toEqual({ message: 1, log: 0, summary: 1, annotations: 0 })
    expect(seen.message).toMatch(/^No verdict for 40 sessions: /)
    expect(seen.log.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['❓ 40 sessions without a verdict', 4],
    ])
    expect(findAll(seen.page, 'summary').map((it) => readText(it))).toEqual([
      '❓ 40 sessions without a verdict',
    ])
  })

  it('an outage, with how many it concerns', () => {
    const seen = look('outage', 'connect ECONNREFUSED')
    expect(seen.said).toEqual({ message: 1, log: 1, summary: 1, annotations: 1 })
    expect(seen.log[0]?.title).toMatch(/^⏳ 38 checks not seen to end: .*ECONNREFUSED/)
    expect(seen.text).toContain('38 still running · 2 passed')
    expect(seen.annotations).toHaveLength(1)
  })

  it('forty that ran on: a line each, and no reason', () => {
    const seen = look('timeout-many', 'still running when the step stopped waiting')
    expect(seen.said.log).toBe(1)
    expect(seen.annotations.map(({ title }) => title)).toEqual([
      '40 checks still running when the step stopped waiting',
    ])
    expect(seen.log).toHaveLength(1)
    expect(seen.log[0]?.lines).toHaveLength(40)
    // A look that was some time ago says so.
    expect(seen.log[0]?.lines[0]).toMatch(
      /^Homepage 1 still running: 1 of 2 locations done, as seen 42 s before /,
    )
    expect(seen.text).toContain('as seen 42 s before')
  })

  it('what fail-fast did not wait for: a line each', () => {
    const seen = look('fail-fast', 'still running when the step stopped waiting')
    expect(seen.log.map(({ lines }) => lines.length).at(-1)).toBe(39)
    expect(seen.said.annotations).toBe(0)
  })
})

it('numbers in the heading add up, and those that the heading says are not said again', () => {
  const top = (name: string): string[] =>
    readText(look(name, ' ').page)
      .split('\n')
      .filter((line) => line !== '')
      .slice(0, 2)
  expect(top('forty-sessions-three-failed')).toEqual([
    '❌ 3 of 40 checks failed',
    '3 failed · 37 passed (2 after a retry, 1 degraded)',
  ])
  expect(top('browser-error-and-unknown-status')[1]).toMatch(/^Gated: /)
})
