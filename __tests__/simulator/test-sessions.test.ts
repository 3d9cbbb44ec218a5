import { describe, expect, test } from 'vitest'
import { buildTestSession, buildTestSessions } from '../../simulator/build-test-session.ts'
import type { TestSessionScript } from '../../simulator/script.ts'
import type { JsonObject } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

interface Snapshot extends JsonObject {
  status: string
  results: JsonObject[]
}

/** A snapshot of a test session that started `startedAgoMs` ago: no test has to wait. */
async function takeSnapshot(script: TestSessionScript): Promise<Snapshot> {
  const session = buildTestSession(script)
  const simulator = await start({ testSessions: [session] })
  const { json } = await ask(simulator, `/v1/test-sessions/${session.id}`)
  return json as Snapshot
}

function show(results: JsonObject[]): string[] {
  return results.map(({ name, resultType, status }) => `${name} ${resultType} ${status}`)
}

describe('a test session that has ended', () => {
  test.each<[string, TestSessionScript['checks']]>([
    ['PASSED', [{ name: 'Login' }, { name: 'Cart' }]],
    ['PASSED', [{ name: 'Login', status: 'DEGRADED' }]],
    ['PASSED', [{ name: 'Login', retries: 2 }]],
    ['FAILED', [{ name: 'Login', status: 'FAILED' }, { name: 'Cart' }]],
    ['FAILED', [{ name: 'Login', status: 'ERRORED' }]],
    [
      'CANCELLED',
      [
        { name: 'Login', status: 'CANCELLED' },
        { name: 'Cart', status: 'FAILED' },
      ],
    ],
    ['PASSED', []],
  ])('is %s by its checks %j', async (status, checks = []) => {
    expect((await takeSnapshot({ checks, ended: true })).status).toBe(status)
  })

  test('has attempts before the final result of a check', async () => {
    const checks = [{ name: 'Login', status: 'FAILED', retries: 2 }, { name: 'Cart' }] as const
    const { results } = await takeSnapshot({ checks, ended: true })
    expect(show(results)).toEqual([
      'Login ATTEMPT FAILED',
      'Login ATTEMPT FAILED',
      'Login FINAL FAILED',
      'Cart FINAL PASSED',
    ])
  })

  test('tells a degraded check by its flag alone', async () => {
    const { results } = await takeSnapshot({ checks: [{ status: 'DEGRADED' }], ended: true })
    expect(results).toMatchObject([{ status: 'PASSED', isDegraded: true, hasFailures: false }])
  })

  test('may be forced into any status', async () => {
    expect((await takeSnapshot({ status: 'MELTED', ended: true })).status).toBe('MELTED')
  })

  test('may have no results, or no field for them', async () => {
    expect((await takeSnapshot({ checks: [], status: 'PASSED', ended: true })).results).toEqual([])
    expect(await takeSnapshot({ hasResults: false, ended: true })).not.toHaveProperty('results')
  })

  test('may have results that lag behind its status', async () => {
    const session = buildTestSession({ checks: [{ name: 'Login', status: 'FAILED' }], resultsLagMs: 60_000 })
    const { status, results } = await takeSnapshot({ ...session, ended: true })
    expect(status).toBe('FAILED')
    expect(show(results)).toEqual(['Login PENDING RUNNING'])
    const later = await takeSnapshot({ ...session, startedAgoMs: 90_000 })
    expect(show(later.results)).toEqual(['Login FINAL FAILED'])
  })

  test('may have ended with a check that still runs', async () => {
    const checks = [
      { name: 'Login', durationMs: 100 },
      { name: 'Cart', durationMs: 'manual' },
    ] as const
    const { status, results } = await takeSnapshot({ checks, durationMs: 200, ended: true })
    expect(status).toBe('PASSED')
    expect(show(results)).toEqual(['Login FINAL PASSED', 'Cart PENDING RUNNING'])
  })

  test('may have two checks of one name, results without a type, and checks without id or name', async () => {
    const checks = [
      { name: 'Login' },
      { name: 'Login', status: 'FAILED' },
      { name: null, checkId: null, runLocation: null, runs: [{ resultType: null }] },
      { name: 'Cart', runs: [{ statusAsSent: 'FAILED' }] },
      { name: 'Search', runs: [{ isCancelled: true, hasFailures: true }] },
    ] as const
    const { results } = await takeSnapshot({
      checks: checks as TestSessionScript['checks'] & {},
      ended: true,
    })
    expect(results.map(({ checkId }) => checkId)).toEqual([
      expect.any(String),
      expect.any(String),
      null,
      expect.any(String),
      expect.any(String),
    ])
    expect(new Set(results.map(({ checkId }) => checkId)).size).toBe(5)
    for (const field of ['name', 'runLocation', 'resultType']) expect(results[2]).not.toHaveProperty(field)
    expect(results[3]).toMatchObject({ status: 'FAILED', hasFailures: false })
    expect(results[4]).toMatchObject({ status: 'CANCELLED', hasFailures: true })
  })
})

