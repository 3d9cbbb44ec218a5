import type { CheckRun } from '../session/session.ts'
import { cutText } from '../text/neutralise-text.ts'
import { countThings, joinFilled } from '../text/words.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import { describeAside, describeHistory } from './describe-history.ts'
import type { BadBefore, BetterBefore, RunHistory } from './run-history.ts'

/** The answer to "was it us?", with what it rests on. All texts may hold text from outside. */
export interface News {
  isNew: boolean | null
  /** `New`, `Known in eu-west-1`, `1 of 2 is new`. */
  label: string
  /** `passed 4 minutes before this run`, `Login passed 4 minutes before this run`; '' where the label says it all. */
  text: string
  /** One more remark: `9 of 30 results before were as bad`; '' for none. */
  aside: string
}

/** At most 3 names stand in a row; the rest is counted. */
const MOST_NAMES = 3

/** Characters. Longer names are cut. */
const NAME_LENGTH = 80

const ORDER = [true, null, false]

/**
 * What a check did before, new places first. Places with the same history stand together, and are named only when the
 * histories differ. Empty when no history was read.
 * @param nowMs - now by the API's clock, in epoch milliseconds
 */
export function describeCheckNews(
  { runs }: Pick<JudgedCheck, 'runs'>,
  histories: ReadonlyMap<CheckRun, RunHistory>,
  nowMs: number,
): News[] {
  const groups = new Map<string, { same: RunHistory[]; places: string[] }>()
  for (const run of runs) {
    const history = histories.get(run)
    if (history === undefined) continue
    const key = writeKey(history, nowMs)
    const { same, places } = groups.get(key) ?? { same: [], places: [] }
    groups.set(key, { same: [...same, history], places: [...places, run.location] })
  }
  const news = [...groups.values()].flatMap(({ same, places }) => {
    const where = groups.size === 1 ? '' : `in ${listNames(places, 'location')}`
    return addCounts(same).map((history) => ({
      isNew: history.isNew,
      label: joinFilled([nameNews(history.isNew), where], ' '),
      text: describeHistory(history, nowMs),
      aside: describeAside(history, nowMs),
    }))
  })
  return news.toSorted((a, b) => ORDER.indexOf(a.isNew) - ORDER.indexOf(b.isNew))
}

/** All of it as one line: `New: passed 4 minutes before this run`. */
export function writeNews({ label, text, aside }: News): string {
  return joinFilled([label, joinFilled([text, aside], '; ')], ': ')
}

/** `Login, Cart and Search`, or `Login, Cart, Search and 2 more checks`. */
export function listNames(names: readonly string[], thing: string): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => cutText(name, NAME_LENGTH))
  const left = names.length - shown.length
  if (left > 0) return `${shown.join(', ')} and ${countThings(left, `more ${thing}`)}`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function nameNews(isNew: boolean | null): string {
  if (isNew === null) return 'Not known whether new'
  return isNew ? 'New' : 'Known'
}

/** A key that is equal for histories which differ only in the number of results. */
function writeKey(history: RunHistory, nowMs: number): string {
  const { isNew, before } = history
  const uncounted = { ...history, before: before === null ? null : replaceCounts(before, 0, 0, false) }
  return JSON.stringify([isNew, describeHistory(uncounted, nowMs), describeAside(uncounted, nowMs)])
}

/** Makes one history of several that differ only in the number of results: adds up the numbers. */
function addCounts(same: readonly RunHistory[]): RunHistory[] {
  const befores = same.flatMap(({ before }) => before ?? [])
  const add = (count: (before: BadBefore | BetterBefore) => number): number =>
    befores.reduce((sum, before) => sum + count(before), 0)
  const results = add((before) => before.results)
  const bad = add((before) => (before.kind === 'better' ? before.bad : 0))
  const isAtLeast = befores.some((before) => before.kind === 'bad' && before.isAtLeast)
  return same.slice(0, 1).map((history) => {
    const { before } = history
    return { ...history, before: before === null ? null : replaceCounts(before, results, bad, isAtLeast) }
  })
}

function replaceCounts(
  before: BadBefore | BetterBefore,
  results: number,
  bad: number,
  isAtLeast: boolean,
): BadBefore | BetterBefore {
  return before.kind === 'bad' ? { ...before, results, isAtLeast } : { ...before, results, bad }
}
