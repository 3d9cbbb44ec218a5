import { type CancelUnfinishedOptions, cancelUnfinished } from '../cancelling/cancel-unfinished.ts'
import type { FailureDetails } from '../failure-details/failure-details.ts'
import { attemptOutputs } from '../outputs/publish-outputs.ts'
import type { Redact } from '../secrets/redact.ts'
import type { SessionFate, Verdict } from '../verdict/verdict.ts'
import { buildGateReport, type StepTimes } from './build-gate-report.ts'

/** Why results failed is asked for no longer than this, in milliseconds: the verdict is known. */
const DETAILS_MS = 5000

/** What a conclusion needs once there are inputs; a signal leaves no time for details. */
export interface ConcludeOptions extends CancelUnfinishedOptions {
  redact: Redact
  summaryPath: string
  reportDir: string | null
  times: StepTimes
}

/**
 * All that follows from the verdict, the exit code apart: cancels what still runs, reads why results
 * failed, writes the reports. Nothing here changes the verdict.
 */
export async function concludeStep(
  verdict: Verdict,
  fates: SessionFate[],
  options: ConcludeOptions,
): Promise<void> {
  const cancelling = cancelUnfinished(options)
  try {
    const reports = import('./write-reports.ts')
    const details = await findDetails(verdict, fates, options)
    const { writeReports } = await reports
    const report = buildGateReport(verdict, fates, options.inputs, options.times, details)
    const paths = await writeReports(report, options)
    attemptOutputs(paths, options.log, options.redact)
  } finally {
    await cancelling
  }
}

async function findDetails(
  verdict: Verdict,
  fates: readonly SessionFate[],
  options: ConcludeOptions,
): Promise<ReadonlyMap<string, FailureDetails>> {
  const wanted = options.inputs.failureDetails && verdict.sessions.failed > 0
  // After a 429 requests pause, and nobody waits for details as long as that.
  const isTimely = !options.hurry.aborted && options.budget.pauseLeftMs < DETAILS_MS
  if (!wanted || !isTimely) return new Map()
  const { readDetails } = await import('../failure-details/read-details.ts')
  const signal = AbortSignal.any([options.hurry, AbortSignal.timeout(DETAILS_MS)])
  return readDetails(fates, options.client, options.budget, signal)
}
