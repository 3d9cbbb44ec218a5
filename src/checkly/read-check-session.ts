import * as v from 'valibot'
import { judgeFlags } from '../session/check-run.ts'
import type { Attempt, Check, Session } from '../session/session.ts'
import { readMoment } from '../time/read-moment.ts'
import { createDecoder } from './api-error.ts'
import { gatherCheckRuns } from './gather-check-runs.ts'
import { flag, maybeNumber, maybeText, text } from './lenient.ts'
import { readTimes } from './read-times.ts'

/*
 * How answers about check sessions become Sessions (Checkly Public API, "Check sessions"). Only what a verdict
 * needs is demanded; the contract grows, so everything else may be missing, null or new without any effect.
 */

/** Statuses of a session that still runs. An unknown status is final, and does not pass. */
const RUNNING_STATUSES: ReadonlySet<string> = new Set([
  'STARTED',
  'PROGRESS',
  'PROGRESS_FAILED',
  'PROGRESS_DEGRADED',
])

const resultSchema = v.object({
  checkResultId: text,
  checkResultLink: text,
  checkId: text,
  checkType: text,
  name: text,
  runLocation: text,
  resultType: maybeText,
  hasErrors: flag,
  hasFailures: flag,
  isDegraded: flag,
  aborted: flag,
  isCancelled: flag,
  responseTime: maybeNumber,
  startedAt: maybeText,
  stoppedAt: maybeText,
})

type Result = v.InferOutput<typeof resultSchema>

const sessionFields = {
  checkSessionId: v.string(),
  checkSessionLink: text,
  checkId: text,
  checkType: text,
  name: maybeText,
  status: v.pipe(v.string(), v.nonEmpty()),
  startedAt: maybeText,
  stoppedAt: maybeText,
  timeElapsed: maybeNumber,
  runLocations: v.fallback(v.array(v.string()), []),
  runSource: maybeText,
}

const sessionSchema = v.object({ ...sessionFields, results: v.array(resultSchema) })

// The id becomes a part of paths, of the state for post and of outputs.
const triggeredSchema = v.object({
  sessions: v.array(
    v.object({
      ...sessionFields,
      checkSessionId: v.pipe(v.string(), v.uuid()),
      results: v.nullish(v.array(resultSchema), []),
    }),
  ),
})

/**
 * Reads a body as the session that was asked for.
 * @returns the session; or a sentence that says what is wrong with the body
 */
export function readCheckSession(body: unknown, id: string): Session | string {
  const decode = createDecoder(sessionSchema, (session) =>
    session.checkSessionId.toLowerCase() === id.toLowerCase()
      ? buildSession(session, body as Session['raw'])
      : `the answer is about another session, ${session.checkSessionId.slice(0, 80)}`,
  )
  return decode(body)
}

/** Reads the answer to a trigger request. A sentence says what is wrong with it instead. */
export function readTriggeredCheckSessions(body: unknown): Session[] | string {
  const decode = createDecoder(triggeredSchema, ({ sessions }) => {
    const raws = (body as { sessions: Session['raw'][] }).sessions
    return sessions.map((session, index) => buildSession(session, raws[index] ?? {}))
  })
  return decode(body)
}

function buildSession(session: v.InferOutput<typeof sessionSchema>, raw: Session['raw']): Session {
  const isOver = !RUNNING_STATUSES.has(session.status)
  const named = session.name?.trim() || session.results.find(({ name }) => name !== '')?.name
  const check: Check = { id: session.checkId.toLowerCase(), name: named ?? '', type: session.checkType }
  const { results } = session
  // While a session runs, the API may list a result that is under way: it has no type and no end.
  const done = results.filter((it) => isOver || it.resultType !== null || it.stoppedAt !== null)
  const finalPlaces = new Set(done.filter(isTypedFinal).map(({ runLocation }) => runLocation))
  // The contract allows null for the type: such a result is final in a place without any other final result.
  const isFinal = (it: Result): boolean =>
    isTypedFinal(it) || (it.resultType !== 'ATTEMPT' && !finalPlaces.has(it.runLocation))
  const attempts = done.map((it) => buildAttempt(it, isFinal(it)))
  return {
    kind: 'check',
    id: session.checkSessionId.toLowerCase(),
    name: check.name,
    link: session.checkSessionLink,
    check,
    status: session.status,
    isOver,
    owes: '',
    runs: gatherCheckRuns(check, session.runLocations, attempts, session.status, isOver),
    source: session.runSource,
    ...readTimes(session),
    raw,
  }
}

/** @param isFinal - whether this is the final result of its place */
function buildAttempt(result: Result, isFinal: boolean): Attempt {
  return {
    id: result.checkResultId,
    link: result.checkResultLink,
    location: result.runLocation,
    ...judgeFlags(result),
    isFinal,
    responseTimeMs: result.responseTime,
    startedAtMs: readMoment(result.startedAt),
    stoppedAtMs: readMoment(result.stoppedAt),
    // Results of check sessions have none (schema `CheckSessionsV2CheckResult`).
    errorGroupIds: [],
  }
}

function isTypedFinal({ resultType }: Result): boolean {
  return resultType === 'FINAL'
}
