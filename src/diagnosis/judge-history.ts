import type { PastResult } from '../checkly/check-history.ts'
import type { ErrorGroup } from '../checkly/error-groups.ts'
import type { RunState } from '../session/session.ts'
import { toLine } from './read-values.ts'
import type { BadBefore, BetterBefore, ConfiguredTarget, RunHistory, SeenError } from './run-history.ts'

/*
 * Whether a failure is new, from what was before it. Pure.
 */

/** How bad a run is. A check that fails now and was degraded before did not fail before. */
export type Badness = 'failed' | 'degraded'

/** Names of environments that are shown, and how long each may be. */
const MOST_ENVIRONMENTS = 5
const LONGEST_ENVIRONMENT = 60

const RANK: Readonly<Record<RunState, number>> = { cancelled: 0, passed: 0, degraded: 1, failed: 2 }

/** A run whose history is judged: where it was to run, and when it started, in epoch milliseconds. */
export interface RunInPlace {
  location: string
  badness: Badness
  startedAtMs: number
}

/**
 * Keeps the results that had ended before a moment: one that was still running may be of the old version or of the new
 * one. Results of this step are left out, and cancelled ones, which say nothing.
 * @param momentMs - epoch milliseconds
 * @param ownIds - of all results of this step
 */
export function keepEarlier(
  results: readonly PastResult[],
  momentMs: number,
  ownIds: ReadonlySet<string>,
): PastResult[] {
  return results
    .filter(({ id, state, endedAtMs, startedAtMs }) => {
      return state !== 'cancelled' && Math.max(startedAtMs, endedAtMs) <= momentMs && !ownIds.has(id)
    })
    .toSorted((a, b) => b.endedAtMs - a.endedAtMs)
}

/**
 * Whether the failure of a run of a check session is new in its place: the last result there decides. Results of other
 * places do not count, with one exception. A retry may run in another place than its first attempt, so a result in a
 * place where the check is not set to run belongs to one of the places where it is; which one is unknown.
 * @param earlier - of `keepEarlier`, of all places
 * @param places - where the check is set to run
 */
export function judgeRunHistory(
  run: RunInPlace,
  earlier: readonly PastResult[],
  places: readonly string[],
): RunHistory {
  const isStray = ({ location }: PastResult): boolean => !places.includes(location)
  const isHere = (it: PastResult): boolean =>
    it.location === run.location || (places.length === 1 && isStray(it))
  const isBad = ({ state }: PastResult): boolean => RANK[state] >= RANK[run.badness]
  const here = earlier.filter(isHere)
  const [last] = here
  if (last === undefined) return notKnown('no earlier result in the same location')
  if (isBad(last)) {
    const better = here.findIndex((it) => !isBad(it))
    const row = better === -1 ? here : here.slice(0, better)
    return { ...NOTHING, isNew: false, before: describeRow(row, better === -1), unknown: '' }
  }
  const strayed = earlier.find((it) => isStray(it) && isBad(it) && it.endedAtMs > last.endedAtMs)
  if (strayed !== undefined && !isHere(strayed)) {
    return notKnown(`a retry has failed in ${strayed.location} since it last passed here`)
  }
  const before: BetterBefore = {
    kind: 'better',
    state: last.state === 'degraded' ? 'degraded' : 'passed',
    endedAtMs: last.endedAtMs,
    agoMs: Math.max(0, run.startedAtMs - last.endedAtMs),
    bad: here.filter(isBad).length,
    results: here.length,
  }
  return { ...NOTHING, isNew: true, before, unknown: '' }
}

/**
 * Whether the error of a test session's run is new: Checkly saw none like it before. Of several errors, one that is
 * new decides. They are old only when all could be read.
 * @param groups - those of its result; null for one that could not be read
 * @param target - of `judgeTarget`
 */
export function judgeErrorHistory(
  groups: readonly (ErrorGroup | null)[],
  momentMs: number,
  target: ConfiguredTarget | null,
): RunHistory {
  const seen = groups.flatMap((it): SeenError[] =>
    it === null || it.firstSeenMs === null
      ? []
      : [{ firstSeenMs: it.firstSeenMs, environments: cleanNames(it.environments) }],
  )
  const [latest] = seen.toSorted((a, b) => b.firstSeenMs - a.firstSeenMs)
  if (latest === undefined) {
    const why = groups.length === 0 ? 'Checkly names no error of it' : 'its error could not be looked up'
    return { ...notKnown(why), target }
  }
  const isNew = latest.firstSeenMs >= momentMs
  if (!isNew && seen.length < groups.length)
    return { ...notKnown('not all of its errors could be looked up'), target }
  return { isNew, before: null, error: latest, target, unknown: '' }
}

/** How a check goes by itself, from the last result in each place; null without any. Degraded is not failing. */
export function judgeTarget(earlier: readonly PastResult[]): ConfiguredTarget | null {
  const [latest] = earlier
  if (latest === undefined) return null
  const places = new Map(earlier.toReversed().map((it) => [it.location, it.state]))
  const failing = [...places.values()].filter((state) => state === 'failed').length
  const state = failing === 0 ? 'passes' : failing === places.size ? 'fails' : 'differs'
  return { state, endedAtMs: latest.endedAtMs }
}

const NOTHING: Omit<RunHistory, 'isNew' | 'unknown'> = { before: null, error: null, target: null }

/** A history in which nothing is known, and why. */
export function notKnown(why: string): RunHistory {
  return { ...NOTHING, isNew: null, unknown: why }
}

function describeRow(row: readonly PastResult[], isAtLeast: boolean): BadBefore {
  const states = new Set(row.map(({ state }) => state))
  const state = !states.has('degraded')
    ? 'failing'
    : states.has('failed')
      ? 'failing or degraded'
      : 'degraded'
  const sinceMs = Math.min(...row.map(({ startedAtMs }) => startedAtMs))
  return { kind: 'bad', state, sinceMs, results: row.length, isAtLeast }
}

function cleanNames(names: readonly string[]): string[] {
  return names
    .slice(0, MOST_ENVIRONMENTS)
    .map((name) => toLine(name, LONGEST_ENVIRONMENT))
    .filter((name) => name !== '')
}
