import { SessionBoard } from '../awaiting/session-board.ts'
import type { CheckSession } from '../client/contract.ts'
import type { Inputs } from '../inputs/read-inputs.ts'
import { buildOutputs } from '../outputs/build-outputs.ts'
import { judge } from '../verdict/judge.ts'
import { buildGateReport } from './build-gate-report.ts'

/** Later than the answer of a session that has ended, and then the step has nothing to do; milliseconds. */
const REHEARSE_AFTER_MS = 400

/** A session that passed, as the API tells of it. */
const MADE_UP: CheckSession = {
  checkSessionId: 'made-up',
  checkSessionLink: 'https://app.checklyhq.com/made-up',
  checkId: 'made-up',
  checkType: 'API',
  name: 'Made up',
  status: 'PASSED',
  startedAt: '2026-01-01T00:00:00.000Z',
  stoppedAt: '2026-01-01T00:00:01.000Z',
  timeElapsed: 1000,
  runLocations: ['eu-west-1'],
  runSource: null,
  results: [
    {
      checkResultId: 'made-up',
      checkResultLink: 'https://app.checklyhq.com/made-up',
      checkId: 'made-up',
      checkType: 'API',
      name: 'Made up',
      runLocation: 'eu-west-1',
      resultType: 'FINAL',
      hasErrors: false,
      hasFailures: false,
      isDegraded: false,
      aborted: false,
      isCancelled: false,
      responseTime: 1000,
      startedAt: '2026-01-01T00:00:00.000Z',
      stoppedAt: '2026-01-01T00:00:01.000Z',
    },
  ],
}

/**
 * Loads what the end needs while the first request is on its way, and goes through the end of a made-up
 * session for nobody while the step waits: code that has run once takes half the time, and the end of the
 * wait is when time counts. All of it is pure, and nothing of it is kept. Keeps no process alive. What goes
 * wrong here comes up again at the real end, and is said then.
 */
export function rehearseEnd(inputs: Inputs): void {
  // An async function, since in the bundle a chunk that cannot be loaded is thrown and not rejected.
  const load = async () => {
    const [reading, reporting] = await Promise.all([
      import('../client/contract.ts'),
      import('./write-reports.ts'),
    ])
    return { ...reading, ...reporting }
  }
  const rehearse = async (): Promise<void> => {
    const { readCheckSession, renderForNobody } = await load()
    const value = readCheckSession(MADE_UP, MADE_UP.checkSessionId)
    if (typeof value === 'string') return
    const board = new SessionBoard()
    board.add(MADE_UP.checkSessionId, null)
    board.settle(MADE_UP.checkSessionId, { kind: 'completed', value })
    const fates = board.listFates(inputs.passingStatuses)
    const verdict = judge({ kind: 'awaited', missing: [], failedFast: false }, fates, 0)
    buildOutputs(verdict, fates)
    renderForNobody(buildGateReport(verdict, fates, inputs, { beganAtMs: 0, waitedMs: 0 }, new Map()))
  }
  load().catch(() => {})
  setTimeout(() => rehearse().catch(() => {}), REHEARSE_AFTER_MS).unref()
}
