import type { HistoryApi } from '../checkly/checkly-client.ts'
import type { ReadResult } from '../checkly/sessions-api.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { JudgedCheck, JudgedSession } from '../verdict/verdict.ts'
import type { FailureKnowledge } from './failure-knowledge.ts'
import { readDetails } from './read-details.ts'
import { type HistoryRules, readHistory } from './read-history.ts'

/** Reads why checks did not pass and what they did before, side by side, within one time limit. Never rejects. */
export async function learnFailures(
  checks: readonly JudgedCheck[],
  sessions: readonly JudgedSession[],
  rules: HistoryRules,
  readResult: ReadResult,
  history: HistoryApi,
  limit: TimeLimit,
): Promise<FailureKnowledge> {
  const [details, histories] = await Promise.all([
    readDetails(sessions, readResult, limit),
    readHistory(checks, sessions, rules, history, limit),
  ])
  return { details, histories }
}
