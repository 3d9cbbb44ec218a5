import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { listErrors, runGate, runStep, SIGNALS, startGate, test } from './support.ts'

const suite = buildSession({ name: 'Suite', checkType: 'PLAYWRIGHT', durationMs: 'manual' })
const browser = buildSession({ name: 'Browser', checkType: 'BROWSER', durationMs: 'manual' })
const done = buildSession({ name: 'Done', ended: true })
const failed = buildSession({ name: 'Failed', status: 'FAILED', ended: true })
const failing = buildSession({ name: 'Failing', status: 'FAILED', durationMs: 'manual' })
const unfinished = [suite.id, browser.id].sort()

function listCancelled(api: Simulator): (string | null)[] {
  return api.log
    .filter(({ route }) => route === 'cancel')
    .map(({ sessionId }) => sessionId)
    .sort()
}

/** What the runner gives to post of what main left. */
function buildState(run: RunResult): Record<string, string> {
  return Object.fromEntries(Object.entries(run.state).map(([name, value]) => [`STATE_${name}`, value]))
}

describe('fail-fast', () => {
  test.concurrent('ends at the first session that does not pass', async ({ startApi }) => {
    const api = await startApi({ sessions: [suite, done, failing] })
    const ids = [suite, done, failing].map(({ id }) => id).join()
    const running = startGate(api, { 'check-session-id': ids, 'fail-fast': 'true' })
    await running.waitForOutput('✓ Done PASSED')
    api.sessions.end(failing.id)
    const run = await running.done
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      status: 'FAILED',
      'sessions-failed': '1',
      'sessions-unfinished': '1',
    })
    expect(listErrors(run)).toEqual([
      expect.stringMatching(/"Failing" FAILED.*1 not waited for \(fail-fast\)/),
    ])
    expect(listCancelled(api)).toEqual([])
  })

  test.concurrent('without it the others are awaited', async ({ startApi }) => {
    const api = await startApi({ sessions: [suite, failed] })
    const { done: ended, waitForOutput } = startGate(api, { 'check-session-id': `${suite.id} ${failed.id}` })
    await waitForOutput('✗ Failed FAILED')
    api.sessions.end(suite.id)
    expect((await ended).outputs).toMatchObject({ 'sessions-passed': '1', 'sessions-failed': '1' })
  })
})

