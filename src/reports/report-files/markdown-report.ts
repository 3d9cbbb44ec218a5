import type { GateReport } from '../gate-report.ts'
import { renderSummary } from '../summary/render-summary.ts'

/**
 * A pull request comment holds 65,536 characters. Bytes are never fewer than characters, and some
 * room stays for what a workflow puts around the report.
 */
const MOST_BYTES = 60_000

/** The summary, fit for a pull request comment: smaller, and without a diagram. */
export function renderMarkdownReport(report: GateReport): string {
  return renderSummary(report, MOST_BYTES, { gantt: false })
}
