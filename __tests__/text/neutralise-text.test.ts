import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLink, renderBlock, renderCode } from '../../src/text/neutralise-blocks.ts'
import {
  cleanLine,
  cleanLines,
  cutText,
  escapeMarkdown,
  foldText,
  isSafeLink,
} from '../../src/text/neutralise-text.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { parseAsGitHub } from '../../testing/reports/render-as-github.ts'
import { hostileText } from '../reports/support/hostile-text.ts'
import { findAll, listTexts, outline, readText } from '../reports/support/page-tree.ts'

/** Characters that a comparison by culture, as the runner's, may overlook. */
const OVERLOOKED = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu

/** What GitHub links or draws after Markdown, in text outside of code. */
const LINKED = /@[\w-]|#\d|\bGH-\d|(?<!-)\b[0-9a-f]{7,40}\b(?!-)|:[\w+-]+:|:\/\/|\bwww\./i

describe('a line of the log', () => {
  test.each([
    ['::error::x', ': :error::x'],
    ['  ::set-output name=a::b', '  : :set-output name=a::b'],
    ['a\r::warning::b', 'a ::warning::b'],
    ['\u200b::error::x', ': :error::x'],
    ['say ##[error]x', 'say # #[error]x'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['name: FAILED', 'name: FAILED'],
    ['two\nlines', 'two lines'],
  ])('%j is printed as %j', (text, line) => {
    expect(cleanLine(text)).toBe(line)
  })

  test('is never a command, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of [cleanLine(text), ...cleanLines(text, 20)]) {
          const seen = line.replace(OVERLOOKED, '')
          expect(seen.trimStart().startsWith('::')).toBe(false)
          expect(seen.includes('##[')).toBe(false)
          expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line)).toBe(false)
          expect(line.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: chooseRuns(5000) },
    )
  })

  // Vitest's own limit stands for the time: what grows with the square of the length takes hours.
  test('is shorter than what the log cuts, whatever megabytes it is made of', () => {
    for (const filling of ['x', '\n', '\u001b]', '\u200b', '::', '👩‍💻', 'a@b', '\u0301']) {
      expect(cleanLine(filling.repeat(3_000_000)).length).toBeLessThan(1024)
      expect(escapeMarkdown(filling.repeat(3_000_000)).length).toBeLessThan(2000)
    }
  })

  test('is cut between characters', () => {
    expect(cutText('👍👍👍', 4)).toBe('👍…')
    expect(cutText('👍👍', 4)).toBe('👍👍')
  })
})

describe('text in Markdown', () => {
  test.each([
    ['eu-west-1', 'eu-west-1'],
    ['a | b', 'a &#124; b'],
    ['<b>', '&#60;b&#62;'],
    ['a\n\n# b', 'a &#35; b'],
    ['@octocat', '&#64;<i></i>octocat'],
    ['\u202eexe.gnp', 'exe.gnp'],
    ['1f2e3d4c-0000-4000-8000-000000000000', '1f2e3d4c-0000-4000-8000-000000000000'],
    ['שלום', '\u2068שלום\u2069'],
  ])('%j is written as %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown)
  })

  test('never makes an element, in any place of a page', { timeout: 120_000 }, () => {
    const plain = outline(parseAsGitHub(fillPlaces('x')))
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(outline(parseAsGitHub(fillPlaces(`${text}xxxx`)))).toBe(plain)
      }),
      { numRuns: chooseRuns(1000) },
    )
  })

  test('is not linked or drawn by GitHub, and is shown as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const page = parseAsGitHub(escapeMarkdown(text))
        // GitHub looks at each text between elements on its own (html-pipeline, MentionFilter and others).
        expect(listTexts(page).filter((part) => LINKED.test(part))).toEqual([])
        const shown = readText(page)
        expect(/[\u202a-\u202e\u200b\u2060\ufeff]/.test(shown)).toBe(false)
        expect(shown.replace(/[\u2068\u2069]/g, '')).toBe(foldText(text, 200))
      }),
      { numRuns: chooseRuns(2000) },
    )
    expect(readText(parseAsGitHub(escapeMarkdown('**a** `b` <c> | d_e_f')))).toBe('**a** `b` <c> | d_e_f')
  })

  test('in a code element can be copied without added characters', () => {
    const url = 'https://www.example.com/a?b=c@d'
    expect(readText(parseAsGitHub(renderCode(url)))).toBe(url)
    expect(outline(parseAsGitHub(renderCode(url)))).toBe('p(code())')
  })
})

describe('links', () => {
  test.each([
    ['https://app.checklyhq.com/x', true],
    ['http://127.0.0.1:3000/x', true],
    ['http://localhost/x', true],
    ['http://[::1]:8080/x', true],
    ['http://example.com', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.com', false],
    ['https://user:secret@example.com', false],
    ['https://', false],
    ['', false],
  ])('%j may be followed: %j', (url, isSafe) => {
    expect(isSafeLink(url)).toBe(isSafe)
  })

  test('that are not safe are shown as text', () => {
    expect(buildLink('name', 'javascript:x')).toBe('name (javascript&#58;x)')
  })

  test('lead where they say, whatever the address holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const url = `https://example.com/${text}`
        const [link] = findAll(parseAsGitHub(`| x |\n| - |\n| ${buildLink('x', url)} |\n`), 'a')
        if (isSafeLink(url))
          expect(new URL(String(link?.properties['href'])).origin).toBe('https://example.com')
        else expect(link).toBe(undefined)
      }),
      { numRuns: chooseRuns(2000) },
    )
  })
})

/** A page with the text in every place where a summary puts text. */
function fillPlaces(text: string): string {
  const escaped = escapeMarkdown(text)
  return [
    `## ❌ ${escaped} failed`,
    `**Why:** ${escaped}<br>\n${escaped}`,
    `- ${escaped}: ${renderCode(text)}`,
    renderBlock(text),
    `| A | B |\n| :-- | :-- |\n| ${escaped} | ${buildLink(text, 'https://example.com/')}<br>${renderCode(text)} |`,
    `<details><summary>${escaped}</summary>\n\n${escaped}\n\n</details>`,
  ].join('\n\n')
}
