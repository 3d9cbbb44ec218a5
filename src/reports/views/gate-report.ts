import type { PrivateLocation } from '../../checkly/locations.ts'
import type { AddressUse } from '../../diagnosis/address-use.ts'
import type { FailureKnowledge } from '../../diagnosis/failure-knowledge.ts'
import type { SessionKind } from '../../session/session.ts'
import type { JudgedCheck, JudgedSession, Verdict } from '../../verdict/verdict.ts'

/** The input that chose the checks, and what it held: a filter of tags each (`a, b`), or an id. */
export interface Choice {
  input: 'tags' | 'check-id' | 'check-session-id' | 'test-session-id'
  values: readonly string[]
  sessionType: SessionKind
}

/** Everything that the reports are made from. Times are in milliseconds. */
export interface GateReport {
  verdict: Verdict
  /** In the order asked for. */
  sessions: readonly JudgedSession[]
  checks: readonly JudgedCheck[]
  /** How they were chosen; null when the inputs do not tell. */
  choice: Choice | null
  /** The address that the checks were given, or are said to have tested; null without one. */
  environmentUrl: string | null
  /** Whether the step gave the checks of a test session no address at all, not even a secret one. */
  lacksAddress: boolean
  /** Whether the checks called that address, as far as it is known; null where nobody looked. */
  addressUse: AddressUse | null
  /** Private locations from which nothing had come when the step stopped waiting. */
  silentLocations: readonly PrivateLocation[]
  /** Whether this step started the sessions; else it awaited sessions started elsewhere. */
  startedHere: boolean
  passingStatuses: readonly string[]
  /** When the step began: epoch milliseconds by the API's clock; by this machine's where the API was not asked. */
  beganAtMs: number
  /** How long the step waited. */
  waitedMs: number
  /** The `timeout` input. */
  timeoutMs: number
  /**
   * How long before the verdict the API last described a session that still runs, by its id. A session that is not in
   * this list has ended, or was never described.
   */
  seenAgoMs: ReadonlyMap<string, number>
  /** Why checks did not pass, and what they did before. */
  known: FailureKnowledge
}
