import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { buildRun, buildSession } from '../../simulator/build-session.ts'
import { runGate, runStep, showText, test } from './support.ts'

const KEY = 'cu_0123456789abcdef0123456789abcdef'
/** As much of a key as tells anybody who finds it what it is. */
const PIECE = KEY.slice(8, 24)

describe('the key', () => {
  test.concurrent('that was given as another input too is nowhere, however the summary writes it', async ({
    startApi,
    folder,
  }) => {
    // Word joiners and references would be put into such keys.
    for (const key of ['0123456789abcdef0123456789abcdef', 'pa$$w0rd!With@Signs#1', 'abc_def_ghi_jkl_mno']) {
      const api = await startApi({ apiKeys: [key], checks: [] })
      const run = await runStep(
        api,
        { 'api-key': key, tags: key, 'report-dir': 'reports' },
        { workspace: folder },
      )
      expect(run.outputs['outcome']).toBe('no-match')
      const markdown = readFileSync(join(folder, 'reports', 'checkly-report.md'), 'utf8')
      for (const text of [run.summary, markdown])
        expect(text).toMatch(/No active check matches.*\*\*\*|No active check matches.*&#42;/s)
      for (const text of [run.summary, markdown]) expect(showText(text)).not.toContain(key.slice(0, 8))
    }
  })

  test.concurrent('is masked before anything else, and is nowhere in log, outputs, summary and files', async ({
    startApi,
    folder,
  }) => {
    // A server that gives the key back wherever it can.
    const session = buildSession({
      name: `Name with ${KEY}`,
      ended: true,
      locations: { [`at ${KEY}`]: [buildRun('FAILED', { extra: { note: KEY, name: KEY } })] },
      extra: { header: `Bearer ${KEY}`, checkSessionLink: `https://example.com/?key=${KEY}` },
    })
    const api = await startApi({ apiKeys: [KEY], sessions: [session] })
    const inputs = { 'check-session-id': session.id, 'report-dir': 'reports' }
    const run = await runGate(api, inputs, { workspace: folder })
    expect(run.code).toBe(1)
    expect(run.lines[0]).toBe(`::add-mask::${KEY}`)
    const said = run.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
    const files = readdirSync(join(folder, 'reports'))
    expect(files).toHaveLength(3)
    const texts = {
      said,
      stderr: run.stderr,
      outputs: JSON.stringify(run.outputs),
      state: JSON.stringify(run.state),
      summary: run.summary,
      ...Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, 'reports', name), 'utf8')])),
    }
    for (const [where, text] of Object.entries(texts)) expect(text, where).not.toContain(PIECE)
    for (const where of ['said', 'outputs', 'summary'] as const)
      expect(showText(texts[where])).toContain('***')
    expect(JSON.parse(run.outputs['results'] ?? '')).toHaveLength(1)
  })

  test.concurrent.for([
    ['refuses it', { 'api-key': KEY }, {}],
    ['is another one in the environment', { 'api-key': '' }, { CHECKLY_API_KEY: KEY }],
  ] as const)('is masked when the API %s', async ([, inputs, env], { startApi }) => {
    const api = await startApi({
      faults: [{ behaviour: { kind: 'respond', status: 401, json: { message: `Bad token ${KEY}` } } }],
    })
    const run = await runStep(api, { 'check-session-id': api.accountId, ...inputs }, { env })
    expect(run.code).toBe(1)
    expect(run.lines[0]).toBe(`::add-mask::${KEY}`)
    expect(run.lines.slice(1).join('\n')).not.toContain(PIECE)
    expect(run.stdout).toContain('Bad token ***')
    expect(run.summary).not.toContain(PIECE)
  })

  test.concurrent.for([
    ['with blanks around it', ` ${KEY}\n`],
    ['of several lines', `${KEY}\nsecond-line-of-it`],
  ] as const)('%s is masked as it is given and as it is used', async ([, key], { startApi }) => {
    const api = await startApi()
    const run = await runStep(api, { 'check-session-id': api.accountId, 'api-key': key })
    const masks = run.lines.filter((line) => line.startsWith('::add-mask::'))
    expect(masks[0]).toContain(KEY)
    expect(run.lines.indexOf(masks[0] ?? '')).toBe(0)
    expect(masks).toHaveLength(new Set([key, key.trim()]).size)
    expect(run.lines.filter((line) => !masks.includes(line)).join('\n')).not.toContain(PIECE)
  })

  test.concurrent('is not sent anywhere else by a redirect', async ({ startApi }) => {
    const elsewhere = await startApi()
    const location = `${elsewhere.url}/v2/check-sessions/${elsewhere.accountId}/completion`
    const api = await startApi({
      faults: [{ behaviour: { kind: 'respond', status: 302, headers: { location } } }],
    })
    const run = await runStep(api, { 'check-session-id': api.accountId })
    expect(run.outputs['outcome']).toBe('error')
    expect(elsewhere.log.entries).toEqual([])
  })

  test.concurrent('but not the account, which outputs may hold', async ({ startApi }) => {
    const session = buildSession({ ended: true })
    const api = await startApi({ sessions: [session] })
    const run = await runStep(api, { 'check-session-id': session.id })
    expect(run.lines.filter((line) => line.includes('add-mask'))).toEqual([`::add-mask::${api.apiKey}`])
  })
})

test.concurrent('a key that is given as another input is not shown, however it is escaped', async ({
  startApi,
}) => {
  const key = 'k-1_e-2_y-3_w-4_i-5_t-6_h'
  const api = await startApi()
  const run = await runStep(api, { 'check-session-id': api.accountId, 'api-key': key, timeout: key })
  expect(run.outputs).toMatchObject({ outcome: 'error' })
  expect(showText(run.summary)).toContain('Input timeout: "***"')
  expect(showText(run.summary)).not.toContain(key)
  expect(run.lines.slice(1).join('\n')).not.toContain(key)
})

test.concurrent('a key without a prefix is not told by a redirect either', async ({ startApi }) => {
  const key = '5f0c2d9e7a814b36a1e4c8d27b90f653'
  const session = buildSession({ ended: true })
  const headers = { location: `https://example.com/token/${key}?key=${key}` }
  const api = await startApi({
    apiKeys: [key],
    sessions: [session],
    faults: [{ behaviour: { kind: 'respond', status: 302, headers, text: '' } }],
  })
  const run = await runStep(api, { 'check-session-id': session.id })
  expect(run.outputs).toMatchObject({ outcome: 'error' })
  // Without what is invisible, as a reader would copy it.
  const seen = `${run.summary}${run.lines.slice(1).join('')}`.replace(/\p{Cf}/gu, '')
  expect(seen).toContain('token')
  expect(seen).not.toContain(key.slice(0, 12))
})
