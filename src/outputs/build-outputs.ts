import type { SessionFate, Verdict } from '../verdict/verdict.ts'
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
 * Makes every output from the verdict; those of report files are empty until they are written. Truncated JSON is
 * never made: what is too long is left empty.
 */
export function buildOutputs(verdict: Verdict, fates: readonly SessionFate[]): BuiltOutputs {
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
  const sessions = fates.flatMap(({ raw }) => {
    if (raw === null) return []
    const { results: _, ...rest } = raw
    return [rest]
  })
  const results = fates.flatMap(({ id, raw }) => {
    const list: unknown[] = Array.isArray(raw?.['results']) ? raw['results'] : []
    return list.map((result) => ({ checkSessionId: id, ...(result as object) }))
  })
  const values: Record<OutputName, string> = {
    outcome: verdict.outcome,
    passed: String(verdict.outcome === 'passed'),
    status: verdict.status,
    'check-session-ids': JSON.stringify(fates.map((fate) => fate.id)),
    'check-session-link': verdict.link.length > LONGEST_LINK ? '' : verdict.link,
    'sessions-total': String(verdict.sessions.total),
    'sessions-passed': String(verdict.sessions.passed),
    'sessions-failed': String(verdict.sessions.failed),
    'sessions-unfinished': String(verdict.sessions.unfinished),
    'results-total': String(verdict.results.total),
    'results-passed': String(verdict.results.passed),
    'results-failed': String(verdict.results.failed),
    'results-degraded': String(verdict.results.degraded),
    'results-cancelled': String(verdict.results.cancelled),
    'time-elapsed': verdict.timeElapsedMs === null ? '' : String(verdict.timeElapsedMs),
    'report-json': '',
    'report-markdown': '',
    'report-junit': '',
    sessions: writeJson('sessions', sessions),
    results: writeJson('results', results),
  }
  return { values, tooLong }
}
