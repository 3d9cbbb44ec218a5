import type { GateReport } from '../gate-report.ts'
import { buildReportView, type ReportView } from '../views/report-view.ts'
import { countThings } from '../views/words.ts'
import { renderGantt } from './attempts-gantt.ts'
import { renderCard, renderSummaryLine, renderTitle } from './failure-card.ts'
import { renderHeading } from './heading.ts'
import { openPage, type PageWriter } from './page-writer.ts'
import {
  PLAIN_HEADER,
  REMARKABLE_HEADER,
  renderPlainRow,
  renderRemarkableRow,
  renderStoppedRow,
  STOPPED_HEADER,
} from './session-tables.ts'

/** Up to so many sessions that did not pass are shown in full; more get a table first. */
const MOST_OPEN_CARDS = 3

/** Up to so many rows of passed sessions are shown without folding. */
const MOST_OPEN_ROWS = 8

/** What the page holds besides the tables and cards. */
export interface SummaryOptions {
  /** Whether the times of the attempts are drawn. */
  gantt: boolean
}

/**
 * The report as GitHub-flavoured Markdown of at most `maxBytes` bytes of UTF-8: the verdict, the
 * sessions that did not pass, those worth a look, those that passed. What does not fit is left out
 * from the end, in whole rows, and counted. Pure; all text from outside is neutralised.
 */
export function renderSummary(
  report: GateReport,
  maxBytes: number,
  options: SummaryOptions = { gantt: true },
): string {
  const view = buildReportView(report)
  const page = openPage(maxBytes)
  page.add(renderHeading(view))
  const leftOut = [
    ...addStopped(page, view),
    ...(options.gantt ? addGantt(page, view) : []),
    ...addRemarkable(page, view),
    ...addPlain(page, view),
  ]
  return page.finish(leftOut.length === 0 ? '' : renderNote(leftOut))
}

function addStopped(page: PageWriter, { stopped, report }: ReportView): string[] {
  if (stopped.length <= MOST_OPEN_CARDS) {
    const isOnly = report.fates.length === 1 && report.verdict.outcome === 'failed'
    const cards = stopped.map((view) => {
      const title = isOnly ? '' : `### ${renderTitle(view)}\n\n`
      return title + renderCard(view, report.startedHere)
    })
    const added = page.addRows('', cards, '')
    return describeLeft(stopped.length - added, 'session', 'that did not pass')
  }
  const rows = page.addRows(STOPPED_HEADER, stopped.map(renderStoppedRow), '\n')
  const cards = stopped.map((view) => {
    const card = renderCard(view, report.startedHere)
    return `<details>${renderSummaryLine(view)}\n\n${card}</details>\n\n`
  })
  const added = page.addRows('', cards, '')
  return [
    ...describeLeft(stopped.length - rows, 'session', 'that did not pass'),
    ...describeLeft(rows - Math.min(rows, added), 'session', 'without details'),
  ]
}

function addRemarkable(page: PageWriter, { remarkable }: ReportView): string[] {
  const title = `### ⚠️ ${countThings(remarkable.length, 'session')} passed, but worth a look\n\n`
  const added = page.addRows(title + REMARKABLE_HEADER, remarkable.map(renderRemarkableRow), '\n')
  return describeLeft(remarkable.length - added, 'session', 'that passed with a remark')
}

function addPlain(page: PageWriter, { plain, report }: ReportView): string[] {
  const isFolded = plain.length > MOST_OPEN_ROWS || plain.length === report.fates.length
  const title = `✅ ${countThings(plain.length, 'session')} passed at once`
  const [before, after] = isFolded
    ? [`<details><summary>${title}</summary>\n\n`, '\n</details>\n\n']
    : [`### ${title}\n\n`, '\n']
  const added = page.addRows(before + PLAIN_HEADER, plain.map(renderPlainRow), after)
  return describeLeft(plain.length - added, 'session', 'that passed at once')
}

/** Drawn only when something is worth looking at, and never folded: Mermaid measures what it draws on. */
function addGantt(page: PageWriter, { stopped, remarkable, plain }: ReportView): string[] {
  if (stopped.length + remarkable.length > 0) page.add(renderGantt([...stopped, ...remarkable, ...plain]))
  return []
}

function describeLeft(count: number, thing: string, which: string): string[] {
  return count > 0 ? [`${countThings(count, thing)} ${which}`] : []
}

function renderNote(leftOut: string[]): string {
  const what = leftOut.join(', ')
  return `✂️ **Left out for lack of room:** ${what}. The step's log has them, and with \`report-dir\` the file \`checkly-report.json\` has everything.\n`
}
