import * as core from '@actions/core'
import { SessionBoard } from './awaiting/session-board.ts'
import { createChecklyClient } from './client/checkly-client.ts'
import { RequestBudget } from './client/request-budget.ts'
import { type ConcludeOptions, concludeStep } from './concluding/conclude.ts'
import { rehearseEnd } from './concluding/rehearse-end.ts'
import { makeReportDir } from './concluding/report-dir.ts'
import { type GateParts, runGate } from './gate-step.ts'
import { InputError, readInputs } from './inputs/read-inputs.ts'
import { createLog } from './outputs/log.ts'
import { publishOutputs } from './outputs/publish-outputs.ts'
import { describeRuntime } from './process/describe-runtime.ts'
import { endProcess } from './process/end-process.ts'
import { guardProcess } from './process/guard-process.ts'
import { rememberUnfinished } from './process/step-state.ts'
import { listSecrets, maskSecrets } from './secrets/mask-secrets.ts'
import { createRedactor } from './secrets/redact.ts'
import { describeError } from './text/words.ts'
import { monotonicClock, sleepWithTimer } from './time/clock.ts'
import { type Ending, judge } from './verdict/judge.ts'
import type { Verdict } from './verdict/verdict.ts'

/** The action's main step: from the inputs to the exit code. */
export function runMain(): void {
  const beganAtMs = Date.now()
  const startedAt = monotonicClock.now()
  const getRaw = (name: string): string => core.getInput(name, { trimWhitespace: false })
  const secrets = listSecrets(getRaw, process.env)
  const redact = createRedactor(secrets)
  const log = createLog(redact)
  const board = new SessionBoard()
  const stop = new AbortController()
  const hurry = new AbortController()
  const summaryPath = process.env['GITHUB_STEP_SUMMARY'] ?? ''
  const workspace = process.env['GITHUB_WORKSPACE'] || process.cwd()
  const trace = core.isDebug() ? log.debug : null
  let verdict: Verdict | null = null
  let ready: Omit<ConcludeOptions, 'times'> | null = null

  guardProcess({
    isDecided: () => verdict !== null,
    onBroken: (cause) => void decide({ kind: 'broken', cause }),
    onLateError: (cause) => log.warning(`Unexpected error after the verdict, which stands: ${cause}`),
    onSignal: (name) => {
      hurry.abort()
      void decide({ kind: 'cancelled', by: name, starting: board.starting })
    },
  })
  // Before anything else is printed, and behind the guard: a signal may come at any moment.
  maskSecrets(secrets)

  /** Reaches the verdict, once, and does what follows from it. */
  async function decide(ending: Ending): Promise<void> {
    if (verdict !== null) return
    const waitedMs = monotonicClock.now() - startedAt
    const fates = board.listFates(ready?.inputs.passingStatuses ?? [])
    const judged = judge(ending, fates, waitedMs)
    // A key that was given as another input is in the sentence; later it may be escaped beyond recognition.
    const reached = { ...judged, sentence: redact(judged.sentence) }
    verdict = reached
    process.exitCode = reached.succeeds ? 0 : 1
    stop.abort()
    try {
      publishOutputs(reached, fates, log, redact)
      if (ready === null) {
        const { reportBadInput } = await import('./concluding/report-bad-input.ts')
        const [jobSummary, reportDir] = [getRaw('job-summary'), getRaw('report-dir')]
        await reportBadInput(reached, beganAtMs, {
          jobSummary,
          reportDir,
          workspace,
          summaryPath,
          log,
          redact,
        })
      } else {
        await concludeStep(reached, fates, { ...ready, times: { beganAtMs, waitedMs } })
      }
    } catch (error) {
      log.warning(`The reports could not be written: ${describeError(error)}. The verdict stands.`)
    }
    ready?.client.close()
    if (reached.succeeds) log.info(`✓ ${reached.sentence}`)
    else log.error(reached.sentence, 'Checkly Gate')
    endProcess()
  }

  async function run(): Promise<void> {
    const inputs = readInputs(getRaw, process.env)
    const reportDir = inputs.reportDir === null ? null : makeReportDir(inputs.reportDir, workspace)
    trace?.(describeRuntime(process))
    const client = createChecklyClient({ ...inputs, redact, trace })
    const deadline = startedAt + inputs.timeoutMs
    const budget = new RequestBudget(monotonicClock, sleepWithTimer, deadline)
    const parts: GateParts = {
      inputs,
      client,
      budget,
      board,
      log,
      clock: monotonicClock,
      startedAt,
      deadline,
      signal: stop.signal,
      onAwaiting: () => {
        rememberUnfinished(inputs, board.ids)
        rehearseEnd(inputs)
      },
    }
    ready = {
      ...parts,
      redact,
      summaryPath,
      reportDir,
      hurry: hurry.signal,
    }
    await decide(await runGate(parts))
  }

  run().catch((error: unknown) => {
    const message = describeError(error)
    const cause =
      error instanceof InputError
        ? message
        : `Unexpected error: ${message}. Please report it with the log of this step.`
    return decide({ kind: 'broken', cause })
  })
}
