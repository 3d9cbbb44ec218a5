import { once } from 'node:events'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CheckSessionsApi } from '../../src/checkly/check-sessions.ts'
import { type ChecklyClient, createChecklyClient } from '../../src/checkly/checkly-client.ts'
import { VERSION } from '../../src/checkly/version.ts'
import type { TimeLimit } from '../../src/time/clock.ts'
import { type RawServer, startRawServer } from '../../testing/raw-server.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const NEVER: TimeLimit = { signal: new AbortController().signal, endsAt: Number.POSITIVE_INFINITY }
const opened: ChecklyClient[] = []

afterEach(() => {
  for (const client of opened.splice(0)) client.close()
})

/** Connects to the API, without a rate limit in between. */
function open(apiUrl: URL, accountId: string | null = null): ChecklyClient {
  const redact = (text: string): string => text.replaceAll('cu_key', '***')
  const options = { apiUrl, apiKey: 'cu_key', accountId, redact, trace: null }
  const client = createChecklyClient(options, (caller) => caller)
  opened.push(client)
  return client
}

/** The same, for its check sessions. */
function connect(apiUrl: URL, accountId: string | null = null): CheckSessionsApi {
  return open(apiUrl, accountId).checkSessions
}

/** A server that answers everything in the same way. */
function startAnswering(status: number, body: unknown): Promise<RawServer> {
  return startRawServer((response) => response.writeHead(status).end(JSON.stringify(body)))
}

const session = (status: string) => ({ checkSessionId: ID, status, results: [] })

