import { markdownTable } from 'markdown-table'
import { VENDOR_CLI_VERSION } from '../../simulator/vendor-cli.ts'
import type { ContenderName } from '../../testing/bench/contenders.ts'
import type { Medians } from '../../testing/bench/measure.ts'

/** What a figure is in. */
export type Unit = 'bytes' | 'memory' | 'ms' | 'count'

/** One line of the table: what was measured, and the figure of each contender that took part. */
export type Row = [what: string, unit: Unit, values: Medians]

/** Writes a figure for people. */
export function formatFigure(value: number, unit: Unit): string {
  if (unit === 'memory') return `${(value / 2 ** 20).toFixed(0)} MiB`
  if (unit === 'bytes')
    return value < 1e6
      ? `${(value / 1000).toFixed(value < 1e4 ? 1 : 0)} kB`
      : `${(value / 1e6).toFixed(1)} MB`
  if (unit === 'ms')
    return value < 10_000 ? `${value.toFixed(value < 20 ? 1 : 0)} ms` : `${(value / 1000).toFixed(1)} s`
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

/** Renders rows as a Markdown table; with the floor, the action's ratios to it and to the CLI stand behind. */
export function renderRows(rows: readonly Row[], curlVersion: string, withFloor: boolean): string {
  const columns: [ContenderName, string][] = [
    ['action', 'This action'],
    ['cli', `Checkly's CLI ${VENDOR_CLI_VERSION}`],
    ['curl', `\`curl --retry\` ${curlVersion}`],
    ...(withFloor ? [['floor', 'Floor'] as [ContenderName, string]] : []),
  ]
  const lines = rows.map(([what, unit, values]) => [
    what,
    ...columns.map(([name]) => (values[name] === undefined ? '–' : formatFigure(values[name], unit))),
    ...(withFloor ? [divide(values.action, values.floor), divide(values.action, values.cli)] : []),
  ])
  const head = ['', ...columns.map(([, label]) => label), ...(withFloor ? ['÷ floor', '÷ CLI'] : [])]
  return renderTable(head, lines)
}

/** Renders a table whose first column is text and whose others are figures. */
export function renderTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const align = head.map((_, column) => (column === 0 ? '' : 'r'))
  return markdownTable([[...head], ...lines.map((line) => [...line])], { align, alignDelimiters: false })
}

function divide(value: number | undefined, base: number | undefined): string {
  if (value === undefined || base === undefined || base === 0) return '–'
  const ratio = value / base
  return ratio.toFixed(ratio < 0.1 ? 3 : ratio < 10 ? 2 : 0)
}
