import type { Attempt, Check, Session } from '../session/session.ts'
import type { JudgedSession } from '../verdict/verdict.ts'

/** At most 30 results are read. Nobody looks at more of them. */
export const MOST_RESULTS = 30

/** A failed execution whose details may be read. */
export interface FailedResult {
  session: Session
  check: Check
  attempt: Attempt
}

/**
 * Which results to read to learn why sessions failed, at most `max` of them. Worst sessions first, and
 * one result of each before a second of any: with a small `max`, every session gets a reason before
 * one session gets all of them. Within a session final results come first, then the latest attempts.
 * @param sessions in any order; those that passed and those without failed results are left alone
 */
export function chooseResultsToRead(sessions: readonly JudgedSession[], max: number): FailedResult[] {
  const queues = sessions
    .filter(({ state }) => state !== 'passed')
    .map((judged) => ({ judged, results: listFailedResults(judged.session) }))
    .filter(({ results }) => results.length > 0)
    .sort((a, b) => rankSession(a.judged) - rankSession(b.judged))
    .map(({ results }) => results)
  const chosen: FailedResult[] = []
  for (let round = 0; chosen.length < max; round += 1) {
    const next = queues.flatMap((results) => results[round] ?? [])
    if (next.length === 0) break
    chosen.push(...next.slice(0, max - chosen.length))
  }
  return chosen
}

function listFailedResults(session: Session | null): FailedResult[] {
  if (session === null) return []
  const failed = session.runs.flatMap(({ check, attempts }) =>
    attempts
      // A heartbeat monitor runs nothing: it has no details.
      .filter(({ state, id }) => state === 'failed' && id !== '' && check.type !== 'HEARTBEAT')
      .map((attempt) => ({ session, check, attempt })),
  )
  const isFinal = ({ attempt }: FailedResult): boolean => attempt.isFinal
  return [...failed.filter(isFinal), ...failed.filter((it) => !isFinal(it)).reverse()]
}

/** Failed sessions before those that never ended; within them FAILED before the other statuses. */
function rankSession({ state, session }: JudgedSession): number {
  return (state === 'failed' ? 0 : 2) + (session?.status === 'FAILED' ? 0 : 1)
}
