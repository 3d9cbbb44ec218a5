import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { listErrors, runGate, runStep, startGate, test } from './support.ts'

const passing = buildSession({ name: 'Passes', ended: true })
const failing = buildSession({ name: 'Fails', status: 'FAILED', ended: true })
const sessions = [passing, failing]

describe('the job summary', () => {
  test.concurrent.for([
    { mode: 'always', session: passing, written: true },
    { mode: 'always', session: failing, written: true },
    { mode: 'on-failure', session: passing, written: false },
    { mode: 'on-failure', session: failing, written: true },
    { mode: 'On-Failure', session: failing, written: true },
    { mode: 'never', session: passing, written: false },
    { mode: 'never', session: failing, written: false },
  ])('$mode is written for a session that $session.name: $written', async (one, { startApi }) => {
    const api = await startApi({ sessions })
    const run = await runStep(api, {
      'check-session-id': one.session.id,
      'job-summary': one.mode,
    })
    expect(run.summary !== '').toBe(one.written)
    if (one.written) expect(run.summary).toContain(one.session.name)
  })

  test.concurrent('is added to what earlier commands of the step wrote', async ({ startApi, folder }) => {
    const api = await startApi({ sessions })
    const path = join(folder, 'summary.md')
    const extra = { files: { GITHUB_STEP_SUMMARY: path } }
    for (const { id } of sessions) await runStep(api, { 'check-session-id': id }, extra)
    expect(readFileSync(path, 'utf8')).toMatch(/Passes.*Fails/s)
  })
})

describe.runIf(process.platform !== 'win32')('links in the workspace', () => {
  test.concurrent('make no folder outside of it', async ({ startApi, folder }) => {
    const api = await startApi({ sessions })
    const outside = mkdtempSync(join(tmpdir(), 'checkly-gate-outside-'))
    symlinkSync(outside, join(folder, 'link'))
    const inputs = { 'check-session-id': passing.id, 'report-dir': 'link/a/b' }
    const run = await runGate(api, inputs, { workspace: folder })
    expect(run.code).toBe(1)
    expect(readdirSync(outside)).toEqual([])
    rmSync(outside, { recursive: true })
  })

  test.concurrent('are replaced by a report and not followed', async ({ startApi, folder }) => {
    const api = await startApi({ sessions })
    mkdirSync(join(folder, 'reports'))
    writeFileSync(join(folder, 'precious'), 'untouched')
    symlinkSync(join(folder, 'precious'), join(folder, 'reports', 'checkly-report.json'))
    const inputs = { 'check-session-id': passing.id, 'report-dir': 'reports' }
    const run = await runStep(api, inputs, { workspace: folder })
    expect(run.code).toBe(0)
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('untouched')
    expect(readdirSync(join(folder, 'reports')).sort()).toEqual([
      'checkly-report.json',
      'checkly-report.junit.xml',
      'checkly-report.md',
    ])
  })
})

describe('failure details', () => {
  test.concurrent('that cannot be read cost nothing but themselves', async ({ startApi, folder }) => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const text = `{"apiCheckResult":{"assertions":[{"target":${deep},"actual":${deep}}]}}`
    const faults = [{ route: 'check-result', behaviour: { kind: 'respond', status: 200, text } }] as const
    const odd = buildSession({
      name: 'Odd',
      ended: true,
      locations: { 'eu-west-1': [{ hasFailures: true, extra: { checkResultId: '\ud800' } }] },
    })
    const api = await startApi({ sessions: [failing, odd], faults: [...faults] })
    const inputs = { 'check-session-id': `${failing.id} ${odd.id}`, 'report-dir': 'reports' }
    const run = await runStep(api, inputs, { workspace: folder })
    expect(run.outputs['outcome']).toBe('failed')
    expect(run.stdout).not.toContain('could not be written')
    expect(run.summary).toMatch(/Fails.*Odd/s)
    expect(readdirSync(join(folder, 'reports'))).toHaveLength(3)
  })

  test.concurrent('are not waited for while all requests pause for longer', async ({ startApi }) => {
    const session = buildSession({ name: 'Fails', status: 'FAILED', durationMs: 'manual' })
    const behaviour = { kind: 'respond', status: 429, headers: { 'retry-after': '60' } } as const
    const api = await startApi({ sessions: [session], faults: [{ route: 'check-result', behaviour }] })
    const running = startGate(api, { 'check-session-id': session.id, timeout: '600' })
    await api.waitForRequest(({ route }) => route === 'completion')
    api.sessions.end(session.id)
    const run = await running.done
    expect(run.outputs['outcome']).toBe('failed')
    // It would be held for 5 s.
    expect(run.tookMs).toBeLessThan(4500)
  })
})

test.concurrent('a run that the API lists while it is under way has not passed', async ({ startApi }) => {
  const slow = buildSession({
    name: 'Slow',
    locations: { 'eu-west-1': [{ durationMs: 10 }], 'us-east-1': [{ durationMs: 'manual' }] },
    listsRunning: true,
  })
  const failing = buildSession({ name: 'Fails', status: 'FAILED', durationMs: 'manual' })
  const api = await startApi({ sessions: [slow, failing] })
  const inputs = { 'check-session-id': `${slow.id} ${failing.id}`, 'fail-fast': 'true' }
  const { done, waitForOutput } = startGate(api, inputs)
  // Told when the snapshot has been read.
  await waitForOutput(/^Slow: https:/m)
  api.sessions.end(failing.id)
  const run = await done
  expect(run.stdout).toContain('Slow still running: 1 of 2 locations done')
  expect(run.summary).toContain('us-east-1: ⏳ still running')
})

