import type { SessionBoard } from '../awaiting/session-board.ts'
import type { SessionsApi } from '../checkly/sessions-api.ts'
import type { Log } from '../runner/log.ts'
import { rememberUnfinished } from '../runner/step-state.ts'
import { countThings } from '../text/words.ts'
import { type Clock, limitTime, type TimeLimit } from '../time/clock.ts'
import { CANCEL_NOTE, cancelSessions } from './cancel-sessions.ts'

/** 15 s: how long cancelling may take. Post cancels the rest. */
const CANCEL_MS = 15_000
/** 6 s: the same after a signal, as GitHub sends SIGTERM 7.5 s after SIGINT. */
const SIGNALLED_CANCEL_MS = 6000

/**
 * Cancels sessions that still run. Those for which there is no time are left to post. Never rejects.
 * @param signalled - aborted by a signal, before this or in the middle of it: then there is less time
 */
export async function cancelUnfinished(
  board: SessionBoard,
  { cancel, kind }: SessionsApi,
  log: Log,
  clock: Clock,
  signalled: AbortSignal,
): Promise<void> {
  const limit = limitCancelling(clock, signalled)
  const asked = new Set<string>()
  const left: string[] = []
  const skipped: string[] = []
  const nameOf = (id: string): string => board.get(id)?.name || id
  async function cancelKnown(): Promise<void> {
    const running = board.listRunning().flatMap(({ id }) => (asked.has(id) ? [] : [id]))
    if (running.length === 0) return
    for (const id of running) asked.add(id)
    log.info(
      `Asking Checkly to cancel ${running.length} unfinished of ${countThings(board.ids.length, `${kind} session`)}. ${CANCEL_NOTE}`,
    )
    const untold = await cancelSessions(running, cancel, limit, {
      onCancelled: (id) => log.info(`Cancel requested: ${nameOf(id)}`),
      onSkipped: (id, reason) => skipped.push(`${nameOf(id)}: ${reason}`),
    })
    left.push(...untold)
  }

  await cancelKnown()
  // A start that is under way: only its answer tells which sessions to cancel.
  await Promise.race([board.whenStarted, whenAborted(limit.signal)])
  await cancelKnown()
  rememberUnfinished(kind, left)
  if (skipped.length > 0) log.group(`Not cancelled: ${skipped.length}`, skipped)
  if (left.length > 0) log.info(`The clean-up after the job asks again for ${left.length} of them.`)
}

/** The time limit of cancelling: 15 s, or 6 s from a signal on. */
function limitCancelling(clock: Clock, signalled: AbortSignal): TimeLimit {
  if (signalled.aborted) return limitTime(clock, SIGNALLED_CANCEL_MS)
  const hurried = new AbortController()
  signalled.addEventListener('abort', () => {
    setTimeout(() => hurried.abort(), SIGNALLED_CANCEL_MS).unref()
  })
  return limitTime(clock, CANCEL_MS, hurried.signal)
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
