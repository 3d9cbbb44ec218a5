import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { HistoryScript, PastResultScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { listErrors, runGate, runStep, showText, startGate, test } from './support.ts'

const MINUTE = 60_000
const PASSED: PastResultScript[] = [4, 9, 14].map((minutes) => ({ agoMs: minutes * MINUTE }))
const FAILED: PastResultScript[] = PASSED.map((it) => ({ ...it, status: 'FAILED' }))

const login = buildSession({ name: 'Login', status: 'FAILED', ended: true })
const search = buildSession({ name: 'Search', status: 'FAILED', ended: true })
const remember = (checkId: string, results: PastResultScript[]): HistoryScript => ({ checkId, results })
const inputsOf = (...sessions: { id: string }[]) => ({
  'check-session-id': sessions.map(({ id }) => id).join(' '),
})

/** What is told of it: the outputs, and how often the API was asked for what. */
function show(run: RunResult, api: Pick<Simulator, 'log'>) {
  const failures = JSON.parse(run.outputs['failures'] ?? '') as { name: string; new: boolean | null }[]
  return {
    outcome: run.outputs['outcome'],
    failures: failures.map((it) => [it.name, it.new]),
    counts: [run.outputs['failures-total'], run.outputs['failures-new']],
    asked: ['history', 'check-result', 'test-error-group'].map(
      (route) => api.log.filter((it) => it.route === route).length,
    ),
  }
}

describe('a failed check', () => {
  test.concurrent('that passed before is new, in everything that people read', async ({
    startApi,
    folder,
  }) => {
    const api = await startApi({ sessions: [login], history: [remember(login.checkId, PASSED)] })
    const inputs = { ...inputsOf(login), 'report-dir': 'reports' }
    const run = await runGate(api, inputs, { workspace: folder })
    expect(show(run, api)).toStrictEqual({
      outcome: 'failed',
      failures: [['Login', true]],
      counts: ['1', '1'],
      asked: [1, 1, 0],
    })
    const words = 'passed 4 minutes before this run'
    expect(run.outputs['message']).toContain(
      `"Login" FAILED in eu-west-1 (status code: expected 200, was 503). New: ${words}. See https://`,
    )
    expect(listErrors(run)[0]).toContain(`New: ${words}`)
    expect(showText(run.summary)).toContain(`🆕 **New:** ${words}`)
    expect(run.stdout).toMatch(/^New: passed 4 minutes before this run$/m)
    expect(run.stdout).toMatch(/^::error title=Login failed in eu-west-1 \(new\)/m)
    const read = (name: string): string => readFileSync(run.outputs[`report-${name}`] ?? '', 'utf8')
    expect(JSON.parse(read('json')).checks[0]).toMatchObject({
      new: true,
      news: [`New: ${words}`],
      locations: [{ history: { before: { kind: 'better', state: 'passed', results: 3, bad: 0 } } }],
    })
    expect(read('junit')).toContain('<property name="new" value="true"/>')
    expect(read('junit')).toContain(`<property name="history" value="New: ${words}"/>`)
    expect(showText(read('markdown'))).toContain(words)
  })

  test.concurrent('that was failing before is known, and fails the step all the same', async ({
    startApi,
  }) => {
    const api = await startApi({ sessions: [login], history: [remember(login.checkId, FAILED)] })
    const run = await runStep(api, inputsOf(login))
    expect(run.code).toBe(1)
    expect(show(run, api)).toStrictEqual({
      outcome: 'failed',
      failures: [['Login', false]],
      counts: ['1', '0'],
      asked: [1, 1, 0],
    })
    expect(run.outputs['message']).toMatch(
      / Known: failing since \d+ \w+ \d\d:\d\d UTC, at least 3 results\. /,
    )
    expect(showText(run.summary)).toContain('🔁 **Known:** failing since')
  })

  test.concurrent('that never ran before is not known, and counts as new', async ({ startApi }) => {
    const api = await startApi({ sessions: [login] })
    const run = await runStep(api, inputsOf(login))
    expect(show(run, api)).toMatchObject({
      failures: [['Login', null]],
      counts: ['1', '1'],
      asked: [1, 1, 0],
    })
    expect(run.outputs['message']).toContain('Not known whether new: no earlier result in the same location.')
  })

  test.concurrent('in two places is new when it is new in one of them', async ({ startApi }) => {
    const both = buildSession({
      name: 'Login',
      ended: true,
      locations: { 'eu-west-1': [{ hasFailures: true }], 'us-east-1': [{ hasFailures: true }] },
    })
    const elsewhere = FAILED.map((it) => ({ ...it, location: 'us-east-1' }))
    const api = await startApi({
      sessions: [both],
      history: [remember(both.checkId, [...PASSED, ...elsewhere])],
    })
    const run = await runStep(api, inputsOf(both))
    expect(show(run, api)).toMatchObject({
      failures: [['Login', true]],
      counts: ['1', '1'],
      asked: [1, 2, 0],
    })
    const summary = showText(run.summary)
    expect(summary).toContain(
      'New in eu-west-1:** passed 4 minutes before this run; known in us-east-1: failing',
    )
  })

  test.concurrent('that is new stands before one that is known', async ({ startApi }) => {
    const history = [remember(login.checkId, FAILED), remember(search.checkId, PASSED)]
    const api = await startApi({ sessions: [login, search], history })
    const run = await runStep(api, inputsOf(login, search))
    expect(show(run, api)).toStrictEqual({
      outcome: 'failed',
      failures: [
        ['Search', true],
        ['Login', false],
      ],
      counts: ['2', '1'],
      asked: [2, 2, 0],
    })
    expect(run.outputs['message']).toMatch(
      /"Search" FAILED.*; "Login" FAILED.*\. 1 of 2 is new: Search passed 4 minutes before this run; 1 was failing already\. See /,
    )
    expect(showText(run.summary)).toMatch(
      /^## ❌ 2 of 2 checks failed, 1 of them new\n\n🆕 \*\*1 of 2 is new:\*\*/,
    )
  })
})

describe('the history', () => {
  test.concurrent.for([400, 401, 402, 403, 404, 429, 500, 503])(
    'that is refused with %i costs nothing but the word',
    async (status, { startApi }) => {
      const api = await startApi({
        sessions: [login],
        history: [remember(login.checkId, PASSED)],
        faults: [{ route: 'history', behaviour: { kind: 'respond', status } }],
      })
      const run = await runStep(api, inputsOf(login))
      expect(show(run, api)).toMatchObject({
        failures: [['Login', null]],
        counts: ['1', '1'],
        asked: [1, 1, 0],
      })
      expect(run.outputs['message']).toContain('(status code: expected 200, was 503)')
      expect(run.outputs['message']).toContain('Not known whether new: what it did before could not be read.')
      expect(run.stdout).not.toContain('::warning')
    },
  )

  test.concurrent('that never comes is given up with the reasons, which are told', async ({ startApi }) => {
    const api = await startApi({
      sessions: [login],
      faults: [{ route: 'history', behaviour: { kind: 'hang' } }],
    })
    const run = await runGate(api, inputsOf(login))
    expect(show(run, api)).toMatchObject({ failures: [['Login', null]], asked: [1, 1, 0] })
    expect(run.outputs['message']).toContain('(status code: expected 200, was 503)')
    const [request] = api.log.filter(({ route }) => route === 'history')
    // Five seconds are kept for all that is read after the verdict.
    expect((request?.brokenOffAtMs ?? Number.NaN) - (request?.arrivedAtMs ?? 0)).toBeLessThan(6000)
  })

  test.concurrent('that is still being read when the process is killed costs no outputs', async ({
    startApi,
  }) => {
    const api = await startApi({
      sessions: [login],
      faults: [{ route: 'history', behaviour: { kind: 'hang' } }],
    })
    const { child, done } = startGate(api, inputsOf(login))
    await api.waitForRequest(({ route }) => route === 'history')
    child.kill('SIGKILL')
    const run = await done
    expect(show(run, api)).toMatchObject({
      outcome: 'failed',
      failures: [['Login', null]],
      counts: ['1', '1'],
    })
    expect(run.outputs['message']).toContain('"Login" FAILED in eu-west-1. See https://')
  })

  test.concurrent('of thirty failures is asked for of twenty, each once', async ({ startApi }) => {
    const sessions = Array.from({ length: 30 }, (_, index) =>
      buildSession({ name: `Check ${index}`, status: 'FAILED', ended: true }),
    )
    const history = sessions.map(({ checkId }) => remember(checkId, PASSED))
    const api = await startApi({ sessions, history })
    const run = await runStep(api, inputsOf(...sessions))
    const { failures, counts, asked } = show(run, api)
    expect(counts).toStrictEqual(['30', '30'])
    expect(asked).toStrictEqual([20, 30, 0])
    expect(failures.map(([, isNew]) => isNew)).toStrictEqual([
      ...Array.from({ length: 20 }, () => true),
      ...Array.from({ length: 10 }, () => null),
    ])
    expect(new Set(api.log.filter(({ route }) => route === 'history').map(({ path }) => path)).size).toBe(20)
    expect(showText(run.summary)).toMatch(/^## ❌ 30 of 30 checks failed, 20 of them new/)
  })

  test.concurrent('is read up to started-after', async ({ startApi }) => {
    const deployedAt = new Date(Date.now() - 6 * MINUTE).toISOString()
    const history = [
      remember(login.checkId, [{ agoMs: 4 * MINUTE, status: 'FAILED' }, { agoMs: 9 * MINUTE }]),
    ]
    const api = await startApi({ sessions: [login], history })
    const run = await runStep(api, { ...inputsOf(login), 'started-after': deployedAt })
    expect(show(run, api)).toMatchObject({ failures: [['Login', true]] })
    expect(run.outputs['message']).toContain('passed 9 minutes before this run')
  })

  test.concurrent.for([
    { 'failure-details': 'false', 'check-session-id': login.id },
    { 'passing-statuses': 'PASSED, FAILED', 'check-session-id': login.id },
  ])('is not asked for with %j', async (inputs, { startApi }) => {
    const api = await startApi({ sessions: [login], history: [remember(login.checkId, PASSED)] })
    const run = await runStep(api, inputs)
    expect(api.log.filter(({ route }) => route === 'history')).toStrictEqual([])
    expect(run.summary).not.toContain('before this run')
  })
})

describe('a test session', () => {
  test.concurrent('tells which errors were seen before, and how the check goes by itself', async ({
    startApi,
  }) => {
    const checkId = 'cccccccc-0000-4000-8000-000000000000'
    const known = { firstSeenAgoMs: 72 * 60 * MINUTE, environments: ['staging'] }
    const session = buildTestSession({
      ended: true,
      checks: [
        { name: 'Orders', status: 'FAILED', checkId, errorGroup: { message: 'expected 503', ...known } },
        { name: 'Login', status: 'FAILED', errorGroup: { message: 'no button' } },
        { name: 'Search' },
      ],
    })
    const api = await startApi({ testSessions: [session], history: [remember(checkId, PASSED)] })
    const run = await runGate(api, { 'test-session-id': session.id })
    expect(show(run, api)).toMatchObject({
      failures: [
        ['Login', true],
        ['Orders', false],
      ],
      counts: ['2', '1'],
      asked: [2, 0, 2],
    })
    const summary = showText(run.summary)
    expect(summary).toContain('1 of 2 is new:** Login has an error that was not seen before this run')
    expect(summary).toMatch(
      /Known: errors like this one since .* UTC, in staging; passes on its configured target/,
    )
  })
})
