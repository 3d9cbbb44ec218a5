import { join } from 'node:path'
import type { Log } from '../runner/log.ts'
import type { Redact } from '../secrets/redact.ts'
import type { SessionKind } from '../session/session.ts'
import { describeError } from '../text/words.ts'
import type { JudgedCheck, JudgedSession, Verdict } from '../verdict/verdict.ts'
import { buildOutputs, LONGEST_OUTPUT } from './build-outputs.ts'
import type { OutputName } from './output-names.ts'
import { setOutputs } from './set-outputs.ts'

/**
 * Sets the outputs of the verdict, with a warning for those that are too long. Never throws.
 * @param reportDir - where the report files will be; null when there will be none
 */
export function publishOutputs(
  verdict: Verdict,
  sessions: readonly JudgedSession[],
  checks: readonly JudgedCheck[],
  sessionType: SessionKind | null,
  log: Log,
  redact: Redact,
  reportDir: string | null,
): void {
  const { values, tooLong } = buildOutputs(verdict, sessions, checks, sessionType)
  attemptOutputs(values, log, redact)
  if (tooLong.length > 0) {
    log.warning(
      `The outputs ${tooLong.join(' and ')} are left empty: they do not fit into ${LONGEST_OUTPUT} characters. ` +
        (reportDir === null
          ? 'Give report-dir: checkly-report.json there has it all.'
          : `${join(reportDir, 'checkly-report.json')} has it all.`),
    )
  }
}

/** Sets outputs; that they cannot be written costs a warning, since the verdict is the exit code. */
export function attemptOutputs(values: Partial<Record<OutputName, string>>, log: Log, redact: Redact): void {
  try {
    setOutputs(values, redact)
  } catch (error) {
    log.warning(`The outputs could not be set: ${describeError(error)}. The verdict stands.`)
  }
}
