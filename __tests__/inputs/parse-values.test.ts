import { describe, expect, test } from 'vitest'
import { parseTags } from '../../src/inputs/parse-tags.ts'
import {
  parseApiKey,
  parseApiUrl,
  parseBoolean,
  parseChoice,
  parseFolder,
  parseStatuses,
  parseUuid,
  parseUuids,
  parseWholeNumber,
} from '../../src/inputs/parse-values.ts'
import { UnusableValue } from '../../src/inputs/unusable-value.ts'

const A = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const B = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'

const parseSeconds = (text: string): number => parseWholeNumber(text, 1, 30, 'seconds')
const parseMode = (text: string): string => parseChoice(text, ['always', 'never'])
const parseHref = (text: string): string => parseApiUrl(text).href

/** A parser, what it is given, what it makes of it. */
const GOOD: [parse: (text: string) => unknown, given: string, value: unknown][] = [
  [parseBoolean, 'true', true],
  [parseBoolean, 'True', true],
  [parseBoolean, 'TRUE', true],
  [parseBoolean, 'false', false],
  [parseBoolean, 'False', false],
  [parseBoolean, 'FALSE', false],
  [parseSeconds, '1', 1],
  [parseSeconds, '30', 30],
  [parseSeconds, '007', 7],
  [parseMode, 'always', 'always'],
  [parseMode, 'NEVER', 'never'],
  [parseUuid, A.toUpperCase(), A],
  [parseUuids, A, [A]],
  [parseUuids, `${A}\n${B}`, [A, B]],
  [parseUuids, `${B},${A}`, [B, A]],
  [parseUuids, `${A} ${B}`, [A, B]],
  [parseUuids, `\r\n ${A} ,\t,${B},\n`, [A, B]],
  [parseUuids, `${A},${A.toUpperCase()},${B},${A}`, [A, B]],
  [parseTags, 'production', [['production']]],
  [parseTags, 'production,api', [['production', 'api']]],
  [parseTags, ' production , web shop \n\n staging\r\n', [['production', 'web shop'], ['staging']]],
  [parseTags, 'a\n \t\nb', [['a'], ['b']]],
  [parseTags, 'Ünïcode, a:b', [['Ünïcode', 'a:b']]],
  [parseStatuses, 'PASSED', ['PASSED']],
  [parseStatuses, 'passed, Degraded', ['PASSED', 'DEGRADED']],
  [parseStatuses, 'PASSED\nDEGRADED,PASSED ', ['PASSED', 'DEGRADED']],
  [parseHref, 'https://api.checklyhq.com', 'https://api.checklyhq.com/'],
  [parseHref, 'https://proxy.example.com/checkly//', 'https://proxy.example.com/checkly'],
  [parseHref, 'https://proxy.example.com/v2/checkly', 'https://proxy.example.com/v2/checkly'],
  [parseHref, 'http://localhost:3000', 'http://localhost:3000/'],
  [parseHref, 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  [parseHref, 'http://127.1.2.3', 'http://127.1.2.3/'],
  [parseHref, 'http://[::1]:8080', 'http://[::1]:8080/'],
  [parseHref, 'https://proxy.example.com/////', 'https://proxy.example.com/'],
  [parseApiKey, 'cu_0123456789abcdef', 'cu_0123456789abcdef'],
  [parseApiKey, 'cu_="x', 'cu_="x'],
  [parseFolder, 'reports/a b/100%', 'reports/a b/100%'],
  [parseFolder, 'a~b/$', 'a~b/$'],
]

/** A parser, what it is given, and a part of what it says is allowed. */
const BAD: [parse: (text: string) => unknown, given: string, allowed: string][] = [
  ...['', 'yes', '1', 'tRUE', 'true false', 'on', 'untrue', 'falsely'].map(
    (given): [typeof parseBoolean, string, string] => [parseBoolean, given, 'true or false'],
  ),
  ...['', '0', '31', '-1', '1.5', '1e1', '10m', '0x10', ' 5', '9999999999', 'Infinity'].map(
    (given): [typeof parseSeconds, string, string] => [parseSeconds, given, 'seconds from 1 to 30'],
  ),
  [parseMode, 'sometimes', 'one of always, never'],
  [parseMode, '', 'one of always, never'],
  [parseUuid, A.slice(1), 'a UUID'],
  [parseUuid, `${A}\n`, 'a UUID'],
  [parseUuid, A.replaceAll('-', ''), 'a UUID'],
  [parseUuids, '', 'UUIDs separated by'],
  [parseUuids, ' ,\n', 'UUIDs separated by'],
  [parseUuids, `https://app.checklyhq.com/x/${A}`, 'the last UUID of a link'],
  [parseUuids, 'nope', 'UUIDs separated by'],
  [parseUuids, `${A};${B}`, 'UUIDs separated by'],
  [parseUuids, `${A},nope`, '"nope" is not one'],
  [parseUuids, `${A} ${'x'.repeat(100)}`, `"${'x'.repeat(80)}…" is not one`],
  [parseTags, 'a,,b', '"a,,b" has an empty tag'],
  [parseTags, 'good\n,', '"," has an empty tag'],
  [parseTags, '!', '"!" has an empty tag'],
  [parseTags, 'production, ! ', '"production, !" has an empty tag'],
  [parseTags, 'a,', 'one filter a line'],
  [parseStatuses, '', 'PASSED, DEGRADED, CANCELLED, TIMED_OUT, FAILED'],
  [parseStatuses, 'PASSED, GREEN', 'PASSED, DEGRADED'],
  [parseStatuses, 'PASSED;DEGRADED', 'PASSED, DEGRADED'],
  [parseStatuses, 'PROGRESS', 'PASSED, DEGRADED'],
  [parseHref, '', 'https:// address of ASCII'],
  [parseHref, 'api.checklyhq.com', 'https:// address'],
  [parseHref, 'ftp://api.checklyhq.com', 'https:// address'],
  [parseHref, 'http://api.checklyhq.com', 'https:// address'],
  [parseHref, 'http://localhost.example.com', 'https:// address'],
  [parseHref, 'http://127.0.0.1.example.com', 'https:// address'],
  [parseHref, 'http://10.0.0.1', 'https:// address'],
  [parseHref, 'https://api.checklyhq.com/v1/', 'without the version'],
  [parseHref, 'https://proxy.example.com/checkly/v2', 'without the version'],
  [parseHref, 'https://proxy.example.com/v10', 'without the version'],
  [parseHref, 'https://user@example.com', 'without user, password'],
  [parseHref, 'https://:secret@example.com', 'without user, password'],
  [parseHref, 'https://example.com/?page=1', 'without user, password, query'],
  [parseHref, 'https://example.com/#top', 'query and fragment'],
  [parseHref, 'https://api.check\nlyhq.com', 'of ASCII characters'],
  [parseHref, 'https:\\\\api.checklyhq.com', 'backslashes'],
  [parseHref, 'https://api.ch\u0435cklyhq.com', 'of ASCII characters'],
  [parseHref, 'https://proxy.example.com/V2', 'without the version'],
  [parseUuid, A.replaceAll('-', '\u2013'), 'its dashes (U+2013) are no hyphens'],
  [parseUuids, `${A} ${B.replace('-', '\uff0d')}`, 'its dashes (U+FF0D) are no hyphens'],
  [parseStatuses, 'pa\u00dfed', 'PASSED, DEGRADED'],
  [parseStatuses, 'pa\u017f\u017fed', 'PASSED, DEGRADED'],
  [parseFolder, 'a\nb', 'one line of text that can be seen'],
  [parseFolder, 're\u200bports', 'one line of text that can be seen'],
  [parseFolder, '~/reports', 'no shell replaces'],
  [parseFolder, '~', 'no shell replaces'],
  [parseFolder, '$RUNNER_TEMP/reports', 'no shell replaces'],
  [parseFolder, 'a/$' + '{DIR}', 'no shell replaces'],
  [parseFolder, '%TEMP%', 'no shell replaces'],
  [parseApiKey, '"cu_abc"', 'without the quotes'],
  [parseApiKey, "cu_abc'", 'without the quotes'],
  [parseApiKey, 'CHECKLY_API_KEY=cu_abc', 'without its name'],
  [parseApiKey, '***', 'not what a log shows'],
  [parseApiKey, 'k'.repeat(1001), 'at most 1000 characters'],
  [parseApiKey, '', 'visible ASCII'],
  [parseApiKey, 'two words', 'visible ASCII'],
  [parseApiKey, 'line\r\nX-Header: 1', 'visible ASCII'],
  [parseApiKey, 'schlüssel', 'visible ASCII'],
]

describe('a value', () => {
  test.each(GOOD)('%o of %j gives %j', (parse, given, value) => {
    expect(parse(given)).toEqual(value)
  })

  test.each(BAD)('%o refuses %j: must be … %s', (parse, given, allowed) => {
    const refuse = (): unknown => parse(given)
    expect(refuse).toThrow(UnusableValue)
    expect(refuse).toThrow(allowed)
  })

  test('that is a secret is never part of the refusal', () => {
    expect(() => parseApiKey('cu_secret with blank')).not.toThrow(/cu_secret/)
  })
})
