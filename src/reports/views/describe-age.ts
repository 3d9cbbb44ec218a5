import { countThings } from '../../text/words.ts'
import { formatDuration } from '../../time/format-duration.ts'
import { formatMoment } from '../../time/format-moment.ts'
import { hasEndedBefore } from '../../verdict/judge-sessions.ts'
import type { GateReport } from './gate-report.ts'

/**
 * Says that sessions had ended before the step began, by the API's clock. The verdict does not show that. It happens after
 * a late approval, or when failed jobs are run again. '' when none had ended.
 */
export function describeAge({ sessions, startedHere, beganAtMs }: GateReport): string {
  const ended = sessions.filter(({ state }) => state === 'passed' || state === 'failed')
  const old = ended.flatMap(({ session }) => (session && hasEndedBefore(session, beganAtMs) ? [session] : []))
  if (old.length === 0) return ''
  const firstMs = old.reduce(
    (time, { stoppedAtMs }) => Math.min(time, stoppedAtMs ?? time),
    Number.POSITIVE_INFINITY,
  )
  const before = `${formatDuration(beganAtMs - firstMs)} before this step began, at ${formatMoment(firstMs)}`
  const again = startedHere ? 'Starting has not run' : 'Awaiting does not run'
  if (sessions.length === 1) return `This session had ended ${before}. ${again} it again.`
  const all = sessions.length === 2 ? 'Both sessions' : `All ${countThings(sessions.length, 'session')}`
  const some =
    old.length === sessions.length ? all : `${old.length} of ${countThings(sessions.length, 'session')}`
  return `${some} had ended before, the first ${before}. ${again} them again.`
}
