import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { endConnection } from '../../simulator/fault-behaviours.ts'
import type { FaultDescription } from '../../simulator/fault-description.ts'
import { FaultList, type FaultRule } from '../../simulator/faults.ts'
import type { LoggedRequest } from '../../simulator/request-log.ts'
import { type Asking, ask, start } from './support.ts'

const SESSION = buildSession({ ended: true })
const COMPLETION = `/v2/check-sessions/${SESSION.id}/completion`

async function askWith(behaviour: FaultRule['behaviour'], asking: Asking = {}) {
  const simulator = await start({ sessions: [SESSION], faults: [{ behaviour }] })
  const reply = await ask(simulator, COMPLETION, asking)
  return { simulator, reply }
}

describe('answers that are not the API’s', () => {
  test.each<[string, FaultDescription, object]>([
    ['an error', { kind: 'respond', status: 503 }, { status: 503, json: { statusCode: 503 } }],
    [
      'a 429 that says when',
      { kind: 'respond', status: 429, headers: { 'retry-after': '7' } },
      { status: 429, headers: { 'retry-after': '7' } },
    ],
    [
      'HTML under a JSON type',
      { kind: 'respond', status: 200, text: '<h1>Hello</h1>' },
      { status: 200, text: '<h1>Hello</h1>', headers: { 'content-type': 'application/json; charset=utf-8' } },
    ],
    ['another type', { kind: 'respond', status: 200, json: [], contentType: 'text/html' }, { text: '[]' }],
    ['null', { kind: 'respond', status: 200, json: null }, { text: 'null' }],
    ['nothing', { kind: 'respond', status: 200, text: '' }, { text: '' }],
    [
      'a redirect',
      { kind: 'respond', status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    ],
    ['a 408 at once', { kind: 'instant-408' }, { status: 408, json: { statusCode: 408 } }],
    [
      'another session',
      { kind: 'edit', set: { checkSessionId: 'other', status: 7 }, remove: ['results'] },
      { status: 200, json: { checkSessionId: 'other', status: 7, checkId: SESSION.checkId } },
    ],
    [
      'raw bytes',
      { kind: 'raw', text: 'HTTP/1.1 299 Odd\r\ncontent-length: 2\r\n\r\nhi' },
      { status: 299, text: 'hi' },
    ],
  ])('%s', async (_title, behaviour, expected) => {
    const { reply } = await askWith(behaviour)
    expect(reply).toMatchObject({ error: null, ...expected })
    expect(reply.json).not.toHaveProperty('results')
  })
})

describe('answers that never end well', () => {
  test.each<[string, FaultDescription, object]>([
    ['reset before the headers', { kind: 'drop' }, { status: null, error: 'ECONNRESET' }],
    ['closed before the headers', { kind: 'drop', ending: 'end' }, { status: null, error: 'ECONNRESET' }],
    ['cut in the headers', { kind: 'cut-header' }, { status: null, error: 'ECONNRESET' }],
    ['cut in the body', { kind: 'cut-body' }, { status: 200, error: 'ECONNRESET' }],
    [
      'cut in a chunked body',
      { kind: 'cut-body', chunked: true, share: 1 },
      { status: 200, error: 'ECONNRESET' },
    ],
    [
      'not HTTP',
      { kind: 'raw', text: 'SSH-2.0-OpenSSH_9.9\r\n' },
      { status: null, error: 'HPE_INVALID_CONSTANT' },
    ],
  ])('%s', async (_title, behaviour, expected) => {
    const { reply, simulator } = await askWith(behaviour)
    expect(reply).toMatchObject(expected)
    expect(simulator.log.entries).toMatchObject([{ fault: behaviour.kind }])
  })

  test.each([
    ['reset', 'ECONNRESET'],
    ['end', 'ended'],
  ] as const)('a connection that is to %s does so on the wire', async (ending, seen) => {
    const simulator = await start({ faults: [{ behaviour: { kind: 'drop', ending } }] })
    const socket = connect(simulator.port, simulator.host)
    const outcome = new Promise((resolve) => {
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      socket.once('end', () => resolve('ended'))
    })
    socket.end('GET / HTTP/1.1\r\nhost: simulator\r\n\r\n')
    expect(await outcome).toBe(seen)
  })

  test('half of the body is half of the real one', async () => {
    const { reply, simulator } = await askWith({ kind: 'cut-body', share: 0.5 })
    simulator.faults.clear()
    const whole = (await ask(simulator, COMPLETION)).text
    expect(whole.startsWith(reply.text)).toBe(true)
    expect(reply.text.length).toBe(Math.floor(whole.length / 2))
  })

  test('silence lasts until the client gives up', async () => {
    const { reply } = await askWith({ kind: 'hang' }, { signal: AbortSignal.timeout(120) })
    expect(reply).toMatchObject({ status: null, error: 'ABORT_ERR' })
  })

  test('silence after the headers lasts until the client gives up', async () => {
    const abort = new AbortController()
    const onHeaders = () => void setTimeout(() => abort.abort(), 120)
    const { reply } = await askWith({ kind: 'stall-body', share: 0.1 }, { signal: abort.signal, onHeaders })
    expect(reply).toMatchObject({ status: 200, error: 'ABORT_ERR' })
  })
})

describe('answers that take their time', () => {
  test('late', async () => {
    const { reply } = await askWith({ kind: 'delay', ms: 80 })
    expect(reply).toMatchObject({ status: 200, error: null })
    expect(reply.durationMs).toBeGreaterThan(75)
  })

  test('in drips', async () => {
    const { reply } = await askWith({ kind: 'drip', intervalMs: 2, bytes: 100 })
    expect(reply).toMatchObject({ status: 200, error: null, json: { status: 'PASSED' } })
    expect(reply.durationMs).toBeGreaterThan(15)
  })

  test('of any size', async () => {
    const { reply } = await askWith({ kind: 'huge', bytes: 5_000_000 })
    expect(reply).toMatchObject({ status: 200, error: null, json: { checkSessionId: SESSION.id } })
    expect(reply.text.length).toBeGreaterThan(5_000_000)
  })
})

test('a function may do anything to the socket', async () => {
  const { reply, simulator } = await askWith(function sendTwice({ socket }) {
    endConnection(socket, 'end', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}')
  })
  expect(reply.error).toBe('HPE_UNEXPECTED_CONTENT_LENGTH')
  expect(simulator.log.entries).toMatchObject([{ fault: 'sendTwice' }])
})

describe('which requests go wrong', () => {
  const request = (route: string, sessionId: string | null = 'a') => ({ route, sessionId }) as LoggedRequest
  const hang: FaultDescription = { kind: 'hang' }

  test.each<[string, Partial<FaultRule>, string]>([
    ['all', {}, 'xxxxxx'],
    ['the second', { nth: 2 }, '.x....'],
    ['the first and third of a route', { route: 'completion', nth: [1, 3] }, 'x...x.'],
    ['some routes', { route: ['snapshot', 'cancel'] }, '.x.x..'],
    ['a session', { sessionId: 'B' }, '....x.'],
    ['at most so many', { times: 4 }, 'xxxx..'],
    ['for a time from the first on', { route: 'completion', forMs: 25 }, 'x.x...'],
  ])('%s', (_title, rule, expected) => {
    const faults = new FaultList()
    faults.add({ ...rule, behaviour: hang })
    const requests = [
      request('completion'),
      request('snapshot'),
      request('completion'),
      request('cancel'),
      request('completion', 'b'),
      request('trigger', null),
    ]
    const taken = requests.map((one, index) => (faults.take(one, index * 10) === undefined ? '.' : 'x'))
    expect(taken.join('')).toBe(expected)
  })

  test('several rules count the same requests, and the first that fits takes one', () => {
    const faults = new FaultList()
    const one = faults.add({ name: 'one', nth: [1, 2], behaviour: hang })
    const other = faults.add({ name: 'other', nth: [2, 3], behaviour: hang })
    const names = [1, 2, 3, 4].map(() => faults.take(request('completion'))?.name)
    expect(names).toEqual(['one', 'one', 'other', undefined])
    expect([one.taken, one.seen, other.taken, other.seen]).toEqual([2, 4, 1, 4])
  })

  test('a kind that does not exist is refused', () => {
    const behaviour = { kind: 'explode' } as unknown as FaultDescription
    expect(() => new FaultList().add({ behaviour })).toThrow('explode')
  })
})
