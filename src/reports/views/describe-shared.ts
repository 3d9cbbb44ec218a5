import { countThings } from '../../text/words.ts'
import { nameUnit } from '../../verdict/name-checks.ts'
import type { CheckView } from './check-view.ts'
import { markCheck } from './marks.ts'
import type { SharedCause } from './report-view.ts'

/** `40 checks`; `40 sessions` when no check in them is known. */
export function countViews(views: readonly CheckView[], isMore: boolean = false): string {
  const unit = nameUnit(views.map(({ judged }) => judged))
  return countThings(views.length, isMore ? `more ${unit}` : unit)
}

/** What became of several checks for one reason: `❓ 40 checks without a verdict`. */
export function describeShared({ views }: SharedCause): string {
  const [first] = views
  const what = first?.state === 'unfinished' ? 'not seen to end' : 'without a verdict'
  return `${first === undefined ? '' : markCheck(first)} ${countViews(views)} ${what}`
}

/** Whether the verdict's message gives a reason already. Then it is not repeated. */
export function isSaid({ reason }: Pick<SharedCause, 'reason'>, message: string): boolean {
  return reason !== '' && message.includes(reason.replace(/\.$/, ''))
}

/** For checks that had not started: `🕓 12 checks had not started when the step stopped waiting`. */
export function describeNotStarted(views: readonly CheckView[]): string {
  return `🕓 ${countViews(views)} had not started when the step stopped waiting`
}

/**
 * For checks that only ran on: `⏳ 37 checks still running when the step stopped waiting`.
 * @param isMore - whether others stand above
 */
export function describeRunning(views: readonly CheckView[], isMore: boolean = false): string {
  const areRunning = views.every(({ runs }) => runs.every(({ state }) => state !== 'queued'))
  const what = areRunning ? 'still running' : 'unfinished'
  return `⏳ ${countViews(views, isMore)} ${what} when the step stopped waiting`
}