describe('cancel-unfinished', () => {
  const ids = [suite, browser, done].map(({ id }) => id).join()

  test.concurrent.for([
    { when: 'the time is up', inputs: { timeout: '2' }, others: [], outcome: 'timeout' },
    {
      when: 'fail-fast ends the wait',
      inputs: { 'fail-fast': 'true' },
      others: [failing],
      outcome: 'failed',
    },
  ])('cancels what has not ended when $when', async ({ inputs, others, outcome }, { startApi }) => {
    const sessions = [suite, browser, done, ...others]
    const api = await startApi({ sessions })
    const all = sessions.map(({ id }) => id).join()
    const running = startGate(api, { 'check-session-id': all, 'cancel-unfinished': 'true', ...inputs })
    await running.waitForOutput('✓ Done PASSED')
    for (const { id } of others) api.sessions.end(id)
    const run = await running.done
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome, 'sessions-unfinished': '2' })
    expect(listCancelled(api)).toEqual(unfinished)
    expect(api.log.filter(({ route }) => route === 'cancel')).toMatchObject([
      { method: 'POST', status: 204 },
      { method: 'POST', status: 204 },
    ])
    expect((await api.sessions.whenEnded(suite.id)).status).toBe('CANCELLED')
    expect(run.stdout).toContain('Only Playwright check suites stop')
    expect(run.stdout).toMatch(/^Cancel requested: /m)
  })

  test.concurrent.for(['SIGINT', 'SIGTERM'] as const)(
    'cancels when %s arrives',
    async (signal, { startApi }) => {
      const api = await startApi({ sessions: [suite, browser, done] })
      const running = startGate(api, { 'check-session-id': ids, 'cancel-unfinished': 'true' })
      await running.waitForOutput('✓ Done PASSED')
      running.child.kill(signal)
      const run = await running.done
      expect(run.code).toBe(1)
      expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'sessions-passed': '1' })
      expect(listCancelled(api)).toEqual(unfinished)
      expect(run.summary).toContain('Cancelled')
      // Nothing is left for post.
      expect(run.state['unfinished-ids']).toBe('')
    },
  )

  test.concurrent.for(SIGNALS)(
    'comes before the question why a session failed when %s arrives',
    async (signal, { startApi }) => {
      const api = await startApi({ sessions: [suite, failed] })
      const running = startGate(api, {
        'check-session-id': `${suite.id} ${failed.id}`,
        'cancel-unfinished': 'true',
      })
      await running.waitForOutput('✗ Failed FAILED')
      running.child.kill(signal)
      const run = await running.done
      expect(run.outputs).toMatchObject({ outcome: 'cancelled', 'sessions-failed': '1' })
      expect(listCancelled(api)).toEqual([suite.id])
      expect(api.log.filter(({ route }) => route === 'check-result')).toEqual([])
    },
  )

  test.concurrent('cancels nothing when it is not asked to', async ({ startApi }) => {
    const api = await startApi({ sessions: [suite, browser, done] })
    const run = await runStep(api, { 'check-session-id': ids, timeout: '1' })
    expect(run.outputs['outcome']).toBe('timeout')
    expect(listCancelled(api)).toEqual([])
    expect(run.state).toEqual({})
  })

  test.concurrent('says why it could not, and changes no verdict', async ({ startApi }) => {
    const behaviour = { kind: 'respond', status: 403, json: { message: 'Not with this key' } } as const
    const api = await startApi({ sessions: [suite, browser, done], faults: [{ route: 'cancel', behaviour }] })
    const inputs = { 'check-session-id': ids, 'cancel-unfinished': 'true', timeout: '2' }
    const run = await runStep(api, inputs)
    expect(run.outputs['outcome']).toBe('timeout')
    expect(run.stdout).toMatch(/Not cancelled: 2\r?\nSuite: .*403: Not with this key.*\r?\nBrowser: /)
    expect(listCancelled(api)).toEqual(unfinished)
  })

  test.concurrent('asks once more when the connection breaks', async ({ startApi }) => {
    const behaviour = { kind: 'drop', ending: 'reset' } as const
    const api = await startApi({ sessions: [suite], faults: [{ route: 'cancel', nth: 1, behaviour }] })
    const run = await runStep(api, {
      'check-session-id': suite.id,
      'cancel-unfinished': 'true',
      timeout: '2',
    })
    expect(run.stdout).toContain('Cancel requested: Suite')
    expect(run.stdout).not.toContain('clean-up')
    expect(listCancelled(api)).toEqual([suite.id, suite.id])
    expect(run.state['unfinished-ids']).toBe('')
  })

  test.concurrent('leaves it to post when the limit is used up for longer than the step can wait', async ({
    startApi,
  }) => {
    const behaviour = { kind: 'respond', status: 429, headers: { 'retry-after': '60' } } as const
    const api = await startApi({ sessions: [suite], faults: [{ route: 'cancel', behaviour }] })
    const run = await runStep(api, {
      'check-session-id': suite.id,
      'cancel-unfinished': 'true',
      timeout: '2',
    })
    expect(run.stdout).toContain('Suite: no time was left')
    expect(run.stdout).toContain('The clean-up after the job asks again for 1 of them.')
    // One refusal may be chance, so it is asked once more; the second one is believed.
    expect(listCancelled(api)).toEqual([suite.id, suite.id])
    expect(run.state['unfinished-ids']).toBe(suite.id)
  })

  test.concurrent.for(SIGNALS)('does not hold up a second signal, %s', async (second, { startApi }) => {
    const api = await startApi({
      sessions: [suite],
      faults: [{ route: 'cancel', behaviour: { kind: 'hang' } }],
    })
    const running = startGate(api, { 'check-session-id': suite.id, 'cancel-unfinished': 'true' })
    await api.waitForRequest(({ route }) => route === 'completion')
    running.child.kill('SIGINT')
    await api.waitForRequest(({ route }) => route === 'cancel')
    running.child.kill(second)
    const run = await running.done
    expect(run.code).toBe(second === 'SIGINT' ? 130 : 143)
    expect(run.outputs['outcome']).toBe('cancelled')
  })
})

