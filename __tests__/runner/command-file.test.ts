import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { addToCommandFile } from '../../src/runner/command-file.ts'
import { anyCharacter } from '../../testing/any-character.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { parseCommandFile } from '../../testing/parse-command-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-command-file-'))
const path = join(folder, 'output')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// What may stand in a status or a link: the file's own syntax, and every kind of line end.
const word = fc.constantFrom(
  'checkly_gate_end',
  'checkly_gate_end_',
  '<<',
  'outcome<<',
  'passed<<x\ntrue\nx',
  'EOF',
  '\n',
  '\r\n',
  '\r',
  '_',
  '\0',
  '\u2028',
)
const value = fc.oneof(
  fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }).map((words) => words.join('')),
  fc.string({ unit: anyCharacter }),
)

const passed = new Map([['outcome', 'passed']])

describe('addToCommandFile', () => {
  test('whatever the values are, the runner reads them and no others', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        writeFileSync(path, '')
        const named = values.map((text, index): [string, string] => [`output-${index}`, text])
        addToCommandFile(path, new Map(named))
        const read = parseCommandFile(readFileSync(path, 'utf8'))
        // Line ends count alike, as they do for the runner on Windows; UTF-8 has no lone surrogates.
        const plain = (text: string): string =>
          text
            .toWellFormed()
            .replace(/[\r\n]+/g, '\n')
            .replace(/\n$/, '')
        expect(Object.keys(read)).toEqual(named.map(([name]) => name))
        for (const [name, text] of named) expect(plain(read[name] ?? '')).toBe(plain(text))
      }),
      { numRuns: chooseRuns(3000) },
    )
  })

  test('without a file nothing happens', () => {
    expect(() => addToCommandFile(undefined, passed)).not.toThrow()
    expect(() => addToCommandFile('', passed)).not.toThrow()
  })

  test('throws when the file cannot be written', () => {
    expect(() => addToCommandFile(folder, passed)).toThrow(/EISDIR|EPERM|EACCES/)
  })
})
