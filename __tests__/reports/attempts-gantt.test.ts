import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { chromium } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { renderGantt } from '../../src/reports/summary/attempts-gantt.ts'
import { chooseRuns, IS_WHOLE } from '../../testing/choose-runs.ts'
import { buildView, type SampleReport, type SampleSession } from '../../testing/reports/build-report.ts'
import { loadMermaid, MERMAID_SCRIPT, type Mermaid } from '../../testing/reports/load-mermaid.ts'
import { findChromium, QUIET_FLAGS } from '../../testing/reports/take-screenshots.ts'
import { buildViewOf, hostileTexts } from './support/hostile-report.ts'
import { hostileText } from './support/hostile-text.ts'

const mermaid = loadMermaid()

function draw(sample: SampleReport): string {
  const { notPassed, remarkable } = buildView(sample)
  return readDiagram(renderGantt([...notPassed, ...remarkable]))
}

/** The diagram of one session that failed in so many locations, after two attempts in each. */
function drawFailed(count: number, changeResult: (index: number) => Record<string, unknown>): string {
  return draw({ sessions: [{ name: 'A', status: 'FAILED', places: places(count), changeResult }] })
}

function readDiagram(markdown: string): string {
  return /```mermaid\n([\s\S]*?)\n```/.exec(markdown)?.[1] ?? ''
}

/** The rows as Mermaid has them after reading names and times; throws where it cannot. */
async function readTasks(drawn: string) {
  // Mermaid cleans a title with what only a browser has; the test in a browser draws it.
  const diagram = drawn.replace(/^ {2}title When the attempts ran \(UTC\)\n/m, '')
  await mermaid.parse(diagram)
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(diagram)
  return db.getTasks()
}

const places = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`location-${index}`, 'FF']))

/** Diagrams that are hard to draw. */
const HARD: Record<string, string> = {
  'hostile names': draw({
    sessions: [
      'section x',
      ':crit',
      '%%{init: {"theme":"dark"}}%%',
      'a;b#c',
      '---',
      'end',
      '`',
      '<b>',
      '\u202e',
      '',
    ].map((name) => ({ name, status: 'FAILED', places: { [`${name} :done, 1ms`]: 'FF', title: 'P' } })),
  }),
  'equal times': drawFailed(5, () => ({
    startedAt: '2026-11-23T12:00:00.000Z',
    stoppedAt: '2026-11-23T12:00:00.000Z',
  })),
  'missing times': drawFailed(5, (index) => {
    if (index < 3) return { startedAt: null }
    if (index < 5) return { stoppedAt: 'not a time' }
    return index === 5 ? { startedAt: '+275760-09-13T00:00:00.000Z' } : {}
  }),
  '300 rows': drawFailed(150, () => ({})),
  'days between attempts': drawFailed(2, (index) =>
    index === 0 ? {} : { startedAt: '2026-11-26T12:00:00.000Z', stoppedAt: '2026-11-26T13:00:00.000Z' },
  ),
}

describe('Mermaid reads the gantt of', () => {
  test.each(Object.entries(HARD))('%s', async (_, diagram) => {
    const tasks = await readTasks(diagram)
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks.length).toBeLessThanOrEqual(20)
    for (const { startTime, endTime } of tasks) {
      expect(endTime.getTime()).toBeGreaterThan(startTime.getTime())
    }
  })

  test('any names, with a row for each attempt', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (name, location) => {
        const diagram = draw({
          sessions: [
            { name: `${name}x`, status: 'FAILED', places: { [location]: 'FF' } },
            { name: 'B', status: 'FAILED', places: { [location]: 'F' } },
          ],
        })
        expect(await readTasks(diagram)).toHaveLength(3)
      }),
      { numRuns: chooseRuns(300) },
    )
  })

  test('any report, without a word of another diagram', () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const { notPassed, remarkable } = buildViewOf(texts, 'many failed')
        const lines = readDiagram(renderGantt([...notPassed, ...remarkable]))
          .split('\n')
          .slice(8)
        const known =
          /^(?:gantt| {2}(?:title|dateFormat|axisFormat|tickInterval) \S.*| {2}section [^:;#%<>]+| {2}[✓△⊘✗][^:;#%<>]* :(?:crit, |done, )?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}, \d+ms)$/
        expect(lines.filter((line) => !known.test(line) && line !== '---')).toStrictEqual([])
      }),
      { numRuns: chooseRuns(500) },
    )
  })
})

