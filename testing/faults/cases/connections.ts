import type { FaultCase } from '../fault-case.ts'
import { after, failAlways, failOnce, givesUp, outlasts, passes, timesOut } from '../fault-case.ts'

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

/** Connections that are refused, reset, cut off, or speak something else. */
export const CONNECTIONS: readonly FaultCase[] = [
  { name: 'reset before the headers', faults: failOnce({ kind: 'drop' }), expect: passes(2) },
  { name: 'closed before the headers', faults: failOnce({ kind: 'drop', ending: 'end' }), expect: passes(2) },
  {
    name: 'reset three times',
    faults: failOnce({ kind: 'drop' }, 3),
    expect: passes(4, { seconds: after(0) }),
  },
  { name: 'reset for ever', faults: failAlways({ kind: 'drop' }), expect: outlasts(/reset \(ECONNRESET/) },
  { name: 'cut in the headers', faults: failOnce({ kind: 'cut-header' }), expect: passes(2) },
  {
    name: 'reset in the headers',
    faults: failOnce({ kind: 'cut-header', ending: 'reset' }),
    expect: passes(2),
  },
  { name: 'cut in the body', faults: failOnce({ kind: 'cut-body' }), expect: passes(2) },
  { name: 'reset in the body', faults: failOnce({ kind: 'cut-body', ending: 'reset' }), expect: passes(2) },
  { name: 'cut in a chunk', faults: failOnce({ kind: 'cut-body', chunked: true }), expect: passes(2) },
  {
    name: 'cut after the last byte of the body but one',
    faults: failOnce({ kind: 'cut-body', share: 0.999 }),
    expect: passes(2),
  },
  {
    name: 'cut in the body for ever',
    faults: failAlways({ kind: 'cut-body' }),
    expect: outlasts(/cut in the middle of the answer/),
  },
  {
    name: 'cut in a body without a length',
    faults: failOnce({ kind: 'raw', text: `${HEAD}\r\n{"status":"PASSED","checkSes` }),
    expect: passes(2),
  },
  {
    name: 'refused for two seconds',
    arrange: ({ simulator }) => {
      simulator.refuseConnections(2000)
      return undefined
    },
    expect: passes(1, { seconds: after(1.5) }),
  },
  {
    name: 'refused for ever',
    arrange: ({ simulator }) => {
      simulator.refuseConnections()
      return undefined
    },
    expect: givesUp(/connection was refused \(ECONNREFUSED, 127\.0\.0\.1:\d+\)/, { requests: [0, 0] }),
  },
  {
    name: 'the server restarts in the middle of a wait',
    sessions: [{ durationMs: 1500 }],
    arrange: ({ simulator }) => {
      const restart = ({ socket }: { socket: { resetAndDestroy(): void } }): void => {
        simulator.refuseConnections(2000)
        socket.resetAndDestroy()
      }
      simulator.faults.add({ name: 'restart', route: 'completion', times: 1, behaviour: restart })
      return undefined
    },
    expect: passes(2, { seconds: after(2) }),
  },
  { name: 'silent after the headers', faults: failAlways({ kind: 'stall-body' }), expect: timesOut([1, 1]) },
  {
    name: 'silent in the body',
    faults: failAlways({ kind: 'stall-body', share: 0.9 }),
    expect: timesOut([1, 1]),
  },
  {
    name: 'a body that drips past the deadline',
    faults: failAlways({ kind: 'drip', intervalMs: 100 }),
    expect: timesOut([1, 1]),
  },
  {
    name: 'a body that drips past the margin',
    inputs: { timeout: '8' },
    faults: failOnce({ kind: 'drip', intervalMs: 100 }),
    expect: passes(2, { seconds: after(5.5) }),
  },
  {
    name: 'a body that drips for a second',
    faults: failOnce({ kind: 'drip', intervalMs: 10, bytes: 10 }),
    expect: passes(1),
  },
  {
    name: 'another protocol answers, once',
    faults: failOnce({ kind: 'raw', text: 'SSH-2.0-OpenSSH_9.6\r\n' }),
    expect: passes(2),
  },
  {
    name: 'another protocol answers, for ever',
    faults: failAlways({ kind: 'raw', text: 'SSH-2.0-OpenSSH_9.6\r\n' }),
    expect: outlasts(/Parse Error.*HPE_/),
  },
  {
    name: 'chunks that do not parse',
    faults: failOnce({ kind: 'raw', text: `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n` }),
    expect: passes(2),
  },
  {
    name: 'more bytes than the length said',
    faults: failOnce({ kind: 'raw', text: `${HEAD}content-length: 2\r\n\r\n{}{"status":"PASSED"}` }),
    expect: passes(2),
  },
  {
    name: 'two lengths',
    faults: failOnce({ kind: 'raw', text: `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}` }),
    expect: passes(2),
  },
  {
    name: 'headers of 64 kB, once',
    faults: failOnce({ kind: 'raw', text: `${HEAD}x-padding: ${'x'.repeat(65_536)}\r\n\r\n{}` }),
    expect: passes(2),
  },
  {
    name: 'headers of 64 kB, for ever',
    faults: failAlways({ kind: 'raw', text: `${HEAD}x-padding: ${'x'.repeat(65_536)}\r\n\r\n{}` }),
    expect: outlasts(/Header overflow/),
  },
  {
    name: 'early hints before the answer',
    faults: failOnce(({ response, answer, send }) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' })
      void answer().then(send)
    }),
    expect: passes(1),
  },
  {
    name: 'an upgrade that nobody asked for',
    faults: failOnce({
      kind: 'raw',
      text: 'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
    }),
    expect: passes(2),
  },
]
