import type { SessionBoard } from './awaiting/session-board.ts'
import { cancelUnfinished } from './cancelling/cancel-unfinished.ts'
import { type FailureKnowledge, findNew, NOTHING_KNOWN, orderChecks } from './diagnosis/failure-knowledge.ts'
import type { Selection } from './inputs/choose-selection.ts'
import type { Inputs } from './inputs/read-inputs.ts'
import { learnAfterVerdict } from './learn-after-verdict.ts'
import { describeFailures } from './outputs/describe-failures.ts'
import { attemptOutputs } from './outputs/publish-outputs.ts'
import type { RequestPlan } from './plan-requests.ts'
import type { Choice } from './reports/views/gate-report.ts'
import type { Log } from './runner/log.ts'
import type { Redact } from './secrets/redact.ts'
import type { Clock } from './time/clock.ts'
import { describeVerdict, type FailureNotes } from './verdict/describe-verdict.ts'
import type { Ending } from './verdict/ending.ts'
import type { JudgedCheck, JudgedSession, Verdict } from './verdict/verdict.ts'

/** Where reports go, and what is kept out of them. */
export interface ReportPlaces {
  log: Log
  redact: Redact
  /** `GITHUB_STEP_SUMMARY`; '' when there is none. */
  summaryPath: string
  /** Absolute, made already; null for no files. */
  reportDir: string | null
  /** `GITHUB_WORKSPACE`, else the current folder. */
  workspace: string
}

/** How the step ended, and its times. */
export interface StepEnd {
  ending: Ending
  /** When it began: epoch milliseconds by the API's clock; by this machine's where the API was not asked. */
  beganAtMs: number
  /** Milliseconds from its beginning to the verdict. */
  waitedMs: number
}

/**
 * All that follows from the verdict, the exit code apart: cancels what still runs, reads why checks
 * failed and what they did before, sets the outputs that tell of it, writes the reports. Nothing here changes the
 * verdict.
 * @param signalled - aborted by a signal: there is little time left, and none for details
 * @returns the verdict's message, with what was read
 */
export async function concludeStep(
  verdict: Verdict,
  sessions: readonly JudgedSession[],
  checks: readonly JudgedCheck[],
  inputs: Inputs,
  plan: RequestPlan,
  board: SessionBoard,
  places: ReportPlaces,
  end: StepEnd,
  clock: Clock,
  signalled: AbortSignal,
): Promise<string> {
  const seenAgoMs = board.measureAges()
  const cancelling = inputs.cancelUnfinished
    ? cancelUnfinished(board, plan.api, places.log, clock, signalled)
    : Promise.resolve()
  try {
    const telling = import('./tell-verdict.ts')
    const { known, addressUse, silentLocations } = await learnAfterVerdict(
      verdict,
      sessions,
      checks,
      inputs,
      plan,
      clock,
      signalled,
    )
    const { noteFailures, writeReports } = await telling
    const notes = known === NOTHING_KNOWN ? null : noteFailures(checks, known, end.beganAtMs)
    const message =
      notes === null ? verdict.message : places.redact(describeKnown(verdict, checks, known, notes, end))
    if (notes !== null) attemptOutputs(describeFailures(message, checks, known), places.log, places.redact)
    // Texts that come from the inputs: once they are escaped, a secret in them is not found any more.
    const choice = findChoice(inputs.selection)
    const { environmentUrl = null } = 'environmentUrl' in inputs.selection ? inputs.selection : {}
    const report = {
      verdict: { ...verdict, message },
      sessions,
      checks,
      choice: { ...choice, values: choice.values.map(places.redact) },
      environmentUrl: environmentUrl === null ? null : places.redact(environmentUrl),
      lacksAddress: 'lacksAddress' in inputs.selection && inputs.selection.lacksAddress,
      addressUse: addressUse && { ...addressUse, host: places.redact(addressUse.host) },
      silentLocations,
      startedHere: inputs.selection.kind === 'start',
      passingStatuses: inputs.passingStatuses,
      beganAtMs: end.beganAtMs,
      waitedMs: end.waitedMs,
      timeoutMs: inputs.timeoutMs,
      seenAgoMs,
      known,
    }
    const { jobSummary, annotations } = inputs
    const paths = await writeReports(report, { ...places, jobSummary, annotations })
    attemptOutputs(paths, places.log, places.redact)
    return message
  } finally {
    await cancelling
  }
}

/** How the sessions were chosen, as it was given. */
function findChoice(selection: Selection): Choice {
  const { kind, sessionType } = selection
  if (kind === 'await')
    return { input: `${sessionType}-session-id`, values: selection.sessionIds, sessionType }
  return selection.tags.length > 0
    ? { input: 'tags', values: selection.tags.map((line) => line.join(', ')), sessionType }
    : { input: 'check-id', values: selection.checkIds, sessionType }
}

/** The verdict's message with all that is known now: why checks failed, and whether that is new. */
function describeKnown(
  verdict: Verdict,
  checks: readonly JudgedCheck[],
  known: FailureKnowledge,
  notes: FailureNotes,
  { ending, waitedMs }: StepEnd,
): string {
  const ordered = orderChecks(checks, (check) => findNew(check, known))
  return describeVerdict(ending, verdict.outcome, ordered, verdict.checks, waitedMs, notes)
}
