import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { DIST } from '../support/run-action.ts'
import { runGate, test } from './support.ts'

const session = buildSession({ ended: true })

/** The answer is held back for longer than it takes until the rehearsal, however slow the machine is. */
const HELD: FaultRule = { route: 'completion', nth: 1, behaviour: { kind: 'delay', ms: 1200 } }

describe('the end that is rehearsed while the step waits', () => {
  test.concurrent('leaves no trace: log, summary and outputs are those of a step without a wait', async ({
    startApi,
  }) => {
    const api = await startApi({ sessions: [session], faults: [HELD] })
    const [waited, instant] = [
      await runGate(api, { 'check-session-id': session.id }),
      await runGate(api, { 'check-session-id': session.id }),
    ]
    expect([waited.code, instant.code]).toEqual([0, 0])
    expect(waited.summary).toContain(' · the step waited ')
    expect(waited.outputs).toEqual(instant.outputs)
    const hideWait = (text: string): string =>
      text.replace(/ · the step waited .*|^Homepage: .*\n/m, '').replace(/\d+(\.\d+)? m?s\b/g, 'a while')
    expect(hideWait(waited.summary)).toBe(hideWait(instant.summary))
    expect(hideWait(waited.stdout)).toBe(hideWait(instant.stdout))
  })

  test.concurrent('cannot decide: without the code for reports the verdict stands', async ({
    startApi,
    folder,
  }) => {
    cpSync(DIST, folder, { recursive: true })
    const chunks = readdirSync(folder).filter((name) => /^\d+\.index\.js$/.test(name))
    const reports = chunks.filter((name) =>
      readFileSync(join(folder, name), 'utf8').includes('function renderForNobody'),
    )
    expect(reports).toHaveLength(1)
    for (const name of reports) rmSync(join(folder, name))
    const api = await startApi({ sessions: [session], faults: [HELD] })
    const run = await runGate(api, { 'check-session-id': session.id }, { dist: folder })
    expect(run.stdout).toContain('::warning::The reports could not be written')
    expect(run.stdout).toContain('The verdict stands.')
    expect(run.outputs['outcome']).toBe('passed')
    expect(run.code).toBe(0)
  })
})
