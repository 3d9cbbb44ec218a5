import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { parseAsGitHub } from '../../testing/reports/render-as-github.ts'
import { buildViewOf, hostileTexts, MIXES, TEXT_COUNT } from './support/hostile-report.ts'
import { findAll, outline } from './support/page-tree.ts'

const plainTexts = Array.from({ length: TEXT_COUNT }, () => 'x')
const LIMIT = 1_048_576

describe('a summary of hostile texts', () => {
  test.each([
    ['failed', 250],
    ['never ended', 250],
    ['passed', 250],
    ['many failed', 50],
  ] as const)('has the elements and links of one of plain texts: %s', (mix, whole) => {
    const plain = outline(parseAsGitHub(renderSummary(buildViewOf(plainTexts, mix), LIMIT)))
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const page = parseAsGitHub(renderSummary(buildViewOf(texts, mix), LIMIT))
        expect(outline(page)).toBe(plain)
        for (const link of findAll(page, 'a')) {
          expect(String(link.properties['href'])).toMatch(/^https:\/\/app\.checklyhq\.com\/check-sessions\//)
        }
      }),
      { numRuns: chooseRuns(whole) },
    )
  })

  test('stays below its bound, whatever the bound', () => {
    fc.assert(
      fc.property(
        hostileTexts,
        fc.integer({ min: 1, max: 60_000 }),
        fc.constantFrom(...MIXES),
        fc.integer({ min: 0, max: 60 }),
        (texts, bound, mix, extraFailures) => {
          const view = buildViewOf(texts, mix, extraFailures)
          expect(Buffer.byteLength(renderSummary(view, bound))).toBeLessThanOrEqual(bound)
        },
      ),
      { numRuns: chooseRuns(1500) },
    )
  })
})

test('tells an element that a text made', () => {
  const plain = outline(parseAsGitHub('| A |\n| - |\n| x |'))
  expect(outline(parseAsGitHub('| A |\n| - |\n| <b>x</b> |'))).not.toBe(plain)
  expect(outline(parseAsGitHub('| A | B |\n| - | - |\n| x | y |'))).not.toBe(plain)
})
