import type { FailureDetails } from '../../diagnosis/failure-details.ts'
import { buildLink, linkMarkdown, renderBlock, renderCode } from '../../text/neutralise-blocks.ts'
import { escapeCell } from '../../text/neutralise-cells.ts'
import { escapeMarkdown, isSafeLink } from '../../text/neutralise-text.ts'
import { capitalise, countThings, joinFilled } from '../../text/words.ts'
import { formatMoment } from '../../time/format-moment.ts'
import type { CheckView } from '../views/check-view.ts'
import { describeCheckType, describeRunSource } from '../views/describe-check.ts'
import { describeEnding, describeSoFar } from '../views/describe-ending.ts'
import { markCheck, markNews } from '../views/marks.ts'
import { listLocations, renderTime } from './attempts.ts'
import { renderAttemptsTable } from './attempts-table.ts'

/** At most 5 different reasons of one check are shown, the first with all that was read. */
const MOST_CAUSES = 5

/** At most 3 results and 3 sessions are linked above the table of locations. The table has all. */
const MOST_LINKS = 3

/** A check's mark, name and ending in one line, with its link. */
export function renderTitle(view: CheckView, ending: string = describeEnding(view)): string {
  return `${markCheck(view)} ${buildLink(view.name, view.link)} ${escapeMarkdown(ending, 300)}`
}

/** The same without a link, for the line that unfolds the details: a finger must not hit one there. */
export function renderSummaryLine(view: CheckView): string {
  const title = `${escapeMarkdown(view.name)} ${escapeMarkdown(describeEnding(view), 300)}`
  return `<summary>${markCheck(view)} ${title}</summary>`
}

/**
 * Why, since when, where to look, when, where: all that is known of a check that did not pass, without its title.
 * @param isNewsSaid - whether the line below the heading says already if it is new
 */
export function renderCard(view: CheckView, isNewsSaid: boolean): string {
  const lines = [
    ...renderReasons(view),
    ...(isNewsSaid ? [] : renderNews(view)),
    renderLinks(view),
    renderTimes(view),
    renderOrigin(view),
  ]
  const details = view.causes.find((cause) => cause.details !== null)?.details ?? null
  return [
    `${joinFilled(lines, '<br>\n')}\n\n`,
    details === null ? '' : renderDetails(details),
    renderAttemptsTable(view),
  ].join('')
}

function renderReasons(view: CheckView): string[] {
  const known = view.causes.filter((cause) => cause.reason !== '')
  const reasons = known.slice(0, MOST_CAUSES).map(({ reason, locations }) => {
    const isWhole = view.causes.length === 1 && reason === view.reason
    return [isWhole ? 'Why' : `Why in ${listLocations(locations, 5)}`, reason]
  })
  // The check's own reason, unless a location's says the same.
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

function renderNews({ news }: CheckView): string[] {
  return news.map(({ isNew, label, text, aside }) => {
    const told = escapeMarkdown(joinFilled([text, aside], '; '), 400)
    return joinFilled([markNews(isNew), `**${escapeMarkdown(label, 300)}:**`, told], ' ')
  })
}

/** Where to click: the results that say most, and the sessions. */
function renderLinks({ runs, judged: { sessions } }: CheckView): string {
  const places = runs.filter(({ state, keyAttempt }) => state !== 'passed' && keyAttempt !== null)
  const results = places.slice(0, MOST_LINKS).map(({ location, state, final, keyAttempt }) => {
    const what = final === null ? 'failed attempt' : `${state} result`
    return linkSafely(`${what} in ${escapeMarkdown(location, 60)}`, keyAttempt?.link)
  })
  // Of several sessions that a check ran in, those in which it passed have nothing to show.
  const bad = new Set(places.map(({ location }) => location))
  const shown = sessions.filter(
    ({ session }) => sessions.length === 1 || session?.runs.some((run) => bad.has(run.location)),
  )
  const wholes = shown.slice(0, MOST_LINKS).map(({ session }) => {
    const where = sessions.length === 1 ? '' : ` in ${escapeMarkdown(session?.runs[0]?.location ?? '', 60)}`
    return linkSafely(`whole session${where}`, session?.link)
  })
  const line = joinFilled([...results, ...wholes], ' · ')
  return line === '' ? '' : `**Open:** ${line}`
}

function linkSafely(markdown: string, url = ''): string {
  return isSafeLink(url) ? linkMarkdown(markdown, url) : ''
}

function renderTimes({ failingSinceMs, startedMs, state, tookMs, retriedRuns }: CheckView): string {
  const label = failingSinceMs === null ? 'Started' : 'First failed in this run'
  const momentMs = failingSinceMs ?? startedMs
  const retried = retriedRuns.length
  const times = [
    momentMs === null ? '' : `**${label}:** ${formatMoment(momentMs)}`,
    tookMs === null || state === 'unfinished' ? '' : `took ${renderTime(tookMs)}`,
    retried === 0 ? '' : `${countThings(retried, 'location')} passed after retry`,
  ]
  return joinFilled(times, ' · ')
}

function renderOrigin({ judged: { check, sessions } }: CheckView): string {
  const session = sessions[0]?.session ?? null
  const facts = [
    escapeMarkdown(describeCheckType(check?.type ?? ''), 60),
    escapeMarkdown(describeRunSource(session?.source ?? null), 60),
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
