import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { deriveUuid } from '../../simulator/ids.ts'
import type { CheckScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import { listErrors, runGate, runStep, SIGNALS, startGate, test } from './support.ts'

const CHECKS: CheckScript[] = [
  { name: 'Homepage', tags: ['production', 'web'] },
  { name: 'Checkout', tags: ['production', 'critical'], checkType: 'BROWSER' },
  { name: 'Staging', tags: ['staging'] },
  { name: 'Asleep', tags: ['production'], activated: false },
].map((check) => ({ ...check, session: { locations: { 'eu-west-1': [{ durationMs: 20 }] } } }))
const [HOMEPAGE, CHECKOUT, STAGING, NOBODY] = ['Homepage', 'Checkout', 'Staging', 'Nobody'].map((name) =>
  deriveUuid('check', name),
) as [string, string, string, string]

function listBodies(api: Simulator): unknown[] {
  return api.log.filter(({ route }) => route === 'trigger').map(({ body }) => JSON.parse(body))
}

describe('sessions are started', () => {
  const CASES: { inputs: Record<string, string>; body: object; started: string[] }[] = [
    {
      inputs: { tags: 'production' },
      body: { target: { matchTags: [['production']] }, refreshCache: false },
      started: ['Homepage', 'Checkout'],
    },
    {
      inputs: { tags: '\n production , critical \r\n\n staging\n' },
      body: { target: { matchTags: [['production', 'critical'], ['staging']] }, refreshCache: false },
      started: ['Checkout', 'Staging'],
    },
    {
      inputs: { 'check-id': `${HOMEPAGE.toUpperCase()},\n${STAGING} ${HOMEPAGE}`, 'refresh-cache': 'TRUE' },
      body: { target: { checkId: [HOMEPAGE, STAGING] }, refreshCache: true },
      started: ['Homepage', 'Staging'],
    },
  ]
  test.concurrent.for(CASES)('by $inputs', async ({ inputs, body, started }, { startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, inputs)
    expect(run.code).toBe(0)
    expect(listBodies(api)).toEqual([body])
    expect(api.log.entries[0]).toMatchObject({
      method: 'POST',
      path: '/v2/check-sessions/trigger',
      headers: { 'content-type': 'application/json', 'x-checkly-account': api.accountId },
    })
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-total': String(started.length) })
    const ids = api.sessions.list().map(({ plan }) => plan.id)
    expect(JSON.parse(run.outputs['check-session-ids'] ?? '')).toEqual(ids)
    const group = run.lines.findIndex((line) => line.startsWith('::group::Started'))
    expect(run.lines[group]).toContain("the checks' alerting rules apply")
    for (const [index, name] of started.entries()) {
      expect(run.lines[group + 1 + index]).toMatch(new RegExp(`^${name}: https://.*${ids[index]}$`))
    }
  })
})

describe('a selection that matches no check', () => {
  test.concurrent.for([
    { failing: 'true', code: 1 },
    { failing: 'false', code: 0 },
  ])('with fail-on-no-matching $failing: exit $code', async ({ failing, code }, { startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { tags: 'production,staging', 'fail-on-no-matching': failing })
    expect(run.code).toBe(code)
    expect(run.outputs).toMatchObject({ outcome: 'no-match', passed: 'false', 'check-session-ids': '[]' })
    expect(listErrors(run)).toHaveLength(code)
    expect(run.stdout).toContain('No active check matches')
    expect(api.sessions.list()).toEqual([])
  })

  test.concurrent.for([
    { failing: 'true', code: 1, outcome: 'error' },
    { failing: 'false', code: 0, outcome: 'passed' },
  ])(
    'in part, with fail-on-no-matching $failing: $outcome',
    async ({ failing, code, outcome }, { startApi }) => {
      const api = await startApi({ checks: CHECKS })
      const run = await runStep(api, { 'check-id': `${HOMEPAGE} ${NOBODY}`, 'fail-on-no-matching': failing })
      expect(run.code).toBe(code)
      // What was started is awaited all the same, and its result is kept.
      expect(run.outputs).toMatchObject({ outcome, status: 'PASSED', 'sessions-passed': '1' })
      expect(run.stdout).toMatch(new RegExp(`^::warning::.*${NOBODY}`, 'm'))
      expect(listErrors(run)).toEqual(code === 0 ? [] : [expect.stringContaining(NOBODY)])
    },
  )
})

describe('a 404 that is not the API saying that nothing matched', () => {
  test.concurrent.for([
    ['a page of something in between', { text: '<html>Not Found</html>', contentType: 'text/html' }],
    ['no body', { text: '' }],
    ['JSON of another kind', { json: { code: 404 } }],
    ["a gateway's message", { json: { message: 'no Route matched with those values' } }],
    ["a gateway's message about another server", { json: { statusCode: 502, message: 'Bad Gateway' } }],
  ] as const)('%s is no selection without a match', async ([, body], { startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [{ route: 'trigger', behaviour: { kind: 'respond', status: 404, ...body } }],
    })
    const run = await runStep(api, { tags: 'production', 'fail-on-no-matching': 'false' })
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error' } })
    expect(listErrors(run)).toEqual([expect.stringContaining('check api-url')])
  })
})

test.concurrent('a line that only excludes starts all the others, and the log says so', async ({
  startApi,
}) => {
  const api = await startApi({ checks: CHECKS })
  const { lines, outputs } = await runStep(api, { tags: 'web, !critical\n!staging , !critical' })
  expect(outputs).toMatchObject({ outcome: 'passed', 'sessions-total': '1' })
  expect(lines.filter((line) => line.includes('only excludes'))).toEqual([
    '::warning::tags "!staging, !critical" only excludes: every other active check of the account was started.',
  ])
})

