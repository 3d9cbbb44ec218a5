import { awaitSessions } from './awaiting/await-sessions.ts'
import type { SessionBoard } from './awaiting/session-board.ts'
import type { ChecklyClient } from './client/checkly-client.ts'
import type { RequestBudget } from './client/request-budget.ts'
import type { Selection } from './inputs/choose-selection.ts'
import type { Inputs } from './inputs/read-inputs.ts'
import type { Log } from './outputs/log.ts'
import { createProgressLog } from './progress/progress-log.ts'
import { listUnstarted, startSessions } from './starting/start-sessions.ts'
import { countThings, joinFilled } from './text/words.ts'
import { type Clock, sleepWithTimer } from './time/clock.ts'
import { formatDuration } from './time/format-duration.ts'
import type { Ending } from './verdict/judge.ts'

/** All that a step works with; times in milliseconds on `clock`. */
export interface GateParts {
  inputs: Inputs
  client: ChecklyClient
  budget: RequestBudget
  board: SessionBoard
  log: Log
  clock: Clock
  startedAt: number
  deadline: number
  /** Aborted once there is a verdict: a signal, or an unexpected error, may bring one before the wait is over. */
  signal: AbortSignal
  /** Called once the sessions to await are known and the first requests are on their way. */
  onAwaiting(): void
}

/** More sessions than this are not listed one by one before the wait. */
const MOST_LISTED = 100

/**
 * Does the step's work: starts the sessions, or takes those that are given, and awaits them. Everything
 * that is learnt of a session is on the board.
 * @returns how it came to its end, unless a signal did that
 */
export async function runGate(parts: GateParts): Promise<Ending> {
  const { inputs, board } = parts
  let missing: readonly string[] = []
  if (inputs.selection.kind === 'await') {
    for (const id of inputs.selection.sessionIds) board.add(id, null)
  } else {
    const ending = await start(parts, inputs.selection)
    if (ending.kind !== 'awaited') return ending
    if (inputs.detach) return { kind: 'detached', missing: ending.missing }
    missing = ending.missing
  }
  return { kind: 'awaited', missing, failedFast: await awaitAll(parts) }
}

async function start(parts: GateParts, selection: Extract<Selection, { kind: 'start' }>): Promise<Ending> {
  const { inputs, board, log } = parts
  board.starting = true
  const started = await startSessions({
    ...parts,
    sleep: sleepWithTimer,
    random: Math.random,
    target: selection,
    refreshCache: inputs.refreshCache,
    onTrouble: (cause, pauseMs) =>
      log.info(`${cause}; trying to start the sessions again in ${formatDuration(pauseMs)}`),
  })
  board.starting = false
  if (started.kind === 'given-up')
    return { kind: 'broken', cause: `The sessions could not be started: ${started.cause}` }
  if (started.sessions.length === 0) {
    return { kind: 'no-match', tolerated: !inputs.failOnNoMatching, sought: describeSelection(selection) }
  }

  for (const line of selection.tags.filter((tags) => tags.every((tag) => tag.startsWith('!')))) {
    log.warning(
      `tags "${line.join(', ')}" only excludes: every other active check of the account was started.`,
    )
  }
  for (const read of started.sessions) board.add(read.session.checkSessionId.toLowerCase(), read)
  const lines = board.ids.slice(0, MOST_LISTED).map((id) => {
    const session = board.get(id)?.session
    return `${session?.name || id}: ${session?.checkSessionLink ?? ''}`
  })
  if (board.ids.length > MOST_LISTED) lines.push(`and ${board.ids.length - MOST_LISTED} more`)
  log.group(
    `Started ${countThings(board.ids.length, 'check session')}; the checks' alerting rules apply to them`,
    lines,
  )

  const missing = listUnstarted(selection.checkIds, started.sessions)
  // With tags as well, an id that does not match them may rightly be left out.
  const isFiltered = selection.tags.length > 0
  if (missing.length > 0) {
    const why = isFiltered
      ? 'it does not match tags, or no active check has that id'
      : 'no active check has that id'
    log.warning(`No session was started of check ${missing.join(', ')}: ${why}.`)
  }
  const isTolerated = isFiltered || !inputs.failOnNoMatching
  return { kind: 'awaited', missing: isTolerated ? [] : missing, failedFast: false }
}

/** Returns whether `fail-fast` ended the wait. */
async function awaitAll(parts: GateParts): Promise<boolean> {
  const { board, inputs, log } = parts
  parts.budget.expectSessions(board.ids.length, inputs.maxWaitSeconds)
  const progress = createProgressLog({ ...parts, passingStatuses: inputs.passingStatuses })
  const waiting = awaitSessions({
    ...parts,
    ...progress,
    sleep: sleepWithTimer,
    random: Math.random,
    maxWaitSeconds: inputs.maxWaitSeconds,
    failFast: inputs.failFast,
    passingStatuses: inputs.passingStatuses,
  })
  // The first requests have left; now there is time for words.
  const first = board.ids.length === 1 ? ` ${board.ids[0] ?? ''}` : ''
  log.info(
    `Awaiting ${countThings(board.ids.length, 'check session')}${first} for at most ${formatDuration(parts.deadline - parts.clock.now())}`,
  )
  parts.onAwaiting()
  try {
    return await waiting
  } finally {
    progress.close()
  }
}

function describeSelection({ checkIds, tags }: Extract<Selection, { kind: 'start' }>): string {
  const filters = tags.map((line) => `"${line.join(', ')}"`).join(' or ')
  const ids = checkIds.length === 0 ? '' : `check-id ${checkIds.join(', ')}`
  return joinFilled([filters === '' ? '' : `tags ${filters}`, ids], ' and ')
}
