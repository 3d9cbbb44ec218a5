import type { RunState } from '../../session/session.ts'
import type { CheckView } from '../views/check-view.ts'
import type { RunView } from '../views/run-view.ts'
import { measureAttempt, measureDuration } from '../views/run-view.ts'
import { isNotable } from './attempts-table.ts'

/** More rows than a screen holds help nobody. */
const MOST_ROWS = 20

/** The bars of one location, or of one check where there are several. Names are text from outside. */
export interface Section {
  name: string
  bars: Bar[]
}

/** One attempt whose times are known. */
export interface Bar {
  /** Where it ran; a retry may have run in another place than the attempt before it. */
  location: string
  /** Whether an attempt of the same check run is drawn before it. */
  isRetry: boolean
  state: RunState
  startMs: number
  durationMs: number
  /** Milliseconds: the time that stands beside the attempt in the tables. */
  labelMs: number
}

/** What a diagram of the attempts shows, and the names of what it has no room for; nothing where none was repeated. */
export function chooseSections(views: readonly CheckView[]): { shown: Section[]; leftOut: string[] } {
  const sections = listSections(views).filter(({ bars }) => bars.length > 0)
  const isRepeated = sections.some(({ bars }) => bars.some(({ isRetry }) => isRetry))
  const shown = isRepeated ? cutSections(sections) : []
  return { shown, leftOut: sections.slice(shown.length).map(({ name }) => name) }
}

function listSections(views: readonly CheckView[]): Section[] {
  const [only] = views
  if (only !== undefined && views.length === 1) {
    return only.runs.map((place) => ({ name: place.location, bars: listBars(place) }))
  }
  // Of several checks, what passed at once would hide the rest.
  return views.map(({ name, runs }) => ({ name, bars: runs.filter(isNotable).flatMap(listBars) }))
}

function listBars({ attempts }: RunView): Bar[] {
  const bars: Bar[] = []
  for (const attempt of attempts) {
    const { location, state, startedAtMs: startMs } = attempt
    const durationMs = measureDuration(attempt)
    if (startMs === null || durationMs === null) continue
    const labelMs = measureAttempt(attempt) ?? durationMs
    bars.push({ location, isRetry: bars.length > 0, state, startMs, durationMs, labelMs })
  }
  return bars
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
