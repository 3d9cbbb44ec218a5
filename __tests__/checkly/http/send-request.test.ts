import { getEventListeners, once } from 'node:events'
import { Agent, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  type Exchange,
  RequestFailure,
  type RequestPlan,
  sendRequest,
} from '../../../src/checkly/http/send-request.ts'
import { beginTimeLimit, monotonicClock, sleepWithTimer } from '../../../src/time/clock.ts'
import { type RawServer, startRawServer } from '../../../testing/raw-server.ts'

/** Sends a GET to the server, with connections of the test's own. */
function send(url: URL, changes: Partial<RequestPlan> = {}): Promise<Exchange> {
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  return sendRequest({
    method: 'GET',
    url,
    headers: {},
    agent,
    request,
    overallMs: 10_000,
    maxBodyBytes: 1000,
    signal: new AbortController().signal,
    ...changes,
  })
}

/** Sends a request that must fail; why it did. */
async function sendInVain(url: URL, changes: Partial<RequestPlan> = {}): Promise<RequestFailure> {
  const error: unknown = await send(url, changes).then(
    ({ status }) => new Error(`answered ${status}`),
    (reason: unknown) => reason,
  )
  if (error instanceof RequestFailure) return error
  throw error
}

async function isLeftAlone(server: RawServer): Promise<boolean> {
  while (server.sockets.size > 0)
    await Promise.all([...server.sockets].map((socket) => once(socket, 'close')))
  return true
}

/** A server whose answer has arrived, while this process is held up for `ms` before it can read it. */
async function startBeforeHoldUp(ms: number): Promise<URL> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ndone')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}

describe('a process that is held up beyond the time it has', () => {
  test('reads what has arrived by then, whatever the request may take', async () => {
    expect((await send(await startBeforeHoldUp(900), { overallMs: 400 })).body).toBe('done')
  })

  test('reads what has arrived by then, whatever the deadline', async () => {
    const url = await startBeforeHoldUp(900)
    const never = new AbortController().signal
    const timing = { clock: monotonicClock, sleep: sleepWithTimer }
    const { signal, release } = beginTimeLimit(timing, monotonicClock.now() + 400, never)
    expect((await send(url, { signal })).body).toBe('done')
    release()
  })
})

