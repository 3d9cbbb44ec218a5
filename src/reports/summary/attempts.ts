import type { CheckResult } from '../../client/contract.ts'
import { judgeResult } from '../../verdict/count-results.ts'
import { formatDuration } from '../format-duration.ts'
import { linkMarkdown } from '../neutralise-blocks.ts'
import { escapeMarkdown } from '../neutralise-text.ts'
import type { LocationView } from '../views/location-view.ts'
import { LOCATION_MARKS, measureAttempt } from '../views/marks.ts'

/** One attempt, linked to its result: `❌ 1.2 s`, with the response time, or else the run's duration. */
function renderAttempt(attempt: CheckResult): string {
  const timeMs = measureAttempt(attempt)
  const mark = LOCATION_MARKS[judgeResult(attempt)]
  const label = timeMs === null ? mark : `${mark} ${formatDuration(timeMs)}`
  return linkMarkdown(label, attempt.checkResultLink)
}

/** How many attempts of a location are shown; the first ones and the final one. */
const MAX_ATTEMPTS = 8

/** A location's attempts in order: `❌ 1.2 s → ❌ 1.1 s → ✅ 240 ms`. */
export function renderAttempts(view: LocationView): string {
  const attempts = view.attempts.map((attempt, index) =>
    index < MAX_ATTEMPTS - 1 || index === view.attempts.length - 1 ? renderAttempt(attempt) : '',
  )
  const shown = attempts.filter((attempt) => attempt !== '')
  const left = attempts.length - shown.length
  if (left > 0) shown.splice(-1, 0, `${left} more`)
  if (view.final === null) shown.push(view.attempts.length === 0 ? 'no result' : 'no final result')
  return shown.join(' → ')
}

/** Locations in one line, as many as `maximum`, the rest counted: `eu-west-1, us-east-1 and 3 more`. */
export function listLocations(locations: readonly string[], maximum: number): string {
  const names = locations.slice(0, maximum).map((location) => escapeMarkdown(location, 60))
  const left = locations.length - names.length
  if (left > 0) return `${names.join(', ')} and ${left} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