test.concurrent('an id that is no UUID gets into no path, no state and no output', async ({ startApi }) => {
  const api = await startApi({ checks: CHECKS })
  const sessions = [{ checkSessionId: '../../v1/x y$(id)', status: 'STARTED', checkId: HOMEPAGE }]
  api.faults.add({ route: 'trigger', behaviour: { kind: 'respond', status: 201, json: { sessions } } })
  const run = await runStep(api, { tags: 'production', 'cancel-unfinished': 'true' })
  expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error', 'check-session-ids': '[]' }, state: {} })
  expect(api.log.filter(({ route }) => route !== 'trigger')).toEqual([])
})

test.concurrent('one 429 at the start costs its pause, and no session its turn', async ({ startApi }) => {
  const many = Array.from({ length: 60 }, (_, index) => buildSession({ name: `S${index}`, ended: true }))
  const headers = { 'retry-after': '1' }
  const api = await startApi({
    sessions: many,
    faults: [{ nth: 1, behaviour: { kind: 'respond', status: 429, headers } }],
  })
  const ids = many.map(({ id }) => id).join()
  const run = await runStep(api, { 'check-session-id': ids, timeout: '30' })
  expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-passed': '60' })
})

test.concurrent.for(SIGNALS)(
  '%s while sessions are being started says that some may run',
  async (signal, { startApi }) => {
    const api = await startApi({
      checks: CHECKS,
      faults: [{ route: 'trigger', behaviour: { kind: 'hang' } }],
    })
    const { child, done } = startGate(api, { tags: 'production' })
    await api.waitForRequest(({ route }) => route === 'trigger')
    child.kill(signal)
    const run = await done
    expect(run.outputs).toMatchObject({ outcome: 'cancelled' })
    expect(listErrors(run)).toEqual([expect.stringContaining('may have been started all the same')])
  },
)

describe('a trigger request', () => {
  test.concurrent.for([
    ['a 500', { kind: 'respond', status: 500 }, /500.*may have been started/],
    ['a connection that breaks', { kind: 'drop' }, /reset.*may have been started/],
    ['an answer that is cut off', { kind: 'cut-body' }, /cut.*may have been started/],
    ['garbage', { kind: 'respond', status: 201, text: '{}' }, /sessions.*may have been started/],
    ['a 402', { kind: 'respond', status: 402, json: { message: 'Upgrade' } }, /402: Upgrade.*plan/],
  ] as const)('is not sent again after %s', async ([, behaviour, says], { startApi }) => {
    const api = await startApi({ checks: CHECKS, faults: [{ route: 'trigger', behaviour }] })
    const run = await runStep(api, { tags: 'production' })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'error', 'check-session-ids': '[]' })
    expect(listErrors(run)).toEqual([expect.stringMatching(says)])
    expect(api.log.entries).toHaveLength(1)
  })

  test.concurrent('is sent again after a 429', async ({ startApi }) => {
    const behaviour = { kind: 'respond', status: 429, headers: { 'retry-after': '0' } } as const
    const api = await startApi({ checks: CHECKS, faults: [{ route: 'trigger', nth: 1, behaviour }] })
    const run = await runGate(api, { tags: 'production' })
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'sessions-total': '2' })
    expect(listBodies(api)).toHaveLength(2)
    // On a kept connection it could be lost without anybody knowing what came of it.
    const triggers = api.log.filter(({ route }) => route === 'trigger')
    expect(triggers.map(({ headers }) => headers['connection'])).toEqual(['close', 'close'])
    expect(run.stdout).toMatch(
      /^The sessions could not be started yet: the API answered 429: .*; trying again in /m,
    )
  })

  test.concurrent('is sent again after a connection that was refused', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    api.refuseConnections()
    const { done, waitForOutput } = startGate(api, { tags: 'production' })
    await waitForOutput('connection was refused')
    await api.acceptConnections()
    expect((await done).outputs).toMatchObject({ outcome: 'passed', 'sessions-total': '2' })
    expect(listBodies(api)).toHaveLength(1)
  })
})

describe('detach', () => {
  test.concurrent('ends without waiting; a later step awaits what it started', async ({ startApi }) => {
    const session = { durationMs: 'manual', status: 'FAILED' } as const
    const api = await startApi({ checks: [{ name: 'Slow', tags: ['slow'], session }] })
    const first = await runStep(api, { tags: 'slow', detach: 'true', 'cancel-unfinished': 'true' })
    expect(first.code).toBe(0)
    expect(first.outputs).toMatchObject({ outcome: 'detached', passed: 'false', 'sessions-unfinished': '1' })
    expect(first.stdout).not.toContain('still running')
    // Neither awaited nor cancelled.
    expect(api.log.entries.map(({ route }) => route)).toEqual(['trigger'])

    const [id] = JSON.parse(first.outputs['check-session-ids'] ?? '')
    api.sessions.end(id)
    const second = await runStep(api, { 'check-session-id': id })
    expect(second.outputs).toMatchObject({ outcome: 'failed', status: 'FAILED' })
  })

  test.concurrent('fails when a check that was asked for is not there', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { 'check-id': `${CHECKOUT},${NOBODY}`, detach: 'true' })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'error', 'sessions-total': '1' })
  })
})
