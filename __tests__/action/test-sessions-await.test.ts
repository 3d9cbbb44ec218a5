import { describe, expect } from 'vitest'
import { buildTestSession, buildTestSessions } from '../../simulator/build-test-session.ts'
import type { FaultDescription } from '../../simulator/fault-description.ts'
import { CHECKS, PREVIEW } from './preview.ts'
import { listErrors, listWaits, runGate, runStep, startGate, test } from './support.ts'

const passing = buildTestSession({ name: 'Passing', ended: true })
const failing = buildTestSession({
  name: 'Failing',
  checks: [{ name: 'Login', status: 'FAILED' }],
  ended: true,
})
const running = buildTestSession({ name: 'Running', durationMs: 'manual' })

describe('test sessions that run already', () => {
  test.concurrent.for([
    ['by new lines', '\n'],
    ['by commas', ', '],
    ['by blanks', ' '],
  ])('are separated %s, and awaited once each', async ([, separator], { startApi }) => {
    const api = await startApi({ testSessions: [passing, failing] })
    const ids = [passing.id, failing.id.toUpperCase(), passing.id].join(separator)
    const run = await runStep(api, { 'test-session-id': ids })
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      status: 'FAILED',
      'session-type': 'test',
      'test-session-ids': JSON.stringify([passing.id, failing.id]),
      'check-session-ids': '[]',
      'sessions-total': '2',
      'sessions-passed': '1',
      'sessions-failed': '1',
    })
    // The link is that of the first that did not pass.
    expect(run.outputs['session-link']).toContain(failing.id)
    expect(listWaits(api).map(({ path }) => path)).toEqual([
      `/v1/test-sessions/${passing.id}/completion`,
      `/v1/test-sessions/${failing.id}/completion`,
    ])
  })

  test.concurrent('need no session-type, and may have the right one', async ({ startApi }) => {
    const api = await startApi({ testSessions: [passing] })
    const run = await runStep(api, { 'test-session-id': passing.id, 'session-type': 'test' })
    expect(run.outputs['outcome']).toBe('passed')
  })

  test.concurrent('are asked about in waits no longer than is left, and at once after a full one', async ({
    startApi,
  }) => {
    const api = await startApi({ testSessions: [running] })
    const inputs = { 'test-session-id': running.id, timeout: '8', 'max-wait-seconds': '2' }
    const run = await runGate(api, inputs)
    expect(run.outputs['outcome']).toBe('timeout')
    const waits = listWaits(api).map(({ query }) => Number(query['maxWaitSeconds']))
    expect(waits[0]).toBe(2)
    expect(waits.length).toBeGreaterThanOrEqual(2)
    for (const seconds of waits) expect([1, 2]).toContain(seconds)
    expect(listErrors(run)).toEqual([expect.stringMatching(/^Timed out after .* Raise timeout/)])
  })

  const TRANSIENT: [what: string, behaviour: FaultDescription][] = [
    ['503', { kind: 'respond', status: 503 }],
    ['429', { kind: 'respond', status: 429, headers: { 'retry-after': '1' } }],
    ['408 at once', { kind: 'instant-408' }],
    ['a connection that breaks', { kind: 'drop' }],
    ['a body that is cut', { kind: 'cut-body' }],
    ['a page', { kind: 'respond', status: 200, text: '<html>' }],
    ['another session', { kind: 'edit', set: { testSessionId: failing.id } }],
    ['a check session', { kind: 'edit', remove: ['testSessionId'], set: { checkSessionId: passing.id } }],
    ['a session without a status', { kind: 'edit', remove: ['status'] }],
  ]
  test.concurrent.for(TRANSIENT)('are asked about again after %s', async ([, behaviour], { startApi }) => {
    const api = await startApi({
      testSessions: [passing],
      faults: [{ route: 'test-completion', nth: 1, behaviour }],
    })
    const run = await runStep(api, { 'test-session-id': passing.id })
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-passed': '1' })
    expect(listWaits(api)).toHaveLength(2)
  })

  test.concurrent.for([
    [400, /400: .*Check test-session-id/],
    [401, /401: .*check api-key/],
    [403, /403: .*account-id/],
    [404, /404: .*No such test session in this account: check test-session-id/],
  ] as const)('are refused with %i, once', async ([status, says], { startApi }) => {
    const json = { statusCode: status, error: 'Refused', message: 'No.' }
    const faults = [{ route: 'test-completion', behaviour: { kind: 'respond', status, json } } as const]
    const api = await startApi({ testSessions: [passing], faults })
    const run = await runStep(api, { 'test-session-id': passing.id })
    expect(run.outputs).toMatchObject({ outcome: 'error', 'sessions-unfinished': '1' })
    expect(listErrors(run)).toEqual([expect.stringMatching(says)])
    expect(listWaits(api)).toHaveLength(1)
  })
})

