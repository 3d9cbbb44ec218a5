import https from 'node:https'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createCertificate } from '../../simulator/create-certificate.ts'
import { startSimulator } from '../../simulator/server.ts'
import { createChecklyClient } from '../../src/checkly/checkly-client.ts'
import { openConnections } from '../../src/checkly/http/open-connections.ts'
import { type Exchange, type RequestFailure, sendRequest } from '../../src/checkly/http/send-request.ts'
import { TunnelAgent } from '../../src/checkly/http/tunnel-agent.ts'
import { limitTime, monotonicClock } from '../../src/time/clock.ts'
import { type ProxyOptions, startConnectProxy } from '../../testing/connect-proxy.ts'
import { API_HOST } from './company-network.ts'

afterEach(() => vi.unstubAllEnvs())

async function setUp(options: Partial<ProxyOptions> = {}) {
  const tls = createCertificate([API_HOST])
  const simulator = await startSimulator({ tls })
  const proxy = await startConnectProxy({ targets: { [`${API_HOST}:443`]: simulator.port }, ...options })
  onTestFinished(async () => {
    proxy.close()
    await simulator.close()
  })
  const send = async (agent: https.Agent, host = API_HOST): Promise<Exchange> => {
    onTestFinished(() => agent.destroy())
    return sendRequest({
      method: 'GET',
      url: new URL(`https://${host}/`),
      headers: {},
      agent,
      request: ((url: URL, more: https.RequestOptions) =>
        https.request(url, { ...more, ca: tls.cert })) as typeof https.request,
      overallMs: 5000,
      maxBodyBytes: 10_000,
      signal: new AbortController().signal,
    })
  }
  return { simulator, proxy, send }
}

const explain = (error: RequestFailure): Pick<RequestFailure, 'code' | 'sent'> => ({
  code: error.code,
  sent: error.sent,
})

describe('TunnelAgent', () => {
  test('keeps its tunnel for the next request', async () => {
    const { proxy, send } = await setUp()
    const agent = new TunnelAgent(new URL(proxy.url))
    expect((await send(agent)).status).toBe(401)
    expect((await send(agent)).status).toBe(401)
    expect(proxy.asked).toHaveLength(1)
  })

  test.each(['201 Created', '299'])('takes a proxy that answers %s for a tunnel', async (agreement) => {
    const { proxy, send } = await setUp({ agreement })
    expect((await send(new TunnelAgent(new URL(proxy.url)))).status).toBe(401)
  })

  test('says that nothing was sent when the proxy refuses or cannot be reached', async () => {
    const { proxy, send } = await setUp({ refusals: [407] })
    const agent = new TunnelAgent(new URL(proxy.url))
    expect(await send(agent).catch(explain)).toEqual({ code: 'PROXY_407', sent: false })
    proxy.close()
    expect(await send(agent).catch(explain)).toEqual({ code: 'PROXY_UNREACHABLE', sent: false })
  })

  test('leaves a proxy that does not answer', async () => {
    const { proxy, send } = await setUp({ silent: true })
    const error = await send(new TunnelAgent(new URL(proxy.url), 50)).catch(
      (reason: RequestFailure) => reason,
    )
    expect(error).toMatchObject({
      code: 'PROXY_UNREACHABLE',
      message: 'no answer within 0.05 s',
      sent: false,
    })
    await vi.waitFor(() => expect(proxy.openConnections).toBe(0))
  })

  test('sets no limit to what a tunnel that stands is used for', async () => {
    const { simulator, proxy, send } = await setUp()
    // The answer takes longer than the tunnel itself may.
    simulator.faults.add({ behaviour: { kind: 'delay', ms: 1500 } })
    expect((await send(new TunnelAgent(new URL(proxy.url), 1000))).status).toBe(401)
  })

  test('asks for an IPv6 address in brackets', async () => {
    const { proxy, send } = await setUp({ refusals: [502] })
    await send(new TunnelAgent(new URL(proxy.url)), '[fd00::1]').catch(explain)
    expect(proxy.asked[0]?.target).toBe('[fd00::1]:443')
  })
})

describe('a client whose proxy cannot be used', () => {
  test('says so for each call, and closes in peace', async () => {
    vi.stubEnv('https_proxy', 'socks5://127.0.0.1:1')
    const errors: unknown[] = []
    const note = (error: unknown): void => void errors.push(error)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))
    const client = createChecklyClient(
      {
        apiUrl: new URL(`https://${API_HOST}`),
        apiKey: 'cu_key',
        accountId: null,
        redact: (text) => text,
        trace: null,
      },
      (caller) => caller,
    )
    const answer = await client.checkSessions.read(
      '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11',
      limitTime(monotonicClock, 10_000),
      'snapshot',
    )
    expect(answer).toMatchObject({ kind: 'refused', cause: expect.stringContaining('https_proxy') })
    client.close()
    // Node looks for rejections that nobody handles once the queue of microtasks is empty.
    await new Promise((resolve) => setImmediate(resolve))
    expect(errors).toEqual([])
  })
})

describe('openConnections', () => {
  const url = new URL(`https://${API_HOST}`)

  test('goes through the proxy that is set, and directly without one', async () => {
    vi.stubEnv('https_proxy', 'http://user:pass@127.0.0.1:1')
    expect((await openConnections(url)).agent).toBeInstanceOf(TunnelAgent)
    vi.stubEnv('no_proxy', API_HOST)
    expect((await openConnections(url)).agent).not.toBeInstanceOf(TunnelAgent)
    expect((await openConnections(new URL('http://127.0.0.1'))).agent).not.toBeInstanceOf(https.Agent)
  })

  test.each(['not a url', 'socks5://127.0.0.1:1'])('refuses a proxy that is given as %j', async (value) => {
    vi.stubEnv('https_proxy', value)
    await expect(openConnections(url)).rejects.toMatchObject({ code: 'PROXY_UNUSABLE', sent: false })
  })
})