describe('createChecklyClient', () => {
  test('asks as the endpoint is documented, with both headers and the version', async () => {
    const server = await startAnswering(200, session('PASSED'))
    await connect(server.url, 'account').poll(ID, () => 17, NEVER)
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: `/v2/check-sessions/${ID}/completion?maxWaitSeconds=17`,
      headers: {
        authorization: 'Bearer cu_key',
        'x-checkly-account': 'account',
        'user-agent': `checkly-gate/${VERSION}`,
        accept: 'application/json',
      },
    })
  })

  test('sends no account header without an account, and keeps a path of api-url', async () => {
    const server = await startAnswering(200, session('PASSED'))
    await connect(new URL('/proxy/checkly', server.url)).read(ID, NEVER, 'snapshot')
    expect(server.requests[0]?.path).toBe(`/proxy/checkly/v2/check-sessions/${ID}`)
    expect(server.requests[0]?.headers).not.toHaveProperty('x-checkly-account')
  })

  test.each(['STARTED', 'PROGRESS', 'PROGRESS_FAILED', 'PROGRESS_DEGRADED'])(
    'a wait that is answered %s goes on, whatever the HTTP status says',
    async (status) => {
      const server = await startAnswering(200, session(status))
      expect(await connect(server.url).poll(ID, () => 1, NEVER)).toMatchObject({
        kind: 'running',
        waitMs: 1000,
        tookMs: expect.any(Number),
      })
      expect((await connect(server.url).read(ID, NEVER, 'snapshot')).kind).toBe('completed')
    },
  )

  test('an echoed key is taken out before anything is made of the answer', async () => {
    const server = await startAnswering(401, { message: 'Bad token cu_key' })
    const answer = await connect(server.url).poll(ID, () => 1, NEVER)
    expect(answer).toMatchObject({ kind: 'refused' })
    expect(JSON.stringify(answer)).toContain('Bad token ***')
    expect(JSON.stringify(answer)).not.toContain('cu_key')
  })

  test('a page with a backslash is no JSON, and no error of its own', async () => {
    const server = await startRawServer((response) => response.writeHead(200).end('<p>C:\\inetpub cu_key'))
    expect(await connect(server.url).poll(ID, () => 1, NEVER)).toMatchObject({
      kind: 'retryable',
      cause: 'the API answered 200, but its body is not JSON',
      reached: true,
    })
  })

  test('tells a server that answers from one that does not', async () => {
    const answered = await connect((await startAnswering(502, {})).url).poll(ID, () => 1, NEVER)
    expect(answered).toMatchObject({ kind: 'retryable', reached: true })
    const unreached = await connect(new URL('http://127.0.0.1:1')).poll(ID, () => 1, NEVER)
    expect(unreached).toMatchObject({ kind: 'retryable', reached: false })
  })

  test('closes its connections, which are kept until then', async () => {
    const server = await startAnswering(200, session('PASSED'))
    const client = open(server.url)
    await client.checkSessions.read(ID, NEVER, 'snapshot')
    await client.checkSessions.read(ID, NEVER, 'snapshot')
    const [socket] = server.sockets
    expect(server.sockets.size).toBe(1)
    client.close()
    if (socket !== undefined) await once(socket, 'close')
  })

  test.each([
    [400, 'start', 'Check the values of check-id or tags.'],
    [400, 'await', 'Check check-session-id and account-id.'],
    [401, 'await', 'check api-key (or CHECKLY_API_KEY)'],
    [402, 'start', "The account's plan does not cover this"],
    [403, 'await', 'check that account-id is the account the key belongs to'],
    [404, 'await', 'No such check session in this account: check check-session-id'],
  ] as const)('says what to do about %i to %s', async (status, asking, advice) => {
    const client = connect((await startAnswering(status, { message: 'No' })).url)
    const asked =
      asking === 'start'
        ? client.start({ target: { tags: [], checkIds: [ID] }, refreshCache: false }, NEVER)
        : client.poll(ID, () => 1, NEVER)
    const { cause } = (await asked) as { cause: string }
    expect(cause).toMatch(`the API answered ${status}: No. `)
    expect(cause).toContain(advice)
  })

  test('says nothing of an input about a session that it has started, when that is not found', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const started = { ...session('STARTED'), results: null }
    const server = await startRawServer((response, { method }) =>
      method === 'POST'
        ? response.writeHead(201).end(JSON.stringify({ sessions: [started] }))
        : response.writeHead(404).end('{"statusCode":404,"error":"Not Found","message":"No"}'),
    )
    const client = connect(server.url)
    const answer = await client.start({ target: { tags: [], checkIds: [ID] }, refreshCache: false }, NEVER)
    expect(answer).toMatchObject({ kind: 'completed', value: [{ id: ID }] })
    // Doubted at first: it may not be known everywhere yet.
    expect((await client.poll(ID, () => 1, NEVER)).kind).toBe('retryable')
    vi.advanceTimersByTime(16_000)
    expect((await client.poll(ID, () => 1, NEVER)).kind).toBe('retryable')
    vi.advanceTimersByTime(6000)
    expect(await client.poll(ID, () => 1, NEVER)).toEqual({
      kind: 'refused',
      cause:
        'the API answered 404: No. This step has started it, and the API does not find it: look for it in Checkly.',
    })
  })

  test("takes other people's credentials out of a message", async () => {
    const message = 'Cannot reach http://bob:hunter2pw@10.0.0.1/ with Authorization: Bearer abcdEFGH12345678'
    const server = await startAnswering(502, { message })
    const told = JSON.stringify(await connect(server.url).poll(ID, () => 1, NEVER))
    expect(told).toContain('Cannot reach http://***@10.0.0.1/')
    expect(told).not.toMatch(/hunter2pw|abcdEFGH/)
  })

  test('knows no advice for other refusals', async () => {
    const server = await startAnswering(409, { message: 'No' })
    expect(await connect(server.url).poll(ID, () => 1, NEVER)).toEqual({
      kind: 'refused',
      cause: 'the API answered 409: No.',
    })
  })

  test('an echoed key is taken out behind escapes and a byte order mark too', async () => {
    const escaped = [...'cu_key']
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')
    const server = await startRawServer((response) =>
      response.writeHead(401).end(`\ufeff{"message":"Bad token ${escaped}"}`),
    )
    const answer = await connect(server.url).poll(ID, () => 1, NEVER)
    expect(JSON.stringify(answer)).toContain('Bad token ***')
  })

  test('a key that is echoed in an address or behind a single escape is taken out too', async () => {
    const body = `{"message":"Bad token cu\\u005fkey"}`
    for (const key of ['cu_key', 'none']) {
      const location = `https://example.com/token/${key}`
      const server = await startRawServer((response) =>
        response.writeHead(302, { location }).end(key === 'none' ? body : ''),
      )
      const told = JSON.stringify(await connect(server.url).poll(ID, () => 1, NEVER))
      expect(told).toContain('***')
      expect(told).not.toMatch(/cu\S{1,7}key/)
    }
  })

  test.each<[string, number, (api: CheckSessionsApi) => Promise<{ kind: string }>]>([
    ['a wait', 22_000, (api) => api.poll(ID, () => 17, NEVER)],
    ['a snapshot', 15_000, (api) => api.read(ID, NEVER, 'snapshot')],
    [
      'a start',
      60_000,
      (api) => api.start({ target: { tags: [], checkIds: [ID] }, refreshCache: false }, NEVER),
    ],
  ])('%s without an answer is given up after %i ms, and not before', async (_what, limitMs, ask) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const arrived = Promise.withResolvers<void>()
    const server = await startRawServer(() => arrived.resolve())
    let answer: { kind: string } | null = null
    const asking = ask(connect(server.url)).then((one) => {
      answer = one
    })
    await arrived.promise
    vi.advanceTimersByTime(limitMs - 1)
    await new Promise((resolve) => setImmediate(resolve))
    expect(answer).toBeNull()
    vi.advanceTimersByTime(1)
    await asking
    expect(JSON.stringify(answer)).toContain(`no whole answer within ${limitMs / 1000} s`)
  })

  test('an answer that is given up is no exception', async () => {
    const server = await startRawServer(() => {})
    const answer = await connect(server.url).poll(ID, () => 30, {
      signal: AbortSignal.timeout(100),
      endsAt: 0,
    })
    expect(answer).toMatchObject({ kind: 'retryable', cause: 'no answer came in time' })
  })
})

