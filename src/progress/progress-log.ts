import type { AwaitingEvent, Completion } from '../awaiting/await-completion.ts'
import { hasPassed, type SessionBoard } from '../awaiting/session-board.ts'
import type { ReadSession } from '../client/contract.ts'
import type { Log } from '../outputs/log.ts'
import type { Clock } from '../time/clock.ts'
import { formatDuration } from '../time/format-duration.ts'
import { describeEnd, describeLocations, describeMany, describeTime } from './describe-progress.ts'

/** One line so often at the most while nothing ends, in milliseconds. */
const EVERY_MS = 30_000
/** With more sessions than this the same trouble is said once in a while, not once for each. */
const FEW = 10
const SAME_TROUBLE_MS = 5000

/** What progress is told from; `startedAt` and `deadline` in milliseconds on `clock`. */
export interface ProgressOptions {
  board: SessionBoard
  log: Log
  clock: Clock
  startedAt: number
  deadline: number
  passingStatuses: readonly string[]
}

/** Listens to the wait and tells about it in the log. */
export interface Progress {
  onEvent(id: string, event: AwaitingEvent): void
  onSettled(id: string, completion: Completion<ReadSession>): void
  onSnapshot(id: string): void
  /** Ends the regular lines. */
  close(): void
}

/** Tells the log how the wait goes on. */
export function createProgressLog(options: ProgressOptions): Progress {
  const { board, clock, log } = options
  const total = board.ids.length
  const counts = { total, finished: 0, failed: 0 }
  const running = new Set(board.ids)
  // Those that this step started have been listed with their links.
  const linked = new Set(board.ids.filter((id) => board.get(id) !== null))
  const said = new Map<string, number>()
  const timer = total > 1 ? setInterval(() => log.info(describeNow()), EVERY_MS) : undefined

  const goneMs = (): number => clock.now() - options.startedAt
  const leftMs = (): number => options.deadline - clock.now()
  const findName = (id: string): string | null => board.get(id)?.session.name || null
  const nameOf = (id: string): string => findName(id) ?? id
  const describeNow = (): string =>
    describeMany(counts, running.size > FEW ? [] : [...running].map(findName), goneMs(), leftMs())

  function tellTrouble(id: string, cause: string, pauseMs: number): void {
    const last = said.get(cause)
    if (total > FEW && last !== undefined && clock.now() - last < SAME_TROUBLE_MS) return
    said.set(cause, clock.now())
    const who = total > 1 ? `${nameOf(id)}: ` : ''
    log.info(
      `${who}${cause}; trying again in ${formatDuration(pauseMs)}, ${describeTime(goneMs(), leftMs())}`,
    )
  }

  return {
    onEvent(id, event) {
      if (event.kind === 'trouble') return tellTrouble(id, event.cause, event.pauseMs)
      if (total > 1) return
      const locations = describeLocations(board.get(id)?.session ?? null)
      log.info(
        `Still running, ${describeTime(goneMs(), leftMs())}${locations === '' ? '' : `; ${locations}`}`,
      )
    },
    onSettled(id, completion) {
      const passed = hasPassed(completion, options.passingStatuses)
      running.delete(id)
      const isOver = completion.kind === 'completed' || completion.kind === 'refused'
      if (isOver) counts.finished += 1
      if (isOver && !passed) counts.failed += 1
      const line = describeEnd(nameOf(id), completion, passed)
      if (total > 1 && line !== '') log.info(`${line}; ${describeNow()}`)
      timer?.refresh()
    },
    onSnapshot(id) {
      const session = board.get(id)?.session
      if (total > FEW || session === undefined || linked.has(id) || session.checkSessionLink === '') return
      linked.add(id)
      log.info(`${session.name || id}: ${session.checkSessionLink}`)
    },
    close: () => clearInterval(timer),
  }
}
