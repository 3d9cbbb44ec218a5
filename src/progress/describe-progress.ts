import type { CheckRun, Session } from '../session/session.ts'
import { countThings, joinFilled } from '../text/words.ts'
import { formatDuration } from '../time/format-duration.ts'
import { judgeRun } from '../verdict/judge-run.ts'
import type { JudgedSession } from '../verdict/verdict.ts'

/** With more running than this, they are counted and not named. */
const MOST_NAMED = 5

/** `4m10s gone, 5m50s left`. Milliseconds. */
export function describeTime(goneMs: number, leftMs: number): string {
  return `${formatDuration(goneMs)} gone, ${formatDuration(Math.max(0, leftMs))} left`
}

/** `trying again in 400 ms`; what is tried at once has no time. */
export function describePause(pauseMs: number): string {
  return Math.round(pauseMs) < 1 ? 'trying again' : `trying again in ${formatDuration(pauseMs)}`
}

/** Where a running session of one check has got to: `1 of 3 locations finished: eu-west-1 passed`; '' when nothing is known. */
export function describeLocations(session: Session | null): string {
  if (session === null || session.check === null || session.runs.length === 0) return ''
  const done = session.runs.flatMap(({ final, location, state }) =>
    final === null ? [] : `${location} ${state}`,
  )
  const counted = `${done.length} of ${session.runs.length} locations finished`
  return done.length === 0
    ? counted
    : `${counted}: ${done.slice(0, 10).join(', ')}${done.length > 10 ? ', …' : ''}`
}

/** A session's name and, where several sessions of many checks differ by it alone, its place; '' without a name. */
export function nameSession(session: Session | null, hasOthers: boolean): string {
  if (session === null || session.name === '') return ''
  const place = session.check === null && hasOthers ? session.runs[0]?.location : undefined
  return place === undefined ? session.name : `${session.name} in ${place}`
}

/**
 * How far sessions of many checks have got: `12 checks done, 3 failed, 20 running, 8 not started`; '' when nothing is
 * known of any. There is no total: while a session runs, the API may not list all of its checks. In several sessions a
 * check has several runs, which are counted then.
 * @param sessions - as they were told last; those of one check are left out
 */
export function describeChecks(
  sessions: readonly (Session | null)[],
  passingStatuses: readonly string[],
): string {
  const many = sessions.filter((session) => session?.check === null)
  const runs = many.flatMap((session) => session?.runs ?? [])
  if (runs.length === 0) return ''
  const count = (isIt: (run: CheckRun) => boolean): number => runs.filter(isIt).length
  const failed = count((run) => judgeRun(run, 'unfinished', passingStatuses) === 'failed')
  const running = count(({ state }) => state === 'running')
  const queued = count(({ state }) => state === 'queued')
  const done = countThings(
    count(({ final }) => final !== null),
    many.length === 1 ? 'check' : 'check run',
  )
  return joinFilled(
    [
      `${done} done`,
      failed > 0 ? `${failed} failed` : '',
      running > 0 ? `${running} running` : '',
      queued > 0 ? `${queued} not started` : '',
    ],
    ', ',
  )
}

/** How many sessions there are, how many have ended, failed, or will have no verdict. */
export interface ProgressCounts {
  total: number
  finished: number
  failed: number
  unknown: number
}

/**
 * `37 of 100 finished, 1 failed, 4m10s gone, 5m50s left`. When few sessions still run, also their names.
 * @param running names; null for one that is not known yet. These are counted, as an id tells nobody anything
 */
export function describeMany(
  counts: ProgressCounts,
  running: readonly (string | null)[],
  goneMs: number,
  leftMs: number,
): string {
  const failed = counts.failed > 0 ? `, ${counts.failed} failed` : ''
  const unknown = counts.unknown > 0 ? `, ${counts.unknown} without a verdict` : ''
  const named = running.filter((name) => name !== null)
  const rest = running.length > named.length ? ` and ${running.length - named.length} more` : ''
  const names =
    named.length > 0 && running.length <= MOST_NAMED ? `; still running: ${named.join(', ')}${rest}` : ''
  return `${counts.finished} of ${counts.total} finished${failed}${unknown}, ${describeTime(goneMs, leftMs)}${names}`
}

/** One line on a session whose wait is over; '' when the wait ended without it. */
export function describeEnd(name: string, { state, session, lastError }: JudgedSession): string {
  if (state === 'unfinished') return ''
  if (state === 'unknown') return `✗ ${name}: ${lastError ?? 'no verdict'}`
  const took = session?.elapsedMs == null ? '' : ` (ran ${formatDuration(session.elapsedMs)})`
  const end = `${name} ${session?.status ?? ''}${took}`
  return state === 'passed' ? `✓ ${end}` : `✗ ${end} ${session?.link ?? ''}`
}
