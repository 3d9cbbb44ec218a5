import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setOutputs } from '../../src/outputs/set-outputs.ts'
import { addToCommandFile } from '../../src/runner/command-file.ts'
import { parseCommandFile } from '../../testing/parse-command-file.ts'

let folder = ''
let path = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
  path = join(folder, 'output')
  writeFileSync(path, '')
  vi.stubEnv('GITHUB_OUTPUT', path)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const read = (): Record<string, string> => parseCommandFile(readFileSync(path, 'utf8'))

describe('a command file', () => {
  test.each([
    ['', 'plain'],
    ['two\nlines', 'lines'],
    ['checkly_gate_end', 'the delimiter'],
    ['x\ncheckly_gate_end\nother<<checkly_gate_end_\nevil\ncheckly_gate_end_', 'an attempt to set another'],
    ['ünï — 🙂', 'unicode'],
  ])('gives back %j (%s)', (value) => {
    addToCommandFile(path, new Map([['name', value]]))
    addToCommandFile(path, new Map([['next', 'one']]))
    expect(read()).toEqual({ name: value, next: 'one' })
  })

  test.each([undefined, ''])('that the runner did not set (%j) is no trouble', (missing) => {
    expect(() => addToCommandFile(missing, new Map([['name', 'value']]))).not.toThrow()
  })

  test('that cannot be written is', () => {
    expect(() => addToCommandFile(folder, new Map([['name', 'value']]))).toThrow(/EISDIR/)
  })
})

describe('outputs', () => {
  test('are redacted, and what is not given is not set', () => {
    setOutputs({ outcome: 'passed', sessions: '[{"key":"cu_secret"}]' }, (text) =>
      text.replaceAll('cu_secret', '***'),
    )
    expect(read()).toEqual({ outcome: 'passed', sessions: '[{"key":"***"}]' })
  })

  test('that are small come first, should the process be killed meanwhile', () => {
    const keep = (text: string): string => text
    setOutputs({ results: '[]', sessions: '[]', 'results-total': '0', outcome: 'failed' }, keep)
    expect(Object.keys(read())).toEqual(['outcome', 'results-total', 'sessions', 'results'])
  })
})
