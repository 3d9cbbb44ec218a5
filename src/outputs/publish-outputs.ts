import type { Redact } from '../secrets/redact.ts'
import { describeError } from '../text/words.ts'
import type { SessionFate, Verdict } from '../verdict/verdict.ts'
import { buildOutputs, LONGEST_OUTPUT } from './build-outputs.ts'
import type { Log } from './log.ts'
import type { OutputName } from './output-names.ts'
import { setOutputs } from './set-outputs.ts'

/** Sets the outputs of the verdict, with a warning for those that are too long. Never throws. */
export function publishOutputs(
  verdict: Verdict,
  fates: readonly SessionFate[],
  log: Log,
  redact: Redact,
): void {
  const { values, tooLong } = buildOutputs(verdict, fates)
  attemptOutputs(values, log, redact)
  if (tooLong.length > 0) {
    log.warning(
      `The outputs ${tooLong.join(' and ')} are left empty: they do not fit into ${LONGEST_OUTPUT} characters. ` +
        'Give report-dir and read checkly-report.json instead.',
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
