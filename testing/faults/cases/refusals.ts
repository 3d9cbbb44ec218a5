import type { FaultCase } from '../fault-case.ts'
import { failAlways, failOnce, isRefused } from '../fault-case.ts'

const ADVICE: Record<number, RegExp> = {
  400: /400.*Check check-session-id and account-id/,
  401: /401.*check api-key/,
  402: /402.*billing/,
  403: /403.*account-id/,
  404: /404.*No such check session/,
}

const statusCases = [400, 401, 402, 403, 404, 405, 407, 410, 418, 422, 451].map(
  (status): FaultCase => ({
    alike: status > 404,
    name: `${status} is final`,
    faults: failAlways({ kind: 'respond', status }),
    expect: isRefused(ADVICE[status] ?? new RegExp(`answered ${status}`)),
  }),
)

const redirectCases = [301, 302, 303, 307, 308].map(
  (status, index): FaultCase => ({
    alike: index > 0,
    name: `${status} to another host is not followed`,
    arrange: ({ simulator, bystander }) => {
      const headers = { location: `${bystander.url}/v2/check-sessions` }
      simulator.faults.add({ route: 'completion', behaviour: { kind: 'respond', status, headers } })
      return undefined
    },
    expect: isRefused(new RegExp(`answered ${status}.*Redirects are not followed`)),
  }),
)

/** What asking again cannot help: one request, one clear sentence. */
export const REFUSALS: readonly FaultCase[] = [
  ...statusCases,
  ...redirectCases,
  {
    name: '304 without a condition asked for',
    faults: failAlways({ kind: 'raw', text: 'HTTP/1.1 304 Not Modified\r\n\r\n' }),
    expect: isRefused(/answered 304/),
  },
  {
    name: '404 as an HTML page',
    faults: failAlways({
      kind: 'respond',
      status: 404,
      text: '<h1>Not found</h1>',
      contentType: 'text/html',
    }),
    expect: isRefused(/answered 404/),
  },
  {
    name: '401 after a 503',
    faults: [
      { route: 'completion', nth: 1, behaviour: { kind: 'respond', status: 503 } },
      { route: 'completion', behaviour: { kind: 'respond', status: 401 } },
    ],
    // Where a snapshot has told of the session, the refusal is doubted for 5 s.
    expect: isRefused(/answered 401/, { requests: [2, 12] }),
  },
  {
    name: '401 that echoes the key whole',
    arrange: ({ simulator }) => {
      const json = { statusCode: 401, error: 'Unauthorized', message: `Bad token ${simulator.apiKey}` }
      simulator.faults.add({ behaviour: { kind: 'respond', status: 401, json } })
      return undefined
    },
    expect: isRefused(/Bad token \*\*\*/),
  },
  {
    name: '401 that echoes the key in part',
    arrange: ({ simulator }) => {
      const { apiKey } = simulator
      const message = `Bad token ${apiKey.slice(0, 12)}… (…${apiKey.slice(-9)})`
      const json = { statusCode: 401, error: 'Unauthorized', message }
      simulator.faults.add({ behaviour: { kind: 'respond', status: 401, json } })
      return undefined
    },
    expect: isRefused(/Bad token \*\*\*… \(…\*\*\*\)/),
  },
  {
    name: '403 with workflow commands in its message',
    faults: failAlways({
      kind: 'respond',
      status: 403,
      json: { message: '\n::set-output name=passed::true\r::stop-commands::x\n##[error]' },
    }),
    expect: isRefused(/answered 403/),
  },
  {
    name: '403 with a message of a megabyte',
    faults: failAlways({
      kind: 'respond',
      status: 403,
      json: { statusCode: 403, error: 'Forbidden', message: 'no '.repeat(350_000) },
    }),
    expect: isRefused(/answered 403/, { requests: [1, 12] }),
  },
  {
    name: 'refused by a wrong key',
    inputs: { 'api-key': 'cu_00000000000000000000000000000000' },
    actionOnly: 'the same as 401',
    expect: isRefused(/401.*check api-key/),
  },
  {
    name: '408 once before 404',
    faults: [
      ...failOnce({ kind: 'instant-408' }),
      { route: 'completion', behaviour: { kind: 'respond', status: 404 } },
    ],
    // The API has accepted the session before, so what it says now is asked again before it is believed.
    expect: isRefused(/answered 404/, { requests: [3, 20] }),
  },
]
