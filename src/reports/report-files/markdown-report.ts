import { renderSummary } from '../summary/render-summary.ts'
import type { ReportView } from '../views/report-view.ts'

/**
 * A pull request comment holds 65,536 characters. Bytes are never fewer than characters, and some
 * room stays for what a workflow puts around the report.
 */
const MOST_BYTES = 60_000

/** The summary, fit for a pull request comment: smaller, and without a diagram. */
export function renderMarkdownReport(view: ReportView): string {
  return renderSummary(view, MOST_BYTES, { gantt: false })
}
