import { describe, expect } from 'vitest'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import { CHECKS, LOGIN, listStarts, ORDERS, PREVIEW, writeDeployment } from './preview.ts'
import { listErrors, runGate, runStep, showText, test } from './support.ts'

test.concurrent('a start of test sessions sends what it has to, and nothing else', async ({ startApi }) => {
  const api = await startApi({ checks: CHECKS })
  const run = await runGate(api, PREVIEW)
  expect(run.code).toBe(0)
  expect(listStarts(api)).toEqual([
    {
      name: expect.stringMatching(/^Checkly Gate · [0-9a-z]{12}$/),
      runLocation: 'eu-central-1',
      target: { matchTags: [['preview']], allowDeactivated: false },
      retryStrategy: null,
      refreshCache: false,
    },
  ])
  expect(api.log.entries[0]).toMatchObject({
    method: 'POST',
    path: '/v1/test-sessions/trigger',
    headers: { 'content-type': 'application/json', 'x-checkly-account': api.accountId, connection: 'close' },
  })
  // No check session is started beside it, which would wake somebody.
  expect(api.sessions.list()).toEqual([])
})

test.concurrent('its outputs are of a test session', async ({ startApi }) => {
  const api = await startApi({ checks: CHECKS })
  const { outputs } = await runStep(api, PREVIEW)
  const [id = ''] = api.testSessions.list().map(({ plan }) => plan.id)
  expect(outputs).toMatchObject({
    outcome: 'passed',
    passed: 'true',
    status: 'PASSED',
    'session-type': 'test',
    'test-session-ids': JSON.stringify([id]),
    'check-session-ids': '[]',
    'sessions-total': '1',
    'sessions-passed': '1',
    'results-total': '2',
    'results-passed': '2',
  })
  expect(outputs['session-link']).toMatch(new RegExp(`^https://.*${id}$`))
  expect(Number(outputs['time-elapsed'])).toBeGreaterThan(0)
  const [session, ...others] = JSON.parse(outputs['sessions'] ?? '')
  expect(others).toEqual([])
  expect(session).toMatchObject({ testSessionId: id, status: 'PASSED' })
  expect(session).not.toHaveProperty('results')
  expect(JSON.parse(outputs['results'] ?? '')).toMatchObject([
    { testSessionId: id, checkId: LOGIN, name: 'Login' },
    { testSessionId: id, checkId: ORDERS, name: 'Orders API' },
  ])
})

describe('the log', () => {
  test.concurrent('says before a start what it is, and afterwards how much may run', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS, privateLocations: [{ slugName: 'my-office' }] })
    const run = await runStep(api, {
      ...PREVIEW,
      location: 'eu-west-1',
      'private-location': 'my-office',
      retries: '1',
      env: 'A=x',
      'secret-env': 'TOKEN=correct horse',
    })
    const said = run.lines.findIndex((line) => line.startsWith('Starting a test session in each of'))
    expect(run.lines[said]).toBe(
      'Starting a test session in each of eu-west-1, my-office (private); a failed check is run again up to 1 time; ' +
        '2 variables: A, TOKEN; nobody is alerted.',
    )
    const group = run.lines.findIndex((line) => line.startsWith('::group::Started 2 test sessions'))
    expect(group).toBeGreaterThan(said)
    expect(run.lines[group]).toContain('at most 8 runs: 2 checks in 2 locations, each up to 2 times')
  })

  test.concurrent('names the location that was not given, and one that was given is not talked about', async ({
    startApi,
  }) => {
    const api = await startApi({ checks: CHECKS })
    const note = 'No location is given: the checks run in eu-central-1.'
    expect((await runStep(api, PREVIEW)).lines).toContain(note)
    expect((await runStep(api, { ...PREVIEW, location: 'eu-west-1' })).lines).not.toContain(note)
  })
})

const CASES: [inputs: Record<string, string>, sent: object, started: string[]][] = [
  [
    { tags: '', 'check-id': `${ORDERS.toUpperCase()}\n${LOGIN}` },
    { target: { checkId: [ORDERS, LOGIN], allowDeactivated: false } },
    ['Login', 'Orders API'],
  ],
  [
    { tags: 'preview, !critical\nflaky', retries: '10' },
    {
      target: { matchTags: [['preview', '!critical'], ['flaky']], allowDeactivated: false },
      // Without a base of 0 each retry would wait for a minute.
      retryStrategy: { type: 'FIXED', maxRetries: 10, baseBackoffSeconds: 0, sameRegion: true },
    },
    ['Orders API', 'Flaky'],
  ],
  [
    { tags: 'asleep', 'allow-deactivated': 'true' },
    { target: { matchTags: [['asleep']], allowDeactivated: true } },
    ['Asleep'],
  ],
  [{ 'refresh-cache': 'true' }, { refreshCache: true }, ['Login', 'Orders API']],
  [
    { 'test-session-name': 'Preview of #7', environment: 'preview' },
    { name: 'Preview of #7', metadata: { environment: 'preview' } },
    ['Login', 'Orders API'],
  ],
  [{ location: 'us-east-1' }, { runLocation: 'us-east-1' }, ['Login', 'Orders API']],
  [{ 'private-location': 'my-office' }, { runLocation: 'my-office' }, ['Login', 'Orders API']],
]

