import { awaitSessions } from './awaiting/await-sessions.ts'
import type { SessionBoard } from './awaiting/session-board.ts'
import type { Selection } from './inputs/choose-selection.ts'
import type { Inputs } from './inputs/read-inputs.ts'
import type { RequestPlan } from './plan-requests.ts'
import { describePause, nameSession } from './progress/describe-progress.ts'
import { createProgressLog } from './progress/progress-log.ts'
import { tellSilence } from './progress/tell-silence.ts'
import type { Log } from './runner/log.ts'
import { describeRuns, describeTarget, describeTestStart } from './starting/describe-start.ts'
import { listUnstarted, startSessions } from './starting/start-sessions.ts'
import { countThings } from './text/words.ts'
import type { Timing } from './time/clock.ts'
import { formatDuration } from './time/format-duration.ts'
import type { Ending } from './verdict/ending.ts'
import { endsWaitEarly, type JudgeRules } from './verdict/judge-sessions.ts'

/** When the step began and when it stops waiting. Times are milliseconds on the clock. */
export interface StepSchedule {
  timing: Timing
  startedAt: number
  deadline: number
  /** Aborted once there is a verdict: a signal, or an unexpected error, may bring one before the wait is over. */
  signal: AbortSignal
  /** Aborted: a start that is under way is given up. */
  starting: AbortSignal
}

/** More sessions than this are not listed one by one before the wait. */
const MOST_LISTED = 100

/**
 * Does the step's work: starts sessions, or uses the given ones, and awaits them. All that becomes known of a session is
 * on the board.
 * @param findRules - the rules by which sessions are judged, as known when it is called
 * @param onStarted - called when more sessions were started, while others may still be
 * @param onAwaiting - called once the sessions to await are known
 * @returns how the step ended, unless a signal ended it
 */
export async function runGate(
  inputs: Inputs,
  plan: RequestPlan,
  board: SessionBoard,
  log: Log,
  schedule: StepSchedule,
  findRules: () => JudgeRules,
  onStarted: () => void,
  onAwaiting: () => void,
): Promise<Ending> {
  const { selection } = inputs
  let missing: readonly string[] = []
  let unstarted: readonly string[] = []
  if (selection.kind === 'await') {
    for (const id of selection.sessionIds) board.add(id, null)
  } else {
    const { sessionType } = selection
    const ending = await startAll(inputs, selection, plan, board, log, schedule, onStarted)
    if (ending.kind !== 'awaited') return ending
    ;({ missing, unstarted } = ending)
    // A signal came while the start was under way: there is a verdict, and nothing to wait for.
    if (schedule.signal.aborted) return ending
    if (inputs.detach) {
      const unlisted = sessionType === 'test' ? listUnlisted(selection.checkIds, board, log) : []
      return { kind: 'detached', missing: [...missing, ...unlisted], unstarted }
    }
  }
  onAwaiting()
  const failedFast = await awaitAll(inputs, plan, board, log, schedule, findRules)
  return { kind: 'awaited', missing, unstarted, failedFast }
}

