import type { FaultCase } from '../fault-case.ts'
import { after, failAlways, failOnce, passes, timesOut } from '../fault-case.ts'

/** A storm would be hundreds of requests a second. */
const NO_STORM = [3, 30] as const

/** The endless wait, and servers that do not wait as they should. */
export const WAITING: readonly FaultCase[] = [
  { name: 'nothing goes wrong', expect: passes(1) },
  { name: 'a session that ended long ago', sessions: [{ ended: true }], expect: passes(1) },
  {
    name: 'instant 408s for three seconds',
    inputs: { timeout: '5' },
    faults: [{ route: 'completion', forMs: 3000, behaviour: { kind: 'instant-408' } }],
    expect: passes(0, { requests: NO_STORM, seconds: after(3) }),
  },
  {
    name: 'instant 408s for ever',
    faults: failAlways({ kind: 'instant-408' }),
    expect: timesOut(NO_STORM),
  },
  {
    name: '408 as an HTML page of a proxy',
    faults: failOnce({ kind: 'respond', status: 408, text: '<h1>Timeout</h1>', contentType: 'text/html' }),
    expect: passes(2),
  },
  {
    name: '408 with an empty body',
    faults: failOnce({ kind: 'respond', status: 408, text: '' }),
    expect: passes(2),
  },
  {
    name: 'a session longer than one wait',
    sessions: [{ durationMs: 2500 }],
    expect: passes(3, { requests: [2, 3], seconds: after(2.4) }),
  },
  {
    name: 'a session that ends just before the deadline',
    sessions: [{ durationMs: 3700 }],
    expect: passes(4, { requests: [2, 5], seconds: after(3.6) }),
  },
  {
    name: 'a session that never ends',
    sessions: [{ durationMs: 'manual' }],
    expect: timesOut([2, 5], { says: /Timed out after .* had not ended/ }),
  },
  {
    name: 'a running status in a 200, twice',
    faults: failOnce({ kind: 'edit', set: { status: 'PROGRESS' } }, 2),
    expect: passes(3, { seconds: after(0) }),
  },
  {
    name: 'a running status in a 200, for ever',
    faults: failAlways({ kind: 'edit', set: { status: 'PROGRESS_FAILED' } }),
    expect: timesOut(NO_STORM),
  },
  {
    name: 'never answered',
    faults: failAlways({ kind: 'hang' }),
    expect: timesOut([1, 1]),
  },
  {
    name: 'never answered once, beyond the margin',
    inputs: { timeout: '9' },
    faults: failOnce({ kind: 'hang' }),
    expect: passes(2, { seconds: after(5.5) }),
  },
  {
    name: 'never answered, tried again, for ever',
    inputs: { timeout: '8' },
    faults: failAlways({ kind: 'hang' }),
    expect: {
      outcome: 'timeout',
      code: 1,
      requests: [2, 2],
      seconds: after(7.9),
      says: /no whole answer within 6 s/,
    },
  },
  {
    name: 'answered after the deadline',
    faults: failAlways({ kind: 'delay', ms: 20_000 }),
    expect: timesOut([1, 1]),
  },
  {
    name: 'answered two seconds late',
    faults: failOnce({ kind: 'delay', ms: 2000 }),
    expect: passes(1, { seconds: after(2) }),
  },
  {
    name: 'the connection closes after each answer',
    sessions: [{ durationMs: 2500 }],
    faults: failAlways(({ response, answer, send }) => {
      response.setHeader('connection', 'close')
      void answer().then(send)
    }),
    expect: passes(3, { seconds: after(2.4) }),
  },
  {
    name: 'a kept connection dies unseen between two requests',
    faults: failOnce(({ response, socket }) => {
      response.writeHead(408, { 'content-type': 'application/json' }).end('{}', () => socket.destroy())
    }, 3),
    expect: passes(4, { requests: [4, 7], seconds: after(0) }),
  },
]
