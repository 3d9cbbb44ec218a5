import type { SessionBoard } from '../awaiting/session-board.ts'
import { isReadRegularly } from '../awaiting/take-snapshots.ts'
import type { PrivateLocation } from '../checkly/locations.ts'
import type { Log } from '../runner/log.ts'
import type { Session } from '../session/session.ts'
import type { Sleep, TimeLimit } from '../time/clock.ts'

/** 60 s: a place from which nothing has come by then is told. */
const SILENT_AFTER_MS = 60_000

/** Reads what is known of private locations from which nothing has come. Rejects only when its code cannot be loaded. */
export type FindSilent = (sessions: readonly Session[], limit: TimeLimit) => Promise<PrivateLocation[]>

/**
 * Says once, when the wait has lasted for a minute, from which private locations nothing has come yet. Of many
 * sessions too little is known for that. Ends early with the time limit.
 */
export async function tellSilence(
  board: SessionBoard,
  findSilent: FindSilent,
  log: Log,
  sleep: Sleep,
  limit: TimeLimit,
): Promise<void> {
  await sleep(SILENT_AFTER_MS, limit.signal)
  if (limit.signal.aborted || !isReadRegularly(board.ids.length)) return
  const silent = await findSilent(
    board.list().flatMap(({ session }) => session ?? []),
    limit,
  )
  if (limit.signal.aborted || silent.length === 0) return
  const { describeSilentLocation } = await import('../diagnosis/silent-locations.ts')
  for (const location of silent) log.info(describeSilentLocation(location))
}