describe('what is drawn', () => {
  const a: SampleSession = { name: 'A', status: 'FAILED', places: { x: 'FF', y: 'P' } }
  const render = (...sessions: SampleSession[]): string => renderGantt(buildView({ sessions }).notPassed)

  test('are whole locations, and what is left out is named', () => {
    const markdown = render({ ...a, places: places(150) })
    expect(markdown.match(/ section /g)).toHaveLength(10)
    expect(markdown).toContain(
      'Not drawn: location-10, location-11, location-12, location-13, location-14 and 135 more.',
    )
  })

  test('is the beginning of a location that alone is too long', () => {
    expect(render({ ...a, places: { x: 'F'.repeat(30), y: 'F' } }).match(/:crit/g)).toHaveLength(20)
  })

  test('are the locations of several sessions that did anything but pass at once', () => {
    expect(readDiagram(render(a)).match(/ section \w/g)).toStrictEqual([' section x', ' section y'])
    const both = readDiagram(render(a, { ...a, name: 'B' }))
    expect(both.match(/ section \w/g)).toStrictEqual([' section A', ' section B'])
    expect(both).not.toContain(' y ')
  })

  test.each([
    ['no times are known', [{ ...a, places: { x: '' } }]],
    ['nothing was tried again', [{ ...a, places: { x: 'F', y: 'P' } }]],
    ['there are too many sessions', Array.from({ length: 13 }, (_, index) => ({ ...a, name: `A${index}` }))],
  ])('is nothing when %s', (_, sessions) => {
    expect(render(...sessions)).toBe('')
  })

  test('has the location of a retry that ran in another one', () => {
    const elsewhere: SampleSession = {
      ...a,
      places: { 'eu-west-1': 'FF', 'us-west-2': 'P' },
      changeResult: (index) => (index === 1 ? { runLocation: 'us-east-1' } : {}),
    }
    const readLabels = (diagram: string): string[] =>
      [...diagram.matchAll(/^ {2}([✓✗].*?) :/gm)].map(([, label]) => label ?? '')
    expect(readLabels(render(elsewhere))).toStrictEqual(['✗ 960 ms', '✗ 960 ms us-east-1', '✓ 253 ms'])
    // The same kind of label where the section is the check.
    expect(readLabels(render(elsewhere, { ...a, name: 'B' }))).toStrictEqual([
      '✗ 960 ms eu-west-1',
      '✗ 960 ms us-east-1',
      '✗ 960 ms x',
      '✗ 960 ms x',
    ])
  })

  test('tells cancelled and degraded from failed and passed', () => {
    const diagram = readDiagram(render({ ...a, places: { w: 'FC', x: 'D', y: 'P' } }))
    expect(diagram.match(/ :(?:[a-z]+|(?=\d{4}-))/g)).toStrictEqual([' :crit', ' :', ' :', ' :done'])
  })
})

const executablePath = findChromium()
const folder = mkdtempSync(join(tmpdir(), 'gantt-'))
afterAll(() => rmSync(folder, { recursive: true }))

// A browser takes as long as hundreds of other tests, and what Mermaid's parser takes is looked at above.
test.skipIf(executablePath === null || !IS_WHOLE)(
  'is drawn in a browser without an error',
  { timeout: 60_000 },
  async () => {
    const script = pathToFileURL(MERMAID_SCRIPT).href
    const page = join(folder, 'page.html')
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><script src="${script}"></script>`)
    const browser = await chromium.launch({ executablePath: executablePath ?? '', args: QUIET_FLAGS })
    try {
      const tab = await browser.newPage()
      await tab.goto(pathToFileURL(page).href)
      const drawn = await tab.evaluate(async (diagrams) => {
        const { mermaid: drawer } = globalThis as unknown as { mermaid: Mermaid }
        const counts: number[] = []
        for (const [index, diagram] of diagrams.entries()) {
          const { svg } = await drawer.render(`d${index}`, diagram)
          counts.push((svg.match(/class="task /g) ?? []).length)
        }
        return counts
      }, Object.values(HARD))
      expect(drawn).toStrictEqual([20, 10, 4, 20, 4])
    } finally {
      await browser.close()
    }
  },
)
