import { countThings } from '../../text/words.ts'
import type { GateReport } from '../gate-report.ts'
import { buildReportView, type ReportView } from '../views/report-view.ts'
import type { SessionView } from '../views/session-view.ts'
import { renderGantt } from './attempts-gantt.ts'
import { renderCard, renderSummaryLine, renderTitle } from './failure-card.ts'
import { chooseFocus, type Focus } from './focus.ts'
import { renderFooter, renderHeading } from './heading.ts'
import { renderOverview } from './overview.ts'
import { openPage, type PageWriter } from './page-writer.ts'
import {
  PLAIN_HEADER,
  REMARKABLE_HEADER,
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
  const focus = chooseFocus(view)
  page.add(renderHeading(view, focus))
  const leftOut = [
    ...addStopped(page, view, focus),
    ...addCutShort(page, focus),
    ...addRemarkable(page, view),
  ]
  if (options.gantt) addGantt(page, view, focus)
  leftOut.push(...addPlain(page, view))
  return page.finish((leftOut.length === 0 ? '' : renderNote(leftOut)) + renderFooter(view))
}

function addStopped(page: PageWriter, { stopped, report }: ReportView, focus: Focus): string[] {
  const { main } = focus
  if (report.verdict.outcome === 'detached') {
    return addRows(page, [STARTED_HEADER, '\n'], stopped, renderStartedRow, 'that were started')
  }
  if (main.length === 1) return isSaid(main[0], report) ? [] : addCards(page, report, focus)
  if (main.length > MOST_TABLE_ROWS) page.add(renderOverview(main))
  const renderRow = (it: SessionView): string => renderStoppedRow(it, report.beganAtMs)
  const [before, after] = fold(
    `${countThings(main.length - MOST_TABLE_ROWS, 'more session')} that did not pass`,
  )
  const added =
    page.addRows(STOPPED_HEADER, main.slice(0, MOST_TABLE_ROWS), renderRow, '\n') +
    page.addRows(before + STOPPED_HEADER, main.slice(MOST_TABLE_ROWS), renderRow, after)
  return [...describeLeft(main.length - added, 'that did not pass'), ...addCards(page, report, focus)]
}

/** Whether the sentence below the heading has said all that is known of a session. */
function isSaid(view: SessionView | undefined, { verdict }: GateReport): boolean {
  return view?.fate.session === null && verdict.outcome === 'error' && verdict.sentence.includes(view.name)
}

/** More than a few cards are folded: the table names them. */
function addCards(page: PageWriter, report: GateReport, { main, named }: Focus): string[] {
  const isFolded = main.length > MOST_OPEN_CARDS
  const frame: Frame = isFolded ? fold(`Attempts and details of these ${main.length} sessions`) : ['', '']
  return addRows(page, frame, main, renderOne, 'without attempts and details')

  function renderOne(view: SessionView): string {
    const card = renderCard(view, report.startedHere)
    if (isFolded) return `<details>${renderSummaryLine(view)}\n\n${card}</details>\n\n`
    return view === named ? card : `### ${renderTitle(view)}\n\n${card}`
  }
}

/** Apart and folded: dozens that still ran would hide the one that failed. */
function addCutShort(page: PageWriter, { cutShort }: Focus): string[] {
  const were = `${countThings(cutShort.length, 'session')} ${cutShort.length === 1 ? 'was' : 'were'}`
  const [before, after] = fold(`⏳ ${were} still running when the step stopped waiting`)
  return addRows(page, [before + REMARKABLE_HEADER, after], cutShort, renderRemarkableRow, 'that still ran')
}

function addRemarkable(page: PageWriter, { remarkable }: ReportView): string[] {
  const title = `### ⚠️ ${countThings(remarkable.length, 'session')} passed, but worth a look\n\n`
  const frame: Frame = [title + REMARKABLE_HEADER, '\n']
  return addRows(page, frame, remarkable, renderRemarkableRow, 'that passed with a remark')
}

/** Drawn only when something is worth looking at, and never folded: Mermaid measures what it draws on. */
function addGantt(page: PageWriter, { remarkable, report }: ReportView, { main }: Focus): void {
  if (report.verdict.outcome !== 'detached') page.add(renderGantt([...main, ...remarkable]))
}

function addPlain(page: PageWriter, { plain, report }: ReportView): string[] {
  const isAll = plain.length === report.fates.length
  const title = isAll
    ? 'Results by location'
    : `✅ ${countThings(plain.length, 'session')} passed at the first attempt`
  const isFolded = isAll || plain.length > MOST_OPEN_ROWS
  const [before, after]: Frame = isFolded ? fold(title) : [`### ${title}\n\n`, '\n']
  const frame: Frame = [before + PLAIN_HEADER, after]
  return addRows(page, frame, plain, renderPlainRow, 'that passed at the first attempt')
}

/** What stands before and after rows. */
type Frame = [before: string, after: string]

function fold(title: string): Frame {
  return [`<details><summary>${title}</summary>\n\n`, '\n</details>\n\n']
}

function addRows(
  page: PageWriter,
  [before, after]: Frame,
  views: readonly SessionView[],
  render: (view: SessionView) => string,
  which: string,
): string[] {
  return describeLeft(views.length - page.addRows(before, views, render, after), which)
}

function describeLeft(count: number, which: string): string[] {
  return count > 0 ? [`${countThings(count, 'session')} ${which}`] : []
}

function renderNote(leftOut: string[]): string {
  const what = leftOut.join(', ')
  return `✂️ **Left out for lack of room:** ${what}. The step's log has them, and with \`report-dir\` the file \`checkly-report.json\` has everything.\n\n`
}
