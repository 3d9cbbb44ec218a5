import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { buildRun, buildSession } from '../../simulator/build-session.ts'
import { listErrors, OUTPUTS, runGate, runStep, SIGNALS, startGate, test } from './support.ts'

const session = buildSession({ name: 'Checkout', checkType: 'PLAYWRIGHT', durationMs: 'manual' })
const awaiting = { 'check-session-id': session.id }
const EMPTY_COUNTS = {
  'sessions-passed': '0',
  'sessions-failed': '0',
  'results-total': '0',
  'results-passed': '0',
  'results-failed': '0',
  'results-degraded': '0',
  'results-cancelled': '0',
}
const NOTHING_KNOWN = {
  passed: 'false',
  status: '',
  'check-session-ids': '[]',
  'session-link': '',
  'sessions-total': '0',
  'sessions-unfinished': '0',
  'time-elapsed': '',
  sessions: '[]',
  results: '[]',
  ...EMPTY_COUNTS,
}
describe('every output is set', () => {
  test.concurrent('when there is a verdict', async ({ startApi, folder }) => {
    const ended = buildSession({ name: 'Homepage', ended: true })
    const api = await startApi({ sessions: [ended] })
    const inputs = { 'check-session-id': ended.id, 'report-dir': 'reports' }
    const run = await runGate(api, inputs, { workspace: folder })
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(Object.entries(run.outputs).filter(([, value]) => value === '')).toEqual([])
  })

  test.concurrent('when the wait ends first, with what is known of the session', async ({ startApi }) => {
    const running = buildSession({
      name: 'Import',
      durationMs: 'manual',
      locations: {
        'eu-west-1': [buildRun('PASSED', { durationMs: 10 })],
        'us-east-1': [{ durationMs: 'manual' }],
      },
    })
    const api = await startApi({ sessions: [running] })
    const run = await runGate(api, { 'check-session-id': running.id, timeout: '2' })
    expect(run.code).toBe(1)
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs).toMatchObject({
      outcome: 'timeout',
      passed: 'false',
      status: '',
      'sessions-total': '1',
      'sessions-unfinished': '1',
      'results-total': '1',
      'results-passed': '1',
    })
    expect(run.outputs['session-link']).toContain(running.id)
    expect(JSON.parse(run.outputs['sessions'] ?? '')).toMatchObject([{ status: 'PROGRESS' }])
    expect(listErrors(run)).toEqual([
      expect.stringMatching(/^Timed out after \d+(\.\d)? s: "Import" .*See https:/),
    ])
  })

  test.concurrent('when an input is bad', async ({ startApi }) => {
    const api = await startApi()
    const run = await runStep(api, { ...awaiting, timeout: '10m' })
    expect(run.code).toBe(1)
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs).toMatchObject({ outcome: 'error', ...NOTHING_KNOWN })
  })

  test.concurrent.for(SIGNALS)('when the workflow is cancelled by %s', async (signal, { startApi }) => {
    const api = await startApi({ sessions: [session] })
    const { child, done } = startGate(api, awaiting)
    await api.waitForRequest(({ route }) => route === 'completion')
    child.kill(signal)
    const run = await done
    expect(run.code).toBe(1)
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs).toMatchObject({
      outcome: 'cancelled',
      passed: 'false',
      status: '',
      'check-session-ids': JSON.stringify([session.id]),
      'sessions-total': '1',
      'sessions-unfinished': '1',
      ...EMPTY_COUNTS,
    })
    expect(listErrors(run)).toEqual([expect.stringContaining(`Cancelled by ${signal}`)])
  })

  test.concurrent('when no check matches', async ({ startApi }) => {
    const api = await startApi()
    const run = await runStep(api, { tags: 'nobody' })
    expect(run.code).toBe(1)
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs).toMatchObject({ outcome: 'no-match', ...NOTHING_KNOWN })
  })

  test.concurrent('when the sessions are only started', async ({ startApi }) => {
    const check = { name: 'Slow import', tags: ['nightly'], session: { durationMs: 'manual' as const } }
    const api = await startApi({ checks: [check] })
    const run = await runStep(api, { tags: 'nightly', detach: 'true' })
    expect(run.code).toBe(0)
    const [{ checkSessionId: id, ...started }] = JSON.parse(run.outputs['sessions'] ?? '')
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs).toMatchObject({
      outcome: 'detached',
      passed: 'false',
      status: '',
      'check-session-ids': JSON.stringify([id]),
      'sessions-total': '1',
      'sessions-unfinished': '1',
      results: '[]',
      ...EMPTY_COUNTS,
    })
    expect(started).toMatchObject({ name: 'Slow import', status: 'STARTED' })
    expect(run.outputs['session-link']).toContain(id)
  })
})

describe('outputs', () => {
  test.concurrent('of sessions and results are left empty past 200,000 characters, and the log names what has it all', async ({
    startApi,
    folder,
  }) => {
    const big = buildSession({ name: 'Big', ended: true, extra: { padding: 'x'.repeat(200_000) } })
    const api = await startApi({ sessions: [big] })
    const run = await runGate(api, { 'check-session-id': big.id })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ outcome: 'passed', sessions: '', 'sessions-total': '1' })
    expect(JSON.parse(run.outputs['results'] ?? '')).toHaveLength(1)
    expect(run.stdout).toMatch(/^::warning::The outputs sessions are left empty.*Give report-dir/m)
    const inputs = { 'check-session-id': big.id, 'report-dir': 'reports' }
    const filed = await runStep(api, inputs, { workspace: folder })
    expect(filed.stdout).toMatch(
      /^::warning::The outputs sessions .*reports.checkly-report\.json has it all/m,
    )
    expect(
      JSON.parse(readFileSync(filed.outputs['report-json'] ?? '', 'utf8')).sessions[0].session.padding,
    ).toHaveLength(200_000)
  })

  test.concurrent.for(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const)(
    'and verdict do not depend on a %s that can be written',
    async (file, { startApi, folder }) => {
      const ended = buildSession({ name: 'Homepage', ended: true })
      const api = await startApi({ sessions: [ended] })
      const inputs = { 'check-session-id': ended.id, 'cancel-unfinished': 'true' }
      // A folder cannot be written as a file.
      const run = await runGate(api, inputs, { files: { [file]: folder } })
      expect(run.code).toBe(0)
      expect(run.stdout).toMatch(/✓ "Homepage" PASSED/)
      if (file !== 'GITHUB_OUTPUT') expect(run.outputs['outcome']).toBe('passed')
      if (file !== 'GITHUB_STATE') expect(run.stdout).toMatch(/^::warning::.*The verdict stands/m)
    },
  )
})
