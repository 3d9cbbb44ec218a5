import type { FailureNotes } from '../verdict/describe-verdict.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import { writeNews } from './describe-check-news.ts'
import { describeStepNews } from './describe-step-news.ts'
import { explainCheck } from './explain-check.ts'
import type { FailureKnowledge } from './failure-knowledge.ts'

/**
 * What the verdict's message tells about failures: why each check failed, as far as that was read, and whether it is new.
 * @param nowMs - now by the API's clock, in epoch milliseconds
 */
export function noteFailures(
  checks: readonly JudgedCheck[],
  known: FailureKnowledge,
  nowMs: number,
): FailureNotes {
  const reasons = new Map<JudgedCheck, string>()
  for (const check of checks) {
    const read = explainCheck(check, known.details).causes.find(({ details }) => details !== null)
    if (read !== undefined) reasons.set(check, read.reason)
  }
  const news = describeStepNews(checks, known, nowMs)
  return { reasons, news: news === null ? '' : writeNews(news) }
}