describe('starting sessions', () => {
  const start = (server: Pick<RawServer, 'url'>, tags: string[][] = [], checkIds: string[] = [ID]) =>
    connect(server.url).start({ target: { tags, checkIds }, refreshCache: true }, NEVER)

  const NO_MATCH = JSON.stringify({
    statusCode: 404,
    error: 'Not Found',
    message: 'No matching checks found.',
  })
  /** Answers a start with what says that nothing matched, and whatever else is read as told. */
  const startRefusing = (body: string, others: [status: number, body: string][]): Promise<RawServer> => {
    const left = [...others]
    return startRawServer((response, { method }) => {
      const [status, text] = method === 'POST' ? [404, body] : (left.shift() ?? [200, '[]'])
      response.writeHead(status).end(text)
    })
  }

  test('knows the API saying that nothing matched behind a byte order mark too', async () => {
    const server = await startRefusing(`\ufeff${NO_MATCH}`, [])
    expect(await start(server)).toEqual({ kind: 'completed', value: [] })
  })

  test('sends only the filters that are given: an empty one would start every check', async () => {
    const server = await startAnswering(201, { sessions: [] })
    await start(server)
    await start(server, [['a', 'b'], ['c']], [])
    expect(server.requests.map((one) => JSON.parse(one.body))).toEqual([
      { target: { checkId: [ID] }, refreshCache: true },
      { target: { matchTags: [['a', 'b'], ['c']] }, refreshCache: true },
    ])
  })

  test.each([400, 401, 402, 403, 409])(
    '%i is a refusal, and nothing may have been started',
    async (status) => {
      const answer = await start(await startAnswering(status, { message: 'No' }))
      expect(answer).toMatchObject({ kind: 'refused', cause: expect.stringContaining(`${status}: No.`) })
      expect(JSON.stringify(answer)).not.toContain('may have been started')
    },
  )

  test('gives each session as it is read and as the API gave it, also without results', async () => {
    const started = { checkSessionId: ID, status: 'STARTED', extra: [1] }
    const answer = await start(await startAnswering(201, { sessions: [started] }))
    expect(answer).toMatchObject({
      kind: 'completed',
      value: [{ id: ID, status: 'STARTED', isOver: false, runs: [], raw: started }],
    })
  })

  test('404 means that nothing matched, where something else is found under the same api-url', async () => {
    const server = await startRefusing(NO_MATCH, [[200, '[{"region":"eu-west-1"}]']])
    expect(await start(server)).toEqual({ kind: 'completed', value: [] })
    expect(server.requests.map(({ path }) => path)).toEqual(['/v2/check-sessions/trigger', '/v1/locations'])
  })

  test('404 where nothing else is found is a wrong api-url, and never lets a step pass', async () => {
    const error = { statusCode: 404, error: 'Not Found', message: 'Not Found' }
    const server = await startAnswering(404, error)
    expect(await start(server)).toMatchObject({
      kind: 'refused',
      cause: expect.stringMatching(/404: no check matched, or api-url is wrong.*Check api-url, then tags/),
    })
  })

  test.each([500, 503, 429])('404 is looked into again after %i', async (status) => {
    const server = await startRefusing(NO_MATCH, [[status, '{}']])
    expect(await start(server)).toEqual({ kind: 'completed', value: [] })
    expect(server.requests).toHaveLength(3)
  })

  test("404 that is not the API's own means nothing", async () => {
    const server = await startRawServer((response) => response.writeHead(404).end('<h1>Not found</h1>'))
    expect(await start(server)).toMatchObject({
      kind: 'refused',
      cause: expect.stringContaining('check api-url'),
    })
    const gateway = await startAnswering(404, { message: 'no Route matched with those values.' })
    expect(await start(gateway)).toMatchObject({
      kind: 'refused',
      cause: expect.stringContaining('404: no Route matched with those values. The API itself did not say'),
    })
  })

  test('an id that is none, which would go into paths, is not taken', async () => {
    const started = { ...session('STARTED'), checkSessionId: '../accounts' }
    const answer = await start(await startAnswering(201, { sessions: [started] }))
    expect(answer).toMatchObject({ kind: 'refused', cause: expect.stringContaining('checkSessionId') })
  })

  test.each([408, 500, 502, 503, 504])('%i is not sent again: it may have been acted on', async (status) => {
    const answer = await start(await startAnswering(status, {}))
    expect(answer).toMatchObject({ kind: 'refused' })
    expect(JSON.stringify(answer)).toContain(`answered ${status}. Sessions may have been started`)
  })

  test('429 and a connection that was refused may be sent again', async () => {
    expect(await start(await startAnswering(429, {}))).toMatchObject({ kind: 'retryable', rateLimited: true })
    expect(await start({ url: new URL('http://127.0.0.1:1') })).toMatchObject({
      kind: 'retryable',
      rateLimited: false,
    })
  })

  test('a reset after it was sent is final', async () => {
    const server = await startRawServer((response) => response.socket?.resetAndDestroy())
    expect((await start(server)).kind).toBe('refused')
  })
})

describe('cancelling, and reading a result', () => {
  test('204 is enough of an answer to a cancel request', async () => {
    const server = await startRawServer((response) => response.writeHead(204).end())
    expect(await connect(server.url).cancel(ID, NEVER)).toEqual({ kind: 'completed', value: null })
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: `/v1/check-sessions/${ID}/cancel`,
      body: '{}',
    })
  })

  test('ids of results, which come from outside, stay inside their part of the path', async () => {
    const server = await startAnswering(200, { any: 'thing' })
    const answer = await connect(server.url).readResult(
      { sessionId: ID, checkId: '../../v2', resultId: 'a?b#c' },
      NEVER,
    )
    expect(answer).toEqual({ kind: 'completed', value: { body: { any: 'thing' } } })
    expect(server.requests[0]?.path).toBe('/v1/check-results/..%2F..%2Fv2/a%3Fb%23c')
  })
})
