import { countThings, joinFilled, joinNames } from '../../text/words.ts'
import { formatMoment } from '../../time/format-moment.ts'
import { nameUnit } from '../../verdict/name-checks.ts'
import type { Choice, GateReport } from './gate-report.ts'

/** More places than this are counted. */
const MOST_PLACES = 3

type Facts = Pick<GateReport, 'choice' | 'checks' | 'sessions' | 'startedHere' | 'verdict'>

/**
 * Which checks the step was about, how they were chosen and since when they ran: `40 checks with tags "shop", in
 * eu-west-1 and us-east-1, started by this step at 2026-11-23 12:04:31 UTC`. '' when nothing is known of any.
 */
export function describeGated(report: Facts): string {
  const { choice, checks, sessions, startedHere, verdict } = report
  if (checks.length === 0) return ''
  const { missing } = verdict
  const firstMs = findFirstStart(report)
  const at =
    firstMs === null ? '' : ` ${sessions.length > 1 && !startedHere ? 'from' : 'at'} ${formatMoment(firstMs)}`
  const later = sessions.length > 1 && !startedHere && firstMs !== null ? ' on' : ''
  return joinFilled(
    [
      `${countThings(checks.length, nameUnit(checks))} ${describeChoice(choice)}`.trim(),
      missing.length === 0 ? '' : `${missing.length} more not started`,
      joinFilled([describeTestSessions(report), describePlaces(report)], sessions.length === 1 ? ' ' : ', '),
      `${startedHere ? 'started by this step' : 'started elsewhere'}${at}${later}`,
    ],
    ', ',
  )
}

/** Epoch milliseconds: when the first of the sessions started; null when unknown. */
export function findFirstStart({ sessions }: Pick<GateReport, 'sessions'>): number | null {
  const starts = sessions.flatMap(({ session }) => session?.startedAtMs ?? [])
  return starts.length === 0 ? null : starts.reduce((a, b) => Math.min(a, b))
}

function describeChoice(choice: Choice | null): string {
  if (choice === null) return ''
  if (choice.input !== 'tags') return `given by ${choice.input}`
  return `with tags ${choice.values.map((line) => `"${line}"`).join(' or ')}`
}

function describeTestSessions({ choice, sessions }: Facts): string {
  if (choice?.sessionType !== 'test') return ''
  return sessions.length === 1 ? 'in a test session' : `in ${sessions.length} test sessions`
}

function describePlaces({ checks }: Facts): string {
  const places = [...new Set(checks.flatMap(({ runs }) => runs.map(({ location }) => location)))]
  const named = places.filter((place) => place !== '')
  if (named.length === 0) return ''
  if (named.length > MOST_PLACES) return `in ${named.length} locations`
  return `in ${joinNames(named)}`
}
