import { expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { type Asking, ask, credentials, start } from './support.ts'

const SESSION = buildSession({ ended: true })
const STRANGER = '00000000-0000-4000-8000-000000000000'
const COMPLETION = `/v2/check-sessions/${SESSION.id}/completion`
const KEY = 'cu_a_key_of_the_account'
const JSON_POST: Asking = { method: 'POST' }

const TABLE: [string, number, Asking?][] = [
  [`${COMPLETION}?maxWaitSeconds=1`, 200],
  [`${COMPLETION}?maxWaitSeconds=30`, 200],
  [`${COMPLETION}?maxWaitSeconds=0`, 400],
  [`${COMPLETION}?maxWaitSeconds=31`, 400],
  [`${COMPLETION}?maxWaitSeconds=1.5`, 400],
  [`${COMPLETION}?maxWaitSeconds=-1`, 400],
  [`${COMPLETION}?maxWaitSeconds=ten`, 400],
  [`${COMPLETION}?maxWaitSeconds=`, 400],
  ['/v2/check-sessions/not-a-uuid/completion', 400],
  ['/v2/check-sessions/not-a-uuid', 400],
  [`/v2/check-sessions/${STRANGER}/completion`, 404],
  [`/v2/check-sessions/${STRANGER}`, 404],
  [COMPLETION, 401, { headers: {} }],
  [COMPLETION, 401, { headers: { authorization: 'Bearer cu_wrong' } }],
  [COMPLETION, 401, { headers: { authorization: KEY } }],
  [COMPLETION, 200, { headers: { authorization: `Bearer ${KEY}` } }],
  [COMPLETION, 400, { headers: { authorization: `Bearer ${KEY}`, 'x-checkly-account': 'mine' } }],
  [COMPLETION, 403, { headers: { authorization: `Bearer ${KEY}`, 'x-checkly-account': STRANGER } }],
  [COMPLETION, 404, JSON_POST],
  ['/v2/elsewhere', 404],
  ['/next/accounts', 200],
  [`/next/accounts/${STRANGER}`, 404],
  ['/v2/check-sessions/trigger', 400, { ...JSON_POST, body: '' }],
  ['/v2/check-sessions/trigger', 400, { ...JSON_POST, body: '[]' }],
  ['/v2/check-sessions/trigger', 400, { ...JSON_POST, body: '{"refreshCache":"yes"}' }],
  ['/v2/check-sessions/trigger', 400, { ...JSON_POST, body: '{"target":{"matchTags":["a"]}}' }],
  ['/v2/check-sessions/trigger', 400, { ...JSON_POST, body: '{"target":{"checkId":["a"]}}' }],
  ['/v2/check-sessions/trigger', 404, { ...JSON_POST, body: '{}' }],
  ['/v1/check-sessions/not-a-uuid/cancel', 400, JSON_POST],
  [`/v1/check-sessions/${STRANGER}/cancel`, 404, JSON_POST],
  [`/v1/check-sessions/${SESSION.id}/cancel`, 400, { ...JSON_POST, body: '{"sequenceId":[]}' }],
  [`/v1/check-sessions/${SESSION.id}/cancel`, 400, { ...JSON_POST, body: '{"all":true}' }],
  [`/v1/check-results/${STRANGER}/nothing`, 400],
  [`/v1/check-results/${STRANGER}/${STRANGER}`, 404],
]

test.each(TABLE)('%s is answered with %i', async (path, status, asking = {}) => {
  const simulator = await start({ sessions: [SESSION], apiKeys: [KEY] })
  const reply = await ask(simulator, path, { headers: credentials(simulator), ...asking })
  expect(reply.status).toBe(status)
  if (status !== 200) {
    expect(reply.json).toEqual({ statusCode: status, error: expect.any(String), message: expect.any(String) })
  }
})

test('the account is found under its own id alone', async () => {
  const simulator = await start()
  const reply = await ask(simulator, `/next/accounts/${simulator.accountId}`)
  expect(reply.json).toMatchObject({ id: simulator.accountId, name: expect.any(String), features: [] })
})
