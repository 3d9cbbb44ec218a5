import type { AwaitingListener } from '../awaiting/await-sessions.ts'
import type { SessionBoard } from '../awaiting/session-board.ts'
import type { Log } from '../runner/log.ts'
import { joinFilled } from '../text/words.ts'
import type { Clock } from '../time/clock.ts'
import { type JudgeRules, judgeSession } from '../verdict/judge-sessions.ts'
import type { JudgedSession } from '../verdict/verdict.ts'
import {
  describeChecks,
  describeEnd,
  describeLocations,
  describeMany,
  describePause,
  describeTime,
  nameSession,
} from './describe-progress.ts'

/** 30 s: when no session has ended for this long, a line tells how far they are. The same error is told once in it. */
const EVERY_MS = 30_000
/** More than 10 sessions are not named one by one. */
const FEW = 10

/** Listens to the wait and tells about it in the log. */
export interface Progress extends AwaitingListener {
  /** Ends the regular lines. */
  close(): void
}

/**
 * Tells the log how the wait goes on.
 * @param startedAt - milliseconds on the clock: when the step began
 * @param deadline - milliseconds on the clock: when it stops waiting
 * @param findRules - the rules by which sessions are judged, as known when it is called
 */
export function createProgressLog(
  board: SessionBoard,
  log: Log,
  clock: Clock,
  startedAt: number,
  deadline: number,
  findRules: () => JudgeRules,
): Progress {
  const total = board.ids.length
  const counts = { total, finished: 0, failed: 0, unknown: 0 }
  const running = new Set(board.ids)
  // Those that this step started have been listed with their links.
  const linked = new Set(board.ids.filter((id) => board.get(id) !== null))
  /** Causes of errors: when each was last told, and the sessions whose last request had it. */
  const errors = new Map<string, { saidAt: number; ids: Set<string> }>()
  const refusals = new Set<string>()
  const timer = total > 1 ? setInterval(() => log.info(describeNow()), EVERY_MS) : undefined

  const goneMs = (): number => clock.now() - startedAt
  const leftMs = (): number => deadline - clock.now()
  const findName = (id: string): string | null => nameSession(board.get(id), total > 1) || null
  const nameOf = (id: string): string => findName(id) ?? id
  const describeInside = (): string =>
    describeChecks(
      board.list().map(({ session }) => session),
      findRules().passingStatuses,
    )
  const describeNow = (): string =>
    joinFilled(
      [
        describeMany(counts, running.size > FEW ? [] : [...running].map(findName), goneMs(), leftMs()),
        describeInside(),
      ],
      '; ',
    )

  /** With several sessions, a cause is told once in 30 s, with the number of sessions that have it. */
  function tellError(id: string, cause: string, pauseMs: number): void {
    for (const [other, { ids }] of errors) if (other !== cause) ids.delete(id)
    const known = errors.get(cause)
    known?.ids.add(id)
    const isSaid = known !== undefined && clock.now() - known.saidAt < EVERY_MS
    if (isSaid && total > 1) return
    const ids = known?.ids ?? new Set([id])
    errors.set(cause, { saidAt: clock.now(), ids })
    const who = total === 1 ? '' : ids.size === 1 ? `${nameOf(id)}: ` : `${ids.size} of ${total}: `
    log.info(`${who}${cause}; ${describePause(pauseMs)}, ${describeTime(goneMs(), leftMs())}`)
  }

  /** Whether a refusal was told of another session already. Then this session is only counted in the next lines. */
  function isToldAlready({ state, lastError }: JudgedSession): boolean {
    if (state !== 'unknown' || lastError === null) return false
    const isKnown = refusals.has(lastError)
    refusals.add(lastError)
    return isKnown
  }

  return {
    onEvent(id, event) {
      if (event.kind === 'error') return tellError(id, event.error.cause, event.pauseMs)
      for (const { ids } of errors.values()) ids.delete(id)
      if (total > 1) return
      const soFar = describeLocations(board.get(id)) || describeInside()
      log.info(joinFilled([`Still running, ${describeTime(goneMs(), leftMs())}`, soFar], '; '))
    },
    onSettled(id) {
      const watched = board.find(id)
      const judged = judgeSession(watched, findRules())
      running.delete(id)
      for (const { ids } of errors.values()) ids.delete(id)
      if (watched.wait === 'ended') counts.finished += 1
      if (judged.state === 'failed') counts.failed += 1
      if (judged.state === 'unknown') counts.unknown += 1
      const isSilent = watched.wait === 'out-of-time' || isToldAlready(judged)
      const line = isSilent ? '' : describeEnd(nameOf(id), judged)
      if (total > 1 && line !== '') log.info(`${line}; ${describeNow()}`)
      timer?.refresh()
    },
    onSnapshot(id) {
      const session = board.get(id)
      if (total > FEW || session === null || linked.has(id) || session.link === '') return
      linked.add(id)
      log.info(`${nameOf(id)}: ${session.link}`)
    },
    close: () => clearInterval(timer),
  }
}
