import type { FaultBehaviour } from '../../../simulator/faults.ts'
import type { JsonObject } from '../../../simulator/wire.ts'
import type { FaultCase } from '../fault-case.ts'
import { failAlways, failOnce, fails, outlasts, passes } from '../fault-case.ts'

/** The session did pass: to go green all the same is defensible. */
const STRICTER = 'how much of a broken contract to believe is a matter of taste'
const OTHER_ID = '11111111-2222-4333-8444-555555555555'

function edit(set: JsonObject) {
  return { kind: 'edit', set } as const
}

/** The answer's text with something put before its first field. */
function prepend(fields: string): FaultBehaviour {
  return async ({ answer, response }) => {
    const { body } = await answer()
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body).replace('{', `{${fields},`))
  }
}

/** Bodies that look like a verdict: only this session, ended in a passing status, is one. */
export const VERDICTS: readonly FaultCase[] = [
  { name: 'FAILED', sessions: [{ status: 'FAILED' }], expect: fails(1) },
  { name: 'a status that nobody knows', sessions: [{ status: 'ARCHIVED' }], expect: fails(1) },
  { name: 'the status in small letters', faults: failAlways(edit({ status: 'passed' })), expect: fails(1) },
  {
    name: 'the status with a blank behind it',
    faults: failAlways(edit({ status: 'PASSED ' })),
    expect: fails(1),
  },
  {
    name: 'a status that holds workflow commands',
    faults: failAlways(edit({ status: 'PASSED\r\n::set-output name=passed::true\n::error::no' })),
    expect: fails(1),
  },
  {
    name: 'a status of a megabyte',
    faults: failAlways(edit({ status: 'PASSED'.repeat(200_000) })),
    expect: fails(1),
  },
  {
    name: "another session's id, once",
    faults: failOnce(edit({ checkSessionId: OTHER_ID })),
    expect: passes(2),
  },
  {
    name: "another session's id, for ever",
    faults: failAlways(edit({ checkSessionId: OTHER_ID })),
    expect: outlasts(/about another session, 11111111/),
  },
  {
    name: 'the id in capital letters',
    faults: failAlways(async ({ answer, send }) => {
      const { status, body } = await answer()
      const session = body as { checkSessionId: string }
      send({ status, body: { ...session, checkSessionId: session.checkSessionId.toUpperCase() } })
    }),
    expect: passes(1),
  },
  {
    name: 'no id',
    actionOnly: STRICTER,
    faults: failAlways({ kind: 'edit', remove: ['checkSessionId'] }),
    expect: outlasts(/checkSessionId is not what the API documents/),
  },
  {
    name: 'no status',
    faults: failAlways({ kind: 'edit', remove: ['status'] }),
    expect: outlasts(/status is not what the API documents/),
  },
  ...[0, true, null, ['PASSED'], { value: 'PASSED' }, ''].map(
    (status): FaultCase => ({
      name: `the status is ${JSON.stringify(status)}`,
      faults: failAlways(edit({ status })),
      expect: outlasts(/status is not what the API documents/),
    }),
  ),
  {
    name: 'no status but in the prototype',
    faults: failAlways(async ({ answer, response }) => {
      const { status: _, ...rest } = (await answer()).body as JsonObject
      const text = JSON.stringify(rest).replace('{', '{"__proto__":{"status":"PASSED"},')
      response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    }),
    expect: outlasts(/status is not what the API documents/),
  },
  {
    name: 'the status twice, the last is FAILED',
    sessions: [{ status: 'FAILED' }],
    faults: failAlways(prepend('"status":"PASSED"')),
    expect: fails(1),
  },
  {
    name: 'the id twice, the last is the right one',
    faults: failAlways(prepend(`"checkSessionId":"${OTHER_ID}"`)),
    expect: passes(1),
  },
  {
    name: 'the session inside a list',
    faults: failAlways(async ({ answer, send }) => {
      const { status, body } = await answer()
      send({ status, body: [body] })
    }),
    expect: outlasts(/is not what the API documents|not a JSON object/),
  },
  {
    name: 'the session inside an object',
    faults: failAlways(async ({ answer, send }) => {
      const { status, body } = await answer()
      send({ status, body: { data: body } })
    }),
    expect: outlasts(/checkSessionId is not what the API documents/),
  },
  {
    name: 'results are not a list',
    actionOnly: STRICTER,
    faults: failAlways(edit({ results: { 0: {} } })),
    expect: outlasts(/results is not what the API documents/),
  },
  { name: 'results are null, once', faults: failOnce(edit({ results: null })), expect: passes(2) },
  {
    name: 'results with null among them',
    actionOnly: STRICTER,
    faults: failAlways(edit({ results: [null] })),
    expect: outlasts(/results\.0 is not what the API documents/),
  },
  { name: 'an empty list of results', faults: failAlways(edit({ results: [] })), expect: passes(1) },
  {
    name: 'fields of wrong types that no verdict needs',
    faults: failAlways(
      edit({
        name: 7,
        checkType: null,
        startedAt: {},
        stoppedAt: 'yesterday',
        runLocations: 'all',
        timeElapsed: 'long',
      }),
    ),
    expect: passes(1),
  },
  {
    name: 'an ApiError in a 200',
    faults: failAlways({ kind: 'respond', status: 200, json: { statusCode: 500, message: 'no' } }),
    expect: outlasts(/checkSessionId is not what/),
  },
]
