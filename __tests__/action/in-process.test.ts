import { join } from 'node:path'
import { afterEach, describe, expect, vi } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { deriveUuid } from '../../simulator/ids.ts'
import type { CheckScript } from '../../simulator/script.ts'
import { runMain } from '../../src/main.ts'
import { runPost } from '../../src/post.ts'
import { runInProcess } from './run-in-process.ts'
import { buildInputs, test } from './support.ts'

const passed = buildSession({ name: 'Passed', ended: true })
const failed = buildSession({ name: 'Failed', status: 'FAILED', ended: true })
const suite = buildSession({ name: 'Suite', checkType: 'PLAYWRIGHT', durationMs: 'manual' })
const big = buildSession({ name: 'Big', ended: true, extra: { padding: 'x'.repeat(200_000) } })
const sessions = [passed, failed, suite, big]
const checks: CheckScript[] = [
  { name: 'Home', tags: ['web'], session: { locations: { here: [{ durationMs: 10 }] } } },
  { name: 'Broken', tags: ['broken'], session: { status: 'FAILED', durationMs: 10 } },
]
const HOME = deriveUuid('check', 'Home')
const NOBODY = '00000000-0000-4000-8000-000000000000'
const NOR_THIS = '00000000-0000-4000-8000-000000000001'

/** Inputs, exit code, outcome, and a part of what the log says. */
const CASES: [inputs: Record<string, string>, code: number, outcome: string, says: string][] = [
  [{ 'check-session-id': passed.id }, 0, 'passed', '✓ "Passed" PASSED after'],
  [{ 'check-session-id': `${passed.id} ${failed.id}` }, 1, 'failed', '1 of 2 checks failed'],
  [{ 'check-session-id': failed.id, 'report-dir': 'out' }, 1, 'failed', 'expected 200'],
  [{ 'check-session-id': failed.id }, 1, 'failed', 'Why: status code: expected 200, was 503'],
  [{ tags: 'broken' }, 1, 'failed', 'Why: no result says why'],
  [{ 'check-session-id': NOBODY }, 1, 'error', '404'],
  [{ 'check-session-id': 'nope' }, 1, 'error', 'Input check-session-id'],
  [{ 'check-session-id': 'nope', 'job-summary': 'never' }, 1, 'error', 'Input check-session-id'],
  [{ 'check-session-id': passed.id, 'report-dir': '..' }, 1, 'error', '".." is outside the workspace'],
  [
    { 'check-session-id': suite.id, timeout: '1', 'cancel-unfinished': 'true' },
    1,
    'timeout',
    'Cancel requested: Suite',
  ],
  [{ 'check-session-id': passed.id, tags: 'web' }, 1, 'error', 'Both check-session-id and'],
  [{ 'check-session-id': passed.id, detach: 'true' }, 1, 'error', 'Input detach: "true"'],
  [{ 'check-session-id': passed.id, 'report-dir': 'output' }, 1, 'error', 'cannot be made'],
  [{ 'check-session-id': big.id }, 0, 'passed', 'The outputs sessions are left empty'],
  [{ 'check-id': `${HOME} ${NOBODY}`, 'fail-on-no-matching': 'false' }, 0, 'passed', NOBODY],
  [{ tags: 'web' }, 0, 'passed', 'Started 1 check session'],
  [{ tags: 'web', detach: 'true' }, 0, 'detached', 'detached without waiting'],
  [{ 'check-id': NOBODY }, 1, 'no-match', `No active check matches check-id ${NOBODY}, so`],
  [{ 'check-id': `${NOBODY} ${NOR_THIS}` }, 1, 'no-match', `matches check-id ${NOBODY}, ${NOR_THIS}, so`],
  [{ tags: 'nobody' }, 1, 'no-match', 'No active check matches tags "nobody", so'],
  [
    { tags: 'nobody, else\nnone' },
    1,
    'no-match',
    'No active check matches tags "nobody, else" or "none", so',
  ],
  [{ tags: 'nobody', 'fail-on-no-matching': 'false' }, 0, 'no-match', 'No active check matches'],
  [{ tags: 'web', 'account-id': NOBODY }, 1, 'error', 'could not be started: the API answered 403'],
]

