import type { SessionBoard } from '../awaiting/session-board.ts'
import type { Inputs } from '../inputs/read-inputs.ts'
import { judge } from '../verdict/judge.ts'
import { buildGateReport } from './build-gate-report.ts'

/** Later than the answer of a session that has ended, and then the step has nothing to do; milliseconds. */
const REHEARSE_AFTER_MS = 400

/**
 * Loads the reports while the first request is on its way, and renders one for nobody while the step
 * waits: code that has run once takes half the time, and the end of the wait is when time counts.
 * Keeps no process alive. What goes wrong here comes up again when the real report is written, and is said then.
 */
export function rehearseReports(inputs: Inputs, board: SessionBoard): void {
  // An async function, since in the bundle a chunk that cannot be loaded is thrown and not rejected.
  const load = async () => import('./write-reports.ts')
  const rehearse = async (): Promise<void> => {
    const { renderForNobody } = await load()
    const fates = board.listFates(inputs.passingStatuses).slice(0, 1)
    const verdict = judge({ kind: 'awaited', missing: [] }, fates, 0)
    renderForNobody(buildGateReport(verdict, fates, inputs, { beganAtMs: 0, waitedMs: 0 }, new Map()))
  }
  load().catch(() => {})
  setTimeout(() => rehearse().catch(() => {}), REHEARSE_AFTER_MS).unref()
}
