import * as v from 'valibot'

/*
 * What the action relies on in the API's answers (Checkly Public API, "Check sessions").
 * Only what a verdict needs is demanded; the contract grows, so everything else may be
 * missing, null or new without any effect.
 */

/** Any JSON object, kept as the API gave it. */
export type JsonObject = Record<string, unknown>

const text = v.fallback(v.string(), '')
const maybeText = v.fallback(v.nullable(v.string()), null)
const maybeNumber = v.fallback(v.nullable(v.number()), null)
const flag = v.fallback(v.boolean(), false)

const checkResultSchema = v.object({
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

const checkSessionSchema = v.object({ ...sessionFields, results: v.array(checkResultSchema) })

// The id becomes a part of paths, of the state for post and of outputs.
const startedSessionSchema = v.object({
  ...sessionFields,
  checkSessionId: v.pipe(v.string(), v.uuid()),
  results: v.optional(v.array(checkResultSchema), []),
})

const triggerResponseSchema = v.object({ sessions: v.array(startedSessionSchema) })

const apiErrorSchema = v.object({ message: v.string(), statusCode: v.fallback(v.nullable(v.number()), null) })

/**
 * One run of a check at one location: the final one or a failed attempt before it.
 * `responseTime` is in milliseconds; `startedAt` and `stoppedAt` are ISO 8601; flags that the
 * answer leaves out are false, texts are ''.
 */
export type CheckResult = v.InferOutput<typeof checkResultSchema>

/**
 * A check session. `timeElapsed` is in milliseconds; `status` is the API's spelling and may be one
 * that nobody has heard of; `results` may be partial while the session runs.
 */
export type CheckSession = v.InferOutput<typeof checkSessionSchema>

/** A session as read: normalised for this action, and as the API gave it. */
export interface ReadSession {
  session: CheckSession
  raw: JsonObject
}

/**
 * Reads a body as the session that was asked for.
 * Returns a sentence that says what is wrong when it is not that session's JSON.
 */
export function readCheckSession(body: unknown, id: string): ReadSession | string {
  const parsed = v.safeParse(checkSessionSchema, body)
  if (!parsed.success) return describeMismatch(parsed.issues[0])
  if (parsed.output.checkSessionId.toLowerCase() !== id.toLowerCase()) {
    return `the answer is about another session, ${parsed.output.checkSessionId.slice(0, 80)}`
  }
  return { session: parsed.output, raw: body as JsonObject }
}

/** Reads the answer to a trigger request; a sentence instead when it is not what the contract says. */
export function readTriggerResponse(body: unknown): ReadSession[] | string {
  const parsed = v.safeParse(triggerResponseSchema, body)
  if (!parsed.success) return describeMismatch(parsed.issues[0])
  const raws = (body as { sessions: JsonObject[] }).sessions
  return parsed.output.sessions.map((session, index) => ({ session, raw: raws[index] ?? {} }))
}

/** What an error body says. `statusCode` is in each of the API's own, and null where something else answered. */
export type ApiError = v.InferOutput<typeof apiErrorSchema>

/** Reads the body of an error; null when it has no message: an error page of a proxy, say. */
export function readApiError(text: string): ApiError | null {
  try {
    const parsed = v.safeParse(apiErrorSchema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function describeMismatch(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  if (path === null) return 'the answer is not a JSON object'
  return `the answer's ${path} is not what the API documents (${issue.expected ?? 'a value'} expected)`
}
