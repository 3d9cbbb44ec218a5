import type { StepNews } from '../../diagnosis/describe-step-news.ts'
import { linkMarkdown, renderCode } from '../../text/neutralise-blocks.ts'
import { escapeMarkdown, isSafeLink } from '../../text/neutralise-text.ts'
import { capitalise, countThings, joinFilled } from '../../text/words.ts'
import { adviseOnTimeout } from '../../verdict/advise-on-timeout.ts'
import { describePassedRemarks } from '../../verdict/describe-verdict.ts'
import { nameUnit } from '../../verdict/name-checks.ts'
import { describeAge } from '../views/describe-age.ts'
import { describeGated } from '../views/describe-gated.ts'
import type { GateReport } from '../views/gate-report.ts'
import { markNews } from '../views/marks.ts'
import { listAddressNotes, listSilenceNotes, type Note } from '../views/notes.ts'
import type { ReportView } from '../views/report-view.ts'
import { renderTime } from './attempts.ts'
import { renderTitle } from './failure-card.ts'
import type { Focus } from './focus.ts'

/** At most 5 test sessions are linked. */
const MOST_LINKED = 5

/** The verdict as a heading, and below it what a reader must know first. */
export function renderHeading(view: ReportView, focus: Focus): string {
  const { report } = view
  const age = describeAge(report)
  const { outcome, notStarted } = report.verdict
  const lines = [
    `## ${renderVerdict(view, focus)}`,
    renderNews(view),
    ...renderLines(view),
    // Where there is no verdict, its message says it.
    outcome === 'failed' ? escapeMarkdown(notStarted, 600) : '',
    ...listSilenceNotes(report).map(renderNote),
    age && `🕓 ${age}`,
    renderGated(report),
  ]
  return `${joinFilled(lines, '\n\n')}\n\n`
}

/** How long it took and what counted as passed, for the end of the page; '' where there is nothing to add. */
export function renderFooter({ report }: ReportView): string {
  const { verdict, passingStatuses, waitedMs } = report
  const { total, unfinished } = verdict.checks
  if (!hasFigures(report)) return ''
  // What still runs has no end that a time could be taken to.
  const tookMs = unfinished > 0 ? null : verdict.timeElapsedMs
  const isWaitTold = waitedMs >= 1000 && verdict.outcome !== 'timeout'
  const isUsual = passingStatuses.join() === 'PASSED'
  const facts = [
    tookMs === null ? '' : `${total === 1 ? 'took' : 'checks took'} ${renderTime(tookMs)}`,
    isWaitTold ? `the step waited ${renderTime(waitedMs)}` : '',
    isUsual ? '' : `passing statuses: ${escapeMarkdown(passingStatuses.join(', '), 80)}`,
  ]
  return `${capitalise(joinFilled(facts, ' · '))}\n`
}

/** The answer to "was it us?": `🆕 1 of 2 is new: Login passed 4 minutes before this run`. */
function renderNews({ news }: ReportView): string {
  if (news === null) return ''
  const label = `**${escapeMarkdown(news.label, 300)}${news.text === '' ? '' : ':'}**`
  return joinFilled([markNews(news.isNew), label, escapeMarkdown(news.text, 800)], ' ')
}

/** Links to test sessions, where all of their checks are. */
function renderSessions({ sessions, choice }: GateReport): string {
  if (choice?.sessionType !== 'test') return ''
  const links = sessions.slice(0, MOST_LINKED).flatMap(({ session }) => {
    if (session === null || !isSafeLink(session.link)) return []
    const place = session.runs[0]?.location ?? ''
    const name = `test session${place === '' ? '' : ` in ${escapeMarkdown(place, 60)}`}`
    return [linkMarkdown(name, session.link)]
  })
  return links.length === 0 ? '' : `**In Checkly:** ${links.join(' · ')}`
}

/** Which checks it was about, the address that they were given, and whether they called it. */
function renderGated(report: GateReport): string {
  const gated = escapeMarkdown(describeGated(report), 600)
  const { environmentUrl, lacksAddress } = report
  const none = lacksAddress ? 'none, so they test what they are configured to test' : ''
  const address = environmentUrl === null ? none : linkMarkdown(renderCode(environmentUrl), environmentUrl)
  return joinFilled(
    [
      gated === '' ? '' : `**${report.verdict.detached ? 'Started' : 'Gated'}:** ${gated}`,
      renderSessions(report),
      address === '' ? '' : `**Address given to the checks:** ${address}`,
      ...listTopNotes(report).map(renderNote),
    ],
    '<br>\n',
  )
}

