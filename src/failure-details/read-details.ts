import type { ChecklyClient } from '../client/checkly-client.ts'
import type { CheckResult } from '../client/contract.ts'
import type { RequestBudget } from '../client/request-budget.ts'
import type { SessionFate } from '../verdict/verdict.ts'
import { chooseResultsToRead } from './choose-results.ts'
import { extractFailureDetails } from './extract-failure-details.ts'
import type { FailureDetails } from './failure-details.ts'

/** At most so many results are read: more reasons than anybody reads. */
const MOST_RESULTS = 30

/**
 * Reads why results failed, the worst sessions first. Best effort: what cannot be read, or not before the
 * signal is aborted, is missing.
 * @returns details by `checkResultId`
 */
export async function readDetails(
  fates: readonly SessionFate[],
  client: ChecklyClient,
  budget: RequestBudget,
  signal: AbortSignal,
): Promise<Map<string, FailureDetails>> {
  const details = new Map<string, FailureDetails>()
  await Promise.allSettled(chooseResultsToRead(fates, MOST_RESULTS).map(readOne))
  return details

  async function readOne(result: CheckResult): Promise<void> {
    await budget.takeTurn(signal)
    if (signal.aborted) return
    const answer = await client.readResult(result.checkId, result.checkResultId, signal)
    if (answer.kind === 'trouble' && answer.rateLimited) budget.reportRefusal(answer.retryAfterMs)
    if (answer.kind !== 'completed') return
    const extracted = extractFailureDetails(answer.value.body, result.checkType)
    if (extracted !== null) details.set(result.checkResultId, extracted)
  }
}
