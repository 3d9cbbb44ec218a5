import { Agent } from 'node:http'
import { expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { getEpochMs } from '../../simulator/clock.ts'
import { ask, credentials, start } from './support.ts'

test('a request is logged with what it was and what became of it', async () => {
  const simulator = await start()
  const body = '{"target":{"matchTags":[["a"]]}}'
  const headers = { ...credentials(simulator), 'user-agent': 'a test' }
  const sentAtMs = getEpochMs()
  await ask(simulator, '/v2/check-sessions/trigger?x=1', { method: 'POST', headers, body })
  const [entry] = simulator.log.entries
  expect(entry).toMatchObject({
    serial: 1,
    method: 'POST',
    path: '/v2/check-sessions/trigger',
    query: { x: '1' },
    route: 'trigger',
    sessionId: null,
    body,
    status: 404,
    fault: null,
    brokenOffAtMs: null,
  })
  expect(entry?.headers).toMatchObject({
    'user-agent': 'a test',
    authorization: `Bearer ${simulator.apiKey}`,
  })
  expect(entry?.arrivedAtMs).toBeGreaterThanOrEqual(sentAtMs)
  expect(entry?.arrivedAtMs).toBeLessThanOrEqual(getEpochMs())
  expect(entry?.answeredAtMs).toBeGreaterThanOrEqual(entry?.arrivedAtMs ?? Number.NaN)
})

test('requests can be awaited: when they arrive, when they are answered, and after the fact', async () => {
  const session = buildSession({ durationMs: 'manual' })
  const simulator = await start({ sessions: [session] })
  const arrived = simulator.waitForRequest(({ sessionId }) => sessionId === session.id)
  const answered = simulator.waitForRequest(({ status }) => status === 200)
  const reply = ask(simulator, `/v2/check-sessions/${session.id}/completion`)
  expect((await arrived).status).toBeNull()
  simulator.sessions.end(session.id)
  expect((await answered).serial).toBe(1)
  expect((await simulator.waitForRequest(({ route }) => route === 'completion')).serial).toBe(1)
  await reply
})

test('waiting for a request that never comes is given up, and says so', async () => {
  const simulator = await start()
  await ask(simulator, '/next/accounts')
  await expect(simulator.waitForRequest(({ route }) => route === 'cancel', 20)).rejects.toThrow(
    'No such request in 20 ms; 1 others came.',
  )
})

test('connections are counted, and told apart by the port they come from', async () => {
  const simulator = await start()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  await ask(simulator, '/next/accounts', { agent })
  await ask(simulator, '/next/accounts', { agent })
  expect(simulator.openConnections).toBe(1)
  await ask(simulator, '/next/accounts')
  const ports = simulator.log.entries.map(({ remotePort }) => remotePort)
  expect(ports[0]).toBe(ports[1])
  expect(ports[2]).not.toBe(ports[0])
  agent.destroy()
})

test('closing ends connections that are open', async () => {
  const session = buildSession({ durationMs: 'manual' })
  const simulator = await start({ sessions: [session] })
  const reply = ask(simulator, `/v2/check-sessions/${session.id}/completion`)
  await simulator.waitForRequest(({ route }) => route === 'completion')
  await simulator.close()
  expect((await reply).error).toBe('ECONNRESET')
  expect((await ask(simulator, '/next/accounts')).error).toBe('ECONNREFUSED')
})