describe('report files', () => {
  test.concurrent('without a workspace are an error that says so', async ({ startApi, folder }) => {
    const api = await startApi({ sessions })
    const env = { GITHUB_WORKSPACE: join(folder, 'gone') }
    const run = await runStep(api, { 'check-session-id': passing.id, 'report-dir': 'reports' }, { env })
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([
      expect.stringMatching(/Input report-dir: "reports" cannot be made \(ENOENT/),
    ])
  })

  test.concurrent('are written into report-dir, and the outputs say where', async ({ startApi, folder }) => {
    const api = await startApi({ sessions })
    const inputs = { 'check-session-id': failing.id, 'report-dir': './out//reports/' }
    const run = await runGate(api, inputs, { workspace: folder })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      'report-json': join(folder, 'out', 'reports', 'checkly-report.json'),
      'report-markdown': join(folder, 'out', 'reports', 'checkly-report.md'),
      'report-junit': join(folder, 'out', 'reports', 'checkly-report.junit.xml'),
    })
    const read = (name: string): string => readFileSync(run.outputs[`report-${name}`] ?? '', 'utf8')
    expect(JSON.stringify(JSON.parse(read('json')))).toContain(failing.id)
    expect(read('markdown')).toContain('Fails')
    expect(read('junit')).toMatch(/^<\?xml.*<failure/s)
  })

  test.concurrent('are named from the workspace, and what they replace is told', async ({
    startApi,
    folder,
  }) => {
    const api = await startApi({ sessions })
    const both = { 'report-dir': 'out/reports' }
    const first = await runStep(api, { 'check-session-id': failing.id, ...both }, { workspace: folder })
    const files = ['json', 'md', 'junit.xml']
      .map((end) => join('out', 'reports', `checkly-report.${end}`))
      .join(', ')
    expect(first.lines).toContain(`Report files, from the workspace: ${files}`)
    expect(first.stdout).not.toContain('is replaced')
    const second = await runStep(api, { 'check-session-id': passing.id, ...both }, { workspace: folder })
    expect(second.stdout).toContain(
      `::warning::An earlier step of this job had written ${files}: its report is replaced.`,
    )
    expect(second.code).toBe(0)
  })

  test.concurrent('that cannot be written cost a warning and not the verdict', async ({
    startApi,
    folder,
  }) => {
    const slow = buildSession({ name: 'Slow', durationMs: 'manual' })
    const api = await startApi({ sessions: [slow] })
    const inputs = { 'check-session-id': slow.id, 'report-dir': 'reports' }
    const running = runStep(api, inputs, { workspace: folder })
    await api.waitForRequest(({ route }) => route === 'completion')
    // In the place of the file there is a folder.
    mkdirSync(join(folder, 'reports', 'checkly-report.json'))
    api.sessions.end(slow.id)
    const run = await running
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'report-json': '' })
    expect(run.stdout).toMatch(/^::warning::The report file checkly-report.json could not be written/m)
    expect(existsSync(run.outputs['report-markdown'] ?? '')).toBe(true)
  })

  test.concurrent('are not written without report-dir', async ({ startApi, folder }) => {
    const api = await startApi({ sessions })
    const run = await runStep(api, { 'check-session-id': passing.id }, { workspace: folder })
    expect(run.outputs).toMatchObject({ 'report-json': '', 'report-markdown': '', 'report-junit': '' })
    expect(existsSync(join(folder, 'checkly-report.json'))).toBe(false)
  })
})

describe('annotations', () => {
  test.concurrent.for([
    ['true', 1],
    ['false', 0],
  ] as const)('%s: %i for a session that did not pass', async ([annotations, count], { startApi }) => {
    const api = await startApi({ sessions })
    const run = await runStep(api, { 'check-session-id': failing.id, annotations })
    const errors = run.lines.filter((line) => line.startsWith('::error'))
    // The one error line that says why the step failed is always there.
    expect(errors).toHaveLength(count + 1)
    expect(listErrors(run)).toHaveLength(1)
  })
})

describe('failure details', () => {
  test.concurrent.for([
    ['true', 1],
    ['false', 0],
  ] as const)('%s: %i request asks why the result failed', async ([details, count], { startApi }) => {
    const api = await startApi({ sessions })
    const run = await runStep(api, { 'check-session-id': failing.id, 'failure-details': details })
    expect(api.log.filter(({ route }) => route === 'check-result')).toHaveLength(count)
    expect(run.summary.includes('expected 200')).toBe(count === 1)
    expect(run.outputs['outcome']).toBe('failed')
  })

  test.concurrent('that the API does not give change nothing', async ({ startApi }) => {
    const api = await startApi({
      sessions,
      faults: [{ route: 'check-result', behaviour: { kind: 'respond', status: 403 } }],
    })
    const run = await runStep(api, { 'check-session-id': failing.id })
    expect(run.outputs).toMatchObject({ outcome: 'failed', status: 'FAILED' })
    expect(run.summary).toContain('Fails')
  })
})
