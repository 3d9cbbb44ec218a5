import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import type { Simulator } from '../../simulator/server.ts'
import { ask, start } from './support.ts'

const MAIN = resolve(import.meta.dirname, '../../simulator/main.ts')

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts the simulator as a process; resolves with it and the line it prints. */
async function startProcess(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, printed: JSON.parse(line.toString()) as Simulator & { sessionIds: string[] } }
}

async function control(simulator: Simulator, method: string, route: string, body?: unknown) {
  const asking = { method, headers: {}, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const reply = await ask(simulator, `/__control/${route}`, asking)
  return { status: reply.status, body: reply.text === '' ? null : JSON.parse(reply.text) }
}

describe('control routes', () => {
  test('add sessions, end them and tell when they ended', async () => {
    const simulator = await start()
    const session = buildSession({ durationMs: 'manual' })
    expect(await control(simulator, 'POST', 'sessions', session)).toMatchObject({
      status: 201,
      body: [{ checkSessionId: session.id, status: 'STARTED' }],
    })
    const completion = ask(simulator, `/v2/check-sessions/${session.id}/completion`)
    await simulator.waitForRequest(({ route }) => route === 'completion')
    expect((await control(simulator, 'GET', `sessions/${session.id}`)).body).toMatchObject({
      waiting: 1,
      endedAtMs: null,
    })
    const ended = await control(simulator, 'POST', `sessions/${session.id}/end`, { status: 'FAILED' })
    expect(ended.body).toMatchObject({ endedAtMs: expect.any(Number), session: { status: 'FAILED' } })
    expect((await completion).json).toMatchObject({ status: 'FAILED' })
  })

  test('add test sessions and history, end them, and change the rules', async () => {
    const simulator = await start()
    const script = { name: 'Preview', checks: [{ name: 'Login', durationMs: 'manual' }] }
    const added = await control(simulator, 'POST', 'test-sessions', script)
    expect(added).toMatchObject({ status: 201, body: [{ name: 'Preview', status: 'RUNNING' }] })
    const { testSessionId } = added.body[0]
    expect((await control(simulator, 'GET', 'state')).body).toMatchObject({
      testSessions: 1,
      testSessionsEnded: 0,
    })
    const ended = await control(simulator, 'POST', `test-sessions/${testSessionId}/end`)
    expect(ended.body).toMatchObject({ endedAtMs: expect.any(Number), session: { status: 'PASSED' } })
    expect((await control(simulator, 'PUT', 'test-session-rules', { noMatch: 403 })).status).toBe(204)
    expect(simulator.testSessionRules).toMatchObject({ noMatch: 403, unknownPlace: 400 })
    const history = { checkId: testSessionId, results: [{ agoMs: 1000 }] }
    expect((await control(simulator, 'POST', 'history', history)).status).toBe(204)
    expect((await ask(simulator, `/v2/check-results/${testSessionId}`)).json).toMatchObject({ length: 1 })
    expect((await control(simulator, 'DELETE', 'history')).status).toBe(204)
    expect((await control(simulator, 'DELETE', 'test-sessions')).status).toBe(204)
  })

  test('add checks and faults, set the limit, and read the log', async () => {
    const simulator = await start()
    expect(await control(simulator, 'POST', 'checks', [{ name: 'one' }, { name: 'two' }])).toMatchObject({
      status: 201,
    })
    expect(simulator.checks.list()).toHaveLength(2)
    const rule = { name: 'busy', times: 1, behaviour: { kind: 'respond', status: 503 } }
    expect((await control(simulator, 'POST', 'faults', rule)).body).toEqual(['busy'])
    const rateLimit = { kind: 'sliding', requests: 1, windowMs: 60_000 }
    expect((await control(simulator, 'PUT', 'rate-limit', rateLimit)).status).toBe(204)
    const statuses = []
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await ask(simulator, '/next/accounts')).status)
    expect(statuses).toEqual([503, 200, 429])
    expect((await control(simulator, 'GET', 'requests')).body).toMatchObject([
      { status: 503, fault: 'busy' },
      { status: 200 },
      { status: 429 },
    ])
    expect((await control(simulator, 'GET', 'faults')).body).toEqual([{ name: 'busy', seen: 3, taken: 1 }])
    expect((await control(simulator, 'GET', 'state')).body).toMatchObject({
      requests: 3,
      clients: { [simulator.apiKey]: { accepted: 1, refused: 1 } },
    })
    for (const list of ['requests', 'faults', 'checks', 'sessions']) {
      expect((await control(simulator, 'DELETE', list)).status).toBe(204)
    }
    expect(simulator.log.entries).toHaveLength(0)
  })

  test('refuse connections for a while', async () => {
    const simulator = await start()
    expect((await control(simulator, 'POST', 'refuse-connections', { forMs: 700 })).status).toBe(204)
    expect((await ask(simulator, '/next/accounts')).error).toBe('ECONNREFUSED')
    await expect
      .poll(async () => (await ask(simulator, '/next/accounts')).status, { interval: 20, timeout: 4000 })
      .toBe(200)
  })

  test.each([
    ['POST', 'nothing', undefined, 404],
    ['POST', 'sessions/00000000-0000-4000-8000-000000000000/end', undefined, 400],
    ['POST', 'faults', { behaviour: { kind: 'explode' } }, 400],
    ['POST', 'sessions', { durationMs: 'manual', ended: true }, 400],
  ])('say what is wrong: %s %s', async (method, route, body, status) => {
    const simulator = await start()
    expect(await control(simulator, method, route, body)).toMatchObject({
      status,
      body: { message: expect.any(String) },
    })
  })
})

describe('the process', () => {
  test('says where it listens, plays a scenario and stops when it is told to', async () => {
    const { child, printed } = await startProcess('--scenario', 'passed')
    expect(printed.sessionIds).toHaveLength(1)
    const reply = await ask(printed, `/v2/check-sessions/${printed.sessionIds[0]}/completion`)
    expect(reply.json).toMatchObject({ status: 'PASSED' })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('tells the ids of test sessions when there are some', async () => {
    const { printed } = await startProcess('--scenario', 'preview-failed')
    expect(printed).toMatchObject({ sessionIds: [], testSessionIds: [expect.any(String)] })
    const id = (printed as unknown as { testSessionIds: string[] }).testSessionIds[0]
    expect((await ask(printed, `/v1/test-sessions/${id}`)).json).toMatchObject({ testSessionId: id })
    expect((await startProcess('--scenario', 'passed')).printed).not.toHaveProperty('testSessionIds')
  })

  test('exits with 1 when an answer was not what the API documents, and says which', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-simulator-'))
    const details = { apiCheckResult: { verdict: 'fine' } }
    const session = buildSession({ ended: true, locations: { here: [{ details }] } })
    writeFileSync(join(folder, 'scenario.json'), JSON.stringify({ sessions: [session] }))
    const { child, printed } = await startProcess('--scenario', join(folder, 'scenario.json'))
    rmSync(folder, { recursive: true })
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    const { json } = await ask(printed, `/v2/check-sessions/${session.id}`)
    const [result] = json['results'] as { checkResultId: string }[]
    const path = `/v1/check-results/${session.checkId}/${result?.checkResultId}`
    expect((await ask(printed, path)).status).toBe(500)
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([1, null])
    expect(errors).toContain('apiCheckResult.verdict is wrong')
  })

  test('names the scenarios when there is none of that name', async () => {
    const child = spawn(process.execPath, [MAIN, '--scenario', 'nonsense'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    children.push(child)
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(errors).toContain('There is no scenario nonsense; there are passed, failed,')
  })
})
