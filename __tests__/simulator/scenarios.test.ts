import { describe, expect, test } from 'vitest'
import { isUuid } from '../../simulator/ids.ts'
import { planSession } from '../../simulator/plan-session.ts'
import { planTestSession } from '../../simulator/plan-test-session.ts'
import { findScenario, SCENARIOS } from '../../simulator/scenarios.ts'
import { SHOP_CHECKS } from '../../simulator/shop-checks.ts'
import { CHECK_TYPES, type JsonObject } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

/** A scenario's simulator when all is over: no test has to wait. */
function startEnded(name: string) {
  const scenario = findScenario(name)
  return start({
    ...scenario,
    sessions: (scenario.sessions ?? []).map((session) => ({ ...session, ended: true })),
    testSessions: (scenario.testSessions ?? []).map((session) => ({ ...session, ended: true })),
  })
}

test.each([
  ['passed', 'PASSED'],
  ['failed', 'FAILED'],
  ['degraded', 'DEGRADED'],
  ['cancelled', 'CANCELLED'],
  ['timed-out', 'TIMED_OUT'],
  ['one-location-failed', 'FAILED'],
  ['passed-after-retry', 'PASSED'],
  ['playwright-error', 'FAILED'],
  ['slow', 'PASSED'],
])('%s ends %s', async (name, status) => {
  const simulator = await startEnded(name)
  const [session] = simulator.sessions.list()
  const { json } = await ask(simulator, `/v2/check-sessions/${session?.plan.id}/completion`)
  expect(json).toMatchObject({
    status,
    runLocations: expect.arrayContaining([expect.stringMatching(/-\d$/)]),
  })
  expect(json['checkSessionLink']).toMatch(/^https:\/\/app\.checklyhq\.com\//)
})

test.each([
  ['preview-passed', 'PASSED', []],
  ['preview-failed', 'FAILED', ['Checkout', 'Orders API']],
  ['preview-degraded', 'PASSED', []],
])('%s ends %s', async (name, status, failed) => {
  const simulator = await startEnded(name)
  const [session] = simulator.testSessions.list()
  const { json } = await ask(simulator, `/v1/test-sessions/${session?.plan.id}/completion`)
  const results = json['results'] as JsonObject[]
  expect(json['status']).toBe(status)
  expect(results.filter(isFailedFinal).map((result) => result['name'])).toEqual(failed)
  expect(results.some(({ isDegraded }) => isDegraded === true)).toBe(name === 'preview-degraded')
})

function isFailedFinal({ resultType, status }: JsonObject): boolean {
  return resultType === 'FINAL' && status === 'FAILED'
}

test('the flaky network has a fault for each of the first four waits', async () => {
  const simulator = await startEnded('flaky-network')
  const path = `/v2/check-sessions/${simulator.sessions.list()[0]?.plan.id}/completion?maxWaitSeconds=5`
  const replies = []
  for (let turn = 0; turn < 5; turn += 1) {
    const { status, error } = await ask(simulator, path)
    replies.push(error ?? status)
  }
  expect(replies).toEqual([503, 'ECONNRESET', 'ECONNRESET', 429, 200])
})

describe('every scenario', () => {
  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s is over soon',
    (_name, scenario) => {
      const limitMs = Number(scenario.inputs?.['timeout'] ?? 600) * 1000
      for (const [index, script] of (scenario.sessions ?? []).entries()) {
        const plan = planSession(script, index)
        expect(isUuid(plan.id)).toBe(true)
        expect(Math.min(plan.durationMs, limitMs)).toBeLessThanOrEqual(5000)
      }
      for (const [index, script] of (scenario.testSessions ?? []).entries())
        expect(planTestSession(script, index).durationMs).toBeLessThanOrEqual(5000)
    },
  )

  test('has a name of its own', () => {
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length)
  })
})

test('the suite has forty sessions of every type, of which three fail and one is degraded', async () => {
  expect(new Set(SHOP_CHECKS.map(({ checkType = 'API' }) => checkType))).toEqual(new Set(CHECK_TYPES))
  const simulator = await startEnded('suite')
  const statuses = simulator.sessions.list().map(({ status }) => status)
  const count = (status: string) => statuses.filter((one) => one === status).length
  expect([count('FAILED'), count('DEGRADED'), count('PASSED')]).toEqual([3, 1, 36])
})

test('the scenario with tags starts three checks, of which two fail', async () => {
  const scenario = findScenario('started-by-tag')
  const simulator = await start(scenario)
  const body = JSON.stringify({ target: { matchTags: [scenario.inputs?.['tags']?.split(',')] } })
  expect((await ask(simulator, '/v2/check-sessions/trigger', { method: 'POST', body })).status).toBe(201)
  for (const { plan } of simulator.sessions.list()) simulator.sessions.end(plan.id)
  expect(simulator.sessions.list().map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'PASSED'])
})
