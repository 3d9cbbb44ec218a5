import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { buildRun, buildSession, buildSessions } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { FaultDescription } from '../../simulator/fault-description.ts'
import type { Simulator, SimulatorOptions } from '../../simulator/server.ts'
import { describeFailure } from '../../src/checkly/http/describe-failure.ts'
import { RequestFailure, sendRequest } from '../../src/checkly/http/send-request.ts'
import { readInputs } from '../../src/inputs/read-inputs.ts'
import { makeReportDir } from '../../src/reports/report-dir.ts'
import { describeError } from '../../src/text/words.ts'
import type { RunOptions, RunResult } from '../../testing/run-action.ts'
import { findClosedPort, runGate, runStep, SIGNALS, showText, startGate, test } from '../action/support.ts'
import { findSection, listFirstColumn, readPage } from './read-pages.ts'

/*
 * Every message that README and troubleshooting quote is brought about here, the way a user meets it where that is
 * simple, else by the function that makes it. Who quotes a new one adds how it comes about.
 */

/** In seconds, for a step whose time is to be up: as long as a busy machine needs for its first requests. */
const SHORT = { timeout: '6' }

/** What a message may need to come about. */
interface World {
  startApi: (options?: SimulatorOptions) => Promise<Simulator>
  folder: string
}

/** Brings a message about; returns all that was said. */
type Maker = (world: World) => string | Promise<string>

/** Messages of GitHub's runner, which is not here. */
const FOREIGN = ["Skip output '…' since it may contain secret", "Unexpected input(s) '…'"]

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** What is said about inputs: the error, or notes and warnings. */
function withInputs(inputs: Record<string, string>, env: NodeJS.ProcessEnv = {}): Maker {
  const given: Record<string, string> = { 'api-key': 'k'.repeat(20), ...inputs }
  return async () => {
    try {
      const { notes, warnings } = await readInputs((name) => given[name] ?? '', env)
      return [...notes, ...warnings].join('\n')
    } catch (error) {
      return describeError(error)
    }
  }
}

/** The log and the summary of a step. */
function showRun({ stdout, summary }: RunResult): string {
  return `${stdout}\n${showText(summary)}`
}

/** What a step says against a stand-in; without a choice, it awaits the sessions that there are. */
function withApi(
  options: SimulatorOptions,
  inputs: Record<string, string>,
  extra: Omit<RunOptions, 'inputs'> = {},
): Maker {
  return async ({ startApi }) => {
    const api = await startApi(options)
    const ids = api.sessions.list().map(({ plan }) => plan.id)
    const testIds = api.testSessions.list().map(({ plan }) => plan.id)
    const awaited = { 'check-session-id': ids.join(' '), 'test-session-id': testIds.join(' ') }
    const isChosen = 'tags' in inputs || 'check-id' in inputs || 'check-session-id' in inputs
    const run = 'timeout' in inputs ? runGate : runStep
    return showRun(await run(api, isChosen ? inputs : { ...awaited, ...inputs }, extra))
  }
}

/** What a step says when each request to await its session meets a fault. */
function withFault(behaviour: FaultDescription, times = 100): Maker {
  const faults = [{ route: 'completion', times, behaviour } as const]
  return withApi({ sessions: [buildSession({ ended: true })], faults }, {})
}

/** What is said of a connection that fails. */
function withFailure(code: string): Maker {
  return () => describeFailure(new RequestFailure(code, 'message', false), 'api.checklyhq.com').cause
}

const tests = (inputs: Record<string, string>): Record<string, string> => ({
  'session-type': 'test',
  tags: 'preview',
  ...inputs,
})

const PREVIEW = { id: '11111111-0000-4000-8000-000000000000', name: 'Login', tags: ['preview'] }
const FAILED = buildSession({ status: 'FAILED', ended: true })
const OLD = buildSession({ startedAgoMs: 3_600_000 })
const NO_PLACE = { checks: [PREVIEW], testSessionRules: { unknownPlace: 404 as const } }

