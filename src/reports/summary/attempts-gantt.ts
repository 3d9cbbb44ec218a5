import { cleanDiagramLabel } from '../../text/neutralise-blocks.ts'
import { countThings } from '../../text/words.ts'
import { formatDuration } from '../../time/format-duration.ts'
import { judgeResult } from '../../verdict/count-results.ts'
import { readMoment } from '../views/human-times.ts'
import { measureAttempt, measureRun } from '../views/marks.ts'
import type { SessionView } from '../views/session-view.ts'

/** More rows than a screen holds help nobody. */
const MOST_ROWS = 20

interface Bar {
  section: string
  label: string
  startMs: number
  durationMs: number
  /** The time that stands beside the attempt in the tables, in milliseconds. */
  labelMs: number
  failed: boolean
}

const MARKS = { passed: '✓', degraded: '△ degraded', cancelled: '⊘ cancelled', failed: '✗ failed' } as const

/** Steps of the time axis, in seconds, with Mermaid's spelling of each. */
const TICKS: readonly [seconds: number, interval: string][] = [
  [0.1, '100millisecond'],
  [0.5, '500millisecond'],
  [1, '1second'],
  [2, '2second'],
  [5, '5second'],
  [10, '10second'],
  [20, '20second'],
  [30, '30second'],
  [60, '1minute'],
  [120, '2minute'],
  [300, '5minute'],
  [600, '10minute'],
  [1800, '30minute'],
  [3600, '1hour'],
]

/**
 * A Mermaid gantt of when the attempts ran, sessions in the order given; '' when no times are known.
 * The clock is UTC: times are written without a zone, which every reader's browser shows as they are.
 */
export function renderGantt(views: readonly SessionView[]): string {
  const bars = listBars(views)
  const shown = bars.slice(0, MOST_ROWS)
  if (shown.length === 0) return ''
  const longest = shown.reduce((width, bar) => Math.max(width, bar.section.length), 0)
  const startMs = shown.reduce((time, bar) => Math.min(time, bar.startMs), Number.POSITIVE_INFINITY)
  const endMs = shown.reduce((time, bar) => Math.max(time, bar.startMs + bar.durationMs), 0)
  const tick = chooseTick(endMs - startMs)
  const left = bars.length - shown.length
  const note = left > 0 ? `: the first ${MOST_ROWS} of ${countThings(bars.length, 'attempt')}` : ''
  return [
    `**When the attempts ran** (UTC${note})\n`,
    '```mermaid',
    '---',
    'config:',
    '  gantt:',
    `    leftPadding: ${20 + longest * 7}`,
    '    rightPadding: 20',
    '---',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${tick.endsWith('millisecond') ? '%S.%L s' : '%H:%M:%S'}`,
    `  tickInterval ${tick}`,
    ...shown.flatMap((bar, index) => renderBar(bar, shown[index - 1])),
    '```\n\n',
  ].join('\n')
}

function listBars(views: readonly SessionView[]): Bar[] {
  return views.flatMap((view) =>
    view.locations.flatMap((place) =>
      place.attempts.flatMap((attempt) => {
        const startMs = readMoment(attempt.startedAt)
        const durationMs = measureRun(attempt)
        if (startMs === null || durationMs === null) return []
        const kind = judgeResult(attempt)
        const location = cleanDiagramLabel(place.location, 16)
        // Long labels on the left would leave no room for the bars on a phone.
        const section = views.length > 1 ? cleanDiagramLabel(view.name, 14) : location
        const label = views.length > 1 ? `${MARKS[kind].charAt(0)} ${location}` : MARKS[kind]
        const labelMs = measureAttempt(attempt) ?? durationMs
        return { section, label, startMs, durationMs, labelMs, failed: kind === 'failed' }
      }),
    ),
  )
}

function renderBar(bar: Bar, previous: Bar | undefined): string[] {
  const start = new Date(bar.startMs).toISOString().slice(0, 23).replace('T', ' ')
  // A bar without any length would not be drawn.
  const lengthMs = Math.max(1, bar.durationMs)
  const style = bar.failed ? 'crit' : 'done'
  const task = `  ${bar.label} ${formatDuration(bar.labelMs)} :${style}, ${start}, ${lengthMs}ms`
  return bar.section === previous?.section ? [task] : [`  section ${bar.section}`, task]
}

function chooseTick(spanMs: number): string {
  // Three labels have room on a phone.
  const tick = TICKS.find(([seconds]) => spanMs / 1000 / seconds <= 3)
  return tick?.[1] ?? `${Math.ceil(spanMs / 3_600_000 / 3)}hour`
}
