import { describe, expect } from 'vitest'
import type { FaultDescription } from '../../simulator/fault-description.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { CHECKS, listStarts, NOBODY, PREVIEW } from './preview.ts'
import { listErrors, runGate, runStep, test } from './support.ts'

const OFFICE = { slugName: 'my-office' }

/** Refuses a start in these places with this status and message; others go on as they are. */
const refuseIn = (refusals: Record<string, [status: number, message: string]>): FaultRule => ({
  route: 'test-trigger',
  behaviour: async function refuse({ answer, entry, send }) {
    const [status, message] = refusals[JSON.parse(entry.body).runLocation] ?? []
    if (status === undefined) send(await answer())
    else send({ status, body: { statusCode: status, error: 'Refused', message: message ?? '' } })
  },
})

describe('several locations, and one start is refused', () => {
  const faults = [refuseIn({ 'us-east-1': [400, 'Not in this region'] })]

  test.concurrent.for([
    ['the others passed: error', 'preview', 'error', '1'],
    ['one of the others failed: failed', 'preview\nbroken', 'failed', '0'],
  ] as const)('%s', async ([, tags, outcome, passed], { startApi }) => {
    const api = await startApi({ checks: CHECKS, faults })
    const inputs = { ...PREVIEW, tags, location: 'eu-central-1 us-east-1' }
    const run = await runStep(api, inputs)
    expect(run.code).toBe(1)
    // What was started is awaited all the same.
    expect(run.outputs).toMatchObject({ outcome, 'sessions-total': '1', 'sessions-passed': passed })
    expect(run.stdout).toMatch(/^::warning::No session could be started in us-east-1: .*Not in this region/m)
    expect(listErrors(run)).toEqual([
      expect.stringMatching(/in us-east-1: the API answered 400: Not in this region/),
    ])
    expect(listStarts(api)).toHaveLength(2)
  })

  test.concurrent('detached, it is an error, and the outputs have what was started', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS, faults })
    const run = await runStep(api, { ...PREVIEW, location: 'eu-central-1 us-east-1', detach: 'true' })
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error', 'sessions-total': '1' } })
    expect(JSON.parse(run.outputs['test-session-ids'] ?? '')).toHaveLength(1)
  })

  test.concurrent('and all of them: error, with every reason', async ({ startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [refuseIn({ 'us-east-1': [400, 'Not in this region'], 'eu-west-1': [402, 'Upgrade'] })],
    })
    const run = await runStep(api, { ...PREVIEW, location: 'eu-west-1 us-east-1' })
    expect(run.outputs).toMatchObject({ outcome: 'error', 'test-session-ids': '[]', 'session-type': 'test' })
    const [error = '', ...others] = listErrors(run)
    expect(others).toEqual([])
    expect(error).toMatch(
      /in eu-west-1: the API answered 402: Upgrade.*in us-east-1: .*400: Not in this region/,
    )
  })
})

// Nobody could try what the API answers where a place is not known: the simulator plays both.
describe.each([400, 404] as const)('an unknown place, which the API answers with %i', (unknownPlace) => {
  test.concurrent.for([
    ['location', 'eu-nowhere-1', 'eu-central-1'],
    ['private-location', 'my-offiec', 'my-office'],
  ] as const)('in %s is an error that is not tolerated', async ([input, place, known], { startApi }) => {
    const api = await startApi({ checks: CHECKS, privateLocations: [OFFICE] })
    api.testSessionRules.unknownPlace = unknownPlace
    const run = await runStep(api, { ...PREVIEW, [input]: place, 'fail-on-no-matching': 'false' })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'error', 'test-session-ids': '[]' })
    const [error = ''] = listErrors(run)
    expect(error).toContain(`${place} is not a location of this account`)
    expect(error).toContain(input === 'location' ? 'location' : 'private-location')
    if (unknownPlace === 404) expect(error).toContain(known)
  })

  test.concurrent('beside a known one is an error, and the known one is awaited', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    api.testSessionRules.unknownPlace = unknownPlace
    const run = await runStep(api, { ...PREVIEW, location: 'eu-west-1 eu-nowhere-1' })
    expect(run.outputs).toMatchObject({ outcome: 'error', 'sessions-passed': '1' })
    expect(listErrors(run)).toEqual([expect.stringContaining('eu-nowhere-1')])
  })
})

// Nor what it answers where no check matches.
describe.each([404, 403, 201] as const)(
  'no match in a known place, which the API answers with %i',
  (noMatch) => {
    // A session without a result takes its time.
    const runOne = noMatch === 201 ? runGate : runStep
    test.concurrent.for([
      ['tags', { tags: 'nobody' }],
      ['check-id', { tags: '', 'check-id': NOBODY }],
    ] as const)('by %s', async ([, chosen], { startApi }) => {
      for (const failing of ['true', 'false']) {
        const api = await startApi({ checks: CHECKS, privateLocations: [OFFICE] })
        api.testSessionRules.noMatch = noMatch
        const run = await runOne(api, {
          ...PREVIEW,
          ...chosen,
          'fail-on-no-matching': failing,
          timeout: '3',
        })
        // A session that never has a result is never green, whatever is tolerated.
        const isSession = noMatch === 201
        const passes = failing === 'false' && !isSession
        expect(run.outputs['outcome']).toBe(isSession ? 'error' : 'no-match')
        expect(run.code).toBe(passes ? 0 : 1)
        expect(run.outputs['passed']).toBe('false')
        expect(listErrors(run)).toHaveLength(passes ? 0 : 1)
        if (!isSession) expect(run.stdout).toMatch(/No active check matches .*, so nothing was started/)
      }
    })

    test.concurrent('that is private', async ({ startApi }) => {
      const api = await startApi({ checks: CHECKS, privateLocations: [OFFICE] })
      api.testSessionRules.noMatch = noMatch
      const inputs = { ...PREVIEW, tags: 'nobody', 'private-location': 'my-office', timeout: '3' }
      const run = await runOne(api, { ...inputs, 'fail-on-no-matching': 'false' })
      expect(run.outputs['outcome']).toBe(noMatch === 201 ? 'error' : 'no-match')
    })
  },
)

