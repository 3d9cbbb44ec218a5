import { describe, expect } from 'vitest'
import { endConnection } from '../../simulator/fault-behaviours.ts'
import type { FaultDescription } from '../../simulator/fault-description.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import type { TestSessionScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import { CHECKS, listStarts, PREVIEW } from './preview.ts'
import { listErrors, runGate, runStep, test } from './support.ts'

const LOST: FaultRule = { route: 'test-trigger', behaviour: { kind: 'lose-answer' } }

function listSearches(api: Simulator) {
  return api.log.filter(({ route }) => route === 'test-sessions')
}

/** The name of the first start, and the token at its end. */
function findName(api: Simulator): { name: string; token: string } {
  const name = listStarts(api)[0]?.name ?? ''
  return { name, token: name.split(' · ').at(-1) ?? '' }
}

/**
 * Loses the answer to a start, after sessions of somebody else were added beside it.
 * @param acts - whether the API acts on the start at all
 */
function loseBeside(api: Simulator, acts: boolean, others: (name: string) => TestSessionScript[]): void {
  api.faults.add({
    route: 'test-trigger',
    behaviour: async function loseBesideOthers({ answer, entry, socket }) {
      if (acts) await answer()
      for (const other of others(JSON.parse(entry.body).name)) api.testSessions.add(other)
      endConnection(socket, 'reset')
    },
  })
}

describe('a start whose answer is lost', () => {
  const WAYS: [what: string, behaviour: FaultDescription][] = [
    ['by a connection that breaks', { kind: 'lose-answer' }],
    ['in the middle of its body', { kind: 'cut-body' }],
    ['in the middle of its headers', { kind: 'cut-header' }],
  ]
  test.concurrent.for(WAYS)(
    '%s is found by the token of its name, and not sent again',
    async ([, behaviour], { startApi }) => {
      // A fault that spoils an answer lets the API act first, except for one that cuts the headers.
      const acts: FaultRule = {
        route: 'test-trigger',
        behaviour: async function act({ answer, socket }) {
          await answer()
          endConnection(socket, 'end', 'HTTP/1.1 201 Created\r\ncontent-type: applic')
        },
      }
      const fault = behaviour.kind === 'cut-header' ? acts : { route: 'test-trigger' as const, behaviour }
      const api = await startApi({ checks: CHECKS, faults: [fault] })
      const run = await runStep(api, PREVIEW)
      expect(run.code).toBe(0)
      expect(listStarts(api)).toHaveLength(1)
      const [started, ...others] = api.testSessions.list()
      expect(others).toEqual([])
      expect(run.outputs).toMatchObject({ outcome: 'passed', 'results-passed': '2' })
      expect(JSON.parse(run.outputs['test-session-ids'] ?? '')).toEqual([started?.plan.id])
      expect(listSearches(api)[0]?.query).toEqual({ textSearch: findName(api).token, limit: '100' })
    },
  )

  test.concurrent.for([
    ['a 500', { kind: 'respond', status: 500 }],
    ['a 201 without a session', { kind: 'respond', status: 201, text: '{}' }],
    ['a page', { kind: 'respond', status: 201, text: '<html>', contentType: 'text/html' }],
    ['a 408', { kind: 'respond', status: 408 }],
  ] as [string, FaultDescription & { kind: 'respond' }][])(
    'behind %s is found too',
    async ([, behaviour], { startApi }) => {
      const api = await startApi({
        checks: CHECKS,
        faults: [
          {
            route: 'test-trigger',
            behaviour: async function actAndSay({ answer, response }) {
              await answer()
              response
                .writeHead(behaviour.status, { 'content-type': behaviour.contentType ?? 'application/json' })
                .end(behaviour.text ?? '{"statusCode":500,"error":"","message":"Oops"}')
            },
          },
        ],
      })
      const run = await runStep(api, PREVIEW)
      expect(run.outputs['outcome']).toBe('passed')
      expect(api.testSessions.list()).toHaveLength(1)
    },
  )

  test.concurrent('is looked for again while the list lags behind', async ({ startApi }) => {
    const empty = { length: 0, entries: [], nextId: null }
    const api = await startApi({
      checks: CHECKS,
      faults: [
        LOST,
        { route: 'test-sessions', nth: 1, behaviour: { kind: 'respond', status: 200, json: empty } },
        { route: 'test-sessions', nth: 2, behaviour: { kind: 'respond', status: 502 } },
      ],
    })
    const run = await runStep(api, PREVIEW)
    expect(run.outputs['outcome']).toBe('passed')
    expect(listSearches(api)).toHaveLength(3)
  })

  test.concurrent('is looked for until an outage is over, and read again until it can be read', async ({
    startApi,
  }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [
        LOST,
        { route: 'test-sessions', nth: [1, 2, 3, 4, 5], behaviour: { kind: 'respond', status: 503 } },
        { route: 'test-snapshot', nth: 1, behaviour: { kind: 'respond', status: 503 } },
      ],
    })
    // Five pauses at random may take 15 s.
    const run = await runGate(api, { ...PREVIEW, timeout: '60' })
    expect(run.outputs['outcome']).toBe('passed')
    expect(listSearches(api)).toHaveLength(6)
    expect(listStarts(api)).toHaveLength(1)
  })

  test.concurrent('is found in its own place', async ({ startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      privateLocations: [{ slugName: 'my-office' }, { slugName: 'our-lab' }],
      faults: [LOST],
    })
    const inputs = { ...PREVIEW, location: 'eu-west-1 us-east-1', 'private-location': 'my-office our-lab' }
    const run = await runGate(api, inputs)
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-passed': '4' })
    const places = ['eu-west-1', 'us-east-1', 'my-office', 'our-lab']
    const ids = places.map(
      (place) => api.testSessions.list().find(({ plan }) => plan.location === place)?.plan.id,
    )
    expect(JSON.parse(run.outputs['test-session-ids'] ?? '')).toEqual(ids)
  })

  test.concurrent('is not sought where the start cannot have been acted on', async ({ startApi }) => {
    const behaviour = { kind: 'respond', status: 429, headers: { 'retry-after': '0' } } as const
    const api = await startApi({ checks: CHECKS, faults: [{ route: 'test-trigger', nth: 1, behaviour }] })
    const run = await runStep(api, PREVIEW)
    expect(run.outputs['outcome']).toBe('passed')
    expect(listStarts(api)).toHaveLength(2)
    expect(listSearches(api)).toEqual([])
    // The same name: one of the two has started nothing.
    expect(new Set(listStarts(api).map(({ name }) => name)).size).toBe(1)
  })
})

