import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { listErrors, runGate, test } from './support.ts'

describe.skipIf(process.platform === 'win32')('a process that may have few files open', () => {
  test.concurrent('awaits more sessions than it may have connections, and writes outputs and reports', async ({
    startApi,
  }) => {
    const sessions = Array.from({ length: 80 }, (_, index) =>
      buildSession({
        name: `Check ${index}`,
        status: index === 3 ? 'FAILED' : 'PASSED',
        durationMs: 1500,
      }),
    )
    const api = await startApi({ sessions })
    const inputs = {
      'check-session-id': sessions.map(({ id }) => id).join(' '),
      'report-dir': 'reports',
      timeout: '60',
    }
    const run = await runGate(api, inputs, { mostOpenFiles: 60 })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      'sessions-total': '80',
      'sessions-passed': '79',
      'sessions-failed': '1',
    })
    expect(listErrors(run).at(-1)).toMatch(/1 of 80 checks failed: "Check 3" FAILED/)
    expect(run.summary).toContain('Check 3')
    expect(run.stdout).not.toMatch(/could not be (written|set)/)
    expect(run.outputs['report-junit']).toMatch(/checkly-report\.junit\.xml$/)
  })
})
