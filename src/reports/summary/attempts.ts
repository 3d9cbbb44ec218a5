import type { Attempt } from '../../session/session.ts'
import { linkMarkdown } from '../../text/neutralise-blocks.ts'
import { escapeCell } from '../../text/neutralise-cells.ts'
import { formatDuration } from '../../time/format-duration.ts'
import { RUN_MARKS } from '../views/marks.ts'
import type { RunView } from '../views/run-view.ts'
import { measureAttempt } from '../views/run-view.ts'

/** How many attempts of a location are shown; the first ones and the final one. */
const MAX_ATTEMPTS = 8

/** A time that a narrow column does not break between number and unit; '' when unknown. */
export function renderTime(ms: number | null): string {
  return ms === null ? '' : formatDuration(ms).replace(' ', '\u00a0')
}

/**
 * A location's attempts in order, each linked to its result: `❌ 1.2 s → ❌ 1.1 s → ✅ 240 ms`. The
 * time is the response time, or else the run's duration.
 */
export function renderAttempts(view: RunView): string {
  const last = view.attempts.length - 1
  const shown = view.attempts
    .filter((_, index) => index < MAX_ATTEMPTS - 1 || index === last)
    .map((attempt) => renderAttempt(attempt, view.location))
  const left = view.attempts.length - shown.length
  if (left > 0) shown.splice(-1, 0, `${left} more`)
  if (view.final === null) {
    const rest = view.attempts.length === 0 ? 'no result' : 'no final result'
    shown.push(
      view.state === 'running' ? '⏳ still running' : view.state === 'queued' ? '🕓 not started' : rest,
    )
  }
  return shown.join(' → ')
}

/** Locations in one line, as many as `maximum`, the rest counted: `eu-west-1, us-east-1 and 3 more`. */
export function listLocations(locations: readonly string[], maximum: number): string {
  const names = locations.slice(0, maximum).map((location) => escapeCell(location, 60))
  const left = locations.length - names.length
  if (left > 0) return `${names.join(', ')} and ${left} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function renderAttempt(attempt: Attempt, location: string): string {
  // Mark and time stay together in a narrow column.
  const label = `${RUN_MARKS[attempt.state]}\u00a0${renderTime(measureAttempt(attempt))}`
  const place = attempt.location === location ? '' : ` in ${escapeCell(attempt.location, 60)}`
  return linkMarkdown(label.trim(), attempt.link) + place
}
