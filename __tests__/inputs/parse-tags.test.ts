import { describe, expect, test } from 'vitest'
import { listDoubtfulTags, parseTags } from '../../src/inputs/parse-tags.ts'
import { UnusableValue } from '../../src/inputs/unusable-value.ts'

/** What people tag checks with. */
const REAL = [
  'production',
  'web shop',
  'Ünïcode',
  '日本　語',
  'team:payments',
  'env=prod',
  '@smoke',
  'C#',
  'issue#12',
  'tier-1',
  'v1.2.3',
  'a/b',
  '-x',
  '*critical*',
  '<30s',
  "customer's",
  '100%',
  '$5-plan',
  'a(b)',
  'P1!',
  '👩‍💻',
  '❤️',
  'key:value',
  'nullable',
  'app.*',
]

describe('tags', () => {
  test.each(REAL)('%j is one, and may be excluded', (tag) => {
    expect(parseTags(`${tag}, x\n!${tag}`)).toEqual([[tag, 'x'], [`!${tag}`]])
    expect(listDoubtfulTags([[tag, `!${tag}`]])).toEqual([])
  })

  test.each([
    // Of YAML.
    ['staging, critical # blocks', 'line 1: "staging, critical # blocks" has a comment', 'above "tags:"'],
    ['# nightly\nstaging', 'line 1: "# nightly" has a comment'],
    ['staging\n#', 'line 2: "#" has a comment'],
    ['staging #1', 'has a comment'],
    ['staging, #all of them', 'has a comment'],
    ['- a', '"- a" begins with the dash of a list', 'leave it out'],
    ['staging\n  - web\n', 'line 2: "- web" begins with the dash'],
    ['-', 'dash of a list'],
    ['* a', 'dash of a list'],
    ['• a', 'dash of a list'],
    ['---\nstaging', 'marks a YAML document'],
    ['|\nstaging', 'sign of a YAML block'],
    ['>-\nstaging', 'sign of a YAML block'],
    ['| staging', 'sign of a YAML block'],
    ['tags: staging', 'is inside the text of tags'],
    ['staging\ntimeout: 600', 'line 2: "timeout: 600" is inside the text of tags', '"timeout"'],
    ['staging\ncheck-id:', '"check-id"'],
    ['staging\nif: always()', '"if"'],
    ['staging\nfalse', 'line 2: "false" is what a condition gives'],
    ['!true', 'is what a condition gives'],
    ['"staging"', 'has quotes', 'leave them out'],
    ["'staging', 'web'", 'has quotes'],
    ['"staging,web"', 'has quotes'],
    ['staging, web"', 'has quotes'],
    ['!"slow"', 'has quotes'],
    ['“staging”', 'has quotes'],
    ['`staging`', 'has quotes'],
    // Of JSON and of expressions.
    ['["a","b"]', 'is a list or object of JSON or YAML', 'separated by commas'],
    ['[a, b]', 'is a list or object'],
    ['[]', 'is a list or object'],
    ['[\n  "a",\n  "b"\n]', 'line 1: "[" is a list or object'],
    ['{"tags": ["a"]}', 'is a list or object'],
    ['[object Object]', 'is a list or object'],
    ['Array', 'what an expression gives that is no text', 'join(fromJSON('],
    ['staging, null', 'no text'],
    ['undefined', 'no text'],
    [`$${'{{ vars.TAGS }}'}`, 'expression that was not replaced'],
    // Of a shell.
    ['$TAGS', 'no shell replaces here', `$${'{{ env.NAME }}'}`],
    [`$${'{TAGS}'}, web`, 'no shell'],
    ['staging && critical', 'operator', 'comma'],
    ['staging || critical', 'operator', 'line'],
    ['staging\tcritical', 'has a tab inside a tag'],
    // Empty, or nearly.
    ['!', '"!" has an empty tag'],
    ['! ', 'has an empty tag'],
    ['production, !', '"production, !" has an empty tag'],
    ['a,,b', 'has an empty tag'],
    ['a,', 'has an empty tag'],
    ['! slow', 'directly behind one "!"'],
    ['!!slow', 'directly behind one "!"'],
    ['!\u200b', 'U+200B ZERO WIDTH SPACE at position 2'],
    ['staging,\ufeffweb', 'U+FEFF ZERO WIDTH NO-BREAK SPACE at position 9'],
    ['web\u00a0shop', 'U+00A0 NO-BREAK SPACE at position 4'],
    ['we\u2060b', 'U+2060 WORD JOINER at position 3'],
    ['a\nb\u200d', 'line 2', 'U+200D ZERO WIDTH JOINER at position 2'],
    ['\u202eweb', 'U+202E RIGHT-TO-LEFT OVERRIDE at position 1'],
    ['we\u0007b', 'U+0007 (a control character) at position 3'],
    ['a\u200b\u200b\u200b\u200b', 'at position 4 and more'],
  ])('%j is refused', (text, ...parts) => {
    expect(() => parseTags(text)).toThrow(UnusableValue)
    for (const part of ['one filter a line, its tags separated by commas', ...parts])
      expect(() => parseTags(text)).toThrow(part)
  })

  test('that are long are cut in the refusal', () => {
    expect(() => parseTags(`- ${'x'.repeat(5000)}`)).toThrow(`"- ${'x'.repeat(78)}…" begins`)
  })

  test.each([
    [['#critical'], '"#critical" is sent as a tag; the text of an input has no comments.'],
    [['!#critical'], '"!#critical" is sent as a tag'],
    [['Team: Payments'], '"Team: Payments" is sent as a tag, with the blank behind its colon.'],
    [['a;b'], '"a;b" is sent as a tag; only a comma separates tags.'],
    [['生产，网站'], 'only a comma separates tags.'],
    [['constructor: x'], 'with the blank behind its colon'],
  ])('that may be meant so are sent, with a warning: %j', (tags, warning) => {
    expect(parseTags(tags.join())).toEqual([tags])
    expect(listDoubtfulTags([tags, tags])).toEqual([expect.stringContaining(warning)])
  })
})