describe('a test session under way', () => {
  const checks: TestSessionScript['checks'] = [
    { name: 'Login', durationMs: 500, status: 'FAILED' },
    { name: 'Cart', durationMs: 60_000 },
    { name: 'Search', startsAfterMs: 30_000 },
    { name: 'Pay', runs: [{ durationMs: 400, hasFailures: true }, { pauseMs: 60_000 }] },
  ]

  test('is RUNNING and lists pending results, with what has started', async () => {
    const { status, results, ...session } = await takeSnapshot({ checks, startedAgoMs: 1000 })
    expect(status).toBe('RUNNING')
    expect(session).toMatchObject({ stoppedAt: null })
    expect(show(results)).toEqual([
      'Login FINAL FAILED',
      'Cart PENDING RUNNING',
      'Search PENDING RUNNING',
      'Pay ATTEMPT FAILED',
      'Pay PENDING RUNNING',
    ])
    expect(results[1]).toMatchObject({ startedAt: expect.any(String), stoppedAt: null, responseTime: null })
    expect(results[2]).toMatchObject({ startedAt: null, stoppedAt: null })
  })

  test.each([
    ['started', ['Login', 'Cart', 'Pay', 'Pay']],
    ['none', ['Login', 'Pay']],
  ] as const)('may list of its pending results: %s', async (pending, names) => {
    const { results } = await takeSnapshot({ checks, pending, startedAgoMs: 1000 })
    expect(results.map(({ name }) => name)).toEqual(names)
  })

  test('answers its long poll when the last check is done, and 408 before', async () => {
    const session = buildTestSession({
      checks: [
        { name: 'Login', durationMs: 'manual' },
        { name: 'Cart', durationMs: 'manual', status: 'FAILED' },
      ],
    })
    const simulator = await start({ testSessions: [session] })
    const path = `/v1/test-sessions/${session.id}/completion`
    expect(await ask(simulator, `${path}?maxWaitSeconds=1`)).toMatchObject({ status: 408 })
    const completion = ask(simulator, path)
    await simulator.waitForRequest(({ serial }) => serial === 2)
    simulator.testSessions.finishCheck(session.id, 'Login')
    const { json } = await ask(simulator, `/v1/test-sessions/${session.id}`)
    expect(show((json as Snapshot).results)).toEqual(['Login FINAL PASSED', 'Cart PENDING RUNNING'])
    simulator.testSessions.finishCheck(session.id, 'Cart')
    expect(await completion).toMatchObject({
      status: 200,
      json: { status: 'FAILED', testSessionId: session.id },
    })
  })

  test('stops its Playwright suites when it is cancelled, and nothing else', async () => {
    const session = buildTestSession({
      checks: [
        { name: 'Suite', checkType: 'PLAYWRIGHT', durationMs: 'manual' },
        { name: 'Late suite', checkType: 'PLAYWRIGHT', startsAfterMs: 60_000 },
        { name: 'Login', durationMs: 200 },
      ],
    })
    const simulator = await start({ testSessions: [session] })
    const path = `/v1/test-sessions/${session.id}`
    expect((await ask(simulator, `${path}/cancel`, { method: 'POST' })).status).toBe(400)
    expect((await ask(simulator, `${path}/cancel`, { method: 'POST', body: '{}' })).status).toBe(204)
    const { json } = await ask(simulator, `${path}/completion`)
    expect(json['status']).toBe('CANCELLED')
    expect(show((json as Snapshot).results)).toEqual([
      'Suite FINAL CANCELLED',
      'Late suite FINAL CANCELLED',
      'Login FINAL PASSED',
    ])
  })

  test('goes on when it is cancelled without a Playwright suite', async () => {
    const session = buildTestSession({ checks: [{ durationMs: 150 }] })
    const simulator = await start({ testSessions: [session] })
    await ask(simulator, `/v1/test-sessions/${session.id}/cancel`, { method: 'POST', body: '{}' })
    const { json } = await ask(simulator, `/v1/test-sessions/${session.id}/completion`)
    expect(json['status']).toBe('PASSED')
  })
})

