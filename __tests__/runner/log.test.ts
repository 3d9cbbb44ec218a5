import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLog, type Log } from '../../src/runner/log.ts'
import { createRedactor } from '../../src/secrets/redact.ts'

const KEY = 'cu_0123456789abcdef'

afterEach(() => {
  vi.restoreAllMocks()
})

/** What the runner reads: standard output, as text. */
function capture(say: (log: Log) => void): string {
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += chunk
    return true
  })
  say(createLog(createRedactor({ keys: [KEY], values: [] })))
  vi.restoreAllMocks()
  return said.replaceAll('\r\n', '\n')
}

describe('the log', () => {
  test.each<[string, (log: Log) => void, string]>([
    ['a line', (log) => log.info('hello'), 'hello\n'],
    ['a command from outside', (log) => log.info('::error::boo'), ': :error::boo\n'],
    ['a command behind a line break', (log) => log.info('a\n::error::b'), 'a ::error::b\n'],
    ['a key', (log) => log.info(`with ${KEY}!`), 'with ***!\n'],
    [
      'a key with something unseen in it',
      (log) => log.info(`with ${KEY.replace(/.{5}/g, '$&\u200b')}, ${KEY.replace(/.{4}/g, '$&\u001b[0m')}`),
      'with ***, ***\n',
    ],
    [
      'such a key in an annotation and its title',
      (log) => log.error(`a\n${KEY.replace(/.{5}/g, '$&\u200b')}`, KEY.replace(/.{5}/g, '$&\u200b')),
      '::error title=***::a%0A***\n',
    ],
    [
      'a group',
      (log) => log.group('T\n::x::', ['a', '::y::']),
      '::group::T ::x::\na\n: :y::\n::endgroup::\n',
    ],
    ['a warning', (log) => log.warning('careful'), '::warning::careful\n'],
    ['a title', (log) => log.error('no', 'A: b, c'), '::error title=A%3A b%2C c::no\n'],
    ['several lines of an annotation', (log) => log.error('a\n::b::\nc'), '::error::a%0A: :b::%0Ac\n'],
    ['a key in a title', (log) => log.warning(KEY, KEY), '::warning title=***::***\n'],
  ])('writes %s so that the runner reads it as it is meant', (_what, say, written) => {
    expect(capture(say)).toBe(written)
  })

  test('cuts a line at the length that the live log shows, and an annotation at its own', () => {
    expect(capture((log) => log.info('x'.repeat(5000)))).toHaveLength(1001)
    const annotation = capture((log) => log.error('x'.repeat(9000)))
    expect(annotation.length).toBeGreaterThan(3900)
    expect(annotation.length).toBeLessThan(4096)
    const lines = capture((log) => log.error(`${'x'.repeat(99)}\n`.repeat(90)))
    expect(lines.replaceAll('%0A', '\n').length).toBeLessThan(4096)
  })
})
