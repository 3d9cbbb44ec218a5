import { UNREAD_FAILURE } from '../../diagnosis/describe-attempt.ts'
import { escapeMarkdown } from '../../text/neutralise-text.ts'
import { countThings } from '../../text/words.ts'
import { formatMoment } from '../../time/format-moment.ts'
import { findFailedLocations } from '../../verdict/failed-locations.ts'
import type { CheckView } from '../views/check-view.ts'

/** At most 5 different reasons, and 5 locations, are named; the rest is counted. */
const MOST_NAMED = 5

/** Stands for failures whose results were not read. Known reasons stand before it, as they say more. */
const NOT_READ = 'reason not read'

/** What many failures have in common: the reasons and locations by how often they occur, and the first of all. */
export function renderOverview(views: readonly CheckView[]): string {
  const since = views.map((view) => view.failingSinceMs).filter((time) => time !== null)
  const facts = [
    ['Why', renderCounts(views.map(({ reason }) => [reason === UNREAD_FAILURE ? NOT_READ : reason]))],
    ['Where', renderCounts(views.map(({ judged }) => findFailedLocations(judged)))],
    ['First failure', since.length === 0 ? '' : formatMoment(since.reduce((a, b) => Math.min(a, b)))],
  ]
  const lines = facts.flatMap(([label, text]) => (text === '' ? [] : `**${label}:** ${text}`))
  return `${lines.join('<br>\n')}\n\n`
}

/** Texts with the number of checks in which each occurs, the most frequent first, what was not read last. */
function renderCounts(texts: readonly string[][]): string {
  const counts = new Map<string, number>()
  for (const text of texts.flat()) counts.set(text, (counts.get(text) ?? 0) + 1)
  const isNotRead = (text: string): number => (text === NOT_READ ? 1 : 0)
  const sorted = [...counts].sort((a, b) => isNotRead(a[0]) - isNotRead(b[0]) || b[1] - a[1])
  const named = sorted
    .slice(0, MOST_NAMED)
    .map(([text, count]) => `${escapeMarkdown(text, 120)} (${countThings(count, 'check')})`)
  const left = sorted.length - named.length
  return left > 0 ? `${named.join(' · ')} · and ${left} more` : named.join(' · ')
}
