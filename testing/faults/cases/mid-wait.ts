import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import type { FaultDescription } from '../../../simulator/fault-description.ts'
import type { FaultBehaviour } from '../../../simulator/faults.ts'
import { after, type FaultCase, failAlways, passes, SOON } from '../fault-case.ts'

/** A session that is asked about three times before it ends: the first time it is accepted, the second goes wrong. */
const LONG = [{ durationMs: 5000 }]

const page = (status: number): FaultDescription => ({
  kind: 'respond',
  status,
  text: '<html><h1>Blocked</h1></html>',
  contentType: 'text/html',
})

const stray: [name: string, behaviour: FaultDescription][] = [
  ["a gateway's 403", page(403)],
  ["a gateway's 404", page(404)],
  ["a gateway's 400", page(400)],
  [
    "a gateway's redirect",
    { kind: 'respond', status: 302, text: '', headers: { location: 'https://x.test/' } },
  ],
  ['409', { kind: 'respond', status: 409 }],
  ['421', { kind: 'respond', status: 421 }],
  ['425', { kind: 'respond', status: 425 }],
  ['499', { kind: 'respond', status: 499 }],
  ["the API's 401", { kind: 'respond', status: 401 }],
  ["the API's 403", { kind: 'respond', status: 403 }],
  ["the API's 404", { kind: 'respond', status: 404 }],
]

const coded: [coding: string, code: (text: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['zstd', zstdCompressSync],
  ['gzip, br', (text) => brotliCompressSync(gzipSync(text))],
]

/** The API's answer in a coding that nobody asked for. */
function encode(coding: string, code: (text: Buffer) => Buffer): FaultBehaviour {
  return async ({ answer, response, entry }) => {
    const { status, body } = await answer()
    entry.status = status
    response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': coding })
    response.end(code(Buffer.from(JSON.stringify(body))))
  }
}

/** One odd answer in the middle of a wait is no reason to fail a deployment; a lasting refusal is. */
export const MID_WAIT: readonly FaultCase[] = [
  ...stray.map(
    ([what, behaviour]): FaultCase => ({
      name: `${what} once, after a 408`,
      sessions: LONG,
      faults: [{ route: 'completion', nth: 2, behaviour }],
      inputs: { timeout: '15', 'max-wait-seconds': '1' },
      expect: passes(0, { requests: [3, 10], seconds: after(4.9) }),
    }),
  ),
  {
    name: "the API's 401 for ever, after a 408",
    sessions: [{ durationMs: 60_000 }],
    faults: [
      { route: 'completion', nth: 1, behaviour: { kind: 'instant-408' } },
      { route: 'completion', behaviour: { kind: 'respond', status: 401 } },
    ],
    inputs: { timeout: '30', 'max-wait-seconds': '1' },
    expect: {
      outcome: 'error',
      code: 1,
      requests: [3, 20],
      seconds: [5, 25],
      says: /answered 401.*check api-key/,
    },
  },
  {
    name: 'starting: 404s for the first second of the session',
    starts: true,
    faults: [{ route: 'completion', forMs: 1000, behaviour: { kind: 'respond', status: 404 } }],
    inputs: { timeout: '20' },
    expect: { ...passes(0), requests: [1, 1], seconds: SOON },
  },
  ...coded.map(
    ([coding, code], index): FaultCase => ({
      name: `coded as ${coding}${coding === 'deflate' && index === 4 ? ', without its header' : ''}, unasked for`,
      actionOnly: 'the others ask for it',
      faults: failAlways(encode(coding, code)),
      expect: passes(1),
    }),
  ),
  {
    name: 'a 401 coded as gzip says what it says',
    actionOnly: 'the others ask for it',
    arrange: ({ simulator }) => {
      simulator.faults.add({
        route: 'completion',
        behaviour: ({ response, entry }) => {
          entry.status = 401
          const json = { statusCode: 401, error: 'Unauthorized', message: 'Bad authentication token' }
          response.writeHead(401, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          response.end(gzipSync(JSON.stringify(json)))
        },
      })
      return undefined
    },
    expect: {
      outcome: 'error',
      code: 1,
      requests: [1, 1],
      seconds: SOON,
      says: /answered 401: Bad authentication token.*check api-key/,
    },
  },
  {
    name: 'a small body that unfolds to more than memory should take',
    actionOnly: 'the others ask for it',
    faults: failAlways(encode('gzip', () => gzipSync(Buffer.alloc(64 * 1024 * 1024)))),
    expect: {
      outcome: 'timeout',
      code: 1,
      requests: [2, 20],
      seconds: after(3.9),
      says: /larger than 16777216 bytes/,
    },
  },
  {
    name: 'a coding that nobody knows',
    actionOnly: 'the others ask for it',
    faults: failAlways(encode('compress', (text) => text)),
    expect: {
      outcome: 'timeout',
      code: 1,
      requests: [2, 20],
      seconds: after(3.9),
      says: /coding that is not known/,
    },
  },
  {
    name: 'an outage that begins in the first long poll',
    sessions: [{ durationMs: 60_000 }],
    faults: failAlways({ kind: 'respond', status: 504 }),
    expect: { outcome: 'timeout', code: 1, requests: [2, 20], seconds: after(3.9), says: /answered 504/ },
  },
  {
    name: 'starting: an outage from then on',
    starts: true,
    sessions: [{ durationMs: 60_000 }],
    faults: [
      { route: 'completion', behaviour: { kind: 'respond', status: 504 } },
      { route: 'snapshot', behaviour: { kind: 'respond', status: 504 } },
    ],
    expect: { outcome: 'timeout', code: 1, requests: [1, 1], seconds: after(3.9), says: /answered 504/ },
  },
  {
    name: 'a host that accepts and never answers anything',
    faults: [{ behaviour: { kind: 'hang' } }],
    expect: {
      outcome: 'error',
      code: 1,
      requests: [1, 2],
      seconds: after(3.9),
      says: /no answer came in time.*Check api-url/,
    },
  },
]
