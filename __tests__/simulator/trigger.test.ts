import { expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import type { CheckScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import { ask, start } from './support.ts'

const CHECKS: CheckScript[] = [
  { name: 'api', tags: ['production', 'api'] },
  { name: 'web', tags: ['production', 'web'], checkType: 'BROWSER' },
  { name: 'staging', tags: ['staging', 'api'] },
  { name: 'asleep', tags: ['production', 'api'], activated: false },
]

async function trigger(simulator: Simulator, body: object) {
  const reply = await ask(simulator, '/v2/check-sessions/trigger', {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const sessions = (reply.json['sessions'] ?? []) as { name: string; checkSessionId: string }[]
  return { status: reply.status, sessions, names: sessions.map(({ name }) => name) }
}

test.each([
  ['all tags of a group', { matchTags: [['production', 'api']] }, ['api']],
  ['any of several groups', { matchTags: [['web'], ['staging', 'api']] }, ['web', 'staging']],
  ['a group that nothing has whole', { matchTags: [['web', 'api']] }, []],
  ['a tag that must not be there', { matchTags: [['production', '!web']] }, ['api']],
  ['tags nobody has', { matchTags: [['elsewhere']] }, []],
  ['no target at all', undefined, ['api', 'web', 'staging']],
  ['an empty target', {}, ['api', 'web', 'staging']],
  ['empty filters', { matchTags: [], checkId: [] }, ['api', 'web', 'staging']],
])('%s', async (_title, target, names) => {
  const simulator = await start({ checks: CHECKS })
  const started = await trigger(simulator, target === undefined ? {} : { target, refreshCache: true })
  expect(started.names).toEqual(names)
  expect(started.status).toBe(names.length === 0 ? 404 : 201)
})

test('checks are started by id, and both filters must match', async () => {
  const simulator = await start({ checks: CHECKS })
  const [api, web] = simulator.checks.list()
  const checkId = [api?.id ?? '', web?.id.toUpperCase() ?? '']
  expect((await trigger(simulator, { target: { checkId } })).names).toEqual(['api', 'web'])
  expect((await trigger(simulator, { target: { checkId, matchTags: [['web']] } })).names).toEqual(['web'])
})

test('each start is a session of its own, which runs as the check says', async () => {
  const session = buildSession({ status: 'FAILED', runMs: 100, extra: { mood: 'good' } })
  const simulator = await start({ checks: [{ name: 'Checkout', session: { ...session, name: 'Checkout' } }] })
  const first = await trigger(simulator, {})
  const second = await trigger(simulator, {})
  const ids = [first, second].map(({ sessions }) => sessions[0]?.checkSessionId)
  expect(new Set(ids).size).toBe(2)
  expect(first.sessions[0]).toMatchObject({
    status: 'STARTED',
    runSource: 'TRIGGER_API',
    stoppedAt: null,
    mood: 'good',
  })
  expect(first.sessions[0]).not.toHaveProperty('results')
  const { json } = await ask(simulator, `/v2/check-sessions/${ids[1]}/completion`)
  expect(json).toMatchObject({ name: 'Checkout', status: 'FAILED', checkId: simulator.checks.list()[0]?.id })
})
