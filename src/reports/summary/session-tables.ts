import { buildLink } from '../../text/neutralise-blocks.ts'
import { escapeCell } from '../../text/neutralise-cells.ts'
import { joinFilled } from '../../text/words.ts'
import { formatMoment } from '../../time/format-moment.ts'
import { describeCheckType } from '../views/describe-check.ts'
import { describeSoFar } from '../views/describe-ending.ts'
import { markSession } from '../views/marks.ts'
import type { SessionView } from '../views/session-view.ts'
import { listLocations, renderAttempts, renderTime } from './attempts.ts'
import { isNotable, renderPassedLocations } from './attempts-table.ts'

/** So many locations of a session are named in a compact row; the rest is counted. */
const MOST_LOCATIONS = 8

/** Longer names would push the other columns off the screen. */
const NAME_LENGTH = 60

/** Heading row of the table of sessions that did not pass. Two columns, so that a phone shows them both. */
export const STOPPED_HEADER = '| Check | Why |\n| :-- | :-- |\n'

/**
 * One row of a session that did not pass: what, where, since when it failed in this run, and why.
 * @param dayMs a moment of the day on which no date is written, in epoch milliseconds
 */
export function renderStoppedRow(view: SessionView, dayMs: number): string {
  const { stoppedLocations, locations, failingSinceMs, fate } = view
  const places = (stoppedLocations.length > 0 ? stoppedLocations : locations)
    .filter((it) => it.kind !== 'passed')
    .map((it) => it.location)
  const isTimed = failingSinceMs !== null && fate.state === 'failed'
  const what = [
    renderName(view),
    listLocations(places, 3),
    isTimed ? `first failed ${formatMoment(failingSinceMs, dayMs)}` : '',
  ]
  const why = [escapeCell(view.reason, 160), escapeCell(describeSoFar(view))]
  return `| ${joinFilled(what, '<br>')} | ${joinFilled(why, '<br>')} |\n`
}

/** Heading row of tables of sessions and their locations: of those that are worth a look, ran on, or were only started. */
export const LOCATIONS_HEADER = '| Check | Locations |\n| :-- | :-- |\n'

/** One row of a session that was started and not awaited. */
export function renderStartedRow(view: SessionView): string {
  const places = listLocations(
    view.locations.map((it) => it.location),
    MOST_LOCATIONS,
  )
  return `| 🚀 ${buildLink(view.name, view.link, NAME_LENGTH, escapeCell)}${renderType(view)} | ${places} |\n`
}

/** One row of a session that passed after a retry, was let through degraded, lacks a result or still ran. */
export function renderRemarkableRow(view: SessionView): string {
  const isRunning = view.fate.state === 'unfinished'
  const notable = view.locations.filter(isNotable)
  const rest = view.locations.filter((it) => !isNotable(it))
  const missing = notable.filter((it) => it.kind === 'missing').length
  const name = [
    renderName(view),
    view.status === 'PASSED' || isRunning ? '' : `${escapeCell(view.status, 40)}, let through`,
    view.retriedLocations.length > 0 ? 'passed after retry' : '',
    missing > 0 && !isRunning ? `${missing} without a final result` : '',
    view.fate.trouble === null ? '' : escapeCell(view.reason, 160),
  ]
  const places = notable
    .slice(0, MOST_LOCATIONS)
    .map((it) => `${escapeCell(it.location, 60)}: ${renderAttempts(it, isRunning)}`)
  if (notable.length > MOST_LOCATIONS) places.push(`and ${notable.length - MOST_LOCATIONS} more`)
  if (rest.length > 0) places.push(`✅ ${renderPassedLocations(rest, MOST_LOCATIONS)}`)
  return `| ${joinFilled(name, '<br>')} | ${places.join('<br>')} |\n`
}

/** Heading row of the table of sessions that passed at once. */
export const PLAIN_HEADER = '| Check | Locations | Took |\n| :-- | :-- | --: |\n'

/** One row of a session that passed at once: links to it and to each location's result. */
export function renderPlainRow(view: SessionView): string {
  const places = renderPassedLocations(view.locations, MOST_LOCATIONS)
  return `| ${renderName(view)}${renderType(view)} | ${places} | ${renderTime(view.tookMs)} |\n`
}

function renderName(view: SessionView): string {
  return `${markSession(view)}\u00a0${buildLink(view.name, view.link, NAME_LENGTH, escapeCell)}`
}

function renderType(view: SessionView): string {
  const type = escapeCell(describeCheckType(view.fate.session?.checkType ?? ''), 40)
  return type === '' ? '' : ` · ${type}`
}