describe('a session that may be somebody else’s is never taken', () => {
  const DAY_MS = 86_400_000
  const SAME = { checks: [{ durationMs: 10 }] }
  const CASES: [what: string, acts: boolean, others: (name: string) => TestSessionScript[], says: RegExp][] =
    [
      [
        'of the same name beside the own one',
        true,
        (name) => [{ ...SAME, name }],
        /2 sessions have its name/,
      ],
      [
        'of the same name, twice',
        false,
        (name) => [
          { ...SAME, name },
          { ...SAME, name },
        ],
        /2 sessions have its name/,
      ],
      [
        'of yesterday',
        false,
        (name) => [{ ...SAME, name, startedAgoMs: DAY_MS }],
        /no session with its name/,
      ],
      [
        'of a minute ago',
        false,
        (name) => [{ ...SAME, name, startedAgoMs: 60_000 }],
        /no session with its name/,
      ],
      [
        'in another region',
        false,
        (name) => [{ ...SAME, name, location: 'us-east-1' }],
        /no session with its name/,
      ],
      [
        'in a private location',
        false,
        (name) => [{ ...SAME, name, location: 'my-office' }],
        /no session with its name/,
      ],
      [
        'whose name only holds it',
        false,
        (name) => [{ ...SAME, name: `Copy of ${name}` }],
        /no session with its name/,
      ],
      [
        'whose commit message holds it',
        false,
        (name) => [{ ...SAME, name: 'Other', metadata: { commitMessage: name } }],
        /no session with its name/,
      ],
      ['where there is none', false, () => [], /no session with its name can be found/],
    ]
  test.concurrent.for(CASES)('%s', async ([, acts, others, says], { startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      privateLocations: [{ slugName: 'my-office' }],
    })
    loseBeside(api, acts, others)
    const run = await runGate(api, PREVIEW)
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'error', 'test-session-ids': '[]' })
    expect(listErrors(run)).toEqual([expect.stringMatching(says)])
    expect(listErrors(run)[0]).toContain(
      'may have been started all the same, so the request is not sent again',
    )
    expect(listStarts(api)).toHaveLength(1)
    // It is not even read.
    expect(api.log.filter(({ route }) => route === 'test-snapshot' || route === 'test-completion')).toEqual(
      [],
    )
  })

  test.concurrent('and one of yesterday is no reason to leave the own one', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    loseBeside(api, true, (name) => [{ name, startedAgoMs: DAY_MS }])
    expect((await runStep(api, PREVIEW)).outputs['outcome']).toBe('passed')
  })

  test.concurrent('with a name that was given, though there is one only', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS, faults: [LOST] })
    const run = await runGate(api, { ...PREVIEW, 'test-session-name': 'Preview of #7' })
    expect(run.outputs).toMatchObject({ outcome: 'error', 'test-session-ids': '[]' })
    expect(listErrors(run)).toEqual([expect.stringContaining('look for it in Checkly')])
    expect(listSearches(api)).toEqual([])
  })

  test.concurrent('of another private location of the same start', async ({ startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      privateLocations: [{ slugName: 'my-office' }, { slugName: 'our-lab' }],
      faults: [
        {
          route: 'test-trigger',
          behaviour: async function dropOne({ answer, entry, send, socket }) {
            if (JSON.parse(entry.body).runLocation === 'our-lab') send(await answer())
            else endConnection(socket, 'reset')
          },
        },
      ],
    })
    const run = await runGate(api, { ...PREVIEW, 'private-location': 'my-office our-lab' })
    expect(run.outputs).toMatchObject({ outcome: 'error', 'sessions-total': '1' })
    expect(listErrors(run)).toEqual([expect.stringMatching(/in my-office: .*no session with its name/)])
  })

  test.concurrent.for([
    ['cannot be asked for', { kind: 'respond', status: 403 }, /it could not be looked for/],
    ['is not what is documented', { kind: 'respond', status: 200, json: [] }, /it could not be looked for/],
  ] as const)('when the list %s', async ([, behaviour, says], { startApi }) => {
    const api = await startApi({ checks: CHECKS, faults: [LOST, { route: 'test-sessions', behaviour }] })
    const run = await runStep(api, PREVIEW)
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([expect.stringMatching(says)])
  })
})