describe('main', () => {
  test.for(CASES)('%j: exit %i, %s', async ([inputs, code, outcome, says], { startApi }) => {
    const api = await startApi({ sessions, checks })
    const run = await runInProcess(runMain, { inputs: buildInputs(api, inputs) })
    expect(run.code).toBe(code)
    expect(run.outputs['outcome']).toBe(outcome)
    expect(run.stdout).toContain(says)
    expect(run.summary === '').toBe(inputs['job-summary'] === 'never')
    expect(run.outputs['report-json'] !== '').toBe(inputs['report-dir'] === 'out')
  })

  test('names the first hundred of more sessions that it started, and counts the others', async ({
    startApi,
  }) => {
    const many = Array.from({ length: 102 }, (_, index) => ({ name: `Check ${index}`, tags: ['many'] }))
    const api = await startApi({ checks: many })
    const run = await runInProcess(runMain, { inputs: buildInputs(api, { tags: 'many', detach: 'true' }) })
    const [, group = ''] =
      /::group::Started 102 check sessions.*\r?\n([\s\S]*?)::endgroup::/.exec(run.stdout) ?? []
    const lines = group.trim().split(/\r?\n/)
    expect(lines).toHaveLength(101)
    expect(lines.at(-1)).toBe('and 2 more')
    const few = await startApi({ checks: many.slice(0, 100) })
    const all = await runInProcess(runMain, { inputs: buildInputs(few, { tags: 'many', detach: 'true' }) })
    expect(all.stdout).not.toMatch(/^and /m)
  })

  test('tells how long it waited, whatever the clock showed when it began', async ({ startApi }) => {
    const api = await startApi({ sessions })
    const begin = performance.now()
    const run = await runInProcess(runMain, { inputs: buildInputs(api, { 'check-session-id': passed.id }) })
    const tookMs = performance.now() - begin
    const [, count, unit] = /PASSED after ([\d.]+) (m?s)\./.exec(run.stdout) ?? []
    // A second is told to one decimal place.
    expect(Number(count) * (unit === 's' ? 1000 : 1)).toBeLessThanOrEqual(tookMs + 50)
  })

  test('has no warning where the runner has no place for a summary', async ({ startApi }) => {
    const api = await startApi({ sessions })
    const inputs = buildInputs(api, { 'check-session-id': passed.id })
    const run = await runInProcess(runMain, { inputs, env: { GITHUB_STEP_SUMMARY: '' } })
    expect(run).toMatchObject({ code: 0, summary: '' })
    expect(run.stdout).not.toContain('::warning')
  })

  test.for(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s, with the sessions cancelled',
    async (signal, { startApi }) => {
      const api = await startApi({ sessions })
      const inputs = buildInputs(api, { 'check-session-id': suite.id, 'cancel-unfinished': 'true' })
      const running = runInProcess(runMain, { inputs })
      await api.waitForRequest(({ route }) => route === 'completion')
      process.emit(signal)
      const run = await running
      expect(run.code).toBe(1)
      expect(run.outputs['outcome']).toBe('cancelled')
      expect((await api.sessions.whenEnded(suite.id)).status).toBe('CANCELLED')
    },
  )

  test.for<[string, () => unknown, string]>([
    ['an error', () => process.emit('uncaughtException', new Error('boom')), 'Unexpected error: boom'],
    [
      'a rejection',
      () => process.emit('unhandledRejection', 'bang', Promise.resolve()),
      'Unexpected error: bang',
    ],
    ['a loop that runs dry', () => process.emit('beforeExit', 0), 'ended without a verdict'],
  ])('fails after %s', async ([, cause, says], { startApi }) => {
    const api = await startApi({ sessions })
    const running = runInProcess(runMain, { inputs: buildInputs(api, { 'check-session-id': suite.id }) })
    await api.waitForRequest(({ route }) => route === 'completion')
    cause()
    const run = await running
    expect(run.code).toBe(1)
    expect(run.outputs['outcome']).toBe('error')
    expect(run.stdout).toContain(says)
  })

  test('warns of an error after the verdict, and of outputs that cannot be written', async ({
    startApi,
    folder,
  }) => {
    const faults = [{ route: 'check-result', behaviour: { kind: 'hang' } }] as const
    const api = await startApi({ sessions, faults })
    const inputs = buildInputs(api, { 'check-session-id': failed.id })
    const running = runInProcess(runMain, { inputs, files: { GITHUB_OUTPUT: folder } })
    await api.waitForRequest(({ route }) => route === 'check-result')
    process.emit('uncaughtException', new Error('too late'))
    process.emit('SIGTERM')
    const run = await running
    expect(run.code).toBe(1)
    expect(run.stdout).toMatch(/^::warning::Unexpected error after the verdict, which stands: too late/m)
    expect(run.stdout).toMatch(/^::warning::The outputs could not be set: E/m)
  })
})

