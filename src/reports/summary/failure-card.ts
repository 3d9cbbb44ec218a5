import { formatDuration } from '../format-duration.ts'
import type { FailureDetails } from '../gate-report.ts'
import { buildHtmlLink, buildLink, renderBlock, renderCode } from '../neutralise-blocks.ts'
import { escapeMarkdown } from '../neutralise-text.ts'
import { describeEnding, describeProgress } from '../views/describe-ending.ts'
import { formatMoment, readMoment } from '../views/human-times.ts'
import { markSession } from '../views/marks.ts'
import type { Cause, SessionView } from '../views/session-view.ts'
import { describeCheckType, describeRunSource } from '../views/words.ts'
import { listLocations } from './attempts.ts'
import { renderAttemptsTable } from './attempts-table.ts'

/** So many different reasons of one session are shown, the first with all that was read. */
const MOST_CAUSES = 5

/** A session's mark, name and ending in one line, with its link. */
export function renderTitle(view: SessionView): string {
  return `${markSession(view)} ${buildLink(view.name, view.link)} ${escapeMarkdown(describeEnding(view))}`
}

/** The same as HTML, for the line that unfolds the details. */
export function renderSummaryLine(view: SessionView): string {
  const title = `${buildHtmlLink(view.name, view.link)} ${escapeMarkdown(describeEnding(view))}`
  return `<summary>${markSession(view)} ${title}</summary>`
}

/** Why, where, since when: all that is known of a session that did not pass, without its title. */
export function renderCard(view: SessionView, startedHere: boolean): string {
  return [
    renderReasons(view),
    `${renderFacts(view, startedHere)}\n\n`,
    renderDetails(view.causes.find((cause) => cause.details !== null)?.details ?? null),
    renderAttemptsTable(view),
  ].join('')
}

function renderReasons(view: SessionView): string {
  const causes = view.causes.slice(0, MOST_CAUSES).map((cause) => renderCause(cause, view))
  // The session's own reason, unless a location's says the same.
  if (!view.causes.some((cause) => cause.reason === view.reason)) {
    causes.unshift(`**Why:** ${escapeMarkdown(view.reason, 400)}`)
  }
  const left = view.causes.length - MOST_CAUSES
  if (left > 0) causes.push(`and ${left} more ${left === 1 ? 'reason' : 'reasons'}`)
  return `${causes.join('<br>\n')}\n\n`
}

function renderCause({ reason, locations }: Cause, view: SessionView): string {
  const everywhere = locations.length > 1 && locations.length === view.locations.length
  const places = everywhere ? `all ${locations.length} locations` : listLocations(locations, 5)
  return `**Why in ${places}:** ${escapeMarkdown(reason, 400)}`
}

function renderFacts(view: SessionView, startedHere: boolean): string {
  const { session } = view.fate
  const startedMs = readMoment(session?.startedAt ?? null)
  const facts = [
    view.failingSinceMs === null ? '' : `failing since **${formatMoment(view.failingSinceMs)}**`,
    view.failingSinceMs === null && startedMs !== null ? `started ${formatMoment(startedMs)}` : '',
    view.fate.state === 'unfinished' ? describeProgress(view) : '',
    view.tookMs === null || view.fate.state === 'unfinished' ? '' : `took ${formatDuration(view.tookMs)}`,
    escapeMarkdown(describeCheckType(session?.checkType ?? ''), 60),
    escapeMarkdown(describeRunSource(session?.runSource ?? null), 60),
    startedHere ? 'started by this step' : 'awaited by this step',
  ]
  return facts.filter((fact) => fact !== '').join(' · ')
}

function renderDetails(details: FailureDetails | null): string {
  if (details === null) return ''
  const facts = details.facts.map(([label, value]) => `- ${escapeMarkdown(label)}: ${renderCode(value)}\n`)
  const list = facts.length === 0 ? '' : `${facts.join('')}\n`
  const excerpt = details.excerpt === '' ? '' : `${renderBlock(details.excerpt)}\n\n`
  // A single assertion is what the reason says already.
  return list + (details.assertions.length > 1 ? renderAssertions(details) : '') + excerpt
}

function renderAssertions({ assertions }: FailureDetails): string {
  const rows = assertions.map(({ subject, expected, actual }) => {
    const cells = [subject, expected, actual].map((text) => escapeMarkdown(text, 120))
    return `| ${cells.join(' | ')} |\n`
  })
  return `| Failed assertion | Expected | Was |\n| :-- | :-- | :-- |\n${rows.join('')}\n`
}
