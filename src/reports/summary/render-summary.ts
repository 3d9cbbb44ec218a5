import { countThings } from '../../text/words.ts'
import type { GateReport } from '../gate-report.ts'
import { buildReportView, type ReportView } from '../views/report-view.ts'
import type { SessionView } from '../views/session-view.ts'
import { renderGantt } from './attempts-gantt.ts'
import { renderCard, renderSummaryLine, renderTitle } from './failure-card.ts'
import { renderFooter, renderHeading } from './heading.ts'
import { renderOverview } from './overview.ts'
import { openPage, type PageWriter } from './page-writer.ts'
import {
  CUT_SHORT_HEADER,
  PLAIN_HEADER,
  REMARKABLE_HEADER,
  renderCutShortRow,
  renderPlainRow,
  renderRemarkableRow,
  renderStartedRow,
  renderStoppedRow,
  STARTED_HEADER,
  STOPPED_HEADER,
} from './session-tables.ts'

/** Up to so many sessions that did not pass are shown in full; the cards of more are folded. */
const MOST_OPEN_CARDS = 3

/** Up to so many rows of sessions that did not pass are shown without folding. */
const MOST_TABLE_ROWS = 12

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
  const leftOut = [...addStopped(page, view), ...addCutShort(page, view), ...addRemarkable(page, view)]
  if (options.gantt) addGantt(page, view)
  leftOut.push(...addPlain(page, view))
  return page.finish((leftOut.length === 0 ? '' : renderNote(leftOut)) + renderFooter(view))
}

function addStopped(page: PageWriter, view: ReportView): string[] {
  const { stopped, main, report } = view
  if (report.verdict.outcome === 'detached') {
    const added = page.addRows(STARTED_HEADER, stopped, renderStartedRow, '\n')
    return describeLeft(stopped.length - added, 'session', 'that were started')
  }
  if (main.length === 1) return isSaid(main[0], report) ? [] : addCards(page, view)
  if (main.length > MOST_TABLE_ROWS) page.add(renderOverview(main))
  const renderRow = (it: SessionView): string => renderStoppedRow(it, report.beganAtMs)
  const more = `<details><summary>${countThings(main.length - MOST_TABLE_ROWS, 'more session')} that did not pass</summary>\n\n`
  const added =
    page.addRows(STOPPED_HEADER, main.slice(0, MOST_TABLE_ROWS), renderRow, '\n') +
    page.addRows(more + STOPPED_HEADER, main.slice(MOST_TABLE_ROWS), renderRow, '\n</details>\n\n')
  return [...describeLeft(main.length - added, 'session', 'that did not pass'), ...addCards(page, view)]
}

/** Whether the sentence below the heading has said all that is known of the only session. */
function isSaid(view: SessionView | undefined, { verdict, fates }: GateReport): boolean {
  return (
    verdict.outcome === 'error' &&
    fates.length === 1 &&
    view?.fate.session === null &&
    verdict.sentence.includes(view.name)
  )
}

/** A few cards stand open; more of them are folded once as a whole and each on its own, as the table names them. */
function addCards(page: PageWriter, { main, named, report }: ReportView): string[] {
  const isFolded = main.length > MOST_OPEN_CARDS
  const before = `<details><summary>Attempts and details of these ${main.length} sessions</summary>\n\n`
  const added = page.addRows(isFolded ? before : '', main, renderOne, isFolded ? '</details>\n\n' : '')
  return describeLeft(main.length - added, 'session', 'without attempts and details')

  function renderOne(view: SessionView): string {
    const card = renderCard(view, report.startedHere)
    if (isFolded) return `<details>${renderSummaryLine(view)}\n\n${card}</details>\n\n`
    return view === named ? card : `### ${renderTitle(view)}\n\n${card}`
  }
}

/** Apart and folded: dozens that still ran would hide the one that failed. */
function addCutShort(page: PageWriter, { cutShort }: ReportView): string[] {
  const count = countThings(cutShort.length, 'session')
  const were = cutShort.length === 1 ? 'was' : 'were'
  const before = `<details><summary>⏳ ${count} ${were} still running when the step stopped waiting</summary>\n\n`
  const added = page.addRows(before + CUT_SHORT_HEADER, cutShort, renderCutShortRow, '\n</details>\n\n')
  return describeLeft(cutShort.length - added, 'session', 'that still ran')
}

function addRemarkable(page: PageWriter, { remarkable }: ReportView): string[] {
  const title = `### ⚠️ ${countThings(remarkable.length, 'session')} passed, but worth a look\n\n`
  const added = page.addRows(title + REMARKABLE_HEADER, remarkable, renderRemarkableRow, '\n')
  return describeLeft(remarkable.length - added, 'session', 'that passed with a remark')
}

/** Drawn only when something is worth looking at, and never folded: Mermaid measures what it draws on. */
function addGantt(page: PageWriter, { main, remarkable, report }: ReportView): void {
  if (report.verdict.outcome !== 'detached') page.add(renderGantt([...main, ...remarkable]))
}

function addPlain(page: PageWriter, { plain, report }: ReportView): string[] {
  const isAll = plain.length === report.fates.length
  const count = countThings(plain.length, 'session')
  const title = isAll ? 'Results by location' : `✅ ${count} passed at the first attempt`
  const [before, after] =
    isAll || plain.length > MOST_OPEN_ROWS
      ? [`<details><summary>${title}</summary>\n\n`, '\n</details>\n\n']
      : [`### ${title}\n\n`, '\n']
  const added = page.addRows(before + PLAIN_HEADER, plain, renderPlainRow, after)
  return describeLeft(plain.length - added, 'session', 'that passed at the first attempt')
}

function describeLeft(count: number, thing: string, which: string): string[] {
  return count > 0 ? [`${countThings(count, thing)} ${which}`] : []
}

function renderNote(leftOut: string[]): string {
  const what = leftOut.join(', ')
  return `✂️ **Left out for lack of room:** ${what}. The step's log has them, and with \`report-dir\` the file \`checkly-report.json\` has everything.\n\n`
}
