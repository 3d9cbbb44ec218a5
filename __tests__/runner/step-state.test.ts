import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { deriveUuid } from '../../simulator/ids.ts'
import { parseUnfinished, readUnfinished, rememberUnfinished } from '../../src/runner/step-state.ts'
import { parseCommandFile } from '../../testing/parse-command-file.ts'

const IDS = Array.from({ length: 2000 }, (_, index) => deriveUuid('session', String(index)))

/** What the runner's state file holds after sessions were left for post, and how many had no room. */
function remember(
  ids: readonly string[],
  sessionType: 'check' | 'test' = 'check',
): { state: Record<string, string>; forgotten: number } {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
    vi.unstubAllEnvs()
  })
  const path = join(folder, 'state')
  writeFileSync(path, '')
  vi.stubEnv('GITHUB_STATE', path)
  const forgotten = rememberUnfinished(sessionType, ids)
  const state = parseCommandFile(readFileSync(path, 'utf8'))
  for (const [name, value] of Object.entries(state)) vi.stubEnv(`STATE_${name}`, value)
  return { state, forgotten }
}

describe('post is left', () => {
  test('the sessions to cancel, and of which kind they are', () => {
    const ids = IDS.slice(0, 2)
    expect(remember(ids).state).toEqual({ 'unfinished-ids': ids.join(' ') })
    expect(readUnfinished()).toEqual({ sessionType: 'check', ids })
    remember(ids, 'test')
    expect(readUnfinished()).toEqual({ sessionType: 'test', ids })
  })

  test('as many as fit into a variable on Windows, and the others are counted', () => {
    const { state, forgotten } = remember(IDS)
    expect(state['unfinished-ids']?.length).toBeLessThan(32_767)
    expect(readUnfinished().ids).toEqual(IDS.slice(0, 800))
    expect(forgotten).toBe(1200)
  })

  test('nothing when nothing runs any more', () => {
    expect(remember([])).toEqual({ state: { 'unfinished-ids': '' }, forgotten: 0 })
    expect(readUnfinished().ids).toEqual([])
  })

  test('nothing, without an error, where the state cannot be written', () => {
    vi.stubEnv('GITHUB_STATE', '/nowhere/state')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(rememberUnfinished('check', IDS)).toBe(1200)
  })
})

describe('what post was left', () => {
  const [id = '', other = ''] = IDS

  test.each([
    ['', []],
    ['  \n ', []],
    [`${id} ${other}`, [id, other]],
    [`${id.toUpperCase()}\n${id}`, [id]],
    ['../../v2/check-sessions/trigger#', []],
    [`${id}/../../../v2/check-sessions/trigger ${other}`, [other]],
    [`${id}?x ${id}%2f ${id}# ${id}\0 ${other}`, [other]],
    [`${id},${other}`, []],
    ['x'.repeat(1_000_000), []],
  ])('is UUIDs and nothing else: %j', (text, ids) => {
    expect(parseUnfinished(text, '')).toEqual({ sessionType: 'check', ids })
  })

  test.each(['', 'check', 'TEST', '../x'])('is of check sessions when the kind is %j', (kind) => {
    expect(parseUnfinished(id, kind).sessionType).toBe('check')
    expect(parseUnfinished(id, 'test').sessionType).toBe('test')
  })
})
