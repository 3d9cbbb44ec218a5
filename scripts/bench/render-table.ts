import type { ContenderName } from './contenders.ts'

/** One line of the table: what was measured, and the figure of each contender; null where there is none. */
export interface Row {
  what: string
  unit: Unit
  values: Record<ContenderName, number | null>
}

/** What a figure is in. */
export type Unit = 'bytes' | 'memory' | 'ms' | 'count'

const LABELS: Record<ContenderName, string> = {
  action: 'This action',
  cli: "Vendor's CLI",
  curl: '`curl --retry`',
  floor: 'Floor',
}
const ORDER: readonly ContenderName[] = ['action', 'cli', 'curl', 'floor']

/** Writes a figure for people. */
export function formatFigure(value: number, unit: Unit): string {
  if (unit === 'memory') return `${(value / 2 ** 20).toFixed(0)} MiB`
  if (unit === 'bytes') return formatBytes(value)
  if (unit === 'ms') return formatMs(value)
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

/** Renders the rows as a Markdown table, with the action's ratios to the floor and to the CLI. */
export function renderTable(rows: readonly Row[]): string {
  const head = ['', ...ORDER.map((name) => LABELS[name]), '÷ floor', '÷ CLI']
  const lines = rows.map(({ what, unit, values }) => {
    const figures = ORDER.map((name) => {
      const value = values[name]
      return value === null ? '–' : formatFigure(value, unit)
    })
    return [
      what,
      ...figures,
      formatRatio(values.action, values.floor),
      formatRatio(values.action, values.cli),
    ]
  })
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function formatRatio(value: number | null, base: number | null): string {
  if (value === null || base === null || base === 0) return '–'
  const ratio = value / base
  return ratio.toFixed(ratio < 0.1 ? 3 : ratio < 10 ? 2 : 0)
}

function formatBytes(bytes: number): string {
  if (bytes < 10_000) return `${(bytes / 1000).toFixed(1)} kB`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

function formatMs(ms: number): string {
  if (ms < 20) return `${ms.toFixed(1)} ms`
  return ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
