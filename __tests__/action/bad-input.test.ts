import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { runAction } from '../../testing/run-action.ts'
import { buildInputs, listErrors, runStep, test } from './support.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const FLAGS = [
  'refresh-cache',
  'fail-on-no-matching',
  'fail-fast',
  'cancel-unfinished',
  'annotations',
  'failure-details',
]

/** Inputs beside a key, an account and a session; the parts that the one error has. */
const CASES: [inputs: Record<string, string>, ...parts: string[]][] = [
  [{ 'api-key': '' }, 'api-key is missing', 'CHECKLY_API_KEY'],
  [{ 'api-key': ' \n' }, 'api-key is missing', 'CHECKLY_API_KEY'],
  [{ 'api-key': 'two words' }, 'Input api-key', 'visible ASCII', 'not shown'],
  [{ 'account-id': 'acme' }, 'Input account-id: the given value', 'a UUID'],
  [{ 'check-session-id': '' }, 'No sessions are chosen', 'check-session-id', 'check-id', 'tags'],
  [{ 'check-session-id': ' ,\n' }, 'Input check-session-id', 'UUIDs separated by'],
  [{ 'check-session-id': '12345' }, 'Input check-session-id', '"12345"', 'UUIDs'],
  [{ 'check-session-id': `${ID} nope` }, 'Input check-session-id', '"nope" is not one'],
  [{ 'check-session-id': `${ID}/../../accounts` }, 'Input check-session-id', 'UUIDs'],
  [{ 'check-session-id': '', 'check-id': 'my-check' }, 'Input check-id', '"my-check"', 'UUIDs'],
  [{ 'check-session-id': '', tags: 'a,,b' }, 'Input tags', '"a,,b"', 'an empty tag'],
  [{ 'check-session-id': '', tags: '', 'check-id': '' }, 'No sessions are chosen', 'every check'],
  [{ 'check-session-id': '', tags: ' \n ', 'check-id': ' ' }, 'No sessions are chosen'],
  [{ tags: 'production' }, 'Both check-session-id and', 'tags'],
  [{ 'check-id': ID }, 'Both check-session-id and', 'check-id'],
  [{ detach: 'true' }, 'Input detach', '"true"', 'check-id or tags'],
  [{ detach: 'yes' }, 'Input detach', '"yes"', 'true or false'],
  ...FLAGS.map((name): [Record<string, string>, ...string[]] => [
    { [name]: '1' },
    `Input ${name}`,
    '"1"',
    'true or false',
  ]),
  [{ timeout: '10m' }, 'Input timeout', '"10m"', 'seconds from 1 to 432000'],
  [{ timeout: '0' }, 'Input timeout', '"0"', 'from 1'],
  [{ timeout: '-5' }, 'Input timeout', '"-5"', 'from 1'],
  [{ timeout: '1.5' }, 'Input timeout', '"1.5"', 'whole number'],
  [{ 'max-wait-seconds': '31' }, 'Input max-wait-seconds', '"31"', 'from 1 to 30'],
  [{ 'max-wait-seconds': '0' }, 'Input max-wait-seconds', '"0"', 'from 1 to 30'],
  [
    { 'passing-statuses': 'GREEN' },
    'Input passing-statuses',
    '"GREEN"',
    'PASSED, DEGRADED, CANCELLED, TIMED_OUT, FAILED',
  ],
  [{ 'passing-statuses': ',' }, 'Input passing-statuses', '","', 'PASSED'],
  [{ 'job-summary': 'yes' }, 'Input job-summary', '"yes"', 'always, on-failure, never'],
  [{ 'api-url': 'http://example.com' }, 'Input api-url', '"http://example.com"', 'https://'],
  [{ 'api-url': 'nonsense' }, 'Input api-url', '"nonsense"', 'https://'],
  [
    { 'api-url': 'https://user:pass@example.com' },
    'Input api-url: the given value',
    'without user, password',
  ],
  [{ 'check-session-id': `["${ID}"]` }, 'Input check-session-id', `"["${ID}"]"`, 'join(fromJSON(…)'],
  [{ 'api-url': 'https:user:pass@example.com' }, 'Input api-url: the given value'],
  [{ 'api-url': 'https://example.com/?a=b' }, 'Input api-url', 'query'],
  [{ 'api-url': 'https://example.com?' }, 'Input api-url', 'query'],
  [{ 'api-url': 'https://example.com/#' }, 'Input api-url', 'fragment'],
  [{ 'api-url': 'file:///etc/passwd' }, 'Input api-url', '"file:///etc/passwd"', 'https://'],
  [{ 'report-dir': '../outside' }, 'Input report-dir', '"../outside"', 'outside the workspace'],
  [{ 'report-dir': tmpdir() }, 'Input report-dir', tmpdir(), 'outside the workspace'],
  [{ 'report-dir': 'link/reports' }, 'Input report-dir', '"link/reports"', 'through a link'],
  [{ 'report-dir': 'file' }, 'Input report-dir', '"file"', 'cannot be made'],
  [{ timeout: '10m', 'job-summary': 'yes' }, 'Input timeout: "10m"', 'Input job-summary: "yes"'],
]

describe('a bad input gives one clear error and no request', () => {
  test.concurrent.for(CASES)('%j', async ([inputs, ...parts], { startApi, folder }) => {
    let connections = 0
    const api = await startApi({
      onConnection: (socket) => {
        connections += 1
        socket.destroy()
      },
    })
    symlinkSync(tmpdir(), join(folder, 'link'), 'junction')
    writeFileSync(join(folder, 'file'), '')
    // What would leave this machine would come here instead.
    const env = { http_proxy: api.url, https_proxy: api.url }
    const run = await runStep(api, { 'check-session-id': ID, ...inputs }, { env, workspace: folder })
    expect(run.code).toBe(1)
    const [error = '', ...others] = listErrors(run)
    expect(others).toEqual([])
    for (const part of parts) expect(error).toContain(part)
    expect(run.lines.filter((line) => line.includes('::error'))).toHaveLength(1)
    expect(run.outputs).toMatchObject({ outcome: 'error', passed: 'false', 'check-session-ids': '[]' })
    expect(run.stderr).toBe('')
    expect(connections).toBe(0)
  })

  test.concurrent('of which the report files speak, if there is a folder for them', async ({
    startApi,
    folder,
  }) => {
    const api = await startApi()
    const inputs = buildInputs(api, { 'check-session-id': '', 'report-dir': 'reports' })
    const run = await runAction({ inputs, workspace: folder })
    const report = JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8'))
    expect(report.verdict).toMatchObject({
      outcome: 'error',
      message: expect.stringContaining('No sessions'),
    })
    const outside = await runAction({ inputs: { ...inputs, 'report-dir': '../..' }, workspace: folder })
    expect(outside.outputs).toMatchObject({ outcome: 'error', 'report-json': '' })
  })

  test.concurrent('of which the summary speaks too', async ({ startApi }) => {
    const api = await startApi()
    const inputs = buildInputs(api, { 'check-session-id': ID, timeout: '10m' })
    const run = await runAction({ inputs })
    expect(run.summary).toMatch(/No verdict.*timeout/s)
    for (const never of ['never', ' Never ']) {
      const silent = await runAction({ inputs: { ...inputs, 'job-summary': never } })
      expect(silent.summary).toBe('')
    }
  })
})
