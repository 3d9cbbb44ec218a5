import type { SessionBoard } from '../awaiting/session-board.ts'
import type { ChecklyClient } from '../client/checkly-client.ts'
import type { RequestBudget } from '../client/request-budget.ts'
import type { Inputs } from '../inputs/read-inputs.ts'
import type { Log } from '../outputs/log.ts'
import { rememberUnfinished } from '../process/step-state.ts'
import { countThings } from '../text/words.ts'
import { CANCEL_NOTE, cancelSessions } from './cancel-sessions.ts'

/** How long cancelling may take, in milliseconds; what is left then is for post. */
const CANCEL_MS = 15_000
/** The same after a signal: GitHub sends SIGTERM 7.5 s after SIGINT. */
const HURRIED_CANCEL_MS = 6000

/** What cancelling at the end of a step needs. */
export interface CancelUnfinishedOptions {
  inputs: Inputs
  client: ChecklyClient
  budget: RequestBudget
  board: SessionBoard
  log: Log
  /** Aborted by a signal: there is little time left. */
  hurry: AbortSignal
}

/** Cancels what still runs, if that is wanted; what there is no time for is left to post. */
export async function cancelUnfinished(options: CancelUnfinishedOptions): Promise<void> {
  const { inputs, board, log, hurry } = options
  const running = board.listRunning()
  if (!inputs.cancelUnfinished || inputs.detach || running.length === 0) return rememberUnfinished(inputs, [])
  log.info(
    `Asking Checkly to cancel ${running.length} unfinished of ${countThings(board.ids.length, 'check session')}. ${CANCEL_NOTE}`,
  )
  const timeMs = hurry.aborted ? HURRIED_CANCEL_MS : CANCEL_MS
  const nameOf = (id: string): string => board.get(id)?.session.name || id
  const skipped: string[] = []
  const left = await cancelSessions(running, {
    ...options,
    patienceMs: timeMs,
    signal: AbortSignal.timeout(timeMs),
    onCancelled: (id) => log.info(`Cancel requested: ${nameOf(id)}`),
    onSkipped: (id, reason) => skipped.push(`${nameOf(id)}: ${reason}`),
  })
  rememberUnfinished(inputs, left)
  if (skipped.length > 0) log.group(`Not cancelled: ${skipped.length}`, skipped)
  if (left.length > 0) log.info(`The clean-up after the job asks again for ${left.length} of them.`)
}
