import type { CheckResult, CheckSession } from '../../client/contract.ts'
import { RUNNING_STATUSES } from '../../client/statuses.ts'
import { readMoment } from '../../time/read-moment.ts'
import { isDecisive, judgeResult, type ResultVerdict } from '../../verdict/count-results.ts'

/** One location of a session, with everything that ran there. */
export interface LocationView {
  /** As the API spells it; text from outside. */
  location: string
  /** What became of the final result; `missing` when there is none. */
  kind: ResultVerdict | 'missing'
  /** In the order in which they ran, the final one last. */
  attempts: CheckResult[]
  final: CheckResult | null
  /** Says most about what happened: the final result or, where there is none, the latest failed attempt. */
  telling: CheckResult | null
  /** It passed in the end, after at least one attempt that had failed. */
  passedAfterRetry: boolean
  /** From the first start to the last stop, in milliseconds; null when the times are not known. */
  tookMs: number | null
}

const ORDER: readonly LocationView['kind'][] = ['failed', 'cancelled', 'missing', 'degraded', 'passed']

/** What a DEGRADED session ended for comes first. */
const ORDER_DEGRADED: readonly LocationView['kind'][] = ['degraded', ...ORDER]

/**
 * A session's results by location, the ones that need a look first, and the run locations that have
 * no result at all. A run that is under way has none yet.
 */
export function buildLocationViews(session: CheckSession): LocationView[] {
  const byLocation = new Map<string, CheckResult[]>()
  for (const location of session.runLocations) byLocation.set(location, [])
  for (const result of session.results) {
    const results = byLocation.get(result.runLocation) ?? []
    byLocation.set(result.runLocation, results)
    if (!isUnderWay(result, session)) results.push(result)
  }
  const views = [...byLocation].map(([location, results]) => buildLocationView(location, results))
  const order = session.status === 'DEGRADED' ? ORDER_DEGRADED : ORDER
  return views.sort((a, b) => rankView(a, order) - rankView(b, order))
}

/** Whether a run has not ended: while its session runs, the API may list it without a type and an end. */
function isUnderWay({ resultType, stoppedAt }: CheckResult, { status }: CheckSession): boolean {
  return resultType === null && stoppedAt === null && RUNNING_STATUSES.has(status)
}

function buildLocationView(location: string, results: CheckResult[]): LocationView {
  const attempts = results.toSorted(compareAttempts)
  const finals = attempts.filter(isDecisive)
  const final = finals.find((result) => judgeResult(result) !== 'passed') ?? finals.at(-1) ?? null
  const kind = final === null ? 'missing' : judgeResult(final)
  const failed =
    attempts.findLast((attempt) => !isDecisive(attempt) && judgeResult(attempt) === 'failed') ?? null
  const telling = final ?? failed
  const passedAfterRetry = failed !== null && (kind === 'passed' || kind === 'degraded')
  return { location, kind, attempts, final, telling, passedAfterRetry, tookMs: measureAttempts(attempts) }
}

function compareAttempts(a: CheckResult, b: CheckResult): number {
  if (isDecisive(a) !== isDecisive(b)) return isDecisive(a) ? 1 : -1
  return (readMoment(a.startedAt) ?? 0) - (readMoment(b.startedAt) ?? 0)
}

function measureAttempts(attempts: CheckResult[]): number | null {
  const starts = attempts.map((attempt) => readMoment(attempt.startedAt)).filter((time) => time !== null)
  const stops = attempts.map((attempt) => readMoment(attempt.stoppedAt)).filter((time) => time !== null)
  if (starts.length === 0 || stops.length === 0) return null
  const tookMs = maximum(stops) - minimum(starts)
  return tookMs >= 0 ? tookMs : null
}

function rankView(view: LocationView, order: readonly LocationView['kind'][]): number {
  // Locations that needed a retry stand before those that passed at once.
  return 2 * order.indexOf(view.kind) + (view.passedAfterRetry ? 0 : 1)
}

// Not Math.max(...list): a list of hundreds of thousands overflows the stack.
function maximum(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b))
}

function minimum(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b))
}
