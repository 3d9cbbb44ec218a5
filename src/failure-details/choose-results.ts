import type { CheckResult } from '../client/contract.ts'
import { isDecisive, judgeResult } from '../verdict/count-results.ts'
import type { SessionFate } from '../verdict/verdict.ts'

/**
 * Check types whose results say why they failed (Checkly Public API, schema `CheckResult`). The others
 * have no field for it; a type that nobody has heard of may have one.
 */
const SILENT_TYPES: ReadonlySet<string> = new Set(['DNS', 'HEARTBEAT', 'ICMP', 'TCP', 'URL'])

/**
 * Which results to read to learn why sessions failed, at most `max` of them. Worst sessions first, and
 * one result of each before a second of any: with a small `max`, every session gets a reason before
 * one session gets all of them. Within a session final results come first, then the latest attempts.
 * @param fates in any order; sessions that passed and those without failed results are left alone
 */
export function chooseResultsToRead(fates: readonly SessionFate[], max: number): CheckResult[] {
  const queues = fates
    .filter((fate) => fate.state !== 'passed')
    .map((fate) => ({ fate, results: listFailedResults(fate) }))
    .filter(({ results }) => results.length > 0)
    .sort((a, b) => rankFate(a.fate) - rankFate(b.fate))
    .map(({ results }) => results)
  const chosen: CheckResult[] = []
  for (let round = 0; chosen.length < max; round += 1) {
    const next = queues.flatMap((results) => results[round] ?? [])
    if (next.length === 0) break
    chosen.push(...next.slice(0, max - chosen.length))
  }
  return chosen
}

function listFailedResults({ session }: SessionFate): CheckResult[] {
  const failed = (session?.results ?? []).filter(
    (result) =>
      judgeResult(result) === 'failed' && result.checkResultId !== '' && !SILENT_TYPES.has(result.checkType),
  )
  return [...failed.filter(isDecisive), ...failed.filter((result) => !isDecisive(result)).reverse()]
}

/** Failed sessions before those that never ended; within them FAILED before the other statuses. */
function rankFate({ state, session }: SessionFate): number {
  return (state === 'failed' ? 0 : 2) + (session?.status === 'FAILED' ? 0 : 1)
}