describe('sendRequest', () => {
  test('reads the whole answer', async () => {
    const server = await startRawServer((response) =>
      response.writeHead(418, { 'x-tea': 'yes' }).end('{"pot":"é"}'),
    )
    const { status, headers, body } = await send(server.url, { headers: { 'x-own': '1' } })
    expect({ status, tea: headers['x-tea'], body }).toEqual({ status: 418, tea: 'yes', body: '{"pot":"é"}' })
    expect(server.requests[0]).toMatchObject({ method: 'GET', body: '', headers: { 'x-own': '1' } })
  })

  test('joins characters that chunks cut in two', async () => {
    const bytes = Buffer.from('"✓"')
    const server = await startRawServer((response) => {
      response.write(bytes.subarray(0, 2), () => setTimeout(() => response.end(bytes.subarray(2)), 20))
    })
    expect((await send(server.url)).body).toBe('"✓"')
  })

  test.each([
    ['\ufeff{}', '{}'],
    ['\ufeff\ufeff{}', '\ufeff{}'],
    ['\ufeff', ''],
  ])('leaves out a byte order mark, and no more than that: %j', async (sent, body) => {
    const server = await startRawServer((response) => response.end(sent))
    expect((await send(server.url)).body).toBe(body)
  })

  test('sends a body with its length in bytes', async () => {
    const server = await startRawServer((response) => response.end())
    await send(server.url, { method: 'POST', body: '{"name":"é"}' })
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      body: '{"name":"é"}',
      headers: { 'content-type': 'application/json', 'content-length': '13' },
    })
  })

  test('follows no redirect', async () => {
    const server = await startRawServer((response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    )
    expect((await send(server.url)).status).toBe(302)
    expect(server.requests).toHaveLength(1)
  })

  test('says that nothing was sent when the connection is refused', async () => {
    const failure = await sendInVain(new URL('http://127.0.0.1:1'))
    expect({ code: failure.code, sent: failure.sent }).toEqual({ code: 'ECONNREFUSED', sent: false })
  })

  test('says that something was sent when the connection is reset after that', async () => {
    const server = await startRawServer((response) => response.socket?.resetAndDestroy())
    const failure = await sendInVain(server.url, { method: 'POST', body: '{}' })
    expect({ code: failure.code, sent: failure.sent }).toEqual({ code: 'ECONNRESET', sent: true })
  })

  test.each([
    ['with a length', { 'content-length': '100' }],
    ['in chunks', {}],
  ])('fails when a body %s is cut off', async (_, headers) => {
    const server = await startRawServer((response) => {
      response.writeHead(200, headers).write('{"half', () => response.socket?.destroy())
    })
    expect((await sendInVain(server.url)).code).toBe('CUT_OFF')
  })

  test('fails when a server wants to speak another protocol', async () => {
    const server = await startRawServer((response) => {
      response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')
    })
    expect((await sendInVain(server.url)).code).toMatch(/CUT_OFF|ECONNRESET/)
  })

  test.each([
    ['by its length, before it is there', { 'content-length': '5000' }, 'x'],
    ['while it is read', {}, 'x'.repeat(2000)],
  ])('refuses a body that is too large, %s', async (_, headers, body) => {
    const server = await startRawServer((response) => void response.writeHead(200, headers).write(body))
    const failure = await sendInVain(server.url)
    expect(failure).toMatchObject({ code: 'TOO_LARGE', message: 'the answer is larger than 1000 bytes' })
    expect(await isLeftAlone(server)).toBe(true)
  })

  test('reads a body of exactly the most bytes', async () => {
    const server = await startRawServer((response) => response.end('x'.repeat(1000)))
    expect((await send(server.url)).body).toHaveLength(1000)
  })

  test.each([
    ['never comes', () => {}],
    [
      'stops after its headers',
      (response: { writeHead(status: number): { write(text: string): void } }) =>
        response.writeHead(200).write('{'),
    ],
  ])('gives up an answer that %s, body included', async (_, answer) => {
    const server = await startRawServer(answer)
    const failure = await sendInVain(server.url, { overallMs: 100 })
    expect(failure.code).toBe('SILENT')
    expect(await isLeftAlone(server)).toBe(true)
  })

  test('a body that drips does not put the time off', async () => {
    const server = await startRawServer((response) => {
      const timer = setInterval(() => response.write('x'), 10)
      response.once('close', () => clearInterval(timer))
    })
    expect((await sendInVain(server.url, { overallMs: 200 })).code).toBe('SILENT')
  })

  test('asks nothing when its signal is aborted already', async () => {
    const server = await startRawServer((response) => response.end())
    expect((await sendInVain(server.url, { signal: AbortSignal.abort() })).code).toBe('GIVEN_UP')
    expect(server.requests).toEqual([])
  })

  test.each(['/wait', '/read'])(
    'is given up by its signal meanwhile, and closes its connection: %s',
    async (path) => {
      const server = await startRawServer((response, { url }) => {
        if (url === '/read') response.writeHead(200).write('{')
      })
      const signal = AbortSignal.timeout(100)
      expect((await sendInVain(new URL(path, server.url), { signal })).code).toBe('GIVEN_UP')
      expect(await isLeftAlone(server)).toBe(true)
    },
  )

  test('leaves no timer, and nothing at its signal, whether it was answered or not', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { signal } = new AbortController()
    const server = await startRawServer((response) => response.end('{}'))
    await send(server.url, { signal })
    await sendInVain(new URL('http://127.0.0.1:1'), { signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('keeps the connection for the next request', async () => {
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    const server = await startRawServer((response) => response.end('{}'))
    for (let count = 0; count < 5; count += 1) await send(server.url, { agent })
    expect(server.sockets.size).toBe(1)
  })

  test('names what the parser does not like', async () => {
    const server = await startRawServer((response) => response.socket?.end('SSH-2.0-x\r\n'))
    expect((await sendInVain(server.url)).code).toMatch(/^HPE_/)
  })
})
