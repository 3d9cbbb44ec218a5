import type { FaultDescription } from '../../../simulator/fault-description.ts'
import type { FaultBehaviour, FaultRule } from '../../../simulator/faults.ts'
import type { JsonObject } from '../../../simulator/wire.ts'
import type { Expectation, FaultCase } from '../fault-case.ts'
import { after, isRefused, passes } from '../fault-case.ts'

function failStart(behaviour: FaultDescription, times = Number.POSITIVE_INFINITY): FaultRule[] {
  return [{ route: 'trigger', times, behaviour }]
}

/** The sessions that were started, with other fields in the answer. */
function editStarted(set: JsonObject): FaultRule[] {
  const behaviour: FaultBehaviour = async ({ answer, send }) => {
    const { status, body } = await answer()
    const { sessions } = body as { sessions: JsonObject[] }
    send({ status, body: { sessions: sessions.map((session) => ({ ...session, ...set })) } })
  }
  return [{ route: 'trigger', behaviour }]
}

const NOT_AGAIN = /not sent again: see Checkly/

const final: [name: string, behaviour: FaultDescription, says: RegExp][] = [
  ['500', { kind: 'respond', status: 500 }, NOT_AGAIN],
  ['502', { kind: 'respond', status: 502 }, NOT_AGAIN],
  ['503 with Retry-After', { kind: 'respond', status: 503, headers: { 'retry-after': '1' } }, NOT_AGAIN],
  ['408', { kind: 'instant-408' }, NOT_AGAIN],
  ['a reset after it was sent', { kind: 'drop' }, NOT_AGAIN],
  ['a body that is cut off', { kind: 'cut-body' }, NOT_AGAIN],
  ['201 with HTML', { kind: 'respond', status: 201, text: '<html>' }, NOT_AGAIN],
  ['201 with null', { kind: 'respond', status: 201, json: null }, NOT_AGAIN],
  ['201 with sessions that are no list', { kind: 'respond', status: 201, json: { sessions: {} } }, NOT_AGAIN],
  [
    '201 with a session without an id',
    { kind: 'respond', status: 201, json: { sessions: [{ status: 'PASSED' }] } },
    NOT_AGAIN,
  ],
  ['400', { kind: 'respond', status: 400 }, /400.*Check the values of check-id or tags/],
  ['401', { kind: 'respond', status: 401 }, /401.*check api-key/],
  ['402', { kind: 'respond', status: 402 }, /402.*billing/],
  [
    '307 to another place',
    { kind: 'respond', status: 307, headers: { location: '/elsewhere' } },
    /Redirects are not followed/,
  ],
]

const noMatch: Expectation = isRefused(/No active check matches/, { outcome: 'no-match' })

const cases: readonly FaultCase[] = [
  { name: 'started without a fault', expect: passes(1) },
  ...final.map(([what, behaviour, says], index) => ({
    alike: index % 3 > 0,
    name: `starting: ${what}`,
    faults: failStart(behaviour),
    expect: isRefused(says),
  })),
  { name: 'starting: 404', faults: failStart({ kind: 'respond', status: 404 }), expect: noMatch },
  {
    name: 'starting: 404 where that is tolerated',
    faults: failStart({ kind: 'respond', status: 404 }),
    inputs: { 'fail-on-no-matching': 'false' },
    actionOnly: 'another expectation than without the input',
    expect: { ...noMatch, code: 0 },
  },
  {
    name: 'starting: 201 with an empty list',
    faults: failStart({ kind: 'respond', status: 201, json: { sessions: [] } }),
    expect: noMatch,
  },
  {
    name: 'starting: 429, then accepted',
    faults: failStart({ kind: 'respond', status: 429, headers: { 'retry-after': '1' } }, 1),
    expect: passes(2, { seconds: after(1) }),
  },
  {
    name: 'starting: 429 for ever',
    faults: failStart({ kind: 'respond', status: 429 }),
    expect: {
      outcome: 'error',
      code: 1,
      requests: [2, 8],
      seconds: after(0.9),
      says: /could not be started: .*429/,
    },
  },
  {
    name: 'starting: refused for two seconds, then accepted',
    inputs: { timeout: '20' },
    arrange: ({ simulator }) => {
      simulator.refuseConnections(2000)
      return undefined
    },
    expect: passes(1, { seconds: after(1.5) }),
  },
  {
    name: 'starting: never answered',
    faults: failStart({ kind: 'hang' }),
    expect: { outcome: 'error', code: 1, requests: [1, 1], seconds: after(3.9), says: NOT_AGAIN },
  },
  {
    name: 'starting: a session that has passed already, it says, and never ends',
    sessions: [{ durationMs: 'manual' }],
    faults: editStarted({ status: 'PASSED' }),
    expect: { outcome: 'timeout', code: 1, requests: [1, 1], seconds: after(3.9) },
  },
  {
    name: 'starting: a session of another check than asked for',
    faults: editStarted({ checkId: '11111111-2222-4333-8444-555555555555' }),
    actionOnly: 'a promise of the action alone',
    expect: isRefused(/No session was started of check/),
  },
]

/** Starting sessions: never twice, unless the first cannot have been acted on. */
export const STARTING: readonly FaultCase[] = cases.map((one) => ({ ...one, starts: true }))