describe('a session that this step has just started', () => {
  const NOT_FOUND = { kind: 'respond', status: 404 } as const

  test.concurrent('may not be known everywhere yet', async ({ startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [{ route: ['test-completion', 'test-snapshot'], nth: [1, 2, 3], behaviour: NOT_FOUND }],
    })
    const run = await runStep(api, PREVIEW)
    expect(run.outputs['outcome']).toBe('passed')
    expect(listWaits(api).length).toBeGreaterThan(1)
  })

  test.concurrent('that is never found is no verdict', async ({ startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [{ route: 'test-completion', behaviour: NOT_FOUND }],
    })
    const run = await runGate(api, { ...PREVIEW, timeout: '3' })
    expect(run.code).toBe(1)
    expect(['timeout', 'error']).toContain(run.outputs['outcome'])
    expect(listErrors(run)).toEqual([expect.stringContaining('404')])
  })
})

describe('detach', () => {
  test.concurrent('ends without waiting; a matrix of jobs awaits what it started', async ({ startApi }) => {
    const checks = CHECKS.map((check) => ({
      ...check,
      test: { ...check.test, durationMs: 'manual' as const },
      testIn: { 'us-east-1': { status: 'FAILED' as const, durationMs: 'manual' as const } },
    }))
    const api = await startApi({ checks })
    const inputs = {
      ...PREVIEW,
      location: 'eu-west-1 us-east-1',
      detach: 'true',
      'cancel-unfinished': 'true',
    }
    const first = await runGate(api, inputs)
    expect(first.code).toBe(0)
    expect(first.outputs).toMatchObject({
      outcome: 'detached',
      passed: 'false',
      'session-type': 'test',
      'check-session-ids': '[]',
      'sessions-unfinished': '2',
    })
    // Neither awaited nor cancelled, by the step and by post.
    expect(api.log.entries.map(({ route }) => route)).toEqual(['test-trigger', 'test-trigger'])
    const env = Object.fromEntries(
      Object.entries(first.state).map(([name, value]) => [`STATE_${name}`, value]),
    )
    expect(await runGate(api, inputs, { post: true, env })).toMatchObject({ code: 0, stdout: '' })
    expect(api.log.entries).toHaveLength(2)

    const ids: string[] = JSON.parse(first.outputs['test-session-ids'] ?? '')
    const jobs = ids.map((id) => startGate(api, { 'test-session-id': id }))
    await Promise.all(jobs.map(({ waitForOutput }) => waitForOutput('Awaiting 1 test session')))
    for (const id of ids) api.testSessions.end(id)
    const runs = await Promise.all(jobs.map(({ done }) => done))
    expect(runs.map(({ outputs }) => outputs['outcome'])).toEqual(['passed', 'failed'])
    expect(runs.map(({ outputs }) => outputs['test-session-ids'])).toEqual(
      ids.map((id) => JSON.stringify([id])),
    )
  })
})

