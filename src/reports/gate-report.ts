import type { FailureDetails } from '../failure-details/failure-details.ts'
import type { SessionFate, Verdict } from '../verdict/verdict.ts'

/** Everything that the reports are made from. */
export interface GateReport {
  verdict: Verdict
  fates: SessionFate[]
  /** Whether this step started the sessions; else it awaited sessions started elsewhere. */
  startedHere: boolean
  passingStatuses: readonly string[]
  /** When the step began, on the wall clock in epoch milliseconds. */
  beganAtMs: number
  /** How long the step waited, in milliseconds. */
  waitedMs: number
  /** The `timeout` input, in milliseconds. */
  timeoutMs: number
  /** By `checkResultId`; results that were not read are missing. */
  details: ReadonlyMap<string, FailureDetails>
}
