import { NOTHING_KNOWN } from '../diagnosis/failure-knowledge.ts'
import type { SessionKind } from '../session/session.ts'
import type { JudgedCheck, JudgedSession, Verdict } from '../verdict/verdict.ts'
import { describeFailures } from './describe-failures.ts'
import type { OutputName } from './output-names.ts'

/** More characters than this are not put into an output: GitHub allows a job 1 MB of them. */
export const LONGEST_OUTPUT = 200_000

/** A longer link is none. */
const LONGEST_LINK = 2000

/** Absolute paths of the report files that were written. */
export type ReportPaths = Partial<Record<'report-json' | 'report-markdown' | 'report-junit', string>>

/** The outputs, and the names of those left empty because they would be too long. */
export interface BuiltOutputs {
  values: Record<OutputName, string>
  tooLong: OutputName[]
}

/**
 * Makes every output from the verdict (`sessionType` is null when the inputs do not tell). Those of report files are
 * empty until they are written, and those of failures say what the verdict alone tells. Truncated JSON is never made:
 * what is too long is left empty.
 */
export function buildOutputs(
  verdict: Verdict,
  sessions: readonly JudgedSession[],
  checks: readonly JudgedCheck[],
  sessionType: SessionKind | null,
): BuiltOutputs {
  const tooLong: OutputName[] = []
  const writeJson = (name: OutputName, values: readonly unknown[]): string => {
    try {
      const text = JSON.stringify(values)
      if (text.length <= LONGEST_OUTPUT) return text
    } catch {
      // Nested too deep, or longer than any text may be.
    }
    tooLong.push(name)
    return ''
  }
  const rawSessions = sessions.flatMap(({ session }) => {
    if (session === null) return []
    const { results: _, ...rest } = session.raw
    return [rest]
  })
  const rawResults = sessions.flatMap(({ id, session }) => {
    const list: unknown = session?.raw['results']
    return Array.isArray(list)
      ? list.map((result) => ({ [`${sessionType}SessionId`]: id, ...(result as object) }))
      : []
  })
  const ids = sessions.map(({ id }) => id)
  const values: Record<OutputName, string> = {
    outcome: verdict.outcome,
    passed: String(verdict.outcome === 'passed'),
    ...describeFailures(verdict.message, checks, NOTHING_KNOWN),
    status: verdict.status,
    'session-type': sessionType ?? '',
    'check-session-ids': JSON.stringify(sessionType === 'test' ? [] : ids),
    'test-session-ids': JSON.stringify(sessionType === 'test' ? ids : []),
    'session-link': verdict.link.length > LONGEST_LINK ? '' : verdict.link,
    'sessions-total': String(verdict.sessions.total),
    'sessions-passed': String(verdict.sessions.passed),
    'sessions-failed': String(verdict.sessions.failed),
    'sessions-unfinished': String(verdict.sessions.unfinished),
    'results-total': String(verdict.results.total),
    'results-passed': String(verdict.results.passed),
    'results-failed': String(verdict.results.failed),
    'results-degraded': String(verdict.results.degraded),
    'results-cancelled': String(verdict.results.cancelled),
    'results-retried': String(verdict.results.retried),
    'time-elapsed': verdict.timeElapsedMs === null ? '' : String(verdict.timeElapsedMs),
    'report-json': '',
    'report-markdown': '',
    'report-junit': '',
    sessions: writeJson('sessions', rawSessions),
    results: writeJson('results', rawResults),
  }
  return { values, tooLong }
}
