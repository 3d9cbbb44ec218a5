import type { RunState } from '../../session/session.ts'
import { cleanDiagramLabel } from '../../text/neutralise-blocks.ts'
import { formatDuration } from '../../time/format-duration.ts'
import type { CheckView } from '../views/check-view.ts'
import { listLocations } from './attempts.ts'
import { type Bar, chooseSections } from './gantt-sections.ts'

/** With more checks than this, what they have in common says more than when each attempt ran. */
const MOST_CHECKS = 12

/** Shapes differ, so that none depends on colour alone. */
const MARKS: Readonly<Record<RunState, string>> = { passed: '✓', degraded: '△', cancelled: '⊘', failed: '✗' }

// Not `active`: in the dark, its label beside a short bar cannot be read.
const STYLES: Readonly<Record<RunState, string>> = {
  passed: 'done, ',
  degraded: '',
  cancelled: '',
  failed: 'crit, ',
}

/** Heights of Mermaid's gantt, in pixels: a bar with its gap (20 and 4), what is above and below the bars, a tick. */
const ROW_HEIGHT = 24
const PADDING = 50
const TICK_HEIGHT = 4

/** Steps of the time axis, in seconds. */
const TICKS = [0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600]

/**
 * A Mermaid gantt of when the attempts ran, checks in the order given; '' where it would tell nothing.
 * The clock is UTC: times are written without a zone, which every reader's browser shows as they are.
 */
export function renderGantt(views: readonly CheckView[]): string {
  if (views.length > MOST_CHECKS) return ''
  const { shown, leftOut } = chooseSections(views)
  if (shown.length === 0) return ''
  const bars = shown.flatMap((section) => section.bars)
  const longest = shown.reduce((width, { name }) => Math.max(width, labelSection(name, views).length), 0)
  const startMs = bars.reduce((time, bar) => Math.min(time, bar.startMs), Number.POSITIVE_INFINITY)
  const endMs = bars.reduce((time, bar) => Math.max(time, bar.startMs + bar.durationMs), 0)
  const tickMs = chooseTick(endMs - startMs)
  return [
    '```mermaid',
    '---',
    'config:',
    '  gantt:',
    // Lines over the whole height would run through the labels: what is left of them are ticks above the times.
    `    gridLineStartPadding: ${ROW_HEIGHT * bars.length + PADDING - TICK_HEIGHT}`,
    `    leftPadding: ${20 + longest * 7}`,
    '    rightPadding: 20',
    // Mermaid's third style is a yellow band, which reads as a warning.
    '    numberSectionStyles: 2',
    '---',
    'gantt',
    '  title When the attempts ran (UTC)',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat %H:%M:%S${tickMs < 1000 ? '.%L' : ''}`,
    `  tickInterval ${tickMs}millisecond`,
    ...shown.flatMap(({ name, bars: rows }) => [
      `  section ${labelSection(name, views)}`,
      ...rows.map((bar) => renderBar(bar, views.length > 1 || bar.location !== name)),
    ]),
    '```\n',
    leftOut.length === 0 ? '' : `Not drawn: ${listLocations(leftOut, 5)}.\n\n`,
  ].join('\n')
}

/** Long labels on the left would leave no room for the bars on a phone. */
function labelSection(name: string, views: readonly CheckView[]): string {
  return cleanDiagramLabel(name, views.length > 1 ? 14 : 16)
}

function renderBar(bar: Bar, isLocated: boolean): string {
  const start = new Date(bar.startMs).toISOString().slice(0, 23).replace('T', ' ')
  const place = isLocated ? ` ${cleanDiagramLabel(bar.location, 16)}` : ''
  // A bar without any length would not be drawn.
  const lengthMs = Math.max(1, bar.durationMs)
  return `  ${MARKS[bar.state]} ${formatDuration(bar.labelMs)}${place} :${STYLES[bar.state]}${start}, ${lengthMs}ms`
}

/** Milliseconds from one label of the time axis to the next. Three labels have room on a phone. */
function chooseTick(spanMs: number): number {
  const seconds = TICKS.find((it) => spanMs / 1000 / it <= 3)
  return 1000 * (seconds ?? 3600 * Math.ceil(spanMs / 3_600_000 / 3))
}