describe('details of a result', () => {
  async function readDetails(script: TestSessionScript): Promise<JsonObject[]> {
    const session = buildTestSession({ ended: true, ...script })
    const simulator = await start({ testSessions: [session] })
    const runs = simulator.testSessions.get(session.id)?.plan.runs ?? []
    const paths = runs.map(({ resultId }) => `/v1/test-sessions/${session.id}/results/${resultId}`)
    return Promise.all(paths.map(async (path) => (await ask(simulator, path)).json))
  }

  test.each([
    ['API', 'apiCheckResult'],
    ['BROWSER', 'browserCheckResult'],
    ['MULTI_STEP', 'multiStepCheckResult'],
    ['PLAYWRIGHT', 'playwrightCheckResult'],
    ['AGENTIC', 'agenticCheckResult'],
    ['SSL', undefined],
    ['URL', undefined],
  ])('of a %s check are in %s', async (checkType, field) => {
    const [details = {}] = await readDetails({ checks: [{ checkType, status: 'FAILED' }] })
    expect(details).toMatchObject({ status: 'FAILED', checkType, isCancelled: false, attempts: 0 })
    expect(Object.keys(details).filter((key) => key.endsWith('CheckResult'))).toEqual(field ? [field] : [])
  })

  test('tell which address an API check called', async () => {
    const [details] = await readDetails({
      checks: [{ url: '{{ENVIRONMENT_URL}}/api/{{WHAT}}' }],
      variables: { ENVIRONMENT_URL: 'https://preview-7.shop.example.com' },
    })
    expect(details?.['apiCheckResult']).toMatchObject({
      request: { url: 'https://preview-7.shop.example.com/api/' },
    })
  })

  test('tell a schedule error and a run that was too slow', async () => {
    const runs = [{ hasErrors: true, scheduleError: 'no capacity', overMaxResponseTime: true, details: {} }]
    const [details] = await readDetails({ checks: [{ runs }] })
    expect(details).toMatchObject({ scheduleError: 'no capacity', overMaxResponseTime: true })
  })
})

test('one check fails in one of two places', async () => {
  const [frankfurt, office] = buildTestSessions(['eu-central-1', 'office-berlin'], { ended: true })
  const failing = { ...office, checks: [{ status: 'FAILED' as const }] }
  const simulator = await start({ testSessions: [frankfurt ?? {}, failing] })
  const statuses = simulator.testSessions.list().map(({ plan, status }) => [plan.location, status])
  expect(statuses).toEqual([
    ['eu-central-1', 'PASSED'],
    ['office-berlin', 'FAILED'],
  ])
})

test('error groups tell since when an error is known, and where', async () => {
  const errorGroup = { message: 'no Pay button', firstSeenAgoMs: 86_400_000, environments: ['staging'] }
  const session = buildTestSession({ checks: [{ status: 'FAILED', errorGroup }], ended: true })
  const simulator = await start({ testSessions: [session] })
  const { json } = await ask(simulator, `/v1/test-sessions/${session.id}`)
  const [groupId] = json['errorGroupIds'] as string[]
  expect((json as Snapshot).results[0]?.['errorGroupIds']).toEqual([groupId])
  const { json: group } = await ask(simulator, `/v1/test-session-error-groups/${groupId}`)
  expect(group).toMatchObject({
    id: groupId,
    cleanedErrorMessage: 'no Pay button',
    environments: ['staging'],
  })
  const stoppedAtMs = Date.parse(String(json['stoppedAt']))
  expect(stoppedAtMs - Date.parse(String(group['firstSeen']))).toBe(86_400_000)
})