test('what cannot be written or cancelled costs a line each', async ({ startApi, folder }) => {
  const behaviour = { kind: 'respond', status: 403 } as const
  const trigger = { kind: 'respond', status: 429, headers: { 'retry-after': '0' } } as const
  const session = { checkType: 'PLAYWRIGHT', durationMs: 'manual' } as const
  const api = await startApi({
    checks: [{ name: 'Home', tags: ['web'], session }],
    faults: [
      { route: 'cancel', behaviour },
      { route: 'trigger', times: 1, behaviour: trigger },
    ],
  })
  const inputs = { tags: 'web', timeout: '2', 'cancel-unfinished': 'true' }
  const run = await runInProcess(runMain, {
    inputs: buildInputs(api, inputs),
    files: { GITHUB_STEP_SUMMARY: join(folder, 'missing', 'summary.md') },
  })
  expect(run).toMatchObject({ code: 1, outputs: { outcome: 'timeout' }, summary: '' })
  expect(run.stdout).toMatch(/^The sessions could not be started yet: .*; trying again in /m)
  expect(run.stdout).toMatch(/Not cancelled: 1\r?\nHome: the API answered 403/)
  expect(run.stdout).toMatch(/^::warning::The job summary could not be written: ENOENT/m)
})

describe('post', () => {
  const inputs = { 'check-session-id': `${suite.id} ${passed.id}`, 'cancel-unfinished': 'true' }
  const state = { 'STATE_unfinished-ids': `${suite.id} ${passed.id} ${NOBODY}` }

  test('cancels what main left', async ({ startApi }) => {
    const api = await startApi({ sessions })
    const run = await runInProcess(runPost, { inputs: buildInputs(api, inputs), env: state })
    expect(run).toMatchObject({ code: 0, outputs: {}, summary: '' })
    expect(run.stdout).toContain(`Cancel requested: ${suite.id}`)
    expect(run.stdout).toContain(`Skipped ${passed.id}: it has ended, PASSED`)
    expect(run.stdout).toMatch(new RegExp(`^Skipped ${NOBODY}: the API answered 404`, 'm'))
  })

  test.for<[string, Record<string, string>, string]>([
    ['nothing is left', { 'STATE_unfinished-ids': '' }, ''],
    ['the key is gone', { 'INPUT_API-KEY': '' }, 'Nothing was cancelled: Input api-key is missing'],
  ])('does nothing when %s', async ([, env, says], { startApi }) => {
    const api = await startApi({ sessions })
    const run = await runInProcess(runPost, {
      inputs: { ...buildInputs(api, inputs), 'api-key': '' },
      env: { ...state, ...env },
    })
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(says === '' ? /^$/ : says)
    expect(api.log.entries).toEqual([])
  })
})

describe('the entry', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'checklyGateIsPost')
  })

  test.for([
    ['main', { outcome: 'passed' }],
    ['post', {}],
  ] as const)('runs %s, told by the file that loads it', async ([which, outputs], { startApi }) => {
    const api = await startApi({ sessions })
    vi.resetModules()
    if (which === 'post') Object.assign(globalThis, { checklyGateIsPost: true })
    const start = (): Promise<unknown> => import('../../src/index.ts')
    const run = await runInProcess(start, { inputs: buildInputs(api, { 'check-session-id': passed.id }) })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject(outputs)
    expect(Object.keys(run.outputs).length > 0).toBe('outcome' in outputs)
  })
})
