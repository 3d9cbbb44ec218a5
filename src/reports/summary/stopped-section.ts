import { countThings } from '../../text/words.ts'
import type { GateReport } from '../gate-report.ts'
import type { ReportView } from '../views/report-view.ts'
import type { SessionView } from '../views/session-view.ts'
import { renderCard, renderSummaryLine, renderTitle } from './failure-card.ts'
import type { Focus } from './focus.ts'
import { renderOverview } from './overview.ts'
import { addRows, describeLeft, type Frame, foldUnder, type PageWriter } from './page-writer.ts'
import {
  LOCATIONS_HEADER,
  renderRemarkableRow,
  renderStartedRow,
  renderStoppedRow,
  STOPPED_HEADER,
} from './session-tables.ts'

/** Up to so many sessions that did not pass are shown in full; the cards of more are folded. */
const MOST_OPEN_CARDS = 3

/** Up to so many rows of sessions that did not pass are shown without folding. */
const MOST_TABLE_ROWS = 12

/** Adds the sessions that did not pass, or those that were only started. */
export function addStopped(page: PageWriter, { stopped, report }: ReportView, focus: Focus): string[] {
  const { main } = focus
  if (report.verdict.detached) {
    return addRows(page, [LOCATIONS_HEADER, '\n'], stopped, renderStartedRow, 'that were started')
  }
  if (main.length === 1) return isSaid(main[0], report) ? [] : addCards(page, report, focus)
  if (main.length > MOST_TABLE_ROWS) page.add(renderOverview(main))
  const renderRow = (it: SessionView): string => renderStoppedRow(it, report.beganAtMs)
  const [before, after] = foldUnder(
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
  const frame: Frame = isFolded
    ? foldUnder(`Attempts and details of these ${main.length} sessions`)
    : ['', '']
  return addRows(page, frame, main, renderOne, 'without attempts and details')

  function renderOne(view: SessionView): string {
    const card = renderCard(view, report.startedHere)
    if (isFolded) return `<details>${renderSummaryLine(view)}\n\n${card}</details>\n\n`
    return view === named ? card : `### ${renderTitle(view)}\n\n${card}`
  }
}

/** Adds those that a failure cut short, apart and folded: dozens that still ran would hide the one that failed. */
export function addCutShort(page: PageWriter, { cutShort }: Focus): string[] {
  const were = `${countThings(cutShort.length, 'session')} ${cutShort.length === 1 ? 'was' : 'were'}`
  const [before, after] = foldUnder(`⏳ ${were} still running when the step stopped waiting`)
  return addRows(page, [before + LOCATIONS_HEADER, after], cutShort, renderRemarkableRow, 'that still ran')
}
