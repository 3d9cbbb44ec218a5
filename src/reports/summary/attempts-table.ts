import { linkMarkdown } from '../../text/neutralise-blocks.ts'
import { escapeCell } from '../../text/neutralise-cells.ts'
import { countThings } from '../../text/words.ts'
import type { CheckView } from '../views/check-view.ts'
import { RUN_MARKS } from '../views/marks.ts'
import type { RunView } from '../views/run-view.ts'
import { renderAttempts, renderTime } from './attempts.ts'

/** More rows of one check are counted instead of shown. */
const MOST_ROWS = 25

/** Up to 3 locations that passed at once have rows of their own; more of them share one row. */
const MOST_PLAIN_ROWS = 3

/** A check's locations, each with its attempts in order; '' when no location is known. */
export function renderAttemptsTable({ runs }: CheckView): string {
  if (runs.length === 0) return ''
  const plain = runs.filter((view) => !isNotable(view))
  const shared = plain.length > MOST_PLAIN_ROWS ? plain : []
  const own = shared.length > 0 ? runs.filter(isNotable) : runs
  const rows = own.slice(0, MOST_ROWS).map(renderRow)
  if (own.length > MOST_ROWS)
    rows.push(`| … and ${countThings(own.length - MOST_ROWS, 'location')} more | |\n`)
  if (shared.length > 0) {
    const which = own.length > 0 ? `${shared.length} others` : `all ${shared.length}`
    rows.push(`| ✅ ${which} | ${renderPassedLocations(shared, MOST_ROWS)} |\n`)
  }
  return `| Location | Attempts, in order |\n| :-- | :-- |\n${rows.join('')}\n`
}

/** Locations with the time of their final result, each linked to it: `eu-west-1 240 ms, …`. */
export function renderPassedLocations(views: readonly RunView[], most: number): string {
  const shown = views.slice(0, most).map(({ location, final }) => {
    const name = linkMarkdown(escapeCell(location, 60), final?.link ?? '')
    return `${name} ${renderTime(final?.responseTimeMs ?? null)}`.trim()
  })
  const left = views.length - shown.length
  return left > 0 ? `${shown.join(', ')} and ${countThings(left, 'location')} more` : shown.join(', ')
}

/** Whether a location did anything but pass at once. */
export function isNotable(view: RunView): boolean {
  return view.state !== 'passed' || view.passedAfterRetry
}

function renderRow(view: RunView): string {
  const name = `${RUN_MARKS[view.state]}\u00a0${escapeCell(view.location, 60)}`
  return `| ${name} | ${renderAttempts(view)} |\n`
}