const MAKERS: Record<string, Maker> = {
  'Input api-key is missing': withInputs({ 'api-key': '', tags: 'a' }),
  'The API key was not accepted': withApi({ sessions: [OLD] }, { 'api-key': 'another' }),
  'No sessions are chosen': withInputs({}),
  'No active check matches': withApi({}, { tags: 'staging' }),
  'Timed out after': withApi({ sessions: [buildSession({ durationMs: 'manual' })] }, SHORT),

  'cannot be used, it must be': withInputs({ tags: 'a', timeout: '10m' }),
  'It contains an invisible character': withInputs({ 'check-id': `${UNKNOWN_ID}\u200b` }),
  'contains an invisible character': withInputs({ tags: 'staging\u200b' }),
  'has a comment, which would be a part of the tag': withInputs({ tags: 'staging # blocks' }),
  'either awaits sessions that exist or starts new ones': withInputs({
    tags: 'a',
    'check-session-id': UNKNOWN_ID,
  }),
  'Both check-id and tags are given': withInputs({ tags: 'a', 'check-id': UNKNOWN_ID }),
  'goes with check-id or tags': withInputs({ 'check-session-id': UNKNOWN_ID, detach: 'true' }),
  'for test sessions that the step starts': withInputs({ tags: 'a', location: 'us-east-1' }),
  'api-key and account-id seem to be swapped': withInputs({
    tags: 'a',
    'api-key': UNKNOWN_ID,
    'account-id': 'not-a-uuid',
  }),
  'is outside the workspace': ({ folder }) => sayError(() => makeReportDir('../reports', folder)),
  'leads outside the workspace': ({ folder }) => {
    mkdirSync(join(folder, 'workspace'))
    symlinkSync(folder, join(folder, 'workspace', 'link'), 'junction')
    return sayError(() => makeReportDir('link/reports', join(folder, 'workspace')))
  },

  'The key may not do this': withApi({ sessions: [OLD] }, { 'account-id': UNKNOWN_ID }),
  "The account's plan does not cover this": withApi(
    { checks: [PREVIEW], faults: [{ route: 'test-trigger', behaviour: { kind: 'respond', status: 402 } }] },
    tests({}),
  ),
  'No such check session in this account': withApi({}, { 'check-session-id': UNKNOWN_ID }),
  'No such test session in this account': withApi({}, { 'test-session-id': UNKNOWN_ID }),

  'no active check has that id': withApi(
    { checks: [PREVIEW] },
    { 'check-id': `${PREVIEW.id} ${UNKNOWN_ID}` },
  ),
  'there is no location': withApi(NO_PLACE, tests({ location: 'mars-1' })),
  'there is no private location': withApi(NO_PLACE, tests({ 'private-location': 'attic' })),
  'the locations could not be looked up': withApi(
    { ...NO_PLACE, faults: [{ route: 'locations', behaviour: { kind: 'respond', status: 403 } }] },
    tests({ location: 'mars-1' }),
  ),
  'may have been started all the same': withApi(
    { checks: [PREVIEW], faults: [{ route: 'trigger', behaviour: { kind: 'lose-answer' } }] },
    { tags: 'preview' },
  ),

  'the session ran out of time at Checkly': withApi(
    { sessions: [buildSession({ status: 'TIMED_OUT', ended: true })] },
    {},
  ),
  'slower than its limit for degraded': withApi(
    { sessions: [buildSession({ status: 'DEGRADED', ended: true })] },
    {},
  ),
  'Attempts have failed already': withApi(
    {
      sessions: [
        buildSession({
          locations: {
            'eu-west-1': [buildRun('FAILED', { durationMs: 100 }), { durationMs: 'manual' }],
          },
          durationMs: 'manual',
          startedAgoMs: 5000,
        }),
      ],
    },
    SHORT,
  ),
  'Checkly starts the checks of a large session one after the other': withApi(
    {
      testSessions: [
        buildTestSession({
          startedAgoMs: 5000,
          checks: [
            { name: 'Cart', durationMs: 10 },
            { name: 'Login', startsAfterMs: 60_000 },
          ],
        }),
      ],
    },
    SHORT,
  ),
  'Nothing had started in': withApi(
    { testSessions: [buildTestSession({ checks: [{ name: 'Login', startsAfterMs: 60_000 }] })] },
    SHORT,
  ),
  'so it is too old to count': withApi({ sessions: [OLD] }, { 'started-after': new Date().toISOString() }),
  'had ended': withApi({ sessions: [OLD] }, {}),
  'it ended as PASSED, but': withApi(
    { testSessions: [buildTestSession({ hasResults: false, ended: true })] },
    SHORT,
  ),
  'the API answered 429': withFault({ kind: 'respond', status: 429, headers: { 'retry-after': '1' } }, 1),
  'Redirects are not followed': withFault({ kind: 'respond', status: 302, headers: { location: '/' } }),
  Cancelled: async ({ startApi }) => {
    const session = buildSession({ durationMs: 'manual' })
    const api = await startApi({ sessions: [session] })
    const { child, done, waitForOutput } = startGate(api, { 'check-session-id': session.id })
    await waitForOutput('Awaiting')
    child.kill('SIGINT')
    return showRun(await done)
  },

  'the connection was refused': async ({ startApi }) => {
    const { apiKey, accountId } = await startApi()
    const nowhere = { apiKey, accountId, url: `http://127.0.0.1:${await findClosedPort()}` }
    return showRun(await runGate(nowhere, { 'check-session-id': UNKNOWN_ID, ...SHORT }))
  },
  'does not resolve': withFailure('ENOTFOUND'),
  'no whole answer within': async ({ startApi }) => {
    const { url } = await startApi({ onConnection: () => 'hold' })
    return sendRequest({
      method: 'GET',
      url: new URL(url),
      headers: {},
      agent: new (await import('node:http')).Agent(),
      request,
      overallMs: 100,
      maxBodyBytes: 1,
      signal: AbortSignal.timeout(10_000),
    }).then(() => '', describeError)
  },
  'no answer came in time': withApi(
    { onConnection: () => 'hold' },
    { 'check-session-id': UNKNOWN_ID, ...SHORT },
  ),
  'is not trusted': withFailure('SELF_SIGNED_CERT_IN_CHAIN'),
  'the proxy answered': withFailure('PROXY_407'),
  'the proxy cannot be reached': withFailure('PROXY_UNREACHABLE'),

  'the checks get no ENVIRONMENT_URL': withInputs(tests({})),
  'status has no environment_url': withInputs(tests({}), { GITHUB_EVENT_NAME: 'deployment_status' }),
  'points to the machine itself': withInputs(tests({ 'environment-url': 'http://localhost:3000' })),
  'a secret may not be set': withInputs(tests({ 'secret-env': 'TOKEN=' })),
  'is given already, in line': withInputs(tests({ env: 'A=1\nA=2' })),
  'is sent, but not hidden': withInputs(tests({ 'secret-env': 'PIN=123' })),
  'a job has none without actions/checkout': withInputs(tests({ 'env-file': '.env.none' })),

  'a failed assertion, a failing script or a timeout': withApi(
    {
      sessions: [FAILED],
      faults: [{ route: 'check-result', behaviour: { kind: 'respond', status: 404 } }],
    },
    {},
  ),
  'reason not read': withApi({ sessions: buildSessions(31, () => ({ status: 'FAILED', ended: true })) }, {}),
  'are left empty': withApi(
    { sessions: [buildSession({ ended: true, extra: { padding: 'x'.repeat(200_000) } })] },
    {},
  ),
  'could not be written': async (world) =>
    withApi({ sessions: [FAILED] }, {}, { files: { GITHUB_STEP_SUMMARY: world.folder } })(world),

  'Cannot find module': ({ folder }) =>
    spawnSync(process.execPath, ['--eval', ''], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--require=./none.cjs' },
    }).stderr,
}

function sayError(act: () => unknown): string {
  try {
    return String(act())
  } catch (error) {
    return describeError(error)
  }
}

const quoted = [
  ...listFirstColumn(findSection(readPage('README.md'), 'When it fails')),
  ...listFirstColumn(readPage('docs/troubleshooting.md')),
]

test('each quoted message is brought about below, and no other', () => {
  expect(quoted.toSorted()).toEqual([...Object.keys(MAKERS), ...FOREIGN].toSorted())
})

describe.concurrent('users meet the message', () => {
  test.for(Object.entries(MAKERS))('%s', async ([message, make], { startApi, folder, skip, expect }) => {
    skip(message === 'Cancelled' && SIGNALS.length === 0)
    expect(await make({ startApi, folder })).toContain(message)
  })
})
