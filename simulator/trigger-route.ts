import type { Check, TriggerTarget } from './check-catalogue.ts'
import { isUuid } from './ids.ts'
import { renderSession } from './render-session.ts'
import type { RouteContext } from './routes.ts'
import type { SessionScript } from './script.ts'
import { type Answer, answerError, type JsonObject } from './wire.ts'

/** `POST /v2/check-sessions/trigger`: starts a session of each check that matches; 404 when none does. */
export function answerTrigger({ body, checks, sessions }: RouteContext): Answer {
  const target = readTriggerTarget(body)
  if (typeof target === 'string') return answerError(400, target)
  const chosen = checks.select(target)
  if (chosen.length === 0) return answerError(404, 'No matching checks found.')
  const started = chosen.map((check) => sessions.add(describeSession(check)))
  return { status: 201, body: { sessions: started.map((session) => renderSession(session)) } }
}

// The id of the script is left out: each time a check is started, there is another session.
function describeSession(check: Check): SessionScript {
  const { id: _id, ...session } = check.session ?? {}
  return { name: check.name, checkType: check.checkType, ...session, checkId: check.id }
}

/** The `target` of a trigger request; a sentence instead when the request is not what the contract says. */
function readTriggerTarget(text: string): TriggerTarget | string {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return 'Invalid request payload JSON format'
  }
  if (!isObject(body)) return 'Invalid request payload: an object is expected'
  const { target = {}, refreshCache = false } = body
  if (typeof refreshCache !== 'boolean') return '"refreshCache" must be a boolean'
  if (!isObject(target)) return '"target" must be an object'
  const { matchTags = [], checkId = [] } = target
  if (!isListOf(matchTags, (group) => isListOf(group, isText)))
    return '"target.matchTags" must be lists of tags'
  if (!isListOf(checkId, isUuid)) return '"target.checkId" must be a list of UUIDs'
  return { matchTags: matchTags as string[][], checkId: checkId as string[] }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
