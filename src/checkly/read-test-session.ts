import * as v from 'valibot'
import type { Check, CheckRun, Session } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { readMoment } from '../time/read-moment.ts'
import { describeMismatch } from './api-error.ts'
import { gatherTestRuns, type TestResult, testResultSchema } from './gather-test-runs.ts'
import { maybeNumber, maybeText, text } from './lenient.ts'

/*
 * How answers about test sessions become Sessions (Checkly Public API, "Test sessions"). Only what a verdict needs is
 * demanded; everything else may be missing, null or new without any effect.
 */

/** So many checks are named in a message. */
const MOST_NAMED = 10

const sessionSchema = v.object({
  // The id becomes a part of paths, of the state for post and of outputs.
  testSessionId: v.pipe(v.string(), v.uuid()),
  testSessionLink: text,
  name: text,
  status: v.pipe(v.string(), v.nonEmpty()),
  startedAt: maybeText,
  stoppedAt: maybeText,
  timeElapsed: maybeNumber,
  results: v.optional(v.nullable(v.array(testResultSchema)), null),
})

/**
 * Reads a body as a test session.
 * @param id - of the session that was asked for; null when it has just been started
 * @param place - where it was started to run; '' when that is not known
 * @param required - checks that must have a final result in it once it is over
 * @returns a sentence that says what is wrong when it is not that session's JSON
 */
export function readTestSession(
  body: unknown,
  id: string | null,
  place: string,
  required: readonly Check[],
): Session | string {
  const parsed = v.safeParse(sessionSchema, body)
  if (!parsed.success) return describeMismatch(parsed.issues[0])
  const session = parsed.output
  const ownId = session.testSessionId.toLowerCase()
  if (id !== null && ownId !== id.toLowerCase()) return `the answer is about another session, ${ownId}`
  const isOver = session.status !== 'RUNNING'
  const runs = gatherTestRuns(session.results ?? [], place, isOver)
  const startedAtMs = readMoment(session.startedAt)
  const stoppedAtMs = readMoment(session.stoppedAt)
  const isTimed = startedAtMs !== null && stoppedAtMs !== null && stoppedAtMs >= startedAtMs
  return {
    kind: 'test',
    id: ownId,
    name: session.name.trim(),
    link: session.testSessionLink,
    check: null,
    status: isOver ? deriveStatus(session.status, runs) : session.status,
    isOver,
    owes: isOver ? describeOwed(session.results, runs, required) : '',
    runs,
    source: null,
    startedAtMs,
    stoppedAtMs,
    elapsedMs: isTimed ? stoppedAtMs - startedAtMs : session.timeElapsed,
    raw: body as Session['raw'],
  }
}

/**
 * The worst of the session's own status and of its final results, so that it cannot hide what is in it: a degraded
 * check leaves a session PASSED for the API, and one cancelled check makes it CANCELLED, whatever failed beside it.
 */
function deriveStatus(status: string, runs: readonly CheckRun[]): string {
  return findWorstStatus([
    status,
    // Statuses of sessions are the states of results in capitals.
    ...runs.flatMap(({ final }) => (final === null ? [] : final.state.toUpperCase())),
  ])
}

/** Which results are missing from a session that is over, as a part of a sentence; '' for none. */
function describeOwed(
  results: readonly TestResult[] | null,
  runs: readonly CheckRun[],
  required: readonly Check[],
): string {
  if (results === null) return 'the API lists no results of it'
  const finals = runs.filter(({ final }) => final !== null)
  if (finals.length === 0) return 'none of its checks has a final result'
  const pending = runs.length - finals.length
  if (pending > 0)
    return `${pending} of its ${runs.length} checks ${pending === 1 ? 'has' : 'have'} no final result`
  const told = finals.map(({ check }) => check)
  const untold = required.filter((check) => !isListed(check, told)).map(({ id, name }) => name || id)
  if (untold.length === 0) return ''
  const more = untold.length > MOST_NAMED ? ` and ${untold.length - MOST_NAMED} more` : ''
  return `it has no result of check ${untold.slice(0, MOST_NAMED).join(', ')}${more}`
}

/** Whether a check is one of some: by its id, or by name and type, as either may be missing in an answer. */
export function isListed({ id, name, type }: Check, checks: readonly Check[]): boolean {
  return checks.some(
    (other) => (id !== '' && other.id === id) || (name !== '' && other.name === name && other.type === type),
  )
}
