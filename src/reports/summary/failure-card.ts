import type { FailureDetails } from '../../failure-details/failure-details.ts'
import { buildLink, linkMarkdown, renderBlock, renderCode } from '../../text/neutralise-blocks.ts'
import { escapeCell } from '../../text/neutralise-cells.ts'
import { escapeMarkdown, isSafeLink } from '../../text/neutralise-text.ts'
import { capitalise, countThings, joinFilled } from '../../text/words.ts'
import { formatMoment } from '../../time/format-moment.ts'
import { describeCheckType, describeRunSource } from '../views/describe-check.ts'
import { describeEnding, describeSoFar } from '../views/describe-ending.ts'
import { markSession } from '../views/marks.ts'
import type { SessionView } from '../views/session-view.ts'
import { listLocations, renderTime } from './attempts.ts'
import { renderAttemptsTable } from './attempts-table.ts'

/** So many different reasons of one session are shown, the first with all that was read. */
const MOST_CAUSES = 5

/** A session's mark, name and ending in one line, with its link. */
export function renderTitle(view: SessionView, ending: string = describeEnding(view)): string {
  return `${markSession(view)} ${buildLink(view.name, view.link)} ${escapeMarkdown(ending, 300)}`
}

/** The same without a link, for the line that unfolds the details: a finger must not hit one there. */
export function renderSummaryLine(view: SessionView): string {
  const title = `${escapeMarkdown(view.name)} ${escapeMarkdown(describeEnding(view), 300)}`
  return `<summary>${markSession(view)} ${title}</summary>`
}

/** Why, where to look, when, where: all that is known of a session that did not pass, without its title. */
export function renderCard(view: SessionView, startedHere: boolean): string {
  const lines = [
    ...renderReasons(view),
    renderLinks(view),
    renderTimes(view),
    renderOrigin(view, startedHere),
  ]
  const details = view.causes.find((cause) => cause.details !== null)?.details ?? null
  return [
    `${joinFilled(lines, '<br>\n')}\n\n`,
    details === null ? '' : renderDetails(details),
    renderAttemptsTable(view),
  ].join('')
}

function renderReasons(view: SessionView): string[] {
  const known = view.causes.filter((cause) => cause.reason !== '')
  const reasons = known.slice(0, MOST_CAUSES).map(({ reason, locations }) => {
    const isWhole = view.causes.length === 1 && reason === view.reason
    return [isWhole ? 'Why' : `Why in ${listLocations(locations, 5)}`, reason]
  })
  // The session's own reason, unless a location's says the same.
  if (!known.some((cause) => cause.reason === view.reason)) reasons.unshift(['Why', view.reason])
  const lines = [...reasons, ['So far', describeSoFar(view)]]
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `**${label}:** ${escapeMarkdown(text ?? '', 400)}`)
  const unread = view.causes.find((cause) => cause.reason === '')
  if (unread !== undefined)
    lines.push(`**Also failed, reason not read:** ${listLocations(unread.locations, 10)}`)
  const left = known.length - MOST_CAUSES
  if (left > 0) lines.push(`and ${countThings(left, 'more reason')}`)
  return lines
}

/** Where to click: the result that says most, and the session. */
function renderLinks({ locations, link }: SessionView): string {
  const place = locations.find(({ kind, telling }) => kind !== 'passed' && telling !== null)
  const what = place?.final === null ? 'failed attempt' : `${place?.kind} result`
  const links = [
    linkSafely(`${what} in ${escapeMarkdown(place?.location ?? '', 60)}`, place?.telling?.checkResultLink),
    linkSafely('whole session', link),
  ]
  const line = joinFilled(links, ' · ')
  return line === '' ? '' : `**Open:** ${line}`
}

function linkSafely(markdown: string, url = ''): string {
  return isSafeLink(url) ? linkMarkdown(markdown, url) : ''
}

function renderTimes({ failingSinceMs, startedMs, fate, tookMs, retriedLocations }: SessionView): string {
  const label = failingSinceMs === null ? 'Started' : 'First failed in this run'
  const momentMs = failingSinceMs ?? startedMs
  const retried = retriedLocations.length
  const times = [
    momentMs === null ? '' : `**${label}:** ${formatMoment(momentMs)}`,
    tookMs === null || fate.state === 'unfinished' ? '' : `took ${renderTime(tookMs)}`,
    retried === 0 ? '' : `${countThings(retried, 'location')} passed after retry`,
  ]
  return joinFilled(times, ' · ')
}

function renderOrigin({ fate: { session } }: SessionView, startedHere: boolean): string {
  const facts = [
    escapeMarkdown(describeCheckType(session?.checkType ?? ''), 60),
    escapeMarkdown(describeRunSource(session?.runSource ?? null), 60),
    startedHere ? 'started by this step' : 'awaited by this step',
  ]
  return session === null ? '' : capitalise(joinFilled(facts, ' · '))
}

function renderDetails(details: FailureDetails): string {
  const facts = details.facts.map(([label, value]) => `- ${escapeMarkdown(label)}: ${renderCode(value)}\n`)
  const list = facts.length === 0 ? '' : `${facts.join('')}\n`
  const excerpt = details.excerpt === '' ? '' : `${renderBlock(details.excerpt)}\n\n`
  // A single assertion is what the reason says already.
  return list + (details.assertions.length > 1 ? renderAssertions(details) : '') + excerpt
}

function renderAssertions({ assertions }: FailureDetails): string {
  const rows = assertions.map(({ subject, expected, actual }) => {
    const cells = [subject, expected, actual].map((text) => escapeCell(text, 120))
    return `| ${cells.join(' | ')} |\n`
  })
  return `| Failed assertion | Expected | Was |\n| :-- | :-- | :-- |\n${rows.join('')}\n`
}