/** What is told of the address at the end of the page: where checks did not pass, why they did not stands first. */
export function renderAddressRest({ report }: ReportView): string {
  const top = listTopNotes(report).map(({ text }) => text)
  const rest = listAddressNotes(report, 'that host').filter(({ text }) => !top.includes(text))
  return rest.length === 0 ? '' : `**The address:** ${joinFilled(rest.map(renderNote), ' ')}\n\n`
}

/** Of a step that is green, all that is known of the address; else only what somebody should look at. */
function listTopNotes(report: GateReport): Note[] {
  const notes = listAddressNotes(report, 'that host')
  return report.verdict.outcome === 'passed' ? notes : notes.filter(({ isWarning }) => isWarning)
}

function renderNote({ isWarning, text }: Note): string {
  return `${isWarning ? '⚠️ ' : ''}${escapeMarkdown(text, 900)}`
}

function renderVerdict({ report, news }: ReportView, { named }: Focus): string {
  const { verdict, waitedMs, checks } = report
  const { total, failed, unfinished, notStarted, unknown } = verdict.checks
  const all = countThings(total, nameUnit(checks))
  switch (verdict.outcome) {
    case 'passed':
      return named === undefined ? `✅ All ${all} passed` : renderTitle(named)
    case 'failed':
      return named === undefined ? `❌ ${failed} of ${all} failed${countNew(news)}` : renderTitle(named)
    case 'timeout': {
      const had = notStarted === unfinished ? 'had not started' : 'had not ended'
      const [one, many] = hasQueued(checks) ? [had, had] : ['was still running', 'were still running']
      const what = named === undefined ? `⏳ ${unfinished} of ${all} ${many}` : renderTitle(named, one)
      return `${what} after ${renderTime(waitedMs)}`
    }
    case 'cancelled':
      return `🚫 Cancelled with the workflow${total === 0 ? '' : `: ${unfinished + unknown} of ${all} still running`}`
    case 'error':
      return '❌ No verdict: the step fails'
    case 'detached':
      return `🚀 Started ${all}, not awaited`
    case 'no-match':
      return verdict.succeeds
        ? '⚠️ No check matched; the step passes'
        : '❌ No check matched; nothing was started'
  }
}

/** The heading of several is the first that is read, and people ask at once whether it was them. */
function countNew(news: StepNews | null): string {
  if (news === null || news.isNew === null) return ''
  return news.count === 0 ? ', none of them new' : `, ${news.count} of them new`
}

/** Whether a check is known not to have started somewhere. */
function hasQueued(checks: GateReport['checks']): boolean {
  return checks.some(({ runs }) => runs.some(({ state }) => state === 'queued'))
}

function renderLines({ report }: ReportView): string[] {
  const { verdict } = report
  if (hasFigures(report)) {
    const advice =
      verdict.outcome === 'timeout'
        ? adviseOnTimeout(
            report.checks,
            report.silentLocations.map(({ slug }) => slug),
          )
        : ''
    return [renderCounts(report), advice]
  }
  // Where nothing is counted, the message says why, and what to do.
  const isSaid = verdict.outcome === 'detached' || verdict.outcome === 'failed'
  return isSaid ? [] : [escapeMarkdown(verdict.message, 600)]
}

/** Numbers that add up to all checks: `3 failed · 37 passed (2 after a retry, 1 degraded)`. */
function renderCounts({ verdict, checks }: GateReport): string {
  const { total, passed, failed, unfinished, notStarted, unknown } = verdict.checks
  const remarks = describePassedRemarks(verdict.checks)
  const inBrackets = remarks === '' ? '' : ` (${remarks})`
  if (passed === total) return total > 1 && remarks !== '' ? `${total} passed${inBrackets}` : ''
  // The heading says it all.
  const isOpen = unfinished === total && (notStarted === 0 || notStarted === total)
  if (total === 1 || failed === total || unknown === total || (isOpen && !verdict.failedFast)) return ''
  const open =
    unfinished > notStarted && hasQueued(checks) && notStarted === 0 ? 'unfinished' : 'still running'
  const running = verdict.failedFast ? 'not waited for (fail-fast)' : open
  const counts = [
    failed > 0 ? `${failed} failed` : '',
    unknown > 0 ? `${unknown} without a verdict` : '',
    unfinished > notStarted ? `${unfinished - notStarted} ${running}` : '',
    notStarted > 0 ? `${notStarted} not started` : '',
    passed > 0 ? `${passed} passed${inBrackets}` : '',
  ]
  return joinFilled(counts, ' · ')
}

/** Whether checks have ended or not, and the card of the only one does not say it all. */
function hasFigures({ verdict: { outcome, checks } }: GateReport): boolean {
  return ['passed', 'timeout', 'cancelled'].includes(outcome) || (outcome === 'failed' && checks.total > 1)
}
