import { expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { ask, start } from './support.ts'

const LOCATIONS = { 'eu-west-1': [{ durationMs: 100 }], 'us-east-1': [{ durationMs: 60_000 }] }

test('cancelling a Playwright suite ends it, with what had finished before', async () => {
  const session = buildSession({ checkType: 'PLAYWRIGHT', locations: LOCATIONS, startedAgoMs: 5000 })
  const simulator = await start({ sessions: [session] })
  const completion = ask(simulator, `/v2/check-sessions/${session.id}/completion`)
  await simulator.waitForRequest(({ route }) => route === 'completion')
  const reply = await ask(simulator, `/v1/check-sessions/${session.id}/cancel`, {
    method: 'POST',
    body: '{}',
  })
  expect(reply).toMatchObject({ status: 204, text: '' })
  expect((await completion).json).toMatchObject({
    status: 'CANCELLED',
    results: [
      { runLocation: 'eu-west-1', isCancelled: false },
      { runLocation: 'us-east-1', isCancelled: true, resultType: 'FINAL' },
    ],
  })
})

test('cancelling one sequence leaves the others running', async () => {
  const session = buildSession({ checkType: 'PLAYWRIGHT', locations: LOCATIONS, status: 'PASSED' })
  const simulator = await start({ sessions: [session] })
  const sequenceId = simulator.sessions.get(session.id)?.plan.runs.map((run) => run.sequenceId)
  const body = JSON.stringify({ sequenceId: sequenceId?.slice(1) })
  await ask(simulator, `/v1/check-sessions/${session.id}/cancel`, { method: 'POST', body })
  const { json } = await ask(simulator, `/v2/check-sessions/${session.id}/completion`)
  expect(json).toMatchObject({ status: 'CANCELLED' })
  expect(json['results']).toContainEqual(
    expect.objectContaining({ runLocation: 'eu-west-1', isCancelled: false }),
  )
})

test.each(['API', 'BROWSER', 'MULTI_STEP'])(
  'a %s check goes on after it was cancelled',
  async (checkType) => {
    const session = buildSession({ checkType, runMs: 250 })
    const simulator = await start({ sessions: [session] })
    const reply = await ask(simulator, `/v1/check-sessions/${session.id}/cancel`, { method: 'POST' })
    expect(reply.status).toBe(204)
    const { json } = await ask(simulator, `/v2/check-sessions/${session.id}/completion`)
    expect(json).toMatchObject({ status: 'PASSED', timeElapsed: 250 })
  },
)
