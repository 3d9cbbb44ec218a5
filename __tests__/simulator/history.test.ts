import { describe, expect, test } from 'vitest'
import { buildRetries, buildSession } from '../../simulator/build-session.ts'
import { LOCATION_CANARIES } from '../../simulator/locations.ts'
import type { PastResultScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { JsonObject } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

const MINUTE_MS = 60_000
const SESSION = buildSession({ name: 'Orders API', status: 'FAILED', ended: true })
const CHECK_ID = SESSION.checkId

const RESULTS: PastResultScript[] = [
  { agoMs: 4 * MINUTE_MS },
  { agoMs: 9 * MINUTE_MS, status: 'FAILED', location: 'us-east-1' },
  { agoMs: 10 * MINUTE_MS, resultType: 'ATTEMPT', hasFailures: true },
]

async function list(simulator: Simulator, query = '') {
  const { status, json } = await ask(simulator, `/v2/check-results/${CHECK_ID}?${query}`)
  return { status, json, entries: (json['entries'] ?? []) as JsonObject[] }
}

const startWithHistory = () =>
  start({ sessions: [SESSION], history: [{ checkId: CHECK_ID, name: 'Orders API', results: RESULTS }] })

describe('the history of a check', () => {
  test('has final results, the newest first, and those of sessions that have just ended', async () => {
    const { json, entries } = await list(await startWithHistory())
    expect(json).toMatchObject({ length: 3, nextId: null })
    expect(entries.map(({ hasFailures, runLocation }) => [hasFailures, runLocation])).toEqual([
      [true, 'eu-west-1'],
      [false, 'eu-west-1'],
      [true, 'us-east-1'],
    ])
    expect(entries[0]).toMatchObject({ apiCheckResult: expect.any(Object), name: 'Orders API' })
  })

  test('ends before a moment in UNIX seconds', async () => {
    const to = Math.floor(Date.now() / 1000) - 60
    const { entries } = await list(await startWithHistory(), `to=${to}`)
    expect(entries.map(({ hasFailures }) => hasFailures)).toEqual([false, true])
  })

  test.each([
    ['resultType=ALL', 4],
    ['resultType=ATTEMPT', 1],
    ['location=us-east-1', 1],
    ['hasFailures=true', 2],
    ['checkType=API', 3],
    ['checkType=BROWSER', 0],
    ['limit=1', 1],
    ['from=1', 3],
  ])('can be asked for with %s', async (query, count) => {
    expect((await list(await startWithHistory(), query)).entries).toHaveLength(count)
  })

  test('is cut to the fields that are named', async () => {
    const { entries } = await list(await startWithHistory(), 'limit=1&fields=id,hasFailures,createdAt')
    expect(entries).toEqual([{ id: expect.any(String), hasFailures: true, createdAt: expect.any(String) }])
  })

  test('comes in pages', async () => {
    const simulator = await startWithHistory()
    const first = await list(simulator, 'limit=2')
    const second = await list(simulator, `limit=2&nextId=${first.json['nextId']}`)
    expect([first.entries.length, second.entries.length, second.json['nextId']]).toEqual([2, 1, null])
  })

  test('of an unknown check is empty', async () => {
    const { status, json } = await ask(
      await startWithHistory(),
      '/v2/check-results/00000000-0000-4000-8000-000000000000',
    )
    expect([status, json['entries']]).toEqual([200, []])
  })

  test.each(['limit=101', 'fields=id,secret', 'to=now', 'resultType=LAST', 'since=1'])(
    'cannot be asked for with %s',
    async (query) => {
      expect((await list(await startWithHistory(), query)).status).toBe(400)
    },
  )

  test('has error groups that tell since when an error is known', async () => {
    const errorGroup = { message: 'no answer', firstSeenAgoMs: 60 * MINUTE_MS }
    const results = [{ agoMs: MINUTE_MS, status: 'FAILED' as const, errorGroup }]
    const simulator = await start({ history: [{ checkId: CHECK_ID, results }] })
    const { entries } = await list(simulator)
    const [groupId] = (entries[0]?.['errorGroupIds'] ?? []) as string[]
    const { json } = await ask(simulator, `/v1/error-groups/${groupId}`)
    expect(json).toMatchObject({ id: groupId, checkId: CHECK_ID, cleanedErrorMessage: 'no answer' })
    const agoMs = Date.parse(String(entries[0]?.['stoppedAt'])) - Date.parse(String(json['firstSeen']))
    expect(agoMs).toBe(60 * MINUTE_MS)
    expect((await ask(simulator, `/v1/error-groups/${CHECK_ID}`)).status).toBe(404)
  })
})

test('a past result has details under its id', async () => {
  const simulator = await startWithHistory()
  const { entries } = await list(simulator, 'location=us-east-1')
  const { status, json } = await ask(simulator, `/v1/check-results/${CHECK_ID}/${entries[0]?.['id']}`)
  expect([status, json['id'], json['hasFailures']]).toEqual([200, entries[0]?.['id'], true])
})

test('attempts of a session are in its history too', async () => {
  const session = buildSession({ locations: { 'eu-west-1': buildRetries(2) }, ended: true })
  const simulator = await start({ sessions: [session] })
  const { json } = await ask(simulator, `/v2/check-results/${session.checkId}?resultType=ALL`)
  expect(json['length']).toBe(3)
})

test('public locations are listed', async () => {
  const { text } = await ask(await start(), '/v1/locations')
  expect(JSON.parse(text)).toContainEqual({ region: 'eu-central-1', name: 'Frankfurt' })
})

test('private locations are listed with what nobody may see', async () => {
  const simulator = await start({
    privateLocations: [{ slugName: 'cellar', agentCount: 0, lastSeenAgoMs: null }, { slugName: 'attic' }],
  })
  const { text } = await ask(simulator, '/v1/private-locations')
  expect(JSON.parse(text)).toMatchObject([
    { slugName: 'cellar', agentCount: 0, lastSeen: null },
    { slugName: 'attic', agentCount: 1, lastSeen: expect.any(String) },
  ])
  for (const canary of Object.values(LOCATION_CANARIES)) expect(text).toContain(canary)
})
