import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { renderForNobody } from '../../src/concluding/write-reports.ts'
import type { GateReport } from '../../src/reports/gate-report.ts'
import { runGate, test } from './support.ts'

describe('the report that is rendered for nobody', () => {
  test.concurrent('leaves no trace: log and summary are those of a step without a wait', async ({
    startApi,
  }) => {
    const session = buildSession({ durationMs: 1200 })
    const api = await startApi({ sessions: [session] })
    const [waited, instant] = [
      await runGate(api, { 'check-session-id': session.id }),
      await runGate(api, { 'check-session-id': session.id }),
    ]
    expect([waited.code, instant.code]).toEqual([0, 0])
    const hideWait = (text: string): string =>
      text.replace(/ · the step waited .*|^Homepage: .*\n/m, '').replace(/\d+(\.\d+)? m?s\b/g, 'a while')
    expect(hideWait(waited.summary)).toBe(hideWait(instant.summary))
    expect(hideWait(waited.stdout)).toBe(hideWait(instant.stdout))
  })

  test('cannot break the step', () => {
    const broken = {
      get fates(): never {
        throw new Error('broken')
      },
    }
    expect(() => renderForNobody(broken as unknown as GateReport)).not.toThrow()
  })
})