describe('a 404 is not tolerated', () => {
  const LOOKUPS: [what: string, behaviour: FaultDescription][] = [
    ['may not be looked up', { kind: 'respond', status: 403 }],
    ['are not told as documented', { kind: 'respond', status: 200, json: { locations: [] } }],
    ['are looked up in vain', { kind: 'respond', status: 500 }],
  ]
  test.concurrent.for(LOOKUPS)('where the locations %s', async ([, behaviour], { startApi }) => {
    for (const inputs of [{}, { 'private-location': 'my-office' }]) {
      const api = await startApi({
        checks: CHECKS,
        privateLocations: [OFFICE],
        faults: [{ route: ['locations', 'private-locations'], behaviour }],
      })
      const run = await runStep(api, {
        ...PREVIEW,
        tags: 'nobody',
        'fail-on-no-matching': 'false',
        timeout: '3',
        ...inputs,
      })
      expect(run.code).toBe(1)
      expect(run.outputs['outcome']).toBe('error')
      expect(listErrors(run)).toEqual([expect.stringContaining('the locations could not be looked up')])
    }
  })

  test.concurrent.for<[what: string, behaviour: FaultDescription]>([
    ['a 503', { kind: 'respond', status: 503 }],
    ['a 429', { kind: 'respond', status: 429, headers: { 'retry-after': '1' } }],
    ['a connection that breaks', { kind: 'drop' }],
  ])('but %s is a hiccup, behind which it is tolerated', async ([, behaviour], { startApi }) => {
    for (const inputs of [{}, { 'private-location': 'my-office' }, { 'session-type': 'check' }]) {
      const faults = [{ route: ['locations', 'private-locations'] as const, times: 1, behaviour }]
      const api = await startApi({ checks: CHECKS, privateLocations: [OFFICE], faults })
      const run = await runStep(api, {
        ...PREVIEW,
        tags: 'nobody',
        'fail-on-no-matching': 'false',
        ...inputs,
      })
      expect(run).toMatchObject({ code: 0, outputs: { outcome: 'no-match' } })
      expect(api.log.filter(({ route }) => route.endsWith('locations'))).toHaveLength(2)
    }
  })

  test.concurrent.for([
    ['a page of something in between', { text: '<html>Not Found</html>', contentType: 'text/html' }],
    ["a gateway's message", { json: { message: 'no Route matched with those values' } }],
  ] as const)('that is %s', async ([, body], { startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [{ route: 'test-trigger', behaviour: { kind: 'respond', status: 404, ...body } }],
    })
    const run = await runStep(api, { ...PREVIEW, 'fail-on-no-matching': 'false' })
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([expect.stringContaining('check api-url')])
  })
})

test.concurrent('one of the checks asked for by id that is not there is missed at the end, in every location', async ({
  startApi,
}) => {
  const api = await startApi({ checks: CHECKS })
  const [login] = api.checks.list()
  const inputs = { 'session-type': 'test', 'check-id': `${login?.id} ${NOBODY}`, timeout: '3' }
  const run = await runStep(api, { ...inputs, location: 'eu-west-1 us-east-1' })
  expect(run.outputs).toMatchObject({ outcome: 'error', 'sessions-unfinished': '2', 'results-passed': '2' })
  expect(listErrors(run)).toEqual([expect.stringContaining(`it has no result of check ${NOBODY}`)])
})

describe('a start that is refused says what to do', () => {
  test.concurrent.for([
    [402, 'Upgrade your plan', /402: Upgrade your plan.*plan does not cover/],
    [403, 'Forbidden', /403: Forbidden\. .*"Read & Run"/],
    [401, 'Unauthorized', /401: .*check api-key/],
    [400, '"name" is not allowed', /400: "name" is not allowed\. Check location, private-location/],
  ] as const)('%i', async ([status, message, says], { startApi }) => {
    const json = { statusCode: status, error: 'Refused', message }
    const faults = [{ route: 'test-trigger', behaviour: { kind: 'respond', status, json } } as const]
    const api = await startApi({ checks: CHECKS, faults })
    const run = await runStep(api, { ...PREVIEW, 'fail-on-no-matching': 'false' })
    expect(run.outputs).toMatchObject({ outcome: 'error', 'test-session-ids': '[]' })
    expect(listErrors(run)).toEqual([expect.stringMatching(says)])
    expect(api.log.entries).toHaveLength(1)
  })
})
