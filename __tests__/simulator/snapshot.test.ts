import { describe, expect, test } from 'vitest'
import { buildRetries, buildRun, buildSession } from '../../simulator/build-session.ts'
import type { SessionScript } from '../../simulator/script.ts'
import { CHECK_TYPES, FINAL_STATUSES } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

/** A snapshot of a session that started `startedAgoMs` ago: no test has to wait. */
async function takeSnapshot(script: SessionScript) {
  const simulator = await start()
  const { plan } = simulator.sessions.add(script)
  const { json } = await ask(simulator, `/v2/check-sessions/${plan.id}`)
  return json as { status: string; results: { [field: string]: unknown }[]; [field: string]: unknown }
}

const LATER = [{ durationMs: 60_000 }]

describe('a snapshot of a running session', () => {
  test('has no results at first', async () => {
    const snapshot = await takeSnapshot({ locations: { 'eu-west-1': LATER } })
    expect(snapshot).toMatchObject({
      status: 'STARTED',
      stoppedAt: null,
      results: [],
      runLocations: ['eu-west-1'],
    })
  })

  test.each([
    ['PROGRESS', 'PASSED'],
    ['PROGRESS_FAILED', 'FAILED'],
    ['PROGRESS_FAILED', 'ERRORED'],
    ['PROGRESS_DEGRADED', 'DEGRADED'],
  ])('is %s once a location is %s', async (status, run) => {
    const locations = { 'eu-west-1': LATER, 'us-east-1': [buildRun(run, { durationMs: 500 })] }
    const snapshot = await takeSnapshot({ locations, startedAgoMs: 1000 })
    expect(snapshot.status).toBe(status)
    expect(snapshot.results).toHaveLength(1)
    expect(snapshot.results[0]).toMatchObject({ runLocation: 'us-east-1', resultType: 'FINAL' })
  })

  test('lists failed attempts before the final run, and a retry does not count as failed', async () => {
    const locations = {
      'eu-west-1': [...buildRetries(2, 'FAILED', { durationMs: 400, pauseMs: 100 }), ...LATER],
    }
    const snapshot = await takeSnapshot({ locations, startedAgoMs: 1200 })
    expect(snapshot.status).toBe('PROGRESS')
    expect(snapshot.results.map(({ resultType }) => resultType)).toEqual(['ATTEMPT', 'ATTEMPT'])
  })

  test('lists runs under way when the script says so', async () => {
    const snapshot = await takeSnapshot({ locations: { 'eu-west-1': LATER }, listsRunning: true })
    expect(snapshot.results).toMatchObject([{ resultType: null, responseTime: null, stoppedAt: null }])
  })
})

describe('a session that has ended', () => {
  test.each([...FINAL_STATUSES, 'MELTED'])('is %s as scripted', async (status) => {
    const session = buildSession({ status, locations: ['eu-west-1', 'us-east-1'], ended: true })
    const snapshot = await takeSnapshot(session)
    expect(snapshot.status).toBe(status)
    expect(snapshot.results).toHaveLength(status === 'TIMED_OUT' ? 1 : 2)
  })

  test.each([
    ['PASSED', [{}]],
    ['FAILED', [{ hasFailures: true }]],
    ['FAILED', [{ hasErrors: true }]],
    ['FAILED', [{ aborted: true }]],
    ['DEGRADED', [{ isDegraded: true }]],
    ['CANCELLED', [{ isCancelled: true }]],
    ['PASSED', [{ hasFailures: true }, {}]],
    ['PASSED', [{ resultType: null }]],
    ['TIMED_OUT', [{ resultType: 'ATTEMPT' }]],
  ])('amounts to %s by its runs %j', async (status, runs) => {
    expect((await takeSnapshot({ locations: { 'eu-west-1': runs }, ended: true })).status).toBe(status)
  })

  test('has times that fit together', async () => {
    const locations = {
      'eu-west-1': [{ durationMs: 700, responseTimeMs: 90 }],
      'us-east-1': [{ durationMs: 1500 }],
    }
    const snapshot = await takeSnapshot({ locations, ended: true })
    const [first, second] = snapshot.results
    expect(Date.parse(String(snapshot['stoppedAt'])) - Date.parse(String(snapshot['startedAt']))).toBe(1500)
    expect(snapshot['timeElapsed']).toBe(1500)
    expect(Date.parse(String(first?.['stoppedAt'])) - Date.parse(String(first?.['startedAt']))).toBe(700)
    expect(first?.['responseTime']).toBe(90)
    expect(second?.['stoppedAt']).toBe(snapshot['stoppedAt'])
  })

  test('has no result of a run that would have needed longer', async () => {
    const locations = { 'eu-west-1': [{ durationMs: 700 }], 'us-east-1': [{ durationMs: 1500 }] }
    const snapshot = await takeSnapshot({ locations, durationMs: 1000, ended: true })
    expect(snapshot).toMatchObject({ status: 'TIMED_OUT', runLocations: ['eu-west-1', 'us-east-1'] })
    expect(snapshot.results).toMatchObject([{ runLocation: 'eu-west-1' }])
  })

  test('has runs that share its duration when they have none of their own', async () => {
    const runs = [{ durationMs: 500, hasErrors: true }, { pauseMs: 100, hasErrors: true }, { pauseMs: 100 }]
    const snapshot = await takeSnapshot({ locations: { 'eu-west-1': runs }, durationMs: 1500, ended: true })
    const startMs = Date.parse(String(snapshot['startedAt']))
    const ends = snapshot.results.map(({ stoppedAt }) => Date.parse(String(stoppedAt)) - startMs)
    expect(ends).toEqual([500, 1000, 1500])
  })

  test.each([...CHECK_TYPES, 'CARRIER_PIGEON'])('may be of type %s', async (checkType) => {
    const snapshot = await takeSnapshot(buildSession({ checkType, ended: true }))
    expect(snapshot).toMatchObject({ checkType, results: [{ checkType }] })
  })

  test('may lack a name, have nulls, and fields that nobody knows', async () => {
    const snapshot = await takeSnapshot({
      name: null,
      runSource: null,
      locations: { 'eu-west-1': [{ responseTimeMs: null, resultType: null, extra: { mood: 'good' } }] },
      extra: { weather: { rain: false } },
      ended: true,
    })
    expect(snapshot).not.toHaveProperty('name')
    expect(snapshot).toMatchObject({ runSource: null, weather: { rain: false } })
    expect(snapshot.results).toMatchObject([{ responseTime: null, resultType: null, mood: 'good' }])
  })
})

test('the same script gives the same ids', async () => {
  const one = await takeSnapshot({ name: 'Checkout', ended: true })
  const other = await takeSnapshot({ name: 'Checkout', ended: true })
  const ids = (snapshot: typeof one) => [snapshot['checkSessionId'], snapshot.results[0]?.['checkResultId']]
  expect(ids(one)).toEqual(ids(other))
})
