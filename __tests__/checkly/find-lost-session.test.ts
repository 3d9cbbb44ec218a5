import { describe, expect, onTestFinished, test } from 'vitest'
import { createChecklyClient } from '../../src/checkly/checkly-client.ts'
import { limitTime, monotonicClock } from '../../src/time/clock.ts'
import { startRawServer } from '../../testing/raw-server.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const LOCATION_ID = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'
const NAME = 'acme/shop · Deploy · main · run 42 · k3j9x0a1b2c3'
const HOUR_MS = 3_600_000

interface Scene {
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  aheadMs?: number
  /** How long before the request the session started by the server's clock, in milliseconds. */
  startedAgoMs?: number
  /** What the list says otherwise of the session; null: it lists none. */
  entry?: Record<string, unknown> | null
  /** What the list holds besides. Given the session's own entry. */
  listBesides?: (own: Record<string, unknown>) => unknown[]
  isPrivate?: boolean
}

/** Starts a session whose answer is lost, where the list of sessions is this. */
async function startLost(scene: Scene) {
  const { aheadMs = 0, startedAgoMs = 0, entry = {}, listBesides = () => [], isPrivate = false } = scene
  const server = await startRawServer((response, request) => {
    const now = Date.now() + aheadMs
    response.setHeader('date', new Date(now).toUTCString())
    if (request.method === 'POST') return void request.socket.destroy()
    const startedAt = new Date(now - startedAgoMs).toISOString()
    const listed = { id: ID, name: NAME, region: 'eu-west-1', privateLocationId: null, startedAt, ...entry }
    const body = request.url?.startsWith('/v1/test-sessions?')
      ? { length: 1, entries: entry === null ? [] : [listed, ...listBesides(listed)], nextId: null }
      : { testSessionId: ID, status: 'RUNNING', name: NAME }
    response.end(JSON.stringify(body))
  })
  const redact = (text: string): string => text
  const options = { apiUrl: server.url, apiKey: 'key', accountId: null, redact, trace: null }
  const client = createChecklyClient(options, (caller) => caller)
  onTestFinished(() => client.close())
  const { start } = await client.loadTestSessions()
  const answer = await start(
    {
      target: { checkIds: [], tags: [['preview']] },
      allowDeactivated: false,
      place: { code: isPrivate ? 'my-office' : 'eu-west-1', isPrivate },
      variables: [],
      name: NAME,
      nameToken: 'k3j9x0a1b2c3',
      retries: 0,
      refreshCache: false,
      metadata: {
        environment: null,
        repoUrl: null,
        commitId: null,
        commitOwner: null,
        commitMessage: null,
        branchName: null,
      },
    },
    limitTime(monotonicClock, 30_000),
  )
  return { answer, requests: server.requests }
}

const FOUND: Record<string, Scene> = {
  'beside entries that are odd': { listBesides: () => [null, 7, { id: 'x', name: NAME }, {}] },
  'that is listed twice': { listBesides: (own) => [own, { ...own, id: ID.toUpperCase() }] },
  'where the clock is right': {},
  'where the clock of this machine is an hour behind': { aheadMs: HOUR_MS },
  'where it is an hour ahead': { aheadMs: -HOUR_MS },
  // Nobody could try what the region of a private location is in the list.
  'in a private location that is listed by its slug': { isPrivate: true, entry: { region: 'my-office' } },
  'in a private location that is listed by its id': {
    isPrivate: true,
    entry: { region: 'private', privateLocationId: LOCATION_ID },
  },
}

const NOT_FOUND: Record<string, Scene> = {
  'that had started a minute before': { startedAgoMs: 60_000 },
  'the same, where the clock of this machine is an hour behind': { aheadMs: HOUR_MS, startedAgoMs: 60_000 },
  'the same, where it is an hour ahead': { aheadMs: -HOUR_MS, startedAgoMs: 60_000 },
  'whose start is not told': { entry: { startedAt: null } },
  'in another region': { entry: { region: 'us-east-1' } },
  'in a private location, where a region was asked for': { entry: { privateLocationId: LOCATION_ID } },
  'in a region, where a private location was asked for': { isPrivate: true },
  'of another name': { entry: { name: `${NAME}2` } },
  'that is not listed': { entry: null },
}

describe('a session whose start was lost', () => {
  test.each(Object.entries(FOUND))('is found %s', async (_what, scene) => {
    const { answer, requests } = await startLost(scene)
    expect(answer).toMatchObject({ kind: 'completed', value: [{ id: ID, name: NAME }] })
    expect(requests.map(({ path }) => path)).toEqual([
      '/v1/test-sessions/trigger',
      '/v1/test-sessions?textSearch=k3j9x0a1b2c3&limit=100',
      `/v1/test-sessions/${ID}`,
    ])
  })

  test('is looked for a few times, and never started again, and nothing else is taken for it', async () => {
    const played = await Promise.all(
      Object.entries(NOT_FOUND).map(async ([what, scene]) => ({ what, ...(await startLost(scene)) })),
    )
    for (const { what, answer, requests } of played) {
      const cause = answer.kind === 'refused' ? answer.cause : ''
      expect(cause, what).toContain('no session with its name can be found')
      expect(requests.map(({ path }) => path.split('?')[0])).toEqual([
        '/v1/test-sessions/trigger',
        ...Array.from({ length: 4 }, () => '/v1/test-sessions'),
      ])
    }
  })
})
