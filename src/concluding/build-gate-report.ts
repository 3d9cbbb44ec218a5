import type { FailureDetails } from '../failure-details/failure-details.ts'
import type { Inputs } from '../inputs/read-inputs.ts'
import type { GateReport } from '../reports/gate-report.ts'
import type { SessionFate, Verdict } from '../verdict/verdict.ts'

/** When the step began, on the wall clock in epoch milliseconds, and how long it waited, in milliseconds. */
export interface StepTimes {
  beganAtMs: number
  waitedMs: number
}

/** Puts together what the reports are made from. */
export function buildGateReport(
  verdict: Verdict,
  fates: SessionFate[],
  inputs: Inputs,
  times: StepTimes,
  details: ReadonlyMap<string, FailureDetails>,
): GateReport {
  return {
    verdict,
    fates,
    startedHere: inputs.selection.kind === 'start',
    passingStatuses: inputs.passingStatuses,
    ...times,
    timeoutMs: inputs.timeoutMs,
    details,
  }
}
