import type { SessionBoard } from '../awaiting/session-board.ts'
import type { Inputs } from '../inputs/read-inputs.ts'
import { judge } from '../verdict/judge.ts'

/** Later than the answer of a session that has ended, and then the step has nothing to do; milliseconds. */
const REHEARSE_AFTER_MS = 400

/**
 * Loads the reports while the first request is on its way, and renders one for nobody while the step
 * waits: code that has run once takes half the time, and the end of the wait is when time counts.
 * Keeps no process alive.
 */
export async function rehearseReports(inputs: Inputs, board: SessionBoard): Promise<void> {
  const { renderForNobody } = await import('./write-reports.ts')
  const rehearse = (): void => {
    const fates = board.listFates(inputs.passingStatuses).slice(0, 1)
    renderForNobody({
      verdict: judge({ kind: 'awaited', missing: [] }, fates, 0),
      fates,
      startedHere: inputs.selection.kind === 'start',
      passingStatuses: inputs.passingStatuses,
      waitedMs: 0,
      timeoutMs: inputs.timeoutMs,
      details: new Map(),
    })
  }
  setTimeout(rehearse, REHEARSE_AFTER_MS).unref()
}
