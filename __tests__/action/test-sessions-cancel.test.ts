import { describe, expect } from 'vitest'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { CHECKS, listStarts, PREVIEW } from './preview.ts'
import { listErrors, runGate, SIGNALS, startGate, test } from './support.ts'

const suite = buildTestSession({
  name: 'Suite',
  checks: [{ name: 'Checkout', checkType: 'PLAYWRIGHT', durationMs: 'manual' }],
  durationMs: 'manual',
})
const browser = buildTestSession({
  name: 'Browser',
  checks: [{ name: 'Login', checkType: 'BROWSER', durationMs: 'manual' }],
  durationMs: 'manual',
})
const ended = buildTestSession({ name: 'Ended', ended: true })
const failed = buildTestSession({
  name: 'Failed',
  checks: [{ name: 'Cart', status: 'FAILED' }],
  ended: true,
})
const CANCEL = { 'cancel-unfinished': 'true' }

function listCancelled(api: Simulator): (string | null)[] {
  return api.log
    .filter(({ route }) => route === 'test-cancel')
    .map(({ sessionId }) => sessionId)
    .sort()
}

/** What the runner gives to post of what main left. */
function buildState(run: RunResult): Record<string, string> {
  return Object.fromEntries(Object.entries(run.state).map(([name, value]) => [`STATE_${name}`, value]))
}

describe('cancel-unfinished', () => {
  const all = [suite, browser, ended]
  const ids = all.map(({ id }) => id).join()
  const unfinished = [suite.id, browser.id].sort()

  test.concurrent.for([
    ['when the time is up', { timeout: '3' }, [], 'timeout'],
    ['when fail-fast ends the wait', { 'fail-fast': 'true' }, [failed], 'failed'],
  ] as const)('asks Checkly %s, with a body', async ([, inputs, others, outcome], { startApi }) => {
    const api = await startApi({ testSessions: [...all, ...others] })
    const chosen = [ids, ...others.map(({ id }) => id)].join()
    const run = await runGate(api, { 'test-session-id': chosen, ...CANCEL, ...inputs })
    expect(run.outputs['outcome']).toBe(outcome)
    for (const id of unfinished) expect(listCancelled(api)).toContain(id)
    const cancels = api.log.filter(({ route }) => route === 'test-cancel')
    expect(cancels[0]).toMatchObject({
      method: 'POST',
      path: `/v1/test-sessions/${cancels[0]?.sessionId}/cancel`,
      body: '{}',
      status: 204,
    })
    // A Playwright suite stops; other checks go on.
    expect((await api.testSessions.whenEnded(suite.id)).status).toBe('CANCELLED')
    expect(api.testSessions.get(browser.id)?.status).toBeNull()
    expect(run.stdout).toContain('Only Playwright check suites stop')
    // No check session of that id is cancelled instead.
    expect(api.log.filter(({ route }) => route === 'cancel')).toEqual([])
  })

  test.concurrent.for(SIGNALS)(
    'asks when %s arrives, and leaves nothing to post',
    async (signal, { startApi }) => {
      const api = await startApi({ testSessions: all })
      const running = startGate(api, { 'test-session-id': ids, ...CANCEL })
      await running.waitForOutput(/✓ Ended .*PASSED/)
      running.child.kill(signal)
      const run = await running.done
      expect(run).toMatchObject({ code: 1, outputs: { outcome: 'cancelled', 'sessions-passed': '1' } })
      expect(listCancelled(api)).toEqual(unfinished)
      expect(run.state['unfinished-ids']).toBe('')
    },
  )

  test.concurrent('not given asks for nothing', async ({ startApi }) => {
    const api = await startApi({ testSessions: [suite] })
    const run = await runGate(api, { 'test-session-id': suite.id, timeout: '1' })
    expect(listCancelled(api)).toEqual([])
    expect(run.state).toEqual({})
  })

  test.concurrent('that may not be is said, and changes no verdict', async ({ startApi }) => {
    const behaviour = { kind: 'respond', status: 403, json: { message: 'Not with this key' } } as const
    const api = await startApi({ testSessions: [suite], faults: [{ route: 'test-cancel', behaviour }] })
    const run = await runGate(api, { 'test-session-id': suite.id, ...CANCEL, timeout: '2' })
    expect(run.outputs['outcome']).toBe('timeout')
    expect(run.stdout).toMatch(/Not cancelled: 1\r?\nSuite: .*403: Not with this key/)
  })
})

