import * as v from 'valibot'
import type { Check, CheckRun, Session } from '../session/session.ts'
import { findWorstStatus } from '../session/statuses.ts'
import { createDecoder } from './api-error.ts'
import { gatherTestRuns, type TestResult, testResultSchema } from './gather-test-runs.ts'
import { maybeNumber, maybeText, text } from './lenient.ts'
import { readTimes } from './read-times.ts'

/*
 * How answers about test sessions become Sessions (Checkly Public API, "Test sessions"). Only what a verdict needs is
 * demanded; everything else may be missing, null or new without any effect.
 */

/** The most checks that are named in a message. */
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
  const decode = createDecoder(sessionSchema, (session) => {
    const ownId = session.testSessionId.toLowerCase()
    return id === null || ownId === id.toLowerCase()
      ? buildSession(session, place, required, body as Session['raw'])
      : `the answer is about another session, ${ownId}`
  })
  return decode(body)
}

function buildSession(
  session: v.InferOutput<typeof sessionSchema>,
  place: string,
  required: readonly Check[],
  raw: Session['raw'],
): Session {
  const isOver = session.status !== 'RUNNING'
  const runs = gatherTestRuns(session.results ?? [], place, isOver)
  return {
    kind: 'test',
    id: session.testSessionId.toLowerCase(),
    name: session.name.trim(),
    link: session.testSessionLink,
    check: null,
    status: isOver ? deriveStatus(session.status, runs) : session.status,
    isOver,
    owes: isOver ? describeOwed(session.results, runs, required) : '',
    runs,
    source: null,
    ...readTimes(session),
    raw,
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
  const isTold = createCheckTest(finals.map(({ check }) => check))
  const untold = required.filter((check) => !isTold(check)).map(({ id, name }) => name || id)
  if (untold.length === 0) return ''
  const more = untold.length > MOST_NAMED ? ` and ${untold.length - MOST_NAMED} more` : ''
  return `it has no result of check ${untold.slice(0, MOST_NAMED).join(', ')}${more}`
}

/**
 * Creates a test: is a check one of these? Ids decide. Where one of the two has no id, name and type do; a type that is
 * missing is any.
 */
export function createCheckTest(checks: readonly Check[]): (check: Check) => boolean {
  const ids = new Set(checks.map(({ id }) => id))
  const all = groupTypes(checks)
  const withoutId = groupTypes(checks.filter(({ id }) => id === ''))
  return ({ id, name, type }) => {
    if (id !== '' && ids.has(id)) return true
    const types = (id === '' ? all : withoutId).get(name)
    return types !== undefined && (type === '' || types.has('') || types.has(type))
  }
}

/** Types of checks by their name; checks without a name are left out. */
function groupTypes(checks: readonly Check[]): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>()
  for (const { name, type } of checks.filter((check) => check.name !== ''))
    types.set(name, (types.get(name) ?? new Set()).add(type))
  return types
}
