import { afterEach, describe, expect, test } from 'vitest'
import { buildRetries, buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { HistoryScript, PastResultScript } from '../../simulator/script.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'
import { type ChecklyClient, createChecklyClient } from '../../src/checkly/checkly-client.ts'
import { describeAside, describeHistory } from '../../src/diagnosis/describe-history.ts'
import { findNew } from '../../src/diagnosis/failure-knowledge.ts'
import { readHistory } from '../../src/diagnosis/read-history.ts'
import type { RunHistory } from '../../src/diagnosis/run-history.ts'
import { joinFilled } from '../../src/text/words.ts'
import { limitTime, monotonicClock } from '../../src/time/clock.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import { judgeSession } from '../../src/verdict/judge-sessions.ts'
import { buildRules } from '../../testing/build-session.ts'

const MINUTE = 60_000
const opened: { close(): unknown }[] = []

afterEach(async () => {
  for (const it of opened.splice(0)) await it.close()
})

/** A stand-in API, and a client of it. */
async function start(options: SimulatorOptions): Promise<{ api: Simulator; client: ChecklyClient }> {
  const api = await startSimulator(options)
  const { url, apiKey, accountId } = api
  const client = createChecklyClient(
    { apiUrl: new URL(url), apiKey, accountId, redact: (text) => text, trace: null },
    (caller) => caller,
  )
  opened.push(client, api)
  return { api, client }
}

function say(history: RunHistory): string {
  return joinFilled([describeHistory(history, Date.now()), describeAside(history, Date.now())], '; ')
}

interface Step {
  passingStatuses?: string[]
  startedAfterMs?: number
}

/** What is told of each check that did not pass, after its sessions were read: `Login: new in eu-west-1: …`. */
async function tell(options: SimulatorOptions, step: Step = {}) {
  const { api, client } = await start(options)
  const { passingStatuses = ['PASSED'], startedAfterMs = null } = step
  const limit = limitTime(monotonicClock, 5000)
  const testSessions = await client.loadTestSessions()
  const asked = [
    ...(options.sessions ?? []).map(({ id = '' }) => client.checkSessions.read(id, limit, 'watch')),
    ...(options.testSessions ?? []).map(({ id = '' }) => testSessions.read(id, limit, 'watch')),
  ]
  const sessions = (await Promise.all(asked)).flatMap((answer) => {
    if (answer.kind !== 'completed') throw new Error(`not read: ${answer.kind}`)
    const { value: session } = answer
    const wait = session.isOver ? 'ended' : 'out-of-time'
    const watched = { id: session.id, session, wait, isKnown: true, lastError: null } as const
    return judgeSession(watched, buildRules({ passingStatuses }))
  })
  const checks = judgeChecks(sessions, passingStatuses)
  const histories = await readHistory(
    checks,
    sessions,
    { passingStatuses, startedAfterMs },
    client.history,
    limit,
  )
  const told = checks.flatMap((check) => {
    const runs = check.runs.flatMap((run) => {
      const history = histories.get(run)
      return history === undefined ? [] : `${run.location}: ${say(history)}`
    })
    return runs.length === 0 ? [] : [[check.name, findNew(check, { histories }), ...runs]]
  })
  const paths = (route: string): string[] =>
    api.log.filter((it) => it.route === route).map(({ path, query }) => `${path} ${query['to'] ?? ''}`)
  return { told, asked: paths('history'), groups: paths('test-error-group') }
}

const login = buildSession({ name: 'Login', status: 'FAILED', ended: true })
const remember = (checkId: string, results: PastResultScript[]): HistoryScript => ({ checkId, results })

describe('check sessions', () => {
  test('a check that passed before is new, and one request tells', async () => {
    const { told, asked } = await tell({
      sessions: [login],
      history: [remember(login.checkId, [{ agoMs: 4 * MINUTE }, { agoMs: 9 * MINUTE }])],
    })
    expect(told).toStrictEqual([['Login', true, 'eu-west-1: passed 4 minutes before this run']])
    expect(asked).toHaveLength(1)
  })

  test('a check that was failing is known, and its own result does not count', async () => {
    const results = [4, 9, 14].map((minutes) => ({ agoMs: minutes * MINUTE, status: 'FAILED' as const }))
    const { told } = await tell({ sessions: [login], history: [remember(login.checkId, results)] })
    expect(told).toStrictEqual([
      ['Login', false, expect.stringMatching(/^eu-west-1: failing since .* UTC, at least 3 results$/)],
    ])
  })

  test('a check without a past is not known', async () => {
    const { told } = await tell({ sessions: [login] })
    expect(told).toStrictEqual([['Login', null, 'eu-west-1: no earlier result in the same location']])
  })

  test('each place is judged by its own past', async () => {
    const session = buildSession({
      name: 'Login',
      ended: true,
      locations: {
        'eu-west-1': [{ hasFailures: true }],
        'us-east-1': [{ hasFailures: true }],
        'ap-south-1': [{}],
      },
    })
    const { told } = await tell({
      sessions: [session],
      history: [
        remember(session.checkId, [
          { agoMs: 4 * MINUTE },
          { agoMs: 4 * MINUTE, location: 'us-east-1', status: 'ERRORED' },
        ]),
      ],
    })
    expect(told).toStrictEqual([
      [
        'Login',
        true,
        'eu-west-1: passed 4 minutes before this run',
        expect.stringMatching(/^us-east-1: failing since .*, at least 1 result$/),
      ],
    ])
  })

  test('what was read ends at started-after, and never after the start of the session', async () => {
    const deployedMs = Date.now() - 6 * MINUTE
    const history = [
      remember(login.checkId, [{ agoMs: 4 * MINUTE, status: 'FAILED' }, { agoMs: 9 * MINUTE }]),
    ]
    const early = await tell({ sessions: [login], history }, { startedAfterMs: deployedMs })
    expect(early.told).toStrictEqual([['Login', true, 'eu-west-1: passed 9 minutes before this run']])
    expect(early.asked[0]).toMatch(new RegExp(` ${Math.floor(deployedMs / 1000)}$`))

    const late = await tell({ sessions: [login], history }, { startedAfterMs: Date.now() + MINUTE })
    expect(late.told).toMatchObject([['Login', false, expect.stringContaining('1 result')]])
  })

  test('a place that never answered before the session timed out is a failure there', async () => {
    const session = buildSession({
      name: 'Login',
      status: 'TIMED_OUT',
      ended: true,
      locations: ['eu-west-1', 'us-east-1'],
    })
    const { told } = await tell({
      sessions: [session],
      history: [remember(session.checkId, [{ agoMs: 4 * MINUTE }])],
    })
    expect(told).toStrictEqual([['Login', true, 'eu-west-1: passed 4 minutes before this run']])
  })

  test('one that still runs after a failed attempt is asked for too', async () => {
    const session = buildSession({
      name: 'Login',
      durationMs: 'manual',
      locations: { 'eu-west-1': [{ hasFailures: true, durationMs: 0 }, { durationMs: 'manual' }] },
    })
    const { told } = await tell({
      sessions: [session],
      history: [remember(session.checkId, [{ agoMs: 4 * MINUTE }])],
    })
    expect(told).toStrictEqual([['Login', true, 'eu-west-1: passed 4 minutes before this run']])
  })

  test('a place that did not answer before the session failed elsewhere is no failure there', async () => {
    const session = buildSession({
      name: 'Login',
      status: 'FAILED',
      ended: true,
      locations: { 'eu-west-1': [{ hasFailures: true }], 'us-east-1': [] },
    })
    const { told } = await tell({
      sessions: [session],
      history: [remember(session.checkId, [{ agoMs: 4 * MINUTE }])],
    })
    expect(told).toStrictEqual([['Login', true, 'eu-west-1: passed 4 minutes before this run']])
  })

  test('without a time in a session nobody can tell what was before, and nothing is asked', async () => {
    const set = { startedAt: null, stoppedAt: null, results: [] }
    const { told, asked } = await tell({
      sessions: [login],
      faults: [{ route: 'snapshot', behaviour: { kind: 'edit', set } }],
    })
    expect(told).toStrictEqual([])
    expect(asked).toStrictEqual([])
  })

  test('what passed, what was cancelled and what is let through is not asked for', async () => {
    const sessions = (['PASSED', 'CANCELLED', 'DEGRADED', 'FAILED'] as const).map((status) =>
      buildSession({ name: status, status, ended: true, locations: { x: buildRetries(1, status) } }),
    )
    const step = { passingStatuses: ['PASSED', 'DEGRADED', 'FAILED'] }
    expect(await tell({ sessions }, step)).toStrictEqual({ told: [], asked: [], groups: [] })
  })

  test('of many checks that failed the worst are asked for, twenty at most, each once', async () => {
    const degraded = Array.from({ length: 15 }, (_, index) =>
      buildSession({ name: `Slow ${index}`, status: 'DEGRADED', ended: true }),
    )
    const failed = Array.from({ length: 15 }, (_, index) =>
      buildSession({ name: `Fails ${index}`, status: 'FAILED', ended: true }),
    )
    const again = { ...failed[0], id: 'aaaaaaaa-0000-4000-8000-000000000000' }
    const { told, asked } = await tell({ sessions: [...degraded, ...failed, again] })
    const ids = asked.map((path) => path.slice('/v2/check-results/'.length, -11).toLowerCase())
    expect(ids).toHaveLength(20)
    expect(new Set(ids)).toStrictEqual(new Set([...failed, ...degraded.slice(0, 5)].map((it) => it.checkId)))
    expect(told.filter(([, , words]) => String(words).includes('could not be read'))).toHaveLength(10)
  })
})

describe('test sessions', () => {
  const message = 'expected 503 to equal 200'
  const known = { message, firstSeenAgoMs: 72 * 60 * MINUTE, environments: ['staging'] }

  test('an error that was seen before is known, one within the session is new', async () => {
    const session = buildTestSession({
      ended: true,
      checks: [
        { name: 'Orders', status: 'FAILED', errorGroup: known },
        { name: 'Login', status: 'FAILED', errorGroup: { message: 'no button' } },
        { name: 'Search' },
      ],
    })
    const { told, groups } = await tell({ testSessions: [session] })
    expect(told).toStrictEqual([
      [
        'Orders',
        false,
        expect.stringMatching(/^eu-central-1: errors like this one since .* UTC, in staging$/),
      ],
      ['Login', true, 'eu-central-1: has an error that was not seen before this run'],
    ])
    expect(groups).toHaveLength(2)
  })

  test('an error that the first of two sessions of this step has met is new in the second', async () => {
    const group = { id: 'bbbbbbbb-0000-4000-8000-000000000000', message }
    const checks = [{ name: 'Orders', status: 'FAILED' as const, errorGroup: group }]
    const testSessions = [
      buildTestSession({ location: 'eu-central-1', checks, startedAgoMs: 20_000, durationMs: 2000 }),
      buildTestSession({ location: 'us-east-1', checks, startedAgoMs: 9000, durationMs: 2000 }),
    ]
    const { told, groups } = await tell({ testSessions })
    const words = 'has an error that was not seen before this run'
    expect(told).toStrictEqual([['Orders', true, `eu-central-1: ${words}`, `us-east-1: ${words}`]])
    expect(groups).toHaveLength(1)
  })

  test('the error of a failed attempt tells while the check is tried again', async () => {
    const runs = [{ hasFailures: true, durationMs: 0, errorGroup: known }, { durationMs: 'manual' as const }]
    const session = buildTestSession({ durationMs: 'manual', checks: [{ name: 'Orders', runs }] })
    const { told } = await tell({ testSessions: [session] })
    expect(told).toStrictEqual([['Orders', false, expect.stringContaining('errors like this one since')]])
  })

  test('what the check does by itself stands beside it, and decides nothing', async () => {
    const checkId = 'cccccccc-0000-4000-8000-000000000000'
    const session = buildTestSession({
      ended: true,
      checks: [{ name: 'Orders', checkId, status: 'FAILED', errorGroup: known }],
    })
    const { told, asked } = await tell({
      testSessions: [session],
      history: [remember(checkId, [{ agoMs: 4 * MINUTE }])],
    })
    expect(told).toMatchObject([
      [
        'Orders',
        false,
        expect.stringMatching(/in staging; passes on its configured target \(.*\), fails here$/),
      ],
    ])
    expect(asked).toHaveLength(1)
  })

  test('an error that cannot be read is not known', async () => {
    const session = buildTestSession({
      ended: true,
      checks: [{ name: 'Orders', status: 'FAILED', errorGroup: known }],
    })
    const { told } = await tell({
      testSessions: [session],
      faults: [{ route: 'test-error-group', behaviour: { kind: 'respond', status: 403 } }],
    })
    expect(told).toMatchObject([['Orders', null, expect.stringContaining('could not be looked up')]])
  })
})
