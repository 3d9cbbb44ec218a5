import type { CheckRun } from '../session/session.ts'
import { joinFilled } from '../text/words.ts'
import { describeMoment } from '../time/describe-moment.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import { describeCheckNews, listNames, type News, writeNews } from './describe-check-news.ts'
import { type FailureKnowledge, findNew } from './failure-knowledge.ts'
import type { RunHistory } from './run-history.ts'

/** The answer to "was it us?" for all checks of a step that failed. */
export interface StepNews extends News {
  /** How many of the failed checks are new. */
  count: number
}

/** A check that failed, and what is known of it. */
interface FailedCheck {
  name: string
  isNew: boolean | null
  news: readonly News[]
  /** Epoch milliseconds: since when it fails, as far as is known; null when it is new or that is unknown. */
  knownSinceMs: number | null
}

/** At most 3 different things are said of new failures; the rest is counted. */
const MOST_TOLD = 3

/**
 * Says in one line which failures are new; null when no check failed, or no history was read.
 * @param checks - of the step, in any order
 * @param nowMs - now by the API's clock, in epoch milliseconds
 */
export function describeStepNews(
  checks: readonly JudgedCheck[],
  known: Pick<FailureKnowledge, 'histories'>,
  nowMs: number,
): StepNews | null {
  const failed = checks
    .filter(({ state }) => state === 'failed')
    .map((check) => ({
      name: check.name || (check.sessions[0]?.id ?? ''),
      isNew: findNew(check, known),
      news: describeCheckNews(check, known.histories, nowMs),
      knownSinceMs: findKnownSince(check, known.histories),
    }))
  if (failed.every(({ news }) => news.length === 0)) return null
  const [only] = failed
  return only !== undefined && failed.length === 1 ? describeOne(only) : describeSeveral(failed, nowMs)
}

/** Tells all about a single check. */
function describeOne({ isNew, news: [first, ...others] }: FailedCheck): StepNews {
  const more = others.map((it) => lowerFirst(writeNews(it)))
  const text = joinFilled([first?.text ?? '', first?.aside ?? '', ...more], '; ')
  return { count: isNew === true ? 1 : 0, isNew, label: first?.label ?? '', text, aside: '' }
}

function describeSeveral(failed: readonly FailedCheck[], nowMs: number): StepNews {
  const total = failed.length
  const fresh = failed.filter(({ isNew }) => isNew === true)
  const old = failed.filter(({ isNew }) => isNew === false)
  const unknown = total - fresh.length - old.length
  const count = fresh.length
  const rest = joinFilled(
    [
      old.length === 0 ? '' : `${old.length} ${old.length === 1 ? 'was' : 'were'} failing already`,
      unknown === 0 ? '' : `for ${unknown} it is not known`,
    ],
    ', ',
  )
  if (count > 0) {
    const label =
      count === total ? `All ${total} are new` : `${count} of ${total} ${count === 1 ? 'is' : 'are'} new`
    return { count, isNew: true, label, text: joinFilled([describeFresh(fresh), rest], '; '), aside: '' }
  }
  if (unknown === 0) {
    const text = `${total === 2 ? 'both' : `all ${total}`} were failing already${describeLatest(old, nowMs)}`
    return { count, isNew: false, label: 'None is new', text, aside: '' }
  }
  return old.length === 0
    ? { count, isNew: null, label: 'Not known whether they are new', text: findShared(failed), aside: '' }
    : { count, isNew: null, label: 'None is known to be new', text: rest, aside: '' }
}

/** `Login and Cart passed 4 minutes before this run`: checks with the same history stand together. */
function describeFresh(fresh: readonly FailedCheck[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, news } of fresh) {
    const text = news[0]?.text ?? ''
    byText.set(text, [...(byText.get(text) ?? []), name])
  }
  const groups = [...byText].slice(0, MOST_TOLD)
  const told = groups.map(([text, names]) => `${listNames(names, 'check')} ${text}`)
  const left = fresh.length - groups.reduce((count, [, names]) => count + names.length, 0)
  return joinFilled([...told, left > 0 ? `and ${left} more` : ''], '; ')
}

/** The check that began to fail last: perhaps a scheduled run has met the new version before this step. */
function describeLatest(old: readonly FailedCheck[], nowMs: number): string {
  const [latest] = old.toSorted((a, b) => (b.knownSinceMs ?? 0) - (a.knownSinceMs ?? 0))
  if (latest === undefined || latest.knownSinceMs === null) return ''
  return `, the latest since ${describeMoment(latest.knownSinceMs, nowMs)}: ${listNames([latest.name], 'check')}`
}

/** Since when a check fails, by the place where that began last; null when that is unknown. */
function findKnownSince(
  { runs }: Pick<JudgedCheck, 'runs'>,
  histories: ReadonlyMap<CheckRun, RunHistory>,
): number | null {
  const times = runs.flatMap((run) => {
    const { isNew, before, error } = histories.get(run) ?? {}
    if (isNew !== false) return []
    return before?.kind === 'bad' ? [before.sinceMs] : (error?.firstSeenMs ?? [])
  })
  return times.length === 0 ? null : Math.max(...times)
}

/** What can be said of all checks alike; '' when they differ. */
function findShared(failed: readonly FailedCheck[]): string {
  const texts = new Set(failed.map(({ news }) => news[0]?.text ?? ''))
  return texts.size === 1 ? ([...texts][0] ?? '') : ''
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
