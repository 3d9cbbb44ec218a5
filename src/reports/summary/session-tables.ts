import { formatDuration } from '../format-duration.ts'
import { buildLink } from '../neutralise-blocks.ts'
import { escapeMarkdown } from '../neutralise-text.ts'
import { formatClock } from '../views/human-times.ts'
import { markSession } from '../views/marks.ts'
import type { SessionView } from '../views/session-view.ts'
import { describeCheckType } from '../views/words.ts'
import { listLocations, renderAttempts } from './attempts.ts'
import { renderPassedLocations } from './attempts-table.ts'

/** So many locations of a session are named in a compact row; the rest is counted. */
const MOST_LOCATIONS = 8

/** Heading row of the table of sessions that did not pass. */
export const STOPPED_HEADER = '| Check | Where | Why | Since |\n| :-- | :-- | :-- | :-- |\n'

/** One row of a session that did not pass: what, where, why, since when. */
export function renderStoppedRow(view: SessionView): string {
  const places = view.stoppedLocations.length > 0 ? view.stoppedLocations : view.locations
  const cells = [
    `${markSession(view)} ${buildLink(view.name, view.link, 100)}`,
    listLocations(
      places.map((it) => it.location),
      3,
    ),
    escapeMarkdown(view.reason, 160),
    view.failingSinceMs === null ? '' : formatClock(view.failingSinceMs),
  ]
  return `| ${cells.join(' | ')} |\n`
}

/** Heading row of the table of sessions that passed, but are worth a look. */
export const REMARKABLE_HEADER = '| Check | Remark | Locations |\n| :-- | :-- | :-- |\n'

/** One row of a session that passed after a retry, was let through degraded, or lacks a result. */
export function renderRemarkableRow(view: SessionView): string {
  const notable = view.locations.filter((it) => it.kind !== 'passed' || it.passedAfterRetry)
  const rest = view.locations.filter((it) => !notable.includes(it))
  const missing = notable.filter((it) => it.kind === 'missing').length
  const remarks = [
    view.status === 'PASSED' ? '' : `${escapeMarkdown(view.status, 40)}, let through`,
    view.retriedLocations.length > 0 ? 'passed after retry' : '',
    missing > 0 ? `${missing} without a final result` : '',
  ]
  const places = notable
    .slice(0, MOST_LOCATIONS)
    .map((it) => `${escapeMarkdown(it.location, 60)} ${renderAttempts(it)}`)
  if (notable.length > MOST_LOCATIONS) places.push(`and ${notable.length - MOST_LOCATIONS} more`)
  if (rest.length > 0) places.push(`✅ ${renderPassedLocations(rest, MOST_LOCATIONS)}`)
  const name = `${markSession(view)} ${buildLink(view.name, view.link, 100)}`
  return `| ${name} | ${remarks.filter((it) => it !== '').join('; ')} | ${places.join('<br>')} |\n`
}

/** Heading row of the table of sessions that passed at once. */
export const PLAIN_HEADER = '| Check | Locations | Took |\n| :-- | :-- | --: |\n'

/** One row of a session that passed at once: links to it and to each location's result. */
export function renderPlainRow(view: SessionView): string {
  const type = escapeMarkdown(describeCheckType(view.fate.session?.checkType ?? ''), 60)
  const name = `${markSession(view)} ${buildLink(view.name, view.link, 100)}`
  const took = view.tookMs === null ? '' : formatDuration(view.tookMs)
  const label = type === '' ? name : `${name}<br>${type}`
  return `| ${label} | ${renderPassedLocations(view.locations, MOST_LOCATIONS)} | ${took} |\n`
}
