import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { LOCATION_CANARIES } from '../../simulator/locations.ts'
import type { CheckScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { listErrors, runGate, showText, test } from './support.ts'

const START = { 'session-type': 'test', tags: 'shop', timeout: '6' }

/** Long after every deadline here. */
const LATE_MS = 600_000

const PASSES = (name: string): CheckScript => ({ name, tags: ['shop'], test: { durationMs: 10 } })
const RUNS = (name: string): CheckScript => ({ name, tags: ['shop'], test: { durationMs: LATE_MS } })
const WAITS = (name: string): CheckScript => ({ name, tags: ['shop'], test: { startsAfterMs: LATE_MS } })

/** All that a step left behind. */
const listAll = (run: RunResult): string =>
  [run.stdout, run.stderr, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.state)].join('\n')

const countLookups = (api: Pick<Simulator, 'log'>): number =>
  api.log.filter(({ route }) => route === 'private-locations').length

describe('at the deadline, checks that had not started are told apart from those that ran', () => {
  test.concurrent('with what to set', async ({ startApi }) => {
    const api = await startApi({
      checks: [PASSES('A'), RUNS('B'), ...['C', 'D', 'E'].map(WAITS)],
    })
    const run = await runGate(api, START)
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'timeout' } })
    expect(listErrors(run)).toEqual([
      expect.stringMatching(
        /^Timed out after [\d.]+ s: 4 of 5 checks had not ended: "B", "C", "D" and 1 more\. 3 of them had not started\. Checkly starts the checks of a large session one after the other, over up to 900 seconds: set timeout/,
      ),
    ])
    const said = showText(run.summary)
    expect(said).toMatch(/^## ⏳ 4 of 5 checks had not ended after [\d.]+/)
    expect(said).toContain('1 still running · 3 not started · 1 passed')
    expect(said).toContain('**🕓 3 checks had not started when the step stopped waiting:** C, D, E')
    expect(run.lines).toContain('::group::🕓 3 checks had not started when the step stopped waiting')
    expect(run.stdout).toMatch(/^::error title=3 checks had not started/m)
  })

  test.concurrent('where none has started, that is what the heading says', async ({ startApi }) => {
    const run = await runGate(await startApi({ checks: ['A', 'B'].map(WAITS) }), START)
    expect(showText(run.summary)).toMatch(/^## ⏳ 2 of 2 checks had not started after [\d.]+/)
    expect(listErrors(run)).toEqual([
      expect.stringMatching(
        /: 2 of 2 checks had not started: "A", "B"\. Nothing had started in eu-central-1:/,
      ),
    ])
  })
})

describe('a private location that is silent', () => {
  const options = {
    privateLocations: [{ slugName: 'office-berlin', lastSeenAgoMs: 3 * 3_600_000, agentCount: 0 }],
  }
  const inOffice = { ...START, 'private-location': 'office-berlin' }

  test.concurrent('is named with when its agents were last seen, and nothing else of it is told', async ({
    startApi,
  }) => {
    const api = await startApi({ ...options, checks: ['A', 'B'].map(WAITS) })
    const run = await runGate(api, inOffice)
    const says =
      /Nothing has come from the private location office-berlin yet; an agent of it was last seen at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, 3h00m before\. See whether one runs there\./
    expect(run.outputs).toMatchObject({ outcome: 'timeout' })
    expect(run.stdout).toMatch(new RegExp(`^::warning title=.*::${says.source}$`, 'm'))
    expect(showText(run.summary)).toMatch(says)
    expect(countLookups(api)).toBe(1)
    expect(listAll(run)).not.toContain(LOCATION_CANARIES.rawKey)
    expect(listAll(run)).not.toContain(LOCATION_CANARIES.proxyPassword)
  })

  test.concurrent('is named where check sessions run there as well, which only their places tell', async ({
    startApi,
  }) => {
    const session = buildSession({
      locations: { 'eu-west-1': [{ durationMs: 10 }], 'office-berlin': [{ durationMs: LATE_MS }] },
      durationMs: 'manual',
    })
    const api = await startApi({ ...options, sessions: [session] })
    const run = await runGate(api, { 'check-session-id': session.id, timeout: '6' })
    expect(run.stdout).toMatch(/^::warning .*Nothing has come from the private location office-berlin/m)
  })

  test.concurrent.for<[string, CheckScript[], Record<string, string>]>([
    ['when a check runs there', [RUNS('A'), WAITS('B')], inOffice],
    ['when the locations are public ones', [WAITS('A')], START],
    ['when all have ended', [PASSES('A')], inOffice],
    ['with failure-details: false', [WAITS('A')], { ...inOffice, 'failure-details': 'false' }],
  ])('is not looked for %s', async ([, checks, inputs], { startApi }) => {
    const api = await startApi({ ...options, checks })
    const run = await runGate(api, inputs)
    expect(countLookups(api)).toBe(0)
    expect(run.stdout).not.toContain('Nothing has come')
  })

  test.concurrent('of which nothing can be read costs nothing but the remark', async ({ startApi }) => {
    const api = await startApi({
      ...options,
      checks: [WAITS('A')],
      faults: [{ route: 'private-locations', behaviour: { kind: 'respond', status: 403 } }],
    })
    const run = await runGate(api, inOffice)
    expect(run.outputs).toMatchObject({ outcome: 'timeout' })
    expect(run.stdout).not.toContain('Nothing has come')
  })
})

test.concurrent('fail-fast ends within seconds of the first check that failed, though the session runs on', async ({
  startApi,
}) => {
  const failing: CheckScript = { name: 'Broken', tags: ['shop'], test: { durationMs: 10, status: 'FAILED' } }
  const api = await startApi({ checks: [failing, RUNS('A'), RUNS('B')] })
  const run = await runGate(api, { ...START, 'fail-fast': 'true', timeout: '60' })
  expect(run).toMatchObject({ code: 1, outputs: { outcome: 'failed', status: 'FAILED' } })
  expect(listErrors(run)).toEqual([
    expect.stringMatching(
      /1 of 3 checks failed: "Broken" FAILED in eu-central-1.*2 not waited for \(fail-fast\)/,
    ),
  ])
  expect(api.log.filter(({ route }) => route === 'test-snapshot')).toHaveLength(1)
})
