import type { SessionBoard } from '../awaiting/session-board.ts'
import { CANCEL_NOTE, cancelSessions } from '../cancelling/cancel-sessions.ts'
import type { ChecklyClient } from '../client/checkly-client.ts'
import type { RequestBudget } from '../client/request-budget.ts'
import type { FailureDetails } from '../failure-details/failure-details.ts'
import type { OutputName } from '../inputs/interface.ts'
import type { Inputs } from '../inputs/read-inputs.ts'
import { buildOutputs, LONGEST_OUTPUT } from '../outputs/build-outputs.ts'
import type { Log } from '../outputs/log.ts'
import { setOutputs } from '../outputs/set-outputs.ts'
import { rememberUnfinished } from '../process/step-state.ts'
import type { Redact } from '../secrets/redact.ts'
import type { SessionFate, Verdict } from '../verdict/verdict.ts'

/** Why results failed is asked for no longer than this, in milliseconds: the verdict is known. */
const DETAILS_MS = 5000
/** How long cancelling may take, in milliseconds; what is left then is for post. */
const CANCEL_MS = 15_000
/** The same after a signal: GitHub sends SIGTERM 7.5 s after SIGINT. */
const HURRIED_CANCEL_MS = 6000

/** What a conclusion needs once there are inputs. */
export interface ConcludeOptions {
  inputs: Inputs
  client: ChecklyClient
  budget: RequestBudget
  board: SessionBoard
  log: Log
  redact: Redact
  summaryPath: string
  reportDir: string | null
  /** How long the step waited, in milliseconds. */
  waitedMs: number
  /** Aborted by a signal: there is no time for details. */
  hurry: AbortSignal
}

/** Sets the outputs; that they cannot be written costs a warning, since the verdict is the exit code. */
export function publishOutputs(
  verdict: Verdict,
  fates: readonly SessionFate[],
  log: Log,
  redact: Redact,
): void {
  const { values, tooLong } = buildOutputs(verdict, fates)
  attemptOutputs(values, log, redact)
  if (tooLong.length > 0) {
    log.warning(
      `The outputs ${tooLong.join(' and ')} are left empty: they do not fit into ${LONGEST_OUTPUT} characters. ` +
        'Give report-dir and read checkly-report.json instead.',
    )
  }
}

function attemptOutputs(values: Partial<Record<OutputName, string>>, log: Log, redact: Redact): void {
  try {
    setOutputs(values, redact)
  } catch (error) {
    log.warning(
      `The outputs could not be set: ${error instanceof Error ? error.message : String(error)}. The verdict stands.`,
    )
  }
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
  const { inputs, log } = options
  const cancelling = cancelUnfinished(options)
  const reports = import('./write-reports.ts')
  const details = await findDetails(verdict, fates, options)
  const { writeReports } = await reports
  const paths = await writeReports(
    {
      verdict,
      fates,
      startedHere: inputs.selection.kind === 'start',
      passingStatuses: inputs.passingStatuses,
      waitedMs: options.waitedMs,
      timeoutMs: inputs.timeoutMs,
      details,
    },
    options,
  )
  attemptOutputs(paths, log, options.redact)
  await cancelling
}

async function findDetails(
  verdict: Verdict,
  fates: readonly SessionFate[],
  options: ConcludeOptions,
): Promise<ReadonlyMap<string, FailureDetails>> {
  const wanted = options.inputs.failureDetails && verdict.sessions.failed > 0 && !options.hurry.aborted
  if (!wanted) return new Map()
  const { readDetails } = await import('../failure-details/read-details.ts')
  const signal = AbortSignal.any([options.hurry, AbortSignal.timeout(DETAILS_MS)])
  return readDetails(fates, options.client, options.budget, signal)
}

/** Cancels what still runs, if that is wanted; what there is no time for is left to post. */
async function cancelUnfinished(options: ConcludeOptions): Promise<void> {
  const { inputs, board, log, hurry } = options
  const running = board.listRunning()
  if (!inputs.cancelUnfinished || inputs.detach || running.length === 0) return rememberUnfinished(inputs, [])
  log.info(
    `Asking Checkly to cancel ${running.length} unfinished of ${board.ids.length} check sessions. ${CANCEL_NOTE}`,
  )
  const nameOf = (id: string): string => board.get(id)?.session.name || id
  const skipped: string[] = []
  const left = await cancelSessions(running, {
    ...options,
    signal: AbortSignal.timeout(hurry.aborted ? HURRIED_CANCEL_MS : CANCEL_MS),
    onCancelled: (id) => log.info(`Cancel requested: ${nameOf(id)}`),
    onSkipped: (id, reason) => skipped.push(`${nameOf(id)}: ${reason}`),
  })
  rememberUnfinished(inputs, left)
  if (skipped.length > 0) log.group(`Not cancelled: ${skipped.length}`, skipped)
  if (left.length > 0) log.info(`The clean-up after the job asks again for ${left.length} of them.`)
}
