import { countThings } from '../../text/words.ts'
import type { ReportView } from '../views/report-view.ts'
import { renderGantt } from './attempts-gantt.ts'
import { LOCATIONS_HEADER, PLAIN_HEADER, renderPlainRow, renderRemarkableRow } from './check-tables.ts'
import { addNotPassed, addNotStarted, addRunning, addShared } from './failed-section.ts'
import { chooseFocus, type Focus } from './focus.ts'
import { renderAddressRest, renderFooter, renderHeading } from './heading.ts'
import { addRows, type Frame, foldUnder, openPage, type PageWriter } from './page-writer.ts'

/** Up to 8 rows of passed checks are shown without folding. */
const MOST_OPEN_ROWS = 8

/** What the page holds besides the tables and cards. */
export interface SummaryOptions {
  /** Whether the times of the attempts are drawn. */
  gantt: boolean
}

/**
 * The report as GitHub-flavoured Markdown of at most `maxBytes` bytes of UTF-8: the verdict, the
 * checks that did not pass, those worth a look, those that passed. What does not fit is left out
 * from the end, in whole rows, and counted. Pure; all text from outside is neutralised.
 */
export function renderSummary(
  view: ReportView,
  maxBytes: number,
  options: SummaryOptions = { gantt: true },
): string {
  const page = openPage(maxBytes)
  const focus = chooseFocus(view)
  page.add(renderHeading(view, focus))
  const leftOut = [
    ...addNotPassed(page, view, focus),
    ...addShared(page, view),
    ...addRunning(page, view, focus),
  ]
  addNotStarted(page, view)
  leftOut.push(...addRemarkable(page, view))
  if (options.gantt) addGantt(page, view, focus)
  leftOut.push(...addPlain(page, view))
  page.add(renderAddressRest(view))
  return page.finish((leftOut.length === 0 ? '' : renderNote(leftOut)) + renderFooter(view))
}

function addRemarkable(page: PageWriter, { remarkable }: ReportView): string[] {
  const title = `### ⚠️ ${countThings(remarkable.length, 'check')} passed, but worth a look\n\n`
  const frame: Frame = [title + LOCATIONS_HEADER, '\n']
  return addRows(page, frame, remarkable, renderRemarkableRow, 'that passed with a remark')
}

/** Drawn only when something is worth looking at, and never folded: Mermaid measures what it draws on. */
function addGantt(page: PageWriter, { remarkable, report }: ReportView, { main }: Focus): void {
  if (!report.verdict.detached) page.add(renderGantt([...main, ...remarkable]))
}

function addPlain(page: PageWriter, { plain, report }: ReportView): string[] {
  const isAll = plain.length === report.checks.length
  const title = isAll
    ? 'Results by location'
    : `✅ ${countThings(plain.length, 'check')} passed at the first attempt`
  const isFolded = isAll || plain.length > MOST_OPEN_ROWS
  const [before, after]: Frame = isFolded ? foldUnder(title) : [`### ${title}\n\n`, '\n']
  const frame: Frame = [before + PLAIN_HEADER, after]
  return addRows(page, frame, plain, renderPlainRow, 'that passed at the first attempt')
}

function renderNote(leftOut: string[]): string {
  const what = leftOut.join(', ')
  return `✂️ **Left out for lack of room:** ${what}. The step's log has them, and with \`report-dir\` the file \`checkly-report.json\` has everything.\n\n`
}