describe('post', () => {
  test.concurrent('cancels test sessions when main was killed', async ({ startApi }) => {
    const api = await startApi({ testSessions: [suite, browser] })
    const inputs = { 'test-session-id': `${suite.id} ${browser.id}`, ...CANCEL }
    const main = startGate(api, inputs)
    // By the time it takes snapshots, main has left behind what post needs.
    await api.waitForRequest(({ route }) => route === 'test-snapshot')
    main.child.kill('SIGKILL')
    const killed = await main.done
    expect(killed.state).toMatchObject({ 'session-type': 'test' })
    expect(listCancelled(api)).toEqual([])
    api.testSessions.end(browser.id)

    const post = await runGate(api, inputs, { post: true, env: buildState(killed) })
    expect(post.code).toBe(0)
    expect(listCancelled(api)).toEqual([suite.id])
    expect((await api.testSessions.whenEnded(suite.id)).status).toBe('CANCELLED')
    expect(post.stdout).toContain(`Skipped ${browser.id}: it has ended, PASSED`)
    expect(api.log.filter(({ path }) => !path.startsWith('/v1/test-sessions/'))).toEqual([])
  })

  test.concurrent('cancels what main has started when it was killed', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS, testSessionRules: { behaviour: { durationMs: 'manual' } } })
    const main = startGate(api, { ...PREVIEW, ...CANCEL })
    await api.waitForRequest(({ route }) => route === 'test-snapshot')
    main.child.kill('SIGKILL')
    const post = await runGate(
      api,
      { ...PREVIEW, ...CANCEL },
      { post: true, env: buildState(await main.done) },
    )
    expect(post.code).toBe(0)
    expect(listCancelled(api)).toEqual(api.testSessions.list().map(({ plan }) => plan.id))
  })
})

describe.skipIf(SIGNALS.length === 0)('a signal while sessions are being started', () => {
  const HOLD = { route: 'test-trigger', behaviour: { kind: 'delay', ms: 1500 } } as const
  const started = { testSessionRules: { behaviour: { durationMs: 'manual' } } } as const

  test.concurrent.for(SIGNALS)('%s: says that some may run', async (signal, { startApi }) => {
    const faults = [{ route: 'test-trigger', behaviour: { kind: 'hang' } } as const]
    const api = await startApi({ checks: CHECKS, faults })
    const { child, done } = startGate(api, PREVIEW)
    await api.waitForRequest(({ route }) => route === 'test-trigger')
    child.kill(signal)
    const run = await done
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'test-session-ids': '[]' })
    expect(listErrors(run)).toEqual([expect.stringContaining('may have been started all the same')])
  })

  test.concurrent('what was started in one location is cancelled while another location does not answer', async ({
    startApi,
  }) => {
    const api = await startApi({ checks: CHECKS, ...started })
    api.faults.add({
      route: 'test-trigger',
      behaviour: async function answerOne({ answer, entry, send }) {
        if (JSON.parse(entry.body).runLocation === 'eu-west-1') send(await answer())
      },
    })
    const { child, done } = startGate(api, { ...PREVIEW, ...CANCEL, location: 'eu-west-1 us-east-1' })
    await api.waitForRequest(({ route, status }) => route === 'test-trigger' && status === 201)
    await api.waitForRequest(() => listStarts(api).length === 2)
    child.kill('SIGINT')
    const run = await done
    const ids = api.testSessions.list().map(({ plan }) => plan.id)
    expect(ids).toHaveLength(1)
    expect(JSON.parse(run.outputs['test-session-ids'] ?? '')).toEqual(ids)
    expect(listCancelled(api)).toEqual(ids)
  })

  test.concurrent.for(SIGNALS)(
    '%s: with cancel-unfinished the start is waited for, and what it started is cancelled',
    async (signal, { startApi }) => {
      const api = await startApi({ checks: CHECKS, faults: [HOLD], ...started })
      const { child, done } = startGate(api, { ...PREVIEW, ...CANCEL, location: 'eu-west-1 us-east-1' })
      await api.waitForRequest(() => listStarts(api).length === 2)
      child.kill(signal)
      const run = await done
      expect(run).toMatchObject({ code: 1, outputs: { outcome: 'cancelled' } })
      const ids = api.testSessions.list().map(({ plan }) => plan.id)
      expect(ids).toHaveLength(2)
      expect(listCancelled(api)).toEqual(ids.sort())
    },
  )
})
