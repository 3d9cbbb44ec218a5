import { countThings, joinFilled } from '../text/words.ts'
import { describeDuration } from '../time/describe-duration.ts'
import { describeMoment } from '../time/describe-moment.ts'
import type { BadBefore, BetterBefore, ConfiguredTarget, RunHistory, SeenError } from './run-history.ts'

/**
 * What was before a failure, or why that is not known: `passed 4 minutes before this run`, `failing since 22 November
 * 03:10 UTC, at least 41 results`, `no earlier result in eu-west-1`. Names of environments and places are text from
 * outside.
 * @param nowMs - now by the API's clock, in epoch milliseconds
 */
export function describeHistory(
  { isNew, before, error, unknown }: Omit<RunHistory, 'target'>,
  nowMs: number,
): string {
  if (before !== null) return describeBefore(before, nowMs)
  return error === null ? unknown : describeError(error, isNew === true, nowMs)
}

/**
 * One more remark: that the check may be flaky, or how a check of a test session goes on its configured target. '' for
 * none.
 * @param nowMs - now by the API's clock, in epoch milliseconds
 */
export function describeAside(
  { before, target }: Pick<RunHistory, 'before' | 'target'>,
  nowMs: number,
): string {
  const isFlaky = before?.kind === 'better' && before.bad > 0
  const flaky = isFlaky ? `${before.bad} of ${before.results} results before were as bad` : ''
  return joinFilled([flaky, target === null ? '' : describeTarget(target, nowMs)], '; ')
}

function describeTarget(target: ConfiguredTarget, nowMs: number): string {
  const when = `(${describeMoment(target.endedAtMs, nowMs)})`
  switch (target.state) {
    case 'passes':
      return `passes on its configured target ${when}, fails here`
    case 'fails':
      return `fails on its configured target too ${when}`
    case 'differs':
      return `passes on its configured target in some places only ${when}`
  }
}

function describeBefore(before: BetterBefore | BadBefore, nowMs: number): string {
  if (before.kind === 'bad') {
    const { state, sinceMs, results, isAtLeast } = before
    const count = `${isAtLeast ? 'at least ' : ''}${countThings(results, 'result')}`
    return `${state} since ${describeMoment(sinceMs, nowMs)}, ${count}`
  }
  const was = before.state === 'degraded' ? 'was degraded, not failing,' : 'passed'
  return `${was} ${describeDuration(before.agoMs)} before this run`
}

/** Says that errors with such a message were seen. An error group cannot say that they are the same error. */
function describeError({ firstSeenMs, environments }: SeenError, isNew: boolean, nowMs: number): string {
  if (isNew) return 'has an error that was not seen before this run'
  const where = environments.length === 0 ? '' : `, in ${environments.join(', ')}`
  return `errors like this one since ${describeMoment(firstSeenMs, nowMs)}${where}`
}