describe('fail-fast', () => {
  const slow = { name: 'Slow', durationMs: 'manual' as const }
  const broken = { name: 'Login', status: 'FAILED' as const, durationMs: 10 }

  test.concurrent('ends at the first failed final result of a session that still runs', async ({
    startApi,
  }) => {
    const session = buildTestSession({ checks: [slow, broken], durationMs: 'manual' })
    const api = await startApi({ testSessions: [session] })
    const run = await runGate(api, { 'test-session-id': session.id, 'fail-fast': 'true', timeout: '600' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', status: 'FAILED', 'results-failed': '1' })
    expect(listErrors(run)).toEqual([
      expect.stringMatching(/^1 of 2 checks failed: "Login" FAILED.* 1 not waited for \(fail-fast\)/),
    ])
    expect(api.testSessions.get(session.id)?.endedAtMs).toBeNull()
    // It would wait for ten minutes otherwise.
    expect(run.tookMs).toBeLessThan(60_000)
  })

  test.concurrent.for([
    ['cancelled', { name: 'Suite', status: 'CANCELLED', durationMs: 10 }, 'CANCELLED'],
    ['degraded', { name: 'Search', status: 'DEGRADED', durationMs: 10 }, 'DEGRADED'],
  ] as const)('ends at a %s one as well', async ([, check, status], { startApi }) => {
    const session = buildTestSession({ checks: [slow, check], durationMs: 'manual' })
    const api = await startApi({ testSessions: [session] })
    const run = await runStep(api, { 'test-session-id': session.id, 'fail-fast': 'true', timeout: '600' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', status })
  })

  test.concurrent.for([
    ['403', { kind: 'respond', status: 403 }],
    ['404', { kind: 'respond', status: 404 }],
    ['429', { kind: 'respond', status: 429, headers: { 'retry-after': '1' } }],
    ['500', { kind: 'respond', status: 500 }],
  ] as const)(
    'goes on looking after a snapshot that was answered with %s',
    async ([, behaviour], { startApi }) => {
      const session = buildTestSession({ checks: [slow, broken], durationMs: 'manual' })
      const api = await startApi({
        testSessions: [session],
        faults: [{ route: 'test-snapshot', nth: 1, behaviour }],
      })
      const run = await runStep(api, { 'test-session-id': session.id, 'fail-fast': 'true', timeout: '600' })
      expect(run.outputs['outcome']).toBe('failed')
    },
  )

  test.concurrent('ends at a session of several, of which others still run', async ({ startApi }) => {
    const sessions = [buildTestSession({ name: 'Slow', checks: [slow], durationMs: 'manual' }), failing]
    const api = await startApi({ testSessions: sessions })
    const ids = sessions.map(({ id }) => id).join()
    const run = await runStep(api, { 'test-session-id': ids, 'fail-fast': 'true', timeout: '600' })
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      'sessions-failed': '1',
      'sessions-unfinished': '1',
    })
  })

  test.concurrent('does not end at an attempt that failed, nor at what passes', async ({ startApi }) => {
    const flaky = {
      name: 'Flaky',
      runs: [{ hasFailures: true, durationMs: 10 }, { durationMs: 'manual' as const }],
    }
    const session = buildTestSession({ checks: [flaky, { name: 'Cart', durationMs: 10 }] })
    const api = await startApi({ testSessions: [session] })
    const { done } = startGate(api, { 'test-session-id': session.id, 'fail-fast': 'true', timeout: '600' })
    const looks = () =>
      api.log.filter(({ route, status }) => route === 'test-snapshot' && status === 200).length
    await api.waitForRequest(() => looks() > 1, 30_000)
    api.testSessions.finishCheck(session.id, 'Flaky')
    expect((await done).outputs).toMatchObject({ outcome: 'passed', 'results-retried': '1' })
  })

  test.concurrent('without it a session that holds a failed result is awaited to its end', async ({
    startApi,
  }) => {
    const session = buildTestSession({ checks: [slow, broken] })
    const api = await startApi({ testSessions: [session] })
    const { done } = startGate(api, { 'test-session-id': session.id, timeout: '600' })
    await api.waitForRequest(({ route, status }) => route === 'test-snapshot' && status === 200)
    api.testSessions.finishCheck(session.id, 'Slow')
    expect((await done).outputs).toMatchObject({
      outcome: 'failed',
      'results-total': '2',
      'results-passed': '1',
    })
  })
})

describe('a timeout', () => {
  test.concurrent('tells checks that had not started from those that hang', async ({ startApi }) => {
    const checks = [
      { name: 'Hangs', durationMs: 'manual' as const },
      { name: 'Waits', startsAfterMs: 900_000 },
    ]
    const session = buildTestSession({ checks, durationMs: 'manual' })
    const api = await startApi({ testSessions: [session] })
    const run = await runGate(api, { 'test-session-id': session.id, timeout: '4' })
    expect(run.outputs['outcome']).toBe('timeout')
    expect(listErrors(run)).toEqual([
      expect.stringMatching(/2 of 2 checks had not ended: "Hangs", "Waits"\. 1 of them had not started\./),
    ])
    expect(listErrors(run)[0]).toMatch(
      /one after the other, over up to 900 seconds: .*or choose fewer checks/,
    )
  })
})

describe('started-after', () => {
  const HOUR_MS = 3_600_000
  const soon = (): string => new Date(Date.now() - 60_000).toISOString()

  test.concurrent('fails a session that started before it, whatever its status', async ({ startApi }) => {
    const old = buildTestSession({ startedAgoMs: HOUR_MS })
    const api = await startApi({ testSessions: [old] })
    const run = await runStep(api, { 'test-session-id': old.id, 'started-after': soon() })
    expect(run.outputs).toMatchObject({ outcome: 'error', passed: 'false', 'sessions-passed': '0' })
    expect(listErrors(run)).toEqual([expect.stringMatching(/before started-after .*too old to count/)])
  })

  test.concurrent('lets one pass that started after it, or by this step', async ({ startApi }) => {
    const api = await startApi({ testSessions: [passing], checks: CHECKS })
    const inputs = { 'started-after': soon() }
    expect((await runStep(api, { 'test-session-id': passing.id, ...inputs })).outputs['outcome']).toBe(
      'passed',
    )
    // By this step: however late the moment is.
    const later = new Date(Date.now() + HOUR_MS).toISOString()
    expect((await runStep(api, { ...PREVIEW, 'started-after': later })).outputs['outcome']).toBe('passed')
  })

  test.concurrent('fails one that had ended before the step asked for it', async ({ startApi }) => {
    const yesterday = new Date(Date.now() - 24 * HOUR_MS).toISOString()
    const set = { startedAt: yesterday, stoppedAt: yesterday }
    const api = await startApi({
      checks: CHECKS,
      faults: [{ route: 'test-completion', behaviour: { kind: 'edit', set } }],
    })
    const run = await runStep(api, { ...PREVIEW, 'started-after': soon() })
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([expect.stringMatching(/before it was asked for/)])
  })
})

test.concurrent('why a check failed is read from its result, and shown', async ({ startApi }) => {
  const [first, second] = buildTestSessions(['eu-west-1', 'us-east-1'], {
    checks: [{ name: 'Orders API', status: 'FAILED', durationMs: 10 }],
  })
  const api = await startApi({ testSessions: [first ?? {}, second ?? {}] })
  const run = await runStep(api, { 'test-session-id': `${first?.id} ${second?.id}` })
  const results: { testSessionId: string; testSessionResultId: string }[] = JSON.parse(
    run.outputs['results'] ?? '',
  )
  const paths = results.map((it) => `/v1/test-sessions/${it.testSessionId}/results/${it.testSessionResultId}`)
  expect(paths).toHaveLength(2)
  expect(paths).toContain(api.log.filter(({ route }) => route === 'test-result')[0]?.path)
  expect(run.stdout).toMatch(/status code: expected 200, was 503/)
  // One check, which failed in two places.
  expect(listErrors(run)).toEqual([expect.stringMatching(/^"Orders API" FAILED in eu-west-1, us-east-1\b/)])
})
