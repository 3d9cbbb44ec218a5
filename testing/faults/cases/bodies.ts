import type { FaultBehaviour } from '../../../simulator/faults.ts'
import type { FaultCase } from '../fault-case.ts'
import { after, failAlways, failOnce, outlasts, passes } from '../fault-case.ts'

const HTML = { kind: 'respond', status: 200, text: '<html>Please sign in</html>' } as const
const MEGABYTE = Buffer.alloc(1024 * 1024, ' ')

/** The API's answer as text, changed, under a status of its own. */
function rewrite(change: (text: string) => string | Buffer, headers = {}, status = 200): FaultBehaviour {
  return async ({ answer, response, entry }) => {
    const { body } = await answer()
    entry.status = status
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(change(JSON.stringify(body)))
  }
}

/** So many megabytes with their length said before; stops when the client has had enough. */
function sendLong(megabytes: number): FaultBehaviour {
  return ({ response }) => {
    response.writeHead(200, { 'content-length': megabytes * MEGABYTE.length })
    const send = (left: number): void => {
      if (left > 0 && !response.destroyed) response.write(MEGABYTE, () => send(left - 1))
    }
    send(megabytes)
  }
}

/** Deeper than any recursion goes. */
const nest = rewrite((text) => text.replace('{', `{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},`))

const odd: [name: string, text: string, says: RegExp][] = [
  ['an empty body', '', /without a body/],
  ['null', 'null', /not a JSON object/],
  ['an empty list', '[]', /checkSessionId|not a JSON object/],
  ['a text', '"PASSED"', /not a JSON object/],
  ['a number', '200', /not a JSON object/],
  ['true', 'true', /not a JSON object/],
  ['an empty object', '{}', /checkSessionId is not what the API documents/],
  ['JSON cut short', '{"status":"PASSED"', /not JSON/],
]

/** A 200 is a verdict only with the body of this session. */
export const BODIES: readonly FaultCase[] = [
  ...odd.map(
    ([name, text, says]): FaultCase => ({
      name: `the body is ${name}, for ever`,
      faults: failAlways({ kind: 'respond', status: 200, text }),
      expect: outlasts(says),
    }),
  ),
  {
    name: 'an empty body, once',
    faults: failOnce({ kind: 'respond', status: 200, text: '' }),
    expect: passes(2),
  },
  { name: 'HTML under the right content type, once', faults: failOnce(HTML), expect: passes(2) },
  {
    name: 'HTML under the right content type, for ever',
    faults: failAlways(HTML),
    expect: outlasts(/not JSON/),
  },
  {
    name: 'the right JSON under the wrong content type',
    faults: failAlways(rewrite((text) => text, { 'content-type': 'text/html' })),
    expect: passes(1),
  },
  {
    name: 'garbled once',
    faults: failOnce(rewrite((text) => text.replaceAll('"', '\u0000'))),
    expect: passes(2),
  },
  {
    name: 'garbled for ever',
    faults: failAlways(rewrite((text) => text.slice(3))),
    expect: outlasts(/not JSON/),
  },
  {
    name: 'a byte order mark before the JSON',
    faults: failAlways(rewrite((text) => `\ufeff${text}`)),
    expect: passes(1),
  },
  {
    name: 'bytes that are not UTF-8 in a name',
    sessions: [{ name: 'Homepage' }],
    faults: failAlways(rewrite((text) => Buffer.from(text.replace('Homepage', 'Home\xff\xfe'), 'latin1'))),
    expect: passes(1),
  },
  {
    name: '100 MB without a length, once',
    faults: failOnce({ kind: 'huge', bytes: 100 * MEGABYTE.length }),
    expect: passes(2, { seconds: after(0) }),
  },
  {
    name: '100 MB with a length, once',
    faults: failOnce(sendLong(100)),
    expect: passes(2),
  },
  {
    name: '100 MB with a length, for ever',
    faults: failAlways(sendLong(100)),
    expect: outlasts(/larger than \d+ bytes/),
  },
  {
    name: 'an answer of 8 MB, which is read',
    faults: failAlways({ kind: 'huge', bytes: 8 * MEGABYTE.length }),
    expect: passes(1, { seconds: after(0) }),
  },
  {
    name: 'a field nested 100,000 deep',
    faults: failAlways(nest),
    expect: passes(1),
  },
  {
    name: 'a field nested 100,000 deep, for report files',
    inputs: { 'report-dir': 'reports' },
    faults: failAlways(nest),
    actionOnly: 'about the files of the action alone',
    expect: passes(1, { says: /The report file checkly-report\.json could not be written/ }),
  },
  ...[201, 202, 206].map(
    (status, index): FaultCase => ({
      alike: index > 0,
      name: `${status} with the right body`,
      faults: failAlways(rewrite((text) => text, {}, status)),
      expect: passes(1),
    }),
  ),
  {
    name: '204 once',
    faults: failOnce({ kind: 'raw', text: 'HTTP/1.1 204 No Content\r\n\r\n' }),
    expect: passes(2),
  },
  {
    name: '204 for ever',
    faults: failAlways({ kind: 'raw', text: 'HTTP/1.1 204 No Content\r\n\r\n' }),
    expect: outlasts(/answered 204, but without a body/),
  },
]
