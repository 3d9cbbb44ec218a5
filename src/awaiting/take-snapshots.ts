import type { AwaitSessionsOptions } from './await-sessions.ts'

/** Snapshots only tell people more, so they are repeated for few sessions only. */
const MOST_REPEATED = 10
/** In milliseconds. */
const REPEATED_EVERY_MS = 60_000
/** Of more sessions, each that still runs has one snapshot, for its name and link, while polls leave room for it. */
const MOST_ONCE = 180
/** When that is done, in milliseconds, and how long after one the next. */
const ONCE_AFTER_MS = 5000
const ONCE_APART_MS = 20
/** A session that has ended already answers before this, in milliseconds. */
const FIRST_SNAPSHOT_MS = 300

/** When a session is read beside its wait, in milliseconds: at first, and how often then; null for never again. */
interface SnapshotPlan {
  firstMs: number
  everyMs: number | null
}

function planSnapshots(options: AwaitSessionsOptions, id: string, index: number): SnapshotPlan | null {
  const { board } = options
  if (board.ids.length <= MOST_REPEATED) {
    return { firstMs: FIRST_SNAPSHOT_MS, everyMs: REPEATED_EVERY_MS }
  }
  if (board.ids.length > MOST_ONCE || board.get(id) !== null) return null
  const halfMs = (options.deadline - options.clock.now()) / 2
  return { firstMs: Math.min(ONCE_AFTER_MS, halfMs) + index * ONCE_APART_MS, everyMs: null }
}

/**
 * Reads a session beside its wait, at moments that depend on how many there are; that it fails changes nothing.
 * @param index - of the session on the board
 * @param signal - ends it
 */
export async function takeSnapshots(
  id: string,
  index: number,
  options: AwaitSessionsOptions,
  signal: AbortSignal,
): Promise<void> {
  const { board, budget, client, sleep } = options
  const plan = planSnapshots(options, id, index)
  let pauseMs: number | null = plan?.firstMs ?? null
  while (pauseMs !== null) {
    await sleep(pauseMs, signal)
    await budget.takeTurn(signal)
    if (signal.aborted) return
    const answer = await client.readSession(id, signal)
    if (signal.aborted || answer.kind === 'refused') return
    if (answer.kind === 'trouble' && answer.rateLimited) budget.reportRefusal(answer.retryAfterMs)
    if (answer.kind === 'completed') {
      board.keepSnapshot(id, answer.value)
      options.onSnapshot(id)
    }
    pauseMs = plan?.everyMs ?? null
  }
}
