import type { CheckResult } from '../../client/contract.ts'
import { describeFlags } from '../../failure-details/describe-flags.ts'
import { describeFailedAssertion, type FailureDetails } from '../../failure-details/failure-details.ts'
import { cleanXml } from '../../text/neutralise-blocks.ts'
import { foldText } from '../../text/neutralise-text.ts'
import { judgeResult } from '../../verdict/count-results.ts'
import type { LocationView } from '../views/location-view.ts'
import { measureAttempt } from '../views/measure-times.ts'
import type { SessionView } from '../views/session-view.ts'

/** What a test case holds when it did not pass, in the shape of the XML builder. */
interface Problem {
  '@type': string
  '@message': string
  '#text'?: string
}

/** One of Surefire's rerun elements: a failed attempt that another followed or came before. */
interface Rerun {
  '@type': string
  '@message': string
  'system-out'?: string
}

/** A location of a session as a JUnit test case, in the shape of the XML builder. */
export interface TestCase {
  '@name': string
  '@classname': string
  '@time': string
  skipped?: Problem
  error?: Problem
  failure?: Problem
  rerunFailure?: Rerun[]
  rerunError?: Rerun[]
  flakyFailure?: Rerun[]
  flakyError?: Rerun[]
  'system-out'?: string
}

type Details = ReadonlyMap<string, FailureDetails>

/**
 * A session's locations as test cases. A session that did not pass has at least one case that is a
 * failure or an error, so that no reporter shows it green.
 */
export function buildTestCases(view: SessionView, details: Details): TestCase[] {
  const cases = view.locations.map((place) => buildCase(place, view, details))
  const isShown = cases.some((it) => it.failure !== undefined || it.error !== undefined)
  if (view.fate.state === 'passed' || isShown) return cases
  const problem = { '@type': view.status, '@message': toAttribute(view.reason) }
  return [
    ...cases,
    { '@name': 'session', '@classname': toAttribute(view.name), '@time': '0.000', error: problem },
  ]
}

function buildCase(place: LocationView, view: SessionView, details: Details): TestCase {
  const isPassed = view.fate.state === 'passed'
  const { final } = place
  const timeMs = final === null ? null : measureAttempt(final)
  const testCase: TestCase = {
    '@name': toAttribute(place.location),
    '@classname': toAttribute(view.name),
    '@time': formatSeconds(timeMs ?? 0),
  }
  const before = place.attempts.filter((attempt) => attempt !== final && judgeResult(attempt) === 'failed')
  const reason = final === null ? '' : describeFlags(final)
  switch (place.kind) {
    case 'passed':
      return { ...testCase, ...collectReruns(before, 'flaky', details), ...printLink(final) }
    case 'degraded': {
      const problem = buildProblem('degraded', reason, final, details)
      return isPassed
        ? { ...testCase, ...collectReruns(before, 'flaky', details), 'system-out': 'degraded' }
        : { ...testCase, failure: problem, ...collectReruns(before, 'rerun', details) }
    }
    case 'failed': {
      const problem = buildProblem(view.status, reason, final, details)
      const outcome = final?.hasFailures === true ? { failure: problem } : { error: problem }
      return { ...testCase, ...outcome, ...collectReruns(before, 'rerun', details) }
    }
    case 'cancelled':
    case 'missing': {
      const what = place.kind === 'missing' ? 'no final result from this location' : 'cancelled'
      const problem = buildProblem(place.kind, isPassed ? what : `${what}: ${view.reason}`, final, details)
      return isPassed
        ? { ...testCase, skipped: problem }
        : { ...testCase, error: problem, ...collectReruns(before, 'rerun', details) }
    }
  }
}

/** A time as JUnit has it, in seconds with three digits behind the point. */
export function formatSeconds(durationMs: number): string {
  return (Math.max(0, durationMs) / 1000).toFixed(3)
}

function buildProblem(type: string, reason: string, result: CheckResult | null, details: Details): Problem {
  const read = result === null ? undefined : details.get(result.checkResultId)
  const lines = [
    ...(read?.facts ?? []).map(([label, value]) => `${label}: ${value}`),
    ...(read?.assertions ?? []).map(describeFailedAssertion),
    read?.excerpt ?? '',
    result?.checkResultLink ?? '',
  ].filter((line) => line !== '')
  const problem = { '@type': toAttribute(type), '@message': toAttribute(read?.reason || reason) }
  return lines.length === 0 ? problem : { ...problem, '#text': cleanXml(lines.join('\n')) }
}

function collectReruns(
  attempts: CheckResult[],
  kind: 'rerun' | 'flaky',
  details: Details,
): Partial<TestCase> {
  const failures = attempts.filter((attempt) => attempt.hasFailures).map(buildRerun)
  const errors = attempts.filter((attempt) => !attempt.hasFailures).map(buildRerun)
  return {
    ...(failures.length > 0 && { [`${kind}Failure`]: failures }),
    ...(errors.length > 0 && { [`${kind}Error`]: errors }),
  }

  function buildRerun(attempt: CheckResult): Rerun {
    const { '#text': text, ...problem } = buildProblem('ATTEMPT', describeFlags(attempt), attempt, details)
    return text === undefined ? problem : { ...problem, 'system-out': text }
  }
}

function printLink(result: CheckResult | null): { 'system-out'?: string } {
  return result === null || result.checkResultLink === ''
    ? {}
    : { 'system-out': cleanXml(result.checkResultLink) }
}

function toAttribute(text: string): string {
  return cleanXml(foldText(text, 500))
}
