import { buildLink } from '../../text/neutralise-blocks.ts'
import { escapeMarkdown } from '../../text/neutralise-text.ts'
import { countThings } from '../../text/words.ts'
import type { CheckView } from '../views/check-view.ts'
import {
  countViews,
  describeNotStarted,
  describeRunning,
  describeShared,
  isSaid,
} from '../views/describe-shared.ts'
import type { GateReport } from '../views/gate-report.ts'
import type { ReportView, SharedCause } from '../views/report-view.ts'
import {
  LOCATIONS_HEADER,
  NOT_PASSED_HEADER,
  renderNotPassedRow,
  renderRemarkableRow,
  renderStartedRow,
} from './check-tables.ts'
import { renderCard, renderSummaryLine, renderTitle } from './failure-card.ts'
import type { Focus } from './focus.ts'
import { renderOverview } from './overview.ts'
import { addRows, describeLeft, type Frame, foldUnder, type PageWriter } from './page-writer.ts'

/** Up to 3 checks that failed are shown in full. With more, the cards are folded. */
const MOST_OPEN_CARDS = 3

/** The first 12 rows of checks that failed are shown; the others are folded. */
const MOST_TABLE_ROWS = 12

/** Up to 5 checks that share a cause are named without folding. */
const MOST_NAMED = 5

/** At most 30 checks that had not started are named. */
const MOST_NOT_STARTED = 30

/** Adds the checks that did not pass, or those that were only started. */
export function addNotPassed(page: PageWriter, view: ReportView, focus: Focus): string[] {
  const { notPassed, report } = view
  const { main } = focus
  if (report.verdict.detached) {
    return addRows(page, [LOCATIONS_HEADER, '\n'], notPassed, renderStartedRow, 'that were started')
  }
  if (main.length === 0) return []
  if (main.length === 1) return isAllSaid(main[0], report) ? [] : addCards(page, focus)
  if (main.length > MOST_TABLE_ROWS) page.add(renderOverview(main))
  const renderRow = (it: CheckView): string => renderNotPassedRow(it, report.beganAtMs)
  const [before, after] = foldUnder(`${countThings(main.length - MOST_TABLE_ROWS, 'more check')} that failed`)
  const added =
    page.addRows(NOT_PASSED_HEADER, main.slice(0, MOST_TABLE_ROWS), renderRow, '\n') +
    page.addRows(before + NOT_PASSED_HEADER, main.slice(MOST_TABLE_ROWS), renderRow, after)
  return [...describeLeft(main.length - added, 'that failed'), ...addCards(page, focus)]
}

/** Whether the sentence below the heading has said all that is known of a check. */
function isAllSaid(view: CheckView | undefined, { verdict }: GateReport): boolean {
  return (
    view?.judged.sessions[0]?.session === null &&
    verdict.outcome === 'error' &&
    verdict.message.includes(view.name)
  )
}

/** More than a few cards are folded: the table names them. */
function addCards(page: PageWriter, { main, named }: Focus): string[] {
  const isFolded = main.length > MOST_OPEN_CARDS
  const frame: Frame = isFolded ? foldUnder(`Attempts and details of these ${main.length} checks`) : ['', '']
  return addRows(page, frame, main, renderOne, 'without attempts and details')

  function renderOne(view: CheckView): string {
    const card = renderCard(view, view === named)
    if (isFolded) return `<details>${renderSummaryLine(view)}\n\n${card}</details>\n\n`
    return view === named ? card : `### ${renderTitle(view)}\n\n${card}`
  }
}

/** Adds those that only ran on: folded beside others, of which dozens would hide the one that failed. */
export function addRunning(
  page: PageWriter,
  { running, shared, report }: ReportView,
  focus: Focus,
): string[] {
  if (report.verdict.detached) return []
  const isAll = focus.main.length === 0 && shared.length === 0
  const open = isAll ? running.slice(0, MOST_TABLE_ROWS) : []
  const folded = running.slice(open.length)
  const [before, after] = foldUnder(describeRunning(folded, open.length > 0))
  const which = 'that still ran'
  return [
    ...addRows(page, [LOCATIONS_HEADER, '\n'], open, renderRemarkableRow, which),
    ...addRows(page, [before + LOCATIONS_HEADER, after], folded, renderRemarkableRow, which),
  ]
}

/** Adds the names of those that had not started: there is nothing else to tell of them. */
export function addNotStarted(page: PageWriter, { notStarted, report }: ReportView): void {
  if (report.verdict.detached || notStarted.length === 0) return
  const names = notStarted.slice(0, MOST_NOT_STARTED).map(({ name }) => escapeMarkdown(name, 60))
  const left = notStarted.length - names.length
  page.add(
    `**${describeNotStarted(notStarted)}:** ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}\n\n`,
  )
}

/** Adds what several checks share that have no verdict: each cause once, and whom it concerns. */
export function addShared(page: PageWriter, { shared, report }: ReportView): string[] {
  if (report.verdict.detached) return []
  return shared.flatMap((cause) => addCause(page, cause, report.verdict.message))
}

function addCause(page: PageWriter, cause: SharedCause, message: string): string[] {
  const { reason, views } = cause
  const title = describeShared(cause)
  const why = isSaid(cause, message) ? '' : `**Why:** ${escapeMarkdown(reason, 400)}\n\n`
  const isFolded = views.length > MOST_NAMED
  if (!isFolded || why !== '') page.add(`### ${title}\n\n${why}`)
  const frame: Frame = isFolded ? foldUnder(why === '' ? title : `The ${countViews(views)}`) : ['', '\n']
  const isLinked = views.some(({ link }) => link !== '')
  const renderOne = (view: CheckView): string =>
    isLinked ? `- ${buildLink(view.name, view.link)}\n` : `${escapeMarkdown(view.name)}<br>\n`
  return addRows(page, frame, views, renderOne, 'without a verdict')
}
