import type { Log } from '../outputs/log.ts'
import type { Redact } from '../secrets/redact.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { writeReports } from './write-reports.ts'

/** Writes the summary of a step whose inputs cannot be used, and which has asked nothing of the API. */
export async function reportBadInput(
  verdict: Verdict,
  beganAtMs: number,
  options: { log: Log; redact: Redact; summaryPath: string },
): Promise<void> {
  const report = {
    verdict,
    fates: [],
    startedHere: false,
    passingStatuses: [],
    beganAtMs,
    waitedMs: 0,
    timeoutMs: 0,
    details: new Map(),
  }
  const inputs = { jobSummary: 'always', annotations: false } as const
  await writeReports(report, { ...options, inputs, reportDir: null })
}