describe('post', () => {
  const inputs = { 'check-session-id': `${suite.id} ${browser.id}`, 'cancel-unfinished': 'true' }

  test.concurrent('cancels alone when main was killed', async ({ startApi }) => {
    const api = await startApi({ sessions: [suite, browser] })
    const main = startGate(api, inputs)
    // By the time it takes snapshots, main has left behind what post needs.
    await api.waitForRequest(({ route }) => route === 'snapshot')
    main.child.kill('SIGKILL')
    const killed = await main.done
    expect(killed.killedBy).toBe('SIGKILL')
    expect(killed.outputs).toEqual({})
    expect(listCancelled(api)).toEqual([])
    api.sessions.end(browser.id)

    const post = await runGate(api, inputs, { post: true, env: buildState(killed) })
    expect(post.code).toBe(0)
    expect(listCancelled(api)).toEqual([suite.id])
    expect((await api.sessions.whenEnded(suite.id)).status).toBe('CANCELLED')
    expect(post.lines[0]).toBe(`::add-mask::${api.apiKey}`)
    expect(post.stdout).toContain(`Cancel requested: ${suite.id}`)
    expect(post.stdout).toContain(`Skipped ${browser.id}: it has ended, PASSED`)
    expect(post.outputs).toEqual({})
  })

  test.concurrent.for(['true', 'false'])(
    'does nothing after main came to its end, cancel-unfinished: %s',
    async (cancel, { startApi }) => {
      const api = await startApi({ sessions: [done] })
      const all = { 'check-session-id': done.id, 'cancel-unfinished': cancel }
      const main = await runStep(api, all)
      expect(main.stdout).not.toContain('cancel')
      const requests = api.log.entries.length
      const post = await runStep(api, all, { post: true, env: buildState(main) })
      expect(post).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: {}, summary: '' })
      expect(api.log.entries).toHaveLength(requests)
    },
  )

  test.concurrent('does nothing when main had bad inputs', async ({ startApi }) => {
    const api = await startApi()
    const bad = { 'check-session-id': 'nope', 'cancel-unfinished': 'true' }
    const main = await runStep(api, bad)
    const post = await runStep(api, bad, { post: true, env: buildState(main) })
    expect(post).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(api.log.entries).toEqual([])
  })

  test.concurrent('does nothing when main left no state: it was stopped too early, or could not write', async ({
    startApi,
  }) => {
    const api = await startApi({ sessions: [suite] })
    const post = await runStep(api, inputs, { post: true })
    expect(post).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: {}, summary: '' })
    expect(api.log.entries).toEqual([])
  })

  test.concurrent.for(SIGNALS)(
    'asks for what main had no time for after %s',
    async (signal, { startApi }) => {
      const api = await startApi({ sessions: [suite] })
      const headers = { 'retry-after': '600' }
      for (const nth of [1, 2]) {
        api.faults.add({ route: 'cancel', nth, behaviour: { kind: 'respond', status: 429, headers } })
      }
      const main = startGate(api, { ...inputs, 'check-session-id': suite.id, timeout: '600' })
      await api.waitForRequest(({ route }) => route === 'snapshot')
      main.child.kill(signal)
      const hurried = await main.done
      expect(hurried).toMatchObject({ code: 1, outputs: { outcome: 'cancelled' } })
      expect(hurried.stdout).toContain('no time was left')
      expect(hurried.state).toMatchObject({ 'unfinished-ids': suite.id })

      const post = await runStep(api, inputs, { post: true, env: buildState(hurried) })
      expect(post.stdout).toContain(`Cancel requested: ${suite.id}`)
    },
  )

  test.concurrent('cancels although its look is refused for a while', async ({ startApi }) => {
    const api = await startApi({ sessions: [suite] })
    const headers = { 'retry-after': '2' }
    api.faults.add({ route: 'snapshot', behaviour: { kind: 'respond', status: 429, headers } })
    const env = { 'STATE_unfinished-ids': suite.id }
    const post = await runStep(api, inputs, { post: true, env })
    expect(post.stdout).toContain(`Cancel requested: ${suite.id}`)
    expect(listCancelled(api)).toEqual([suite.id])
  })

  test.concurrent.for([
    ['an error that nobody catches', 'setTimeout(() => { throw new Error("boom") }, 300)'],
    ['a rejection that nobody handles', 'setTimeout(() => Promise.reject(new Error("boom")), 300)'],
  ] as const)('never fails, not even by %s', async ([, code], { startApi }) => {
    const api = await startApi({
      sessions: [suite],
      faults: [{ route: 'snapshot', behaviour: { kind: 'hang' } }],
    })
    const env = { 'STATE_unfinished-ids': suite.id }
    const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
    expect(await runGate(api, inputs, { post: true, env, nodeArgs })).toMatchObject({ code: 0, stderr: '' })
  })

  test.concurrent('no variable makes a post of main', async ({ startApi }) => {
    const api = await startApi({ sessions: [failed] })
    const env = { 'STATE_main-started': 'true', 'STATE_unfinished-ids': '' }
    const main = await runGate(api, { 'check-session-id': failed.id }, { env })
    expect(main).toMatchObject({ code: 1, outputs: { outcome: 'failed' } })
  })

  test.concurrent('says why it cancelled nothing, and never fails', async ({ startApi }) => {
    const api = await startApi({ faults: [{ behaviour: { kind: 'respond', status: 404 } }] })
    const env = { 'STATE_unfinished-ids': suite.id }
    const gone = await runStep(api, inputs, { post: true, env })
    expect(gone.code).toBe(0)
    expect(gone.stdout).toMatch(new RegExp(`^Skipped ${suite.id}: .*404`, 'm'))
    const without = await runStep(api, { ...inputs, 'api-key': '' }, { post: true, env })
    expect(without.code).toBe(0)
    expect(without.stdout).toMatch(/^Nothing was cancelled: Input api-key is missing/m)
  })
})