async function startAll(
  { failOnNoMatching }: Inputs,
  selection: Extract<Selection, { kind: 'start' }>,
  { starts }: RequestPlan,
  board: SessionBoard,
  log: Log,
  { timing, deadline, signal, starting }: StepSchedule,
  onStarted: () => void,
): Promise<Ending> {
  const { checkIds, tags, sessionType } = selection
  if (sessionType === 'test') log.info(`${describeTestStart(selection)}.`)
  const endStarting = board.beginStarting()
  const { sessions, refusals } = await startSessions(
    starts,
    timing,
    Math.random,
    deadline,
    signal,
    starting,
    (cause, pauseMs) =>
      log.info(`The sessions could not be started yet: ${cause}; ${describePause(pauseMs)}`),
    // At once: a signal may come while others are being started.
    (started) => {
      for (const session of started) board.add(session.id, session)
      onStarted()
    },
  )
  board.arrange(sessions.map(({ id }) => id))
  endStarting()
  if (sessions.length === 0) {
    if (refusals.length > 0) return { kind: 'broken', cause: refusals.join(' ') }
    return { kind: 'no-match', tolerated: !failOnNoMatching, sought: describeTarget(checkIds, tags) }
  }
  for (const refusal of refusals) log.warning(refusal)
  for (const line of tags.filter((all) => all.every((tag) => tag.startsWith('!')))) {
    log.warning(
      `tags "${line.join(', ')}" only excludes: every other active check of the account was started.`,
    )
  }
  const runs = sessionType === 'test' ? describeRuns(sessions, selection.retries) : ''
  const note = sessionType === 'test' ? runs : "the checks' alerting rules apply to them"
  listStarted(board, log, `${countThings(board.ids.length, `${sessionType} session`)}${note && `; ${note}`}`)

  const missing = sessionType === 'test' ? [] : listUnstarted(checkIds, sessions)
  if (missing.length > 0) {
    log.warning(`No session was started of check ${missing.join(', ')}: no active check has that id.`)
  }
  return {
    kind: 'awaited',
    missing: failOnNoMatching ? missing : [],
    unstarted: refusals,
    failedFast: false,
  }
}

/**
 * Checks that were asked for by id, and that no test session lists. Nobody waits here, and a later step knows the
 * sessions alone: this is the last moment at which a check that does not run can be missed.
 */
function listUnlisted(checkIds: readonly string[], board: SessionBoard, log: Log): string[] {
  const sessions = board.list().map(({ session }) => session?.runs ?? [])
  // A session that lists no checks, or one without its id, does not tell.
  const isTelling = sessions.every((runs) => runs.length > 0 && runs.every(({ check }) => check.id !== ''))
  if (!isTelling) {
    if (checkIds.length > 0)
      log.warning('The API did not list all checks of the sessions: nobody looks whether each check-id runs.')
    return []
  }
  return checkIds.filter((id) => !sessions.every((runs) => runs.some(({ check }) => check.id === id)))
}

function listStarted(board: SessionBoard, log: Log, what: string): void {
  const total = board.ids.length
  const lines = board
    .list()
    .map(({ id, session }) => `${nameSession(session, total > 1) || id}: ${session?.link ?? ''}`)
  log.group(`Started ${what}`, [
    ...lines.slice(0, MOST_LISTED),
    ...(total > MOST_LISTED ? [`and ${total - MOST_LISTED} more`] : []),
  ])
}

/** Returns whether `fail-fast` ended the wait. */
async function awaitAll(
  { maxWaitSeconds, failFast, passingStatuses }: Inputs,
  { api, findSilent }: RequestPlan,
  board: SessionBoard,
  log: Log,
  { timing, startedAt, deadline, signal }: StepSchedule,
  findRules: () => JudgeRules,
): Promise<boolean> {
  const { clock } = timing
  const progress = createProgressLog(board, log, clock, startedAt, deadline, findRules)
  const options = {
    timing,
    random: Math.random,
    deadline,
    signal,
    maxWaitSeconds,
    haveManyChecks: api.kind === 'test',
    snapshotsDecide: failFast && api.kind === 'test',
    failureDecides: !passingStatuses.includes('FAILED'),
    endsWait: (watched: Parameters<typeof endsWaitEarly>[0]) =>
      failFast && endsWaitEarly(watched, findRules()),
  }
  const over = new AbortController()
  const waiting = awaitSessions(board, api, options, progress)
  // This only tells people more: the step goes on when its code cannot be loaded.
  tellSilence(board, findSilent, log, timing.sleep, { signal: over.signal, endsAt: deadline }).catch(() => {})
  // The first requests have left; now there is time for words.
  const first = board.ids.length === 1 ? ` ${board.ids[0] ?? ''}` : ''
  const what = countThings(board.ids.length, `${api.kind} session`)
  log.info(`Awaiting ${what}${first} for at most ${formatDuration(deadline - clock.now())}`)
  try {
    return await waiting
  } finally {
    over.abort()
    progress.close()
  }
}
