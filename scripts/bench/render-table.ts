import { VENDOR_CLI_VERSION } from '../../simulator/vendor-cli.ts'
import type { ContenderName } from '../../testing/bench/contenders.ts'

/** Names of rows that stand in the README too. */
export const SIZE_ROW = 'On disk: `dist`, or `node_modules`'
export const START_ROW = 'Time of a step whose session has ended already'
export const LAG_ROW = 'From the end of a session to the end of the step'

/** One line of the table: what was measured, and the figure of each contender; null where there is none. */
export interface Row {
  what: string
  unit: Unit
  values: Record<ContenderName, number | null>
}

/** What a figure is in. */
export type Unit = 'bytes' | 'memory' | 'ms' | 'count'

const ORDER: readonly ContenderName[] = ['action', 'cli', 'curl', 'floor']

/** The rows that the README has: what somebody who chooses asks first. */
const README_ROWS = [SIZE_ROW, START_ROW, LAG_ROW]

/** What the columns are called: a table that compares says which versions. */
function labelContenders(curlVersion: string): Record<ContenderName, string> {
  return {
    action: 'This action',
    cli: `Checkly's CLI ${VENDOR_CLI_VERSION}`,
    curl: `\`curl --retry\` ${curlVersion}`,
    floor: 'Floor',
  }
}

/** Writes a figure for people. */
export function formatFigure(value: number, unit: Unit): string {
  if (unit === 'memory') return `${(value / 2 ** 20).toFixed(0)} MiB`
  if (unit === 'bytes') return formatBytes(value)
  if (unit === 'ms') return formatMs(value)
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

/** Renders the rows as a Markdown table, with the action's ratios to the floor and to the CLI. */
export function renderTable(rows: readonly Row[], curlVersion: string): string {
  const labels = labelContenders(curlVersion)
  const head = ['', ...ORDER.map((name) => labels[name]), '÷ floor', '÷ CLI']
  const lines = rows.map((row) => [
    ...listFigures(row, ORDER),
    formatRatio(row.values.action, row.values.floor),
    formatRatio(row.values.action, row.values.cli),
  ])
  return joinTable(head, lines)
}

/** Renders the rows of the README, without the floor. Throws when one of them was not measured. */
export function renderShortTable(rows: readonly Row[], curlVersion: string): string {
  const names: readonly ContenderName[] = ['action', 'cli', 'curl']
  const labels = labelContenders(curlVersion)
  const lines = README_ROWS.map((what) => {
    const row = rows.find((one) => one.what === what)
    if (row === undefined) throw new Error(`The README's row "${what}" was not measured.`)
    return listFigures(row, names)
  })
  return joinTable(['', ...names.map((name) => labels[name])], lines)
}

function listFigures({ what, unit, values }: Row, names: readonly ContenderName[]): string[] {
  const figures = names.map((name) => {
    const value = values[name]
    return value === null ? '–' : formatFigure(value, unit)
  })
  return [what, ...figures]
}

function joinTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
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
