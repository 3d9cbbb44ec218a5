import { expect, test } from 'vitest'
import { buildRetries, buildRun, buildSession } from '../../simulator/build-session.ts'
import { CHECK_TYPES, type JsonObject } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

/** What the check results API says of the runs of a session that has ended. */
async function readResults(options: Parameters<typeof buildSession>[0]): Promise<JsonObject[]> {
  const session = buildSession({ ended: true, ...options })
  const simulator = await start({ sessions: [session] })
  const runs = simulator.sessions.get(session.id)?.plan.runs ?? []
  const paths = runs.map((run) => `/v1/check-results/${session.checkId}/${run.resultId}`)
  return Promise.all(paths.map(async (path) => (await ask(simulator, path)).json))
}

const FIELDS: Record<string, [field: string, reason: RegExp]> = {
  API: ['apiCheckResult', /expected 503 to equal 200/],
  BROWSER: ['browserCheckResult', /toBeVisible.*checkout\.spec\.ts:23/],
  MULTI_STEP: ['multiStepCheckResult', /502 Bad Gateway/],
  PLAYWRIGHT: ['playwrightCheckResult', /\\u001b\[31m.*Call log:\\n/],
  AGENTIC: ['agenticCheckResult', /"passed":false,"expected":"an order number"/],
  TRACEROUTE: ['tracerouteCheckResult', /"destinationReached":false/],
  GRPC: ['grpcCheckResult', /"grpcStatusCode":14/],
  SSL: ['sslCheckResult', /"failureCategory":"CERT_EXPIRED"/],
}

test.each(CHECK_TYPES)(
  'a failed %s run has the field that the contract names, and says why',
  async (checkType) => {
    const [failed] = await readResults({ checkType, status: 'FAILED' })
    const [passed] = await readResults({ checkType })
    const [field, reason] = FIELDS[checkType] ?? []
    const fields = Object.keys(failed ?? {}).filter((key) => key.endsWith('CheckResult'))
    expect(fields).toEqual(field === undefined ? [] : [field])
    if (reason === undefined) return
    expect(JSON.stringify(failed)).toMatch(reason)
    expect(JSON.stringify(passed)).not.toMatch(reason)
  },
)

test('a broken API run has a request error and no assertions', async () => {
  const [result] = await readResults({ locations: { 'eu-west-1': [buildRun('ERRORED')] } })
  expect(result?.['apiCheckResult']).toMatchObject({
    requestError: expect.stringContaining('ECONNREFUSED'),
    assertions: null,
  })
})

test('attempts are told from the final run', async () => {
  const results = await readResults({
    locations: { 'eu-west-1': buildRetries(1, 'PASSED', { durationMs: 300 }) },
  })
  expect(results).toMatchObject([
    { resultType: 'ATTEMPT', attempts: 0, hasFailures: true },
    { resultType: 'FINAL', attempts: 1, hasFailures: false },
  ])
  expect(results[0]?.['sequenceId']).toBe(results[1]?.['sequenceId'])
})

test('details can be scripted, and be missing', async () => {
  const details = { apiCheckResult: { requestError: 'getaddrinfo ENOTFOUND shop.example.com' } }
  const locations = {
    'eu-west-1': [{ hasErrors: true, details }],
    'us-east-1': [{ hasErrors: true, details: null }],
  }
  expect(await readResults({ locations })).toMatchObject([details, { statusCode: 404 }])
})

test('a run that is under way has no result yet, and another check does not have it', async () => {
  const session = buildSession({ durationMs: 'manual' })
  const simulator = await start({ sessions: [session] })
  const resultId = simulator.sessions.get(session.id)?.plan.runs[0]?.resultId
  const statusOf = async (checkId: string) =>
    (await ask(simulator, `/v1/check-results/${checkId}/${resultId}`)).status
  expect(await statusOf(session.checkId)).toBe(404)
  simulator.sessions.end(session.id)
  expect(await statusOf(session.checkId)).toBe(200)
  expect(await statusOf(session.id)).toBe(404)
})
