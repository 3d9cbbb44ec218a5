import type { ReadResult } from '../checkly/sessions-api.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { JudgedSession } from '../verdict/verdict.ts'
import { chooseResultsToRead, type FailedResult, MOST_RESULTS } from './choose-results.ts'
import { extractFailureDetails } from './extract-failure-details.ts'
import type { FailureDetails } from './failure-details.ts'

/**
 * Reads why results failed, the worst sessions first. Best effort: what cannot be read, or not before the
 * time limit ends, is missing.
 * @param readResult - reads the details of one result; never rejects
 * @returns details by the id of the result
 */
export async function readDetails(
  sessions: readonly JudgedSession[],
  readResult: ReadResult,
  limit: TimeLimit,
): Promise<Map<string, FailureDetails>> {
  const details = new Map<string, FailureDetails>()
  await Promise.allSettled(chooseResultsToRead(sessions, MOST_RESULTS).map(readOne))
  return details

  async function readOne({ session, check, attempt }: FailedResult): Promise<void> {
    const ref = { sessionId: session.id, checkId: check.id, resultId: attempt.id }
    const answer = await readResult(ref, limit)
    if (answer.kind !== 'completed') return
    const extracted = extractFailureDetails(answer.value.body, check.type)
    if (extracted !== null) details.set(attempt.id, extracted)
  }
}
