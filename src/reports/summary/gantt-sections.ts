import { judgeResult, type ResultVerdict } from '../../verdict/count-results.ts'
import { readMoment } from '../views/human-times.ts'
import type { LocationView } from '../views/location-view.ts'
import { measureAttempt, measureRun } from '../views/marks.ts'
import type { SessionView } from '../views/session-view.ts'
import { isNotable } from './attempts-table.ts'

/** More rows than a screen holds help nobody. */
const MOST_ROWS = 20

/** The bars of one location, or of one session where there are several. */
export interface Section {
  /** Text from outside. */
  name: string
  bars: Bar[]
}

/** One attempt whose times are known. */
export interface Bar {
  /** Text from outside. */
  location: string
  kind: ResultVerdict
  startMs: number
  durationMs: number
  /** The time that stands beside the attempt in the tables, in milliseconds. */
  labelMs: number
}

/**
 * What a diagram of the attempts shows, and the names of what it has no room for. Nothing where it would tell
 * nothing: no attempt has known times, or nothing was tried again.
 */
export function chooseSections(views: readonly SessionView[]): { shown: Section[]; leftOut: string[] } {
  const sections = listSections(views)
  const isRetried = sections.some(({ bars }) =>
    bars.some((bar, index) => bar.location === bars[index - 1]?.location),
  )
  const shown = isRetried ? cutSections(sections) : []
  return { shown, leftOut: sections.slice(shown.length).map(({ name }) => name) }
}

function listSections(views: readonly SessionView[]): Section[] {
  // Of several sessions, what passed at once would hide the rest.
  const places = (view: SessionView): LocationView[] =>
    views.length > 1 ? view.locations.filter(isNotable) : view.locations
  const sections =
    views.length > 1
      ? views.map((view) => ({ name: view.name, bars: places(view).flatMap(listBars) }))
      : views.flatMap(places).map((place) => ({ name: place.location, bars: listBars(place) }))
  return sections.filter(({ bars }) => bars.length > 0)
}

function listBars({ location, attempts }: LocationView): Bar[] {
  return attempts.flatMap((attempt) => {
    const startMs = readMoment(attempt.startedAt)
    const durationMs = measureRun(attempt)
    if (startMs === null || durationMs === null) return []
    const labelMs = measureAttempt(attempt) ?? durationMs
    return { location, kind: judgeResult(attempt), startMs, durationMs, labelMs }
  })
}

/** Whole sections as long as they fit; of the first one at least its beginning. */
function cutSections(sections: readonly Section[]): Section[] {
  let rows = 0
  const end = sections.findIndex(({ bars }) => {
    rows += bars.length
    return rows > MOST_ROWS
  })
  const [first] = sections
  if (end === 0 && first !== undefined) return [{ ...first, bars: first.bars.slice(0, MOST_ROWS) }]
  return end === -1 ? [...sections] : sections.slice(0, end)
}
