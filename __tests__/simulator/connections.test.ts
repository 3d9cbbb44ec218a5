import { request as requestHttps } from 'node:https'
import { expect, test } from 'vitest'
import { createCertificate } from '../../simulator/create-certificate.ts'
import { ask, credentials, start } from './support.ts'

/** The status of a request over TLS, or the code of what went wrong. */
function askOverTls(url: string, headers: Record<string, string>, ca?: string): Promise<number | string> {
  return new Promise((resolve) => {
    const request = requestHttps(`${url}/next/accounts`, {
      headers,
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    })
    request.once('response', (response) => resolve(response.resume().statusCode ?? 0))
    request.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    request.end()
  })
}

test('connections are refused until they are accepted again, on the same port', async () => {
  const simulator = await start()
  simulator.refuseConnections()
  expect((await ask(simulator, '/next/accounts')).error).toBe('ECONNREFUSED')
  await simulator.acceptConnections()
  expect((await ask(simulator, '/next/accounts')).status).toBe(200)
})

test('connections are refused for a time', async () => {
  const simulator = await start()
  simulator.refuseConnections(700)
  expect((await ask(simulator, '/next/accounts')).error).toBe('ECONNREFUSED')
  await expect
    .poll(async () => (await ask(simulator, '/next/accounts')).status, { interval: 20, timeout: 4000 })
    .toBe(200)
})

test('connections can be held before a byte of them is read', async () => {
  const held: (() => void)[] = []
  const simulator = await start({ onConnection: (_socket, letThrough) => held.push(letThrough) })
  const reply = ask(simulator, '/next/accounts')
  await expect.poll(() => held.length).toBe(1)
  expect(simulator.log.entries).toHaveLength(0)
  held[0]?.()
  expect((await reply).status).toBe(200)
})

test('it listens on IPv6 alone', async () => {
  const simulator = await start({ host: '::1' })
  expect(simulator.url).toBe(`http://[::1]:${simulator.port}`)
  expect((await ask(simulator, '/next/accounts')).status).toBe(200)
})

test('with TLS it is trusted by those who are given its certificate', async () => {
  const tls = createCertificate()
  const simulator = await start({ tls })
  expect(await askOverTls(simulator.url, credentials(simulator), tls.cert)).toBe(200)
  expect(await askOverTls(simulator.url, credentials(simulator))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(await askOverTls(simulator.url, credentials(simulator), createCertificate().cert)).not.toBe(200)
})

test('a TLS connection can be cut too', async () => {
  const tls = createCertificate()
  const simulator = await start({ tls, faults: [{ behaviour: { kind: 'drop' } }] })
  expect(await askOverTls(simulator.url, credentials(simulator), tls.cert)).toBe('ECONNRESET')
})
