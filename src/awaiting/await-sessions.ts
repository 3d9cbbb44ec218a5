import type { Answer } from '../checkly/answer.ts'
import { type Asked, type AskingEvent, askUntilAnswered } from '../checkly/ask-until-answered.ts'
import type { Session, WatchedSession } from '../session/session.ts'
import { beginTimeLimit, type TimeLimit, type Timing } from '../time/clock.ts'
import { readUntilComplete } from './read-until-complete.ts'
import type { SessionBoard } from './session-board.ts'
import { planSnapshots, takeSnapshots } from './take-snapshots.ts'

/** How to ask about a session. Neither function rejects, and both give up when the time limit ends. */
export interface SessionReader {
  /** A long poll. `waitSeconds` is called when it is sent: the most seconds that the API may wait before its answer. */
  poll(id: string, waitSeconds: () => number, limit: TimeLimit): Promise<Answer<Session>>
  /** The session as it is now. `watch`: the answer may end the wait. `snapshot`: it only tells people more. */
  read(id: string, limit: TimeLimit, purpose: 'watch' | 'snapshot'): Promise<Answer<Session>>
}

/** Is told how the wait goes on. */
export interface AwaitingListener {
  onEvent(id: string, event: AskingEvent): void
  onSettled(id: string, asked: Asked<Session>): void
  /** A snapshot of a session was answered. */
  onSnapshot(id: string): void
}

/** How to wait. */
export interface AwaitSessionsOptions {
  timing: Timing
  random: () => number
  /** Milliseconds on the clock. */
  deadline: number
  /** Stops the wait. */
  signal: AbortSignal
  /** Seconds: the longest wait that one poll may ask for. */
  maxWaitSeconds: number
  /** Whether each session has many checks; then there is more to tell of it. */
  haveManyChecks: boolean
  /** Whether a snapshot can end the wait; then more of them are taken. */
  snapshotsDecide: boolean
  /** Whether a failed result lets no step pass, whatever the others are. */
  failureDecides: boolean
  /** Whether this session ends the wait for all. */
  endsWait(watched: WatchedSession): boolean
}

/**
 * Awaits all sessions of the board side by side until each has ended, the deadline has come, the signal is aborted, or
 * one of them ends the wait. The board keeps what becomes of each.
 * @returns whether one session ended the wait while others still ran
 */
export async function awaitSessions(
  board: SessionBoard,
  reader: SessionReader,
  options: AwaitSessionsOptions,
  listener: AwaitingListener,
): Promise<boolean> {
  const { timing, random, maxWaitSeconds } = options
  const limit = beginTimeLimit(timing, options.deadline, options.signal)
  const ids = board.ids
  let wasCut = false
  const chooseWaitSeconds = (): number => {
    const leftMs = limit.endsAt - timing.clock.now()
    return Math.max(1, Math.min(maxWaitSeconds, Math.floor(leftMs / 1000)))
  }

  async function awaitOne(id: string, index: number): Promise<void> {
    const settled = new AbortController()
    const waiting = { signal: settled.signal, endsAt: limit.endsAt }
    const leftMs = limit.endsAt - timing.clock.now()
    const isKnown = board.get(id) !== null
    const { haveManyChecks, snapshotsDecide } = options
    const plan = planSnapshots(ids.length, index, isKnown, leftMs, haveManyChecks, snapshotsDecide)
    if (plan !== null) void takeSnapshots(plan, timing, waiting, () => takeSnapshot(id, waiting))
    const before = board.get(id)
    let hadEvent = false
    let dueAt = 0
    const asked = await askUntilAnswered({
      ask: () =>
        reader.poll(
          id,
          () => {
            const seconds = chooseWaitSeconds()
            dueAt = timing.clock.now() + 1000 * seconds
            return seconds
          },
          limit,
        ),
      timing,
      random,
      limit,
      looksOnceMore: true,
      onEvent: (event) => {
        hadEvent = true
        board.keepAnswer(id, event.kind === 'error' ? event.error : null)
        listener.onEvent(id, event)
      },
    })
    const ended = asked.kind === 'completed' ? await awaitResults(asked.value, id) : asked
    settled.abort('settled')
    // A signal or another session ended the wait: this session is not out of time, so the board stays as it is.
    if (asked.kind === 'unanswered' && (wasCut || options.signal.aborted)) return
    // The deadline cut off the only poll before its answer was due. No error, if a snapshot was answered meanwhile.
    const wasEarly = !hadEvent && timing.clock.now() < dueAt
    const isNoTrouble = ended.kind === 'unanswered' && wasEarly && board.get(id) !== before
    board.settle(id, isNoTrouble ? { ...ended, lastError: null } : ended)
    listener.onSettled(id, ended)
    endEarly(id)
  }

  function endEarly(id: string): void {
    if (wasCut || !options.endsWait(board.find(id))) return
    wasCut = board.listRunning().length > 0
    limit.release()
  }

  /** Returns false when the API refused the snapshot. */
  async function takeSnapshot(id: string, waiting: TimeLimit): Promise<boolean> {
    const answer = await reader.read(id, waiting, options.snapshotsDecide ? 'watch' : 'snapshot')
    if (answer.kind !== 'completed' || waiting.signal.aborted) return answer.kind !== 'refused'
    board.keepSnapshot(id, answer.value)
    listener.onSnapshot(id)
    endEarly(id)
    return true
  }

  async function awaitResults(session: Session, id: string): Promise<Asked<Session>> {
    const value = await readUntilComplete(
      session,
      (reading) => reader.poll(id, () => 1, reading),
      timing,
      random,
      limit,
      options.failureDecides,
    )
    return { kind: 'completed', value }
  }

  await Promise.all(ids.map(awaitOne))
  limit.release()
  return wasCut
}
