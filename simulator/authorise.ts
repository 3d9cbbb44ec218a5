import type { IncomingHttpHeaders } from 'node:http'
import { isUuid } from './ids.ts'
import { type Answer, answerError } from './wire.ts'

/** Who may use the API. */
export interface Credentials {
  /** Keys of the account; any of them will do. */
  readonly apiKeys: readonly string[]
  readonly accountId: string
}

/** The key of a request's `Authorization: Bearer` header; null when there is none. */
export function readApiKey(headers: IncomingHttpHeaders): string | null {
  const match = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')
  return match?.[1] ?? null
}

/**
 * Null when a request may go on. Else 401 for a missing or wrong key, 400 for an account header that is
 * not a UUID, 403 for an account that the key does not open. The account header may be left out.
 */
export function refuseRequest(headers: IncomingHttpHeaders, credentials: Credentials): Answer | null {
  const key = readApiKey(headers)
  if (key === null) return answerError(401, 'Missing authentication')
  if (!credentials.apiKeys.includes(key)) return answerError(401, 'Bad token')
  const account = headers['x-checkly-account']
  if (account === undefined) return null
  if (!isUuid(account)) return answerError(400, '"x-checkly-account" must be a valid UUID')
  const isOurs = account.toLowerCase() === credentials.accountId.toLowerCase()
  return isOurs ? null : answerError(403, 'You do not have access to this account.')
}
