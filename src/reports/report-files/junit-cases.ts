import { describeAttempt } from '../../diagnosis/describe-attempt.ts'
import { describeFailedAssertion, type FailureDetails } from '../../diagnosis/failure-details.ts'
import type { Attempt } from '../../session/session.ts'
import { cleanXml } from '../../text/neutralise-blocks.ts'
import { foldText } from '../../text/neutralise-text.ts'
import type { XmlElement } from '../../text/write-xml.ts'
import type { RunView } from '../views/run-view.ts'
import { measureAttempt } from '../views/run-view.ts'

/** What a test case holds when it did not pass. */
interface Problem extends XmlElement {
  '@type': string
  '@message': string
  '#text'?: string
}

/** One of Surefire's rerun elements: a failed attempt beside the final result. */
interface Rerun extends XmlElement {
  '@type': string
  '@message': string
  'system-out'?: string
}

/** A check in one location as a JUnit test case. */
export interface TestCase extends XmlElement {
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

/** What a test case is made of, beside the run itself. Names are text from outside. */
export interface CaseFacts {
  name: string
  classname: string
  /** `let-through` counts as passed, whatever happened in the run; `unawaited` was not waited for. */
  end: 'let-through' | 'not-passed' | 'unawaited'
  /** In the API's spelling, or `UNFINISHED`, `UNKNOWN`. */
  status: string
  /** Why a run without a final result did not pass; or why a run that did not pass is shown as skipped. */
  reason: string
}

/** What was read of results, by their id. */
type Details = ReadonlyMap<string, FailureDetails>

/** The run of a check in one location as a test case: red only where it counts as not passed. */
export function buildCase(run: RunView, facts: CaseFacts, details: Details): TestCase {
  const { end } = facts
  const { final } = run
  const timeMs = final === null ? null : measureAttempt(final)
  const testCase: TestCase = { ...nameCase(facts), '@time': formatSeconds(timeMs ?? 0) }
  const before = run.attempts.filter((attempt) => attempt !== final && attempt.state === 'failed')
  if (run.state === 'passed' || (run.state === 'degraded' && end !== 'not-passed')) {
    const said = run.state === 'degraded' ? { 'system-out': 'degraded' } : printLink(final)
    return { ...testCase, ...collectReruns(before, 'flaky', details), ...said }
  }
  const what =
    final === null ? describeOpen(run) : run.state === 'cancelled' ? 'cancelled' : describeAttempt(final)
  if (end !== 'not-passed') {
    const why = facts.reason === '' ? what : `${facts.reason}: ${what}`
    return { ...testCase, skipped: buildProblem(run.state, why, final, details) }
  }
  const isOpen = final === null || run.state === 'cancelled'
  const why = isOpen && facts.reason !== '' ? `${what}: ${facts.reason}` : what
  const type = run.state === 'failed' ? facts.status : run.state
  const problem = buildProblem(type, why, final, details)
  const isFailure = run.state === 'degraded' || final?.faults.includes('failure') === true
  return {
    ...testCase,
    ...(isFailure ? { failure: problem } : { error: problem }),
    ...collectReruns(before, 'rerun', details),
  }
}

/** A test case that stands for what no run shows. */
export function buildPlainCase(
  facts: Pick<CaseFacts, 'name' | 'classname' | 'status' | 'reason'>,
  kind: 'error' | 'skipped',
): TestCase {
  const problem = { '@type': toAttribute(facts.status), '@message': toAttribute(facts.reason) }
  return { ...nameCase(facts), '@time': '0.000', [kind]: problem }
}

/** A time as JUnit has it, in seconds with three digits behind the point. */
export function formatSeconds(durationMs: number): string {
  return (Math.max(0, durationMs) / 1000).toFixed(3)
}

/** Text for an attribute: one line, cut. */
function toAttribute(text: string): string {
  return cleanXml(foldText(text, 500))
}

function nameCase({ name, classname }: Pick<CaseFacts, 'name' | 'classname'>) {
  return { '@name': toAttribute(name), '@classname': toAttribute(classname) }
}

function describeOpen({ state }: RunView): string {
  if (state === 'queued') return 'not started'
  return state === 'running' ? 'still running' : 'no final result from this location'
}

function buildProblem(type: string, reason: string, result: Attempt | null, details: Details): Problem {
  const read = result === null ? undefined : details.get(result.id)
  const lines = [
    ...(read?.facts ?? []).map(([label, value]) => `${label}: ${value}`),
    ...(read?.assertions ?? []).map(describeFailedAssertion),
    read?.excerpt ?? '',
    result?.link ?? '',
  ].filter((line) => line !== '')
  const problem = { '@type': toAttribute(type), '@message': toAttribute(read?.reason || reason) }
  return lines.length === 0 ? problem : { ...problem, '#text': cleanXml(lines.join('\n')) }
}

function collectReruns(
  attempts: readonly Attempt[],
  kind: 'rerun' | 'flaky',
  details: Details,
): Partial<TestCase> {
  const failures = attempts.filter(({ faults }) => faults.includes('failure')).map(buildRerun)
  const errors = attempts.filter(({ faults }) => !faults.includes('failure')).map(buildRerun)
  return {
    ...(failures.length > 0 && { [`${kind}Failure`]: failures }),
    ...(errors.length > 0 && { [`${kind}Error`]: errors }),
  }

  function buildRerun(attempt: Attempt): Rerun {
    const { '#text': text, ...problem } = buildProblem('ATTEMPT', describeAttempt(attempt), attempt, details)
    return text === undefined ? problem : { ...problem, 'system-out': text }
  }
}

function printLink(result: Attempt | null): { 'system-out'?: string } {
  return result === null || result.link === '' ? {} : { 'system-out': cleanXml(result.link) }
}
