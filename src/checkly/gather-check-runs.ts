import { buildCheckRun } from '../session/check-run.ts'
import type { Attempt, Check, CheckRun } from '../session/session.ts'

/** One location and what belongs to the check run there. */
interface Place {
  location: string
  /** Whether the session was to run there. */
  isPlanned: boolean
  executions: Attempt[]
}

/** With more than 100 places, retries are not looked for: no check has that many, and every pair is compared. */
const MOST_PLACES = 100
/** With more executions, too: the time that it takes grows with their square. */
const MOST_EXECUTIONS = 1000

/**
 * Gathers a check session's executions into check runs, one for each location.
 *
 * A retry may run in another place than the attempt before it (Checkly's retry strategies, `sameRegion: false`), and
 * the API does not say what belongs together. Time and place do. An execution in a place that was not planned, or after
 * the final result there, is the retry of a run that waits for one at that moment. Example: an attempt failed in
 * eu-west-1 until 12:00:05, and a final result in us-east-1 began at 12:00:06. That is one check run, in eu-west-1.
 *
 * @param locations - where the session was to run; empty when the API does not say
 * @param status - of the session. In a TIMED_OUT or CANCELLED one, no retries are looked for: final results are missing
 */
export function gatherCheckRuns(
  check: Check,
  locations: readonly string[],
  executions: readonly Attempt[],
  status: string,
  isOver: boolean,
): CheckRun[] {
  const places = [...new Set([...locations, ...executions.map(({ location }) => location)])]
  const isCutShort = status === 'TIMED_OUT' || status === 'CANCELLED'
  const areFew = places.length <= MOST_PLACES && executions.length <= MOST_EXECUTIONS
  const joins = isOver && !isCutShort && areFew
  const gather = (joinsLate: boolean): CheckRun[] =>
    gatherPlaces(places, new Set(locations), executions, joins, joinsLate)
      .filter((place) => place.isPlanned || place.executions.length > 0)
      .map((place) => buildCheckRun(check, place.location, place.executions, isOver ? 'missing' : 'running'))
  const runs = gather(joins)
  // A FAILED session must show a failure. If none is left, the joins that are not certain are not made.
  return status === 'FAILED' && joins && !runs.some(({ state }) => state === 'failed') ? gather(false) : runs
}

function gatherPlaces(
  locations: readonly string[],
  planned: ReadonlySet<string>,
  executions: readonly Attempt[],
  joins: boolean,
  joinsLate: boolean,
): Place[] {
  const places = new Map<string, Place>(
    locations.map((location) => [
      location,
      { location, isPlanned: planned.size === 0 || planned.has(location), executions: [] },
    ]),
  )
  const strays: [Place, Attempt][] = []
  for (const execution of executions.toSorted(compareStarts)) {
    const place = places.get(execution.location)
    if (place === undefined) continue
    if (!joins || (place.isPlanned && !hasFinal(place))) place.executions.push(execution)
    else strays.push([place, execution])
  }
  for (const [home, stray] of strays) {
    const waiting = [home, ...places.values()].filter((place) => waitsFor(place, stray, home.isPlanned))
    const next = waiting.find((place) => place === home) ?? waiting.toSorted(compareWaiting)[0] ?? home
    next.executions.push(stray)
  }
  if (joinsLate) joinLateStarts([...places.values()])
  return [...places.values()]
}

/** Whether a place's run waits for a retry when the execution begins: an attempt has ended, and the next begins later. */
function waitsFor({ executions }: Place, stray: Attempt, isStrayPlanned: boolean): boolean {
  const { startedAtMs } = stray
  if (executions.length === 0) return false
  // Without times, only an execution in a place that was not planned can be a retry.
  if (startedAtMs === null || executions.some((it) => endOf(it) === null)) {
    return !isStrayPlanned && executions.every(({ isFinal }) => !isFinal)
  }
  const isBefore = (it: Attempt): boolean => (endOf(it) ?? 0) <= startedAtMs
  const before = executions.filter(isBefore)
  const after = executions.filter((it) => !isBefore(it))
  const strayEnd = endOf(stray) ?? startedAtMs
  return (
    before.length > 0 &&
    before.every(({ isFinal }) => !isFinal) &&
    after.every((it) => !stray.isFinal && (it.startedAtMs ?? 0) >= strayEnd)
  )
}

/**
 * Joins two places: one has no final result, and everything in the other began after it had ended. Then the
 * other was not planned, and what ran there was the retry.
 */
function joinLateStarts(places: readonly Place[]): void {
  for (const place of places.toSorted(compareWaiting)) {
    for (let next = findLateStart(place, places); next !== undefined; next = findLateStart(place, places)) {
      place.executions.push(...next.executions)
      next.executions = []
      next.isPlanned = false
    }
  }
}

function findLateStart(place: Place, places: readonly Place[]): Place | undefined {
  const end = lastEndOf(place)
  if (end === null || hasFinal(place)) return undefined
  const late = places.filter(
    ({ executions }) =>
      executions.length > 0 &&
      executions.every(({ startedAtMs }) => startedAtMs !== null && startedAtMs >= end),
  )
  return late.filter((it) => it !== place).toSorted((a, b) => startOf(a) - startOf(b))[0]
}

function hasFinal({ executions }: Place): boolean {
  return executions.some(({ isFinal }) => isFinal)
}

/** By their start, unknown ones first. With the same start: attempts before final results. */
function compareStarts(a: Attempt, b: Attempt): number {
  return (a.startedAtMs ?? 0) - (b.startedAtMs ?? 0) || Number(a.isFinal) - Number(b.isFinal)
}

/** Places without a final result first, and of those the one that has waited for longest. */
function compareWaiting(a: Place, b: Place): number {
  return Number(hasFinal(a)) - Number(hasFinal(b)) || (lastEndOf(a) ?? 0) - (lastEndOf(b) ?? 0)
}

/** When an execution ended: epoch milliseconds, null when unknown. */
function endOf({ startedAtMs, stoppedAtMs }: Attempt): number | null {
  return stoppedAtMs ?? startedAtMs
}

/** When everything in a place had ended; null when nothing ran there, or a time is unknown. */
function lastEndOf({ executions }: Place): number | null {
  const ends = executions.map(endOf)
  return ends.reduce(
    (last, end) => (last === null || end === null ? null : Math.max(last, end)),
    ends[0] ?? null,
  )
}

function startOf({ executions }: Place): number {
  return executions.reduce((time, it) => Math.min(time, it.startedAtMs ?? time), Number.POSITIVE_INFINITY)
}
