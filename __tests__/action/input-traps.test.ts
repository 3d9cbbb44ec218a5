import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { listErrors, runGate, runStep, showText, test } from './support.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const OTHER = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'
const KEY = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'

/** Inputs beside key, account and address, and the parts that the one error has. */
const REFUSED: [inputs: Record<string, string>, ...parts: string[]][] = [
  [{ tags: 'staging, critical # blocks' }, 'Input tags', 'line 1', 'has a comment', 'put it above'],
  [{ tags: 'staging\n["a","b"]' }, 'line 2', 'list or object of JSON or YAML', 'separated by commas'],
  [{ tags: 'staging\n- a' }, 'line 2', 'dash of a list', 'leave it out'],
  [{ tags: 'staging\ntimeout: 600' }, 'line 2', 'not the key "timeout"'],
  [{ tags: '!\u200b' }, 'U+200B ZERO WIDTH SPACE at position 2'],
  [{ tags: '! slow' }, 'directly behind one "!"'],
  [{ tags: '!' }, 'has an empty tag'],
  [{ 'check-session-id': `${ID}\u200b` }, 'U+200B ZERO WIDTH SPACE at position 37'],
  [{ 'check-id': ID, tags: 'staging' }, 'Both check-id and tags are given', 'a step each'],
  [{ 'check-session-id': ID, 'test-session-id': ID }, 'Both check-session-id and test-session-id'],
  [{ 'check-session-id': ID, 'session-type': 'test' }, 'Input session-type', 'contradicts check-session-id'],
  [{ tags: 'a', env: 'A=b', location: 'eu-west-1' }, 'Inputs location and env', 'session-type: test'],
  [{ 'test-session-id': ID, env: 'A=b' }, 'Input env', 'run already'],
  [{ tags: 'a', 'session-type': 'test', env: 'A=\nB=c' }, 'Input env', 'line 1, A, has none'],
  [{ tags: 'a', 'session-type': 'test', env: 'A=b', 'secret-env': 'A=c' }, 'A (line 1) is given already'],
  [{ tags: 'a', 'session-type': 'test', 'env-file': '../x' }, 'Input env-file: "../x"', 'workspace'],
  [{ 'check-session-id': ID, 'started-after': 'yesterday' }, 'Input started-after: "yesterday"', 'ISO 8601'],
  [{ 'check-session-id': ID, 'report-dir': '$RUNNER_TEMP/x' }, 'Input report-dir', 'no shell replaces'],
  [{ 'check-session-id': ID, 'api-key': `"${KEY}"` }, 'Input api-key: the given value', 'quotes'],
]

describe('an input that does not mean what it says gives one clear error and no request', () => {
  test.concurrent.for(REFUSED)('%j', async ([inputs, ...parts], { startApi, folder }) => {
    const api = await startApi()
    const run = await ('check-id' in inputs ? runGate : runStep)(api, inputs, { workspace: folder })
    const [error = '', ...others] = listErrors(run)
    expect(others).toEqual([])
    for (const part of parts) {
      expect(error).toContain(part)
      expect(showText(run.summary)).toContain(part)
    }
    expect(run).toMatchObject({ code: 1, stderr: '', outputs: { outcome: 'error', passed: 'false' } })
    expect(api.log.entries).toEqual([])
  })
})

describe('a secret in the wrong place is shown nowhere', () => {
  const CASES: [
    what: string,
    inputs: Record<string, string>,
    env: Record<string, string>,
    secrets: string[],
  ][] = [
    [
      'key and account the wrong way round',
      { 'api-key': OTHER, 'account-id': KEY, 'check-session-id': ID },
      {},
      [KEY, OTHER],
    ],
    [
      'the key as the account in the environment',
      { 'api-key': 'short-key', 'account-id': '', 'check-session-id': ID },
      { CHECKLY_ACCOUNT_ID: KEY },
      [KEY],
    ],
    ['the key as a session', { 'check-session-id': KEY }, {}, [KEY]],
    ['the key inside tags', { tags: `staging\n- ${KEY}` }, {}, [KEY]],
    ['the key inside a report folder', { 'check-session-id': ID, 'report-dir': `~/${KEY}` }, {}, [KEY]],
    [
      'a bad line of secret-env',
      { tags: 'a', 'session-type': 'test', 'secret-env': 'TOKEN: hunter22hunter22\nno equals sign here' },
      {},
      ['hunter22hunter22', 'no equals sign here'],
    ],
    [
      'a value of secret-env without an end',
      { tags: 'a', 'session-type': 'test', 'secret-env': 'KEY<<END\n-----BEGIN KEY-----\nhunter22+hunter23' },
      {},
      ['-----BEGIN KEY-----', 'hunter22+hunter23'],
    ],
    [
      'a value of secret-env that stands in another input too',
      { tags: '- hunter"22', 'session-type': 'test', 'secret-env': 'TOKEN=hunter"22', timeout: 'hunter"22' },
      {},
      ['hunter"22', 'hunter\\"22', 'hunter%2222', 'hunter&quot;22', 'hunter&#34;22'],
    ],
  ]

  test.concurrent.for(CASES)('%s', async ([, inputs, env, secrets], { startApi, folder }) => {
    const api = await startApi()
    const run = await runStep(api, { 'report-dir': 'reports', ...inputs }, { env, workspace: folder })
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error' } })
    expect(listErrors(run)).toHaveLength(1)
    const masks = run.lines.filter((line) => line.startsWith('::add-mask::'))
    expect(run.lines.slice(0, masks.length)).toEqual(masks)
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    const texts = [
      run.lines.slice(masks.length).join('\n'),
      run.stderr,
      run.summary,
      showText(run.summary),
      JSON.stringify(run.outputs),
      JSON.stringify(run.state),
      ...files,
    ]
    for (const secret of secrets) {
      expect(masks.join('\n').includes(secret) || secret !== secrets[0]).toBe(true)
      for (const text of texts) expect(text).not.toContain(secret)
    }
    expect(api.log.entries).toEqual([])
  })
})
