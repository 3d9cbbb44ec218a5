import { afterEach, describe, expect, test } from 'vitest'
import { type ChecklyClient, createChecklyClient } from '../../src/checkly/checkly-client.ts'
import type { TimeLimit } from '../../src/time/clock.ts'
import { startRawServer } from '../../testing/raw-server.ts'

const CHECK = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const NEVER: TimeLimit = { signal: new AbortController().signal, endsAt: Number.POSITIVE_INFINITY }
const MOMENT = Date.parse('2026-11-23T12:00:00.999Z')
const opened: ChecklyClient[] = []

afterEach(() => {
  for (const client of opened.splice(0)) client.close()
})

/** A client of a server that answers everything in the same way, and what that server was asked. */
async function connect(status: number, body: unknown) {
  const server = await startRawServer((response) => response.writeHead(status).end(JSON.stringify(body)))
  const options = {
    apiUrl: server.url,
    apiKey: 'cu_key',
    accountId: null,
    redact: (text: string) => text,
    trace: null,
  }
  const client = createChecklyClient(options, (caller) => caller)
  opened.push(client)
  return { history: client.history, requests: server.requests }
}

const result = (change: object = {}) => ({
  id: 'result-1',
  hasFailures: false,
  hasErrors: false,
  isDegraded: false,
  isCancelled: false,
  runLocation: 'eu-west-1',
  startedAt: '2026-11-23T11:55:00.000Z',
  stoppedAt: '2026-11-23T11:56:00.000Z',
  ...change,
})

async function read(entries: unknown) {
  const { history } = await connect(200, { length: 1, entries, nextId: null })
  return history.readCheck(CHECK, MOMENT, NEVER)
}

describe('what a check did before', () => {
  test('is asked for in one request, up to the moment in whole seconds, with the fields that are needed', async () => {
    const { history, requests } = await connect(200, { length: 0, entries: [] })
    expect(await history.readCheck(CHECK, MOMENT, NEVER)).toStrictEqual([])
    const { searchParams, pathname } = new URL(requests[0]?.path ?? '', 'http://server')
    expect(pathname).toBe(`/v2/check-results/${CHECK}`)
    expect(Object.fromEntries(searchParams)).toStrictEqual({
      to: String(Date.parse('2026-11-23T12:00:00Z') / 1000),
      resultType: 'FINAL',
      limit: '100',
      fields: 'id,hasFailures,hasErrors,isDegraded,isCancelled,runLocation,startedAt,stoppedAt',
    })
    expect(requests).toHaveLength(1)
  })

  test.each([
    [{}, 'passed'],
    [{ isDegraded: true }, 'degraded'],
    [{ isDegraded: null }, 'passed'],
    [{ hasFailures: true }, 'failed'],
    [{ hasErrors: true, isDegraded: true }, 'failed'],
    [{ isCancelled: true, hasFailures: true }, 'cancelled'],
  ])('with %j is %s', async (change, state) => {
    expect(await read([result(change)])).toStrictEqual([
      {
        id: 'result-1',
        location: 'eu-west-1',
        state,
        startedAtMs: Date.parse('2026-11-23T11:55:00Z'),
        endedAtMs: Date.parse('2026-11-23T11:56:00Z'),
      },
    ])
  })

  test.each([
    [{ stoppedAt: null }, '2026-11-23T11:55:00Z', '2026-11-23T11:55:00Z'],
    [{ startedAt: null }, '2026-11-23T11:56:00Z', '2026-11-23T11:56:00Z'],
    [{ id: undefined, isCancelled: undefined }, '2026-11-23T11:55:00Z', '2026-11-23T11:56:00Z'],
  ])('may lack %j', async (change, startedAt, endedAt) => {
    expect(await read([result(change)])).toMatchObject([
      { startedAtMs: Date.parse(startedAt), endedAtMs: Date.parse(endedAt) },
    ])
  })

  test.each([
    ['no time', { startedAt: null, stoppedAt: null }],
    ['an odd time', { startedAt: 'yesterday', stoppedAt: 17 }],
    ['no place', { runLocation: undefined }],
    ['an empty place', { runLocation: '' }],
    ['no flag for failures', { hasFailures: undefined }],
    ['an odd flag for errors', { hasErrors: 'false' }],
  ])('leaves out a result with %s, and keeps the others', async (_, change) => {
    const told = await read([result(change), null, 'text', result({ id: 'result-2' })])
    expect(told?.map(({ id }) => id)).toStrictEqual(['result-2'])
  })

  test.each([
    ['no entries', { length: 0 }, []],
    ['null for entries', { length: 0, entries: null }, []],
    ['a list', [], null],
    ['entries that are no list', { entries: 'none' }, null],
  ])('with %s in the answer is %j, then %j', async (_, body, expected) => {
    const { history } = await connect(200, body)
    expect(await history.readCheck(CHECK, MOMENT, NEVER)).toStrictEqual(expected)
  })

  test.each([400, 401, 402, 403, 404, 429, 500, 503])(
    'is null when the API answers %i, and not asked again',
    async (status) => {
      const { history, requests } = await connect(status, { message: 'No', statusCode: status })
      expect(await history.readCheck(CHECK, MOMENT, NEVER)).toBe(null)
      expect(requests).toHaveLength(1)
    },
  )
})

describe('an error of test sessions', () => {
  test('has a first time and environments', async () => {
    const { history, requests } = await connect(200, {
      id: CHECK,
      firstSeen: '2026-11-20T08:00:00Z',
      environments: ['staging', 7, ''],
    })
    expect(await history.readErrorGroup(CHECK, NEVER)).toStrictEqual({
      firstSeenMs: Date.parse('2026-11-20T08:00:00Z'),
      environments: ['staging'],
    })
    expect(requests.map(({ path }) => path)).toStrictEqual([`/v1/test-session-error-groups/${CHECK}`])
  })

  test.each([[{ firstSeen: '2026-11-20', environments: null }], [{}]])('may lack them: %j', async (body) => {
    const { history } = await connect(200, body)
    expect(await history.readErrorGroup(CHECK, NEVER)).toStrictEqual({ firstSeenMs: null, environments: [] })
  })

  test('is null when it cannot be read', async () => {
    const { history } = await connect(404, { message: 'Error group not found.', statusCode: 404 })
    expect(await history.readErrorGroup(CHECK, NEVER)).toBe(null)
  })
})
