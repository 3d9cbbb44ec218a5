import { describe, expect, test } from 'vitest'
import { deriveUuid } from '../../simulator/ids.ts'
import { parseLocations } from '../../src/inputs/parse-locations.ts'
import { parseMoment } from '../../src/inputs/parse-moment.ts'
import { listDoubtfulTags, parseTags } from '../../src/inputs/parse-tags.ts'
import { parseApiUrl, parseEnvironmentUrl, parseStatuses, parseUuids } from '../../src/inputs/parse-values.ts'
import { listDoubtfulVariables, parseVariables } from '../../src/inputs/parse-variables.ts'
import { UnusableValue } from '../../src/inputs/unusable-value.ts'
import { createRedactor } from '../../src/secrets/redact.ts'
import { redactJson } from '../../src/secrets/redact-json.ts'
import { describeInvisible } from '../../src/text/name-invisible.ts'
import {
  buildLink,
  cleanDiagramLabel,
  cleanXml,
  renderBlock,
  renderCode,
} from '../../src/text/neutralise-blocks.ts'
import { escapeCell } from '../../src/text/neutralise-cells.ts'
import {
  cleanBlock,
  cleanLine,
  cleanLines,
  cutText,
  escapeMarkdown,
  escapePunctuation,
  foldText,
  isSafeLink,
  stripHidden,
} from '../../src/text/neutralise-text.ts'
import { IS_WHOLE } from '../../testing/choose-runs.ts'

/** So that nothing is cut before the patterns have seen it. */
const ALL = 1_000_000

const redact = createRedactor({
  keys: ['aaaaaaaaaaaaaaab'],
  values: ['abababab', 'a a a a', ':::::', '0000'],
})

/** All that meets texts from outside, and the readers of inputs. */
const FUNCTIONS: Record<string, (text: string) => unknown> = {
  stripHidden: (text) => stripHidden(text, ALL),
  cleanLine: (text) => cleanLine(text, ALL),
  cleanLines: (text) => cleanLines(text, ALL, 1000),
  foldText: (text) => foldText(text, ALL),
  cutText: (text) => cutText(text, text.length - 1),
  escapePunctuation,
  escapeMarkdown: (text) => escapeMarkdown(text, ALL),
  escapeCell: (text) => escapeCell(text, ALL),
  cleanBlock: (text) => cleanBlock(text, ALL, ALL),
  renderBlock: (text) => renderBlock(text, ALL, ALL),
  renderCode: (text) => renderCode(text, ALL),
  buildLink: (text) => buildLink(text, `https://example.com/${text}`, ALL),
  isSafeLink: (text) => isSafeLink(`https://${text}`),
  cleanDiagramLabel: (text) => cleanDiagramLabel(text, ALL),
  cleanXml: (text) => cleanXml(text, ALL),
  describeInvisible,
  redact,
  redactJson: (text) => redactJson(JSON.stringify({ text }), redact),
  parseTags: (text) => listDoubtfulTags(parseTags(text)),
  parseUuids,
  parseLocations,
  parseStatuses,
  parseMoment,
  parseApiUrl: (text) => parseApiUrl(`https://a.dev/${text}`),
  parseEnvironmentUrl: (text) => parseEnvironmentUrl(`https://a.dev/${text}`),
  parseVariables: (text) => listDoubtfulVariables(parseVariables(`A="${text}`, false), 'env'),
}

/** What patterns repeat, stop at, or look behind at. */
const UNITS = [
  ...['x', 'a', '0', 'A', ' ', '\t', '\n', '\r', ' \n', '\u00a0', '\u0085', '\u2028', '\u0000'],
  ...[
    '\u0301',
    'e\u0301\u0301\u0301\u0301',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufe0f',
    '👩‍💻',
    '\ud83d',
    '\u05d0',
  ],
  ...['\u001b', '\u001b[', '\u001b]', '\u001b[0', '\u001b[ ', '\u001b ', '\u009b', '\u009b;'],
  ...[
    '<',
    '>',
    '&',
    '&#38;',
    '&#1',
    '`',
    '|',
    '*',
    '_',
    '~',
    '[',
    ']',
    '](',
    '"',
    "'",
    '\\',
    '/',
    '//',
    '/v1',
  ],
  ...[
    '-',
    'a-',
    '-a',
    '.',
    'a.',
    './',
    ',',
    'a,',
    '#',
    '#1',
    '##',
    '##[',
    '@',
    '@a',
    '!',
    '!a',
    '$',
    '${',
    '=',
  ],
  ...[':', 'a:', ':a', 'a:a', '::', ':+', ': ', 'www', 'www.', 'GH-', 'deadbeef', 'deadbeef-', '%41', '"a'],
]
/** What comes behind the repetition, so that what matched so far was in vain; one of them for each unit, or all. */
const ENDS = ['', 'x', '!', ':', '\u001b']

/** Used by this process, in milliseconds: what others do on the machine does not count. */
function measure(work: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage()
  try {
    work(text)
  } catch (error) {
    if (!(error instanceof UnusableValue)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const LENGTH = 4000
/** Nothing to compare below; what grows with the square of the length takes longer at this length. */
const SMALL_MS = 25

describe('time is in proportion to the length of the text', () => {
  test.each(Object.entries(FUNCTIONS))('%s', { timeout: 60_000 }, (_name, work) => {
    const slow: string[] = []
    for (const [index, unit] of UNITS.entries()) {
      for (const end of IS_WHOLE ? ENDS : ENDS.slice(index % ENDS.length).slice(0, 1)) {
        const build = (length: number): string => `x${unit.repeat(Math.ceil(length / unit.length))}${end}`
        if (slow.length > 0 || measure(work, build(2 * LENGTH)) < SMALL_MS) continue
        // The least of several: a collection of garbage may come in between.
        const [once, twice] = [LENGTH, 2 * LENGTH].map((length) => {
          const text = build(length)
          return Math.min(...Array.from({ length: 3 }, () => measure(work, text)))
        }) as [number, number]
        if (twice > SMALL_MS && twice > 3 * once) {
          slow.push(`${JSON.stringify(unit + end)}: ${once.toFixed(1)} ms, then ${twice.toFixed(1)} ms`)
        }
      }
    }
    expect(slow).toEqual([])
  })

  // At once and not one by one: that would take fifty times as long as one.
  test('fifty secret values in a long text', () => {
    const values = Array.from(
      { length: 50 },
      (_, index) => `secret-${index} "${deriveUuid('value', String(index))}"`,
    )
    const redactMany = createRedactor({ keys: ['cu_5f0c2d9e7a814b36a1e4c8d27b90f653'], values })
    const filling = values.map((value) => value.slice(0, 20)).join(' ')
    const length = IS_WHOLE ? 500_000 : 100_000
    const text = filling.repeat(Math.ceil(length / filling.length)) + (values[49] ?? '')
    const [half, whole] = [text.slice(text.length / 2), text].map((part) =>
      Math.min(...Array.from({ length: 3 }, () => measure(redactMany, part))),
    ) as [number, number]
    expect(redactMany(text).endsWith('***')).toBe(true)
    expect(whole).toBeLessThan(3 * half + SMALL_MS)
    expect(whole).toBeLessThan(2000)
  })
})

test('a block keeps what it kept: blanks at the ends of lines go, and empty lines around it', () => {
  expect(cleanBlock(' \n\t\n  a \t\n\n b\u00a0\r\n c\u0007\n\n \n', 10, 100)).toBe('  a\n\n b\n c')
  expect(cleanBlock(' \n \n', 10, 100)).toBe('')
  expect(cleanBlock('a\nb\nc', 2, 100)).toBe('a\nb\n…')
})
