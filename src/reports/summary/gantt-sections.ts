import { readMoment } from '../../time/read-moment.ts'
import { judgeResult, type ResultVerdict } from '../../verdict/count-results.ts'
import type { LocationView } from '../views/location-view.ts'
import { measureAttempt, measureRun } from '../views/measure-times.ts'
import type { SessionView } from '../views/session-view.ts'
import { isNotable } from './attempts-table.ts'

/** More rows than a screen holds help nobody. */
const MOST_ROWS = 20

/** The bars of one location, or of one session where there are several. Names are text from outside. */
export interface Section {
  name: string
  bars: Bar[]
}

/** One attempt whose times are known. */
export interface Bar {
  location: string
  kind: ResultVerdict
  startMs: number
  durationMs: number
  /** The time that stands beside the attempt in the tables, in milliseconds. */
  labelMs: number
}

/** What a diagram of the attempts shows, and the names of what it has no room for; nothing where none was repeated. */
export function chooseSections(views: readonly SessionView[]): { shown: Section[]; leftOut: string[] } {
  const sections = listSections(views).filter(({ bars }) => bars.length > 0)
  const isRepeated = sections.some(({ bars }) =>
    bars.some((bar, index) => bar.location === bars[index - 1]?.location),
  )
  const shown = isRepeated ? cutSections(sections) : []
  return { shown, leftOut: sections.slice(shown.length).map(({ name }) => name) }
}

function listSections(views: readonly SessionView[]): Section[] {
  const [only] = views
  if (only !== undefined && views.length === 1) {
    return only.locations.map((place) => ({ name: place.location, bars: listBars(place) }))
  }
  // Of several sessions, what passed at once would hide the rest.
  return views.map(({ name, locations }) => ({ name, bars: locations.filter(isNotable).flatMap(listBars) }))
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
function cutSections([first, ...others]: Section[]): Section[] {
  if (first === undefined) return []
  let rows = first.bars.length
  const end = others.findIndex(({ bars }) => {
    rows += bars.length
    return rows > MOST_ROWS
  })
  const begin = { ...first, bars: first.bars.slice(0, MOST_ROWS) }
  return [begin, ...(end === -1 ? others : others.slice(0, end))]
}
