import { NOTHING_KNOWN } from './diagnosis/failure-knowledge.ts'
import { attemptOutputs } from './outputs/publish-outputs.ts'
import { makeReportDir } from './reports/report-dir.ts'
import { writeReports } from './reports/write-reports.ts'
import type { Log } from './runner/log.ts'
import type { Redact } from './secrets/redact.ts'
import type { Verdict } from './verdict/verdict.ts'

/** What is needed where the inputs are of no use; `jobSummary` and `reportDir` as given, '' when they are not. */
export interface BadInputOptions {
  jobSummary: string
  reportDir: string
  workspace: string
  summaryPath: string
  log: Log
  redact: Redact
}

/**
 * Writes the reports of a step whose inputs cannot be used, and which has asked nothing of the API: the
 * summary unless it is plainly unwanted, and the files if their folder can be made.
 */
export async function reportBadInput(
  verdict: Verdict,
  beganAtMs: number,
  options: BadInputOptions,
): Promise<void> {
  const report = {
    verdict,
    sessions: [],
    checks: [],
    choice: null,
    environmentUrl: null,
    lacksAddress: false,
    addressUse: null,
    silentLocations: [],
    startedHere: false,
    passingStatuses: [],
    beganAtMs,
    waitedMs: 0,
    timeoutMs: 0,
    known: NOTHING_KNOWN,
    seenAgoMs: new Map(),
  }
  const isUnwanted = options.jobSummary.trim().toLowerCase() === 'never'
  const reportDir = tryReportDir(options.reportDir.trim(), options.workspace)
  const paths = await writeReports(report, {
    ...options,
    jobSummary: isUnwanted ? 'never' : 'always',
    annotations: false,
    reportDir,
  })
  attemptOutputs(paths, options.log, options.redact)
}

/** A folder that cannot be made may be what is wrong with the inputs. */
function tryReportDir(given: string, workspace: string): string | null {
  try {
    return given === '' ? null : makeReportDir(given, workspace)
  } catch {
    return null
  }
}
