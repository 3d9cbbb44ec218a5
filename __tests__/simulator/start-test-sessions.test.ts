import { describe, expect, test } from 'vitest'
import type { CheckScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { JsonObject } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

const CHECKS: CheckScript[] = [
  { name: 'Login', tags: ['preview'], checkType: 'BROWSER' },
  {
    name: 'Orders API',
    tags: ['preview', 'api'],
    test: { url: '{{ENVIRONMENT_URL}}/orders', status: 'FAILED', durationMs: 60_000 },
  },
  { name: 'Flaky', tags: ['flaky'], test: { retries: 1 } },
  { name: 'Asleep', tags: ['asleep'], activated: false },
  { name: 'Regional', tags: ['regional'], testIn: { 'us-east-1': { status: 'FAILED' } } },
]

const REQUEST = { name: 'shop #42', runLocation: 'eu-central-1' }

function trigger(simulator: Simulator, fields: JsonObject = {}) {
  const body = JSON.stringify({ ...REQUEST, ...fields })
  return ask(simulator, '/v1/test-sessions/trigger', { method: 'POST', body })
}

/** Starts a test session, ends it and reads its results. */
async function run(simulator: Simulator, fields: JsonObject): Promise<string[]> {
  const started = await trigger(simulator, fields)
  expect(started).toMatchObject({ status: 201, json: { status: 'RUNNING' } })
  simulator.testSessions.end(String(started.json['testSessionId']))
  const { json } = await ask(simulator, `/v1/test-sessions/${started.json['testSessionId']}`)
  return (json['results'] as JsonObject[]).map(
    ({ name, resultType, status }) => `${name} ${resultType} ${status}`,
  )
}

test('a request starts one session of all checks that match, with its metadata', async () => {
  const simulator = await start({ checks: CHECKS })
  const metadata = { environment: 'preview', branchName: 'feature', commitId: null }
  const { status, json } = await trigger(simulator, { target: { matchTags: [['preview']] }, metadata })
  expect(status).toBe(201)
  expect(json).toMatchObject({ name: 'shop #42', status: 'RUNNING', metadata, stoppedAt: null })
  expect(json['results']).toMatchObject([
    { name: 'Login', checkType: 'BROWSER', resultType: 'PENDING', runLocation: 'eu-central-1' },
    { name: 'Orders API', checkType: 'API', checkId: simulator.checks.list()[1]?.id },
  ])
  expect(JSON.parse(simulator.log.entries[0]?.body ?? '')).toMatchObject(REQUEST)
})

test.each<[string, JsonObject, string[]]>([
  ['no filter at all', {}, ['Login', 'Orders API', 'Flaky', 'Regional']],
  ['a tag that must not be there', { target: { matchTags: [['preview', '!api']] } }, ['Login']],
  [
    'deactivated checks, when asked for',
    { target: { matchTags: [['asleep']], allowDeactivated: true } },
    ['Asleep'],
  ],
])('a request matches: %s', async (_title, fields, names) => {
  const { json } = await trigger(await start({ checks: CHECKS }), fields)
  expect((json['results'] as JsonObject[]).map(({ name }) => name)).toEqual(names)
})

describe('retries', () => {
  const fixed = { type: 'FIXED', maxRetries: 2, baseBackoffSeconds: 0 }

  test.each<[string, JsonObject | null, string[]]>([
    ['api', null, ['Orders API FINAL FAILED']],
    ['api', fixed, ['Orders API ATTEMPT FAILED', 'Orders API ATTEMPT FAILED', 'Orders API FINAL FAILED']],
    ['flaky', null, ['Flaky FINAL FAILED']],
    ['flaky', fixed, ['Flaky ATTEMPT FAILED', 'Flaky FINAL PASSED']],
    ['flaky', { type: 'SINGLE_RETRY' }, ['Flaky ATTEMPT FAILED', 'Flaky FINAL PASSED']],
  ])('of the checks tagged %s under %j', async (tag, retryStrategy, results) => {
    const simulator = await start({ checks: CHECKS })
    expect(await run(simulator, { target: { matchTags: [[tag]] }, retryStrategy })).toEqual(results)
  })

  test('wait 60 s each unless they are told not to', async () => {
    const simulator = await start({ checks: CHECKS })
    await trigger(simulator, { target: { matchTags: [['flaky']] }, retryStrategy: { type: 'FIXED' } })
    const [first, second] = simulator.testSessions.list()[0]?.plan.runs ?? []
    expect((second?.startMs ?? 0) - (first?.stopMs ?? 0)).toBe(60_000)
  })
})

test('a check may go differently in another place', async () => {
  const simulator = await start({ checks: CHECKS, privateLocations: [{ slugName: 'cellar' }] })
  const target = { matchTags: [['regional']] }
  expect(await run(simulator, { target, runLocation: 'us-east-1' })).toEqual(['Regional FINAL FAILED'])
  expect(await run(simulator, { target, runLocation: 'cellar' })).toEqual(['Regional FINAL PASSED'])
})

test('variables fill in the address that an API check calls', async () => {
  const simulator = await start({ checks: CHECKS })
  const environmentVariables = [
    { key: 'ENVIRONMENT_URL', value: 'https://pr-42.example.com' },
    { key: 'TOKEN', value: '', secret: true },
  ]
  const { json } = await trigger(simulator, { target: { matchTags: [['api']] }, environmentVariables })
  const id = String(json['testSessionId'])
  simulator.testSessions.end(id)
  const resultId = simulator.testSessions.get(id)?.plan.runs[0]?.resultId
  const details = await ask(simulator, `/v1/test-sessions/${id}/results/${resultId}`)
  expect(details.json['apiCheckResult']).toMatchObject({
    request: { url: 'https://pr-42.example.com/orders' },
  })
})

const LONG_LIST = Array.from({ length: 51 }, (_, index) => ({ key: `V${index}`, value: 'x' }))

test.each<[string, JsonObject]>([
  ['no name', { name: undefined }],
  ['an empty name', { name: '' }],
  ['no place', { runLocation: undefined }],
  ['several places', { runLocation: ['eu-central-1'] }],
  ['an unknown field', { matchTags: [['preview']] }],
  ['an unknown field of the target', { target: { tags: ['preview'] } }],
  ['tags that are not groups', { target: { matchTags: ['preview'] } }],
  ['an empty tag', { target: { matchTags: [['']] } }],
  ['an id that is none', { target: { checkId: ['preview'] } }],
  ['an empty plain value', { environmentVariables: [{ key: 'A', value: '' }] }],
  ['a plain value that is a number', { environmentVariables: [{ key: 'A', value: 1, secret: false }] }],
  ['a variable without a value', { environmentVariables: [{ key: 'A' }] }],
  ['a variable without a name', { environmentVariables: [{ key: '', value: 'x' }] }],
  ['more than 50 variables', { environmentVariables: LONG_LIST }],
  ['an empty environment', { metadata: { environment: '' } }],
  ['unknown metadata', { metadata: { author: 'me' } }],
  ['GitHub metadata that says nothing of reporting', { metadata: { github: { sha: 'abc' } } }],
  ['no retries as a number', { retryStrategy: { type: 'FIXED', maxRetries: 0 } }],
  ['eleven retries', { retryStrategy: { type: 'FIXED', maxRetries: 11 } }],
  ['an unknown kind of retry', { retryStrategy: { type: 'NO_RETRIES' } }],
])('a request with %s is refused', async (_title, fields) => {
  const simulator = await start({ checks: CHECKS })
  const reply = await trigger(simulator, fields)
  expect(reply.json).toEqual({ statusCode: 400, error: 'Bad Request', message: expect.any(String) })
  expect(simulator.testSessions.list()).toHaveLength(0)
})

test.each<[string, JsonObject]>([
  ['a plain value that is null', { environmentVariables: [{ key: 'A', value: null }] }],
  ['50 variables', { environmentVariables: LONG_LIST.slice(1) }],
  ['no retries', { retryStrategy: null }],
])('a request with %s is accepted', async (_title, fields) => {
  expect((await trigger(await start({ checks: CHECKS }), fields)).status).toBe(201)
})

describe('where nobody could try what the API does', () => {
  const nothing = { target: { matchTags: [['nothing']] } }

  test('a request that matches nothing is answered in one of three ways', async () => {
    const simulator = await start({ checks: CHECKS })
    expect(await trigger(simulator, nothing)).toMatchObject({ status: 404, json: { statusCode: 404 } })
    simulator.testSessionRules.noMatch = 403
    expect(await trigger(simulator, nothing)).toMatchObject({
      status: 403,
      json: { errorCode: 'ERR_NO_MATCHING_CHECKS' },
    })
    simulator.testSessionRules.noMatch = 201
    expect(await trigger(simulator, nothing)).toMatchObject({ status: 201, json: { results: [] } })
  })

  test.each([400, 404] as const)('an unknown place may be a %i', async (unknownPlace) => {
    const simulator = await start({ checks: CHECKS, testSessionRules: { unknownPlace } })
    expect((await trigger(simulator, { runLocation: 'atlantis' })).status).toBe(unknownPlace)
  })
})

test('sessions that a request starts behave as the rules say', async () => {
  const simulator = await start({
    checks: CHECKS,
    testSessionRules: { behaviour: { pending: 'none', status: 'MELTED' } },
  })
  const { json } = await trigger(simulator)
  expect(json['results']).toEqual([])
  simulator.testSessions.end(String(json['testSessionId']))
  expect(simulator.testSessions.list()[0]?.status).toBe('MELTED')
})

test('the answer of a request can be lost after the session has started', async () => {
  const simulator = await start({
    checks: CHECKS,
    faults: [{ route: 'test-trigger', times: 1, behaviour: { kind: 'lose-answer' } }],
  })
  expect(await trigger(simulator)).toMatchObject({ status: null, error: 'ECONNRESET' })
  expect(simulator.testSessions.list()).toHaveLength(1)
})

describe('the list of test sessions', () => {
  const list = async (simulator: Simulator, query: string) => {
    const { status, json } = await ask(simulator, `/v1/test-sessions?${query}`)
    return { status, json, entries: (json['entries'] ?? []) as JsonObject[] }
  }

  test('finds sessions by their text, the newest first, foreign ones too', async () => {
    const simulator = await start({ checks: CHECKS, privateLocations: [{ slugName: 'cellar' }] })
    const name = 'shop / preview #42 [k3f9]'
    await trigger(simulator, { name, target: { matchTags: [['api']] }, metadata: { branchName: 'b' } })
    simulator.testSessions.add({
      name,
      startedAgoMs: 86_400_000,
      checks: [{ status: 'FAILED' }],
      provider: 'TRIGGER',
    })
    simulator.testSessions.add({ name, location: 'cellar', startedAgoMs: 2000 })
    simulator.testSessions.add({ name: 'something else' })
    const { json, entries } = await list(simulator, `textSearch=${encodeURIComponent('[K3F9]')}`)
    expect(json).toMatchObject({ length: 3, nextId: null })
    expect(entries.map(({ region, status, provider }) => [region, status, provider])).toEqual([
      ['eu-central-1', 'RUNNING', 'API'],
      ['cellar', 'PASSED', 'API'],
      ['eu-central-1', 'FAILED', 'TRIGGER'],
    ])
    expect(entries[0]).toMatchObject({ name, branchName: 'b', privateLocationId: null, stoppedAt: null })
    expect(entries[1]).toMatchObject({ privateLocationId: expect.any(String) })
    // The lists hold sequence ids.
    const [run] = simulator.testSessions.list()[0]?.plan.runs ?? []
    expect(entries[0]).toMatchObject({ running: [run?.sequenceId], failed: [] })
  })

  test('can be cut into pages and by time', async () => {
    const ages = [1000, 60_000, 120_000]
    const simulator = await start({
      testSessions: ages.map((startedAgoMs) => ({ startedAgoMs, checks: [{ durationMs: 50_000 }] })),
    })
    const first = await list(simulator, 'limit=2')
    expect(first.entries).toHaveLength(2)
    const second = await list(simulator, `limit=2&nextId=${first.json['nextId']}`)
    expect(second.json).toMatchObject({ length: 1, nextId: null })
    const from = Math.floor(Date.now() / 1000) - 90
    expect((await list(simulator, `from=${from}`)).entries).toHaveLength(2)
    expect((await list(simulator, `to=${from}`)).entries).toHaveLength(1)
    for (const query of ['statuses=RUNNING,FAILED', 'statuses=RUNNING&statuses=FAILED', 'statuses[]=RUNNING'])
      expect((await list(simulator, query)).entries).toHaveLength(1)
  })

  test.each([
    `textSearch=${'x'.repeat(201)}`,
    'textSearch=ab',
    'limit=101',
    'limit=0',
    'nextId=2',
    'statuses=DEGRADED',
    'from=yesterday',
    'text=shop',
  ])('refuses %s', async (query) => {
    expect((await list(await start(), query)).status).toBe(400)
  })
})
