import * as v from 'valibot'
import type { TimeLimit } from '../time/clock.ts'
import { readMoment } from '../time/read-moment.ts'
import type { ApiCaller } from './api-caller.ts'
import { createDecoder } from './api-error.ts'
import { prepareRead } from './sessions-api.ts'

/**
 * Errors of test sessions with similar messages. Two different failures may have one message, so a group says that an
 * error looks known. It does not say that it is the same.
 */
export interface ErrorGroup {
  /** When Checkly saw the first of them, in epoch milliseconds; null when the API does not say. */
  firstSeenMs: number | null
  /** Names of the environments in which they were seen, as people gave them. */
  environments: readonly string[]
}

const texts = v.fallback(v.array(v.fallback(v.string(), '')), [])
const groupSchema = v.object({ firstSeen: v.fallback(v.string(), ''), environments: texts })

const decodeGroup = createDecoder(
  groupSchema,
  ({ firstSeen, environments }): ErrorGroup => ({
    firstSeenMs: readMoment(firstSeen),
    environments: environments.filter((name) => name !== ''),
  }),
)

/**
 * Reads an error group of test sessions (`GET /v1/test-session-error-groups/{id}`).
 * @returns null when it could not be read
 */
export async function readTestErrorGroup(
  api: ApiCaller,
  id: string,
  limit: TimeLimit,
): Promise<ErrorGroup | null> {
  const path = `/v1/test-session-error-groups/${encodeURIComponent(id)}`
  const { answer } = await api.call(prepareRead('details', path, limit, decodeGroup))
  return answer.kind === 'completed' ? answer.value : null
}
