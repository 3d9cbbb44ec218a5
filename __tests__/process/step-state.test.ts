import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { deriveUuid } from '../../simulator/ids.ts'
import { INPUT_DEFAULTS, type InputName } from '../../src/inputs/input-defaults.ts'
import { readInputs } from '../../src/inputs/read-inputs.ts'
import { listUnfinished, rememberUnfinished } from '../../src/process/step-state.ts'
import { parseCommandFile } from '../support/parse-command-file.ts'

const IDS = Array.from({ length: 2000 }, (_, index) => deriveUuid('session', String(index)))

/** What the runner's state file holds after sessions were left for post. */
function remember(ids: readonly string[], cancelUnfinished: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
    vi.unstubAllEnvs()
  })
  const path = join(folder, 'state')
  writeFileSync(path, '')
  vi.stubEnv('GITHUB_STATE', path)
  const given: Partial<Record<InputName, string>> = {
    'api-key': 'cu_key',
    'check-session-id': IDS[0] ?? '',
    'cancel-unfinished': cancelUnfinished,
  }
  rememberUnfinished(
    readInputs((name) => given[name] ?? INPUT_DEFAULTS[name], {}),
    ids,
  )
  return parseCommandFile(readFileSync(path, 'utf8'))
}

test('post is left the sessions to cancel, as many as fit into a variable on Windows', () => {
  expect(remember(IDS.slice(0, 2), 'true')).toEqual({ 'unfinished-ids': IDS.slice(0, 2).join(' ') })
  const text = remember(IDS, 'true')['unfinished-ids'] ?? ''
  expect(text.length).toBeLessThan(32_767)
  vi.stubEnv('STATE_unfinished-ids', text)
  expect(listUnfinished()).toEqual(IDS.slice(0, 800))
})

test('post is left nothing when nothing is to be cancelled', () => {
  expect(remember(IDS, 'false')).toEqual({})
})
