import { isReadRegularly } from './awaiting/take-snapshots.ts'
import type { PrivateLocation } from './checkly/locations.ts'
import { readOnce } from './checkly/sessions-api.ts'
import type { AddressUse } from './diagnosis/address-use.ts'
import { type FailureKnowledge, NOTHING_KNOWN } from './diagnosis/failure-knowledge.ts'
import type { Inputs } from './inputs/read-inputs.ts'
import type { RequestPlan } from './plan-requests.ts'
import { type Clock, limitTime } from './time/clock.ts'
import type { JudgedCheck, JudgedSession, Verdict } from './verdict/verdict.ts'

/** What is read after the verdict. It tells people more and changes nothing. */
export interface Learnt {
  known: FailureKnowledge
  /** Whether the checks called the address that they were given; null where none was given. */
  addressUse: AddressUse | null
  /** Private locations from which nothing had come when the step stopped waiting. */
  silentLocations: readonly PrivateLocation[]
}

/** 5 s: reading all of this takes no longer, as the verdict is known already. */
const LEARN_MS = 5000

/**
 * Reads why checks failed and whether that is new, which checks called the address, and which private locations are
 * silent. Side by side, within one time limit; what cannot be read is missing. Never rejects.
 * @param signalled - aborted by a signal: then nothing is asked
 */
export async function learnAfterVerdict(
  verdict: Verdict,
  sessions: readonly JudgedSession[],
  checks: readonly JudgedCheck[],
  inputs: Inputs,
  { api, history, findSilent }: RequestPlan,
  clock: Clock,
  signalled: AbortSignal,
): Promise<Learnt> {
  const mayAsk = inputs.failureDetails && !signalled.aborted
  const readsFailures = mayAsk && !verdict.succeeds && verdict.checks.total > 0
  const { selection } = inputs
  const address = 'environmentUrl' in selection && !verdict.detached ? selection.environmentUrl : null
  const limit = limitTime(clock, LEARN_MS, signalled)
  // A result that several readers need is asked for once.
  const readResult = readOnce(api.readResult)

  async function findKnown(): Promise<FailureKnowledge> {
    if (!readsFailures) return NOTHING_KNOWN
    const { learnFailures } = await import('./diagnosis/learn-failures.ts')
    return learnFailures(checks, sessions, inputs, readResult, history, limit)
  }
  async function findAddressUse(): Promise<AddressUse | null> {
    if (address === null) return null
    const { readAddressUse } = await import('./diagnosis/address-use.ts')
    return readAddressUse(address, checks, sessions, mayAsk ? readResult : null, readsFailures, limit)
  }
  async function findSilentLocations(): Promise<readonly PrivateLocation[]> {
    if (!mayAsk || !wasCutByTime(verdict) || !isReadRegularly(sessions.length)) return []
    const known = sessions.flatMap(({ session }) => session ?? [])
    return findSilent(known, limit)
  }

  const [known, addressUse, silentLocations] = await Promise.all([
    findKnown(),
    findAddressUse(),
    findSilentLocations(),
  ])
  return { known, addressUse, silentLocations }
}

/** Whether there was no time left for some checks. */
function wasCutByTime({ checks, failedFast, outcome, detached }: Verdict): boolean {
  return checks.unfinished > 0 && !failedFast && !detached && outcome !== 'cancelled'
}