test.concurrent.for(CASES)('%j sends %j', async ([inputs, sent, started], { startApi }) => {
  const api = await startApi({ checks: CHECKS, privateLocations: [{ slugName: 'my-office' }] })
  const run = await runStep(api, { ...PREVIEW, ...inputs })
  expect(listStarts(api)).toMatchObject([sent])
  expect(run.outputs).toMatchObject({ outcome: 'passed', 'results-total': String(started.length) })
  const names = JSON.parse(run.outputs['results'] ?? '')
    .filter(({ resultType }: { resultType: string }) => resultType === 'FINAL')
    .map(({ name }: { name: string }) => name)
  expect(names).toEqual(started)
  expect(run.outputs['results-retried']).toBe('retries' in inputs ? '1' : '0')
})

test.concurrent('a session is started in each location, once, and the outputs have them in that order', async ({
  startApi,
}) => {
  const api = await startApi({
    checks: CHECKS,
    // The first is answered last.
    faults: [{ route: 'test-trigger', nth: 1, behaviour: { kind: 'delay', ms: 500 } }],
  })
  const run = await runStep(api, { ...PREVIEW, location: 'us-east-1, EU-West-1\nus-east-1 eu-central-1' })
  const places = ['us-east-1', 'eu-west-1', 'eu-central-1']
  expect(
    listStarts(api)
      .map(({ runLocation }) => runLocation)
      .sort(),
  ).toEqual([...places].sort())
  const idIn = (place: string): string =>
    api.testSessions.list().find(({ plan }) => plan.location === place)?.plan.id ?? ''
  expect(JSON.parse(run.outputs['test-session-ids'] ?? '')).toEqual(places.map(idIn))
  expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-passed': '3', 'results-passed': '6' })
  expect(listErrors(run)).toEqual([])
  expect(run.stdout).toMatch(/^✓ All 2 checks passed after /m)
})

describe('what does not go together is refused before any request', () => {
  const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
  const TEST_ONLY: Record<string, string> = {
    location: 'eu-west-1',
    'private-location': 'my-office',
    env: 'A=b',
    'secret-env': 'A=correct horse',
    'env-file': '.env',
    'environment-url': 'https://pr-7.example.com',
    'test-session-name': 'Preview',
    environment: 'preview',
    retries: '0',
    'allow-deactivated': 'true',
  }
  const only = Object.entries(TEST_ONLY)
  const cases: [inputs: Record<string, string>, says: string][] = [
    ...only.map(([name, value]): [Record<string, string>, string] => [
      { tags: 'preview', [name]: value },
      `Input ${name} is only for test sessions that the step starts; give session-type: test as well`,
    ]),
    ...only.map(([name, value]): [Record<string, string>, string] => [
      { 'check-session-id': ID, [name]: value },
      `Input ${name} is only for test sessions that the step starts; sessions given by check-session-id run already`,
    ]),
    ...only
      .filter(([name]) => name !== 'environment-url')
      .map(([name, value]): [Record<string, string>, string] => [
        { 'test-session-id': ID, [name]: value },
        `Input ${name} is only for test sessions that the step starts; sessions given by test-session-id run already`,
      ]),
    [{ 'session-type': 'test', 'check-session-id': ID }, 'Input session-type: "test" contradicts'],
    [{ 'session-type': 'check', 'test-session-id': ID }, 'Input session-type: "check" contradicts'],
    [{ 'session-type': 'preview', tags: 'a' }, 'Input session-type: "preview"'],
    [{ 'check-session-id': ID, 'test-session-id': ID }, 'Both check-session-id and test-session-id'],
    [{ ...PREVIEW, 'check-id': ID }, 'Both check-id and tags'],
    [{ 'test-session-id': ID, tags: 'preview' }, 'Both test-session-id and tags'],
    [{ 'test-session-id': ID, detach: 'true' }, 'Input detach: "true"'],
    [{ 'test-session-id': ID, 'refresh-cache': 'true' }, 'Input refresh-cache: "true"'],
    [{ 'test-session-id': ID, 'fail-on-no-matching': 'false' }, 'Input fail-on-no-matching: "false"'],
    [{ 'session-type': 'test' }, 'No sessions are chosen'],
    [{ ...PREVIEW, tags: ' \n ' }, 'No sessions are chosen'],
    [{ 'test-session-id': `${ID} nope` }, '"nope" is not one'],
    [{ ...PREVIEW, retries: '11' }, 'Input retries: "11"'],
    [{ ...PREVIEW, location: 'Frankfurt am Main!' }, 'Input location: "Frankfurt am Main!"'],
    [{ ...PREVIEW, env: 'A=' }, 'A, has none'],
  ]
  test.concurrent.for(cases)('%j: %s', async ([inputs, says], { startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, inputs)
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'error', 'test-session-ids': '[]' })
    expect(listErrors(run)).toEqual([expect.stringContaining(says)])
    expect(api.log.entries).toEqual([])
  })
})

describe('environment-url with test sessions that run already', () => {
  test.concurrent.for([
    ['is shown', { 'environment-url': 'https://pr-7.example.com/shop' }],
    ['of the event is shown', {}],
  ] as const)('%s and not sent', async ([, inputs], { startApi, folder }) => {
    const session = buildTestSession({ ended: true })
    const api = await startApi({ testSessions: [session] })
    const env = writeDeployment(folder, 'https://pr-7.example.com/shop')
    const run = await runStep(api, { 'test-session-id': session.id, ...inputs }, { env })
    expect(run.outputs['outcome']).toBe('passed')
    expect(showText(run.summary)).toContain('https://pr-7.example.com/shop')
    expect(listStarts(api)).toEqual([])
  })
})
