import { type News, writeNews } from '../../diagnosis/describe-check-news.ts'
import { buildLink } from '../../text/neutralise-blocks.ts'
import { escapeCell } from '../../text/neutralise-cells.ts'
import { joinFilled } from '../../text/words.ts'
import { formatMoment } from '../../time/format-moment.ts'
import type { CheckView } from '../views/check-view.ts'
import { describeCheckType } from '../views/describe-check.ts'
import { describeSeen, describeSoFar } from '../views/describe-ending.ts'
import { markCheck, markNews } from '../views/marks.ts'
import { listLocations, renderAttempts, renderTime } from './attempts.ts'
import { isNotable, renderPassedLocations } from './attempts-table.ts'

/** At most 8 locations of a check are named in a compact row; the rest is counted. */
const MOST_LOCATIONS = 8

/** Characters. Longer names would push the other columns off the screen. */
const NAME_LENGTH = 60

/** Heading row of the table of checks that failed. Two columns, so that a phone shows them both. */
export const NOT_PASSED_HEADER = '| Check | Why |\n| :-- | :-- |\n'

/**
 * One row of a check that failed: what, where, since when it failed in this run, and why.
 * @param dayMs a moment of the day on which no date is written, in epoch milliseconds
 */
export function renderNotPassedRow(view: CheckView, dayMs: number): string {
  const { failedRuns, runs, failingSinceMs, state } = view
  const places = (failedRuns.length > 0 ? failedRuns : runs)
    .filter((it) => it.state !== 'passed')
    .map((it) => it.location)
  const isTimed = failingSinceMs !== null && state === 'failed'
  const what = [
    renderName(view),
    listLocations(places, 3),
    isTimed ? `first failed ${formatMoment(failingSinceMs, dayMs)}` : '',
  ]
  const why = [escapeCell(view.reason, 160), escapeCell(describeSoFar(view)), ...view.news.map(renderNews)]
  return `| ${joinFilled(what, '<br>')} | ${joinFilled(why, '<br>')} |\n`
}

/** Whether it is new, and what that rests on. */
function renderNews(news: News): string {
  return joinFilled([markNews(news.isNew), escapeCell(writeNews(news), 300)], '\u00a0')
}

/** Heading row of tables of checks and their locations: of those that are worth a look, ran on, or were only started. */
export const LOCATIONS_HEADER = '| Check | Locations |\n| :-- | :-- |\n'

/** One row of a check that was started and not awaited. */
export function renderStartedRow(view: CheckView): string {
  const places = listLocations(
    view.runs.map((it) => it.location),
    MOST_LOCATIONS,
  )
  return `| 🚀 ${buildLink(view.name, view.link, NAME_LENGTH, escapeCell)}${renderType(view)} | ${places} |\n`
}

/** One row of a check that passed after a retry, was let through degraded, lacks a result or still ran. */
export function renderRemarkableRow(view: CheckView): string {
  const isRunning = view.state === 'unfinished'
  const notable = view.runs.filter(isNotable)
  const rest = view.runs.filter((it) => !isNotable(it))
  const missing = notable.filter((it) => it.state === 'missing').length
  const name = [
    renderName(view),
    view.status === 'PASSED' || isRunning ? '' : `${escapeCell(view.status, 40)}, let through`,
    view.retriedRuns.length > 0 ? 'passed after retry' : '',
    missing > 0 && !isRunning ? `${missing} without a final result` : '',
    describeSeen(view),
    view.lastError === null ? '' : escapeCell(view.reason, 160),
  ]
  const places = notable
    .slice(0, MOST_LOCATIONS)
    .map((it) => `${escapeCell(it.location, 60)}: ${renderAttempts(it)}`)
  if (notable.length > MOST_LOCATIONS) places.push(`and ${notable.length - MOST_LOCATIONS} more`)
  if (rest.length > 0) places.push(`✅ ${renderPassedLocations(rest, MOST_LOCATIONS)}`)
  return `| ${joinFilled(name, '<br>')} | ${places.join('<br>')} |\n`
}

/** Heading row of the table of checks that passed at once. */
export const PLAIN_HEADER = '| Check | Locations | Took |\n| :-- | :-- | --: |\n'

/** One row of a check that passed at once: links to it and to each location's result. */
export function renderPlainRow(view: CheckView): string {
  const places = renderPassedLocations(view.runs, MOST_LOCATIONS)
  return `| ${renderName(view)}${renderType(view)} | ${places} | ${renderTime(view.tookMs)} |\n`
}

function renderName(view: CheckView): string {
  return `${markCheck(view)}\u00a0${buildLink(view.name, view.link, NAME_LENGTH, escapeCell)}`
}

function renderType(view: CheckView): string {
  const type = escapeCell(describeCheckType(view.judged.check?.type ?? ''), 40)
  return type === '' ? '' : ` · ${type}`
}
