import * as core from '@actions/core'
import { SessionBoard } from './awaiting/session-board.ts'
import { type ChecklyClient, createChecklyClient } from './checkly/checkly-client.ts'
import { limitRate } from './checkly/rate-limit/limit-rate.ts'
import { RateLimiter } from './checkly/rate-limit/rate-limiter.ts'
import { concludeStep } from './conclude-step.ts'
import { runGate } from './gate-step.ts'
import { InputError, type Inputs, readInputs } from './inputs/read-inputs.ts'
import { publishOutputs } from './outputs/publish-outputs.ts'
import { planRequests, type RequestPlan } from './plan-requests.ts'
import { makeReportDir } from './reports/report-dir.ts'
import { describeRuntime } from './runner/describe-runtime.ts'
import { endProcess } from './runner/end-process.ts'
import { guardProcess } from './runner/guard-process.ts'
import { createLog } from './runner/log.ts'
import { rememberUnfinished } from './runner/step-state.ts'
import { listSecrets, maskSecrets } from './secrets/mask-secrets.ts'
import { createRedactor } from './secrets/redact.ts'
import { countThings, describeError } from './text/words.ts'
import { monotonicClock, sleepWithTimer, wallClock } from './time/clock.ts'
import type { Ending } from './verdict/ending.ts'
import { judge } from './verdict/judge.ts'
import { judgeChecks } from './verdict/judge-checks.ts'
import { type JudgeRules, judgeSession } from './verdict/judge-sessions.ts'
import type { Verdict } from './verdict/verdict.ts'

/** The action's main step: from the inputs to the exit code. */
export function runMain(): void {
  const beganAtMs = wallClock.now()
  const clock = monotonicClock
  const startedAt = clock.now()
  const getRaw = (name: string): string => core.getInput(name, { trimWhitespace: false })
  const secrets = listSecrets(getRaw, process.env)
  const redact = createRedactor(secrets)
  const log = createLog(redact)
  const board = new SessionBoard()
  const decided = new AbortController()
  const starting = new AbortController()
  const signalled = new AbortController()
  const summaryPath = process.env['GITHUB_STEP_SUMMARY'] ?? ''
  const workspace = process.env['GITHUB_WORKSPACE'] || process.cwd()
  let verdict: Verdict | null = null
  /** What was made from the inputs; null while it is not known that all inputs can be used. */
  let prepared: {
    inputs: Inputs
    client: ChecklyClient
    plan: RequestPlan
    reportDir: string | null
  } | null = null

  guardProcess({
    isDecided: () => verdict !== null,
    onBroken: (cause) => void decide({ kind: 'broken', cause }),
    onLateError: (cause) => log.warning(`Unexpected error after the verdict, which stands: ${cause}`),
    onSignal: (name, isLast) => {
      signalled.abort()
      if (isLast) sayVerdict()
      else void decide({ kind: 'cancelled', by: name, starting: board.isStarting })
    },
  })
  // First the guard, as a signal may come at any moment. Then the masks, before anything else is printed.
  maskSecrets(secrets)

  function findRules(): JudgeRules {
    const { inputs, client } = prepared ?? {}
    return {
      passingStatuses: inputs?.passingStatuses ?? [],
      startedAfterMs: inputs?.startedAfterMs ?? null,
      startedHere: inputs?.selection.kind === 'start',
      beganAtMs: beganAtMs + (client?.serverOffsetMs ?? 0),
    }
  }

  let isSaid = false
  /** Prints the last line of the log, once. */
  function sayVerdict(): void {
    if (verdict === null || isSaid) return
    isSaid = true
    if (verdict.succeeds) log.info(`✓ ${verdict.message}`)
    else log.error(verdict.message, 'Checkly Gate')
  }

  /** Makes the verdict, once, and does what follows from it. */
  async function decide(ending: Ending): Promise<void> {
    if (verdict !== null) return
    const waitedMs = clock.now() - startedAt
    const sessions = board.list().map((watched) => judgeSession(watched, findRules()))
    const checks = judgeChecks(sessions, findRules().passingStatuses)
    const judged = judge(ending, sessions, checks, waitedMs)
    // The message may hold a key that was given in another input. Later it is escaped and not found any more.
    const reached = { ...judged, message: redact(judged.message) }
    verdict = reached
    process.exitCode = reached.succeeds ? 0 : 1
    decided.abort()
    // A start under way is given up. Not after a signal with cancel-unfinished: its sessions have to be cancelled.
    if (ending.kind !== 'cancelled' || prepared?.inputs.cancelUnfinished !== true) starting.abort()
    // Files are written now. Open files and open connections share one limit of the process.
    if (!board.isStarting) prepared?.client.close()
    try {
      publishOutputs(
        reached,
        sessions,
        checks,
        prepared?.plan.api.kind ?? null,
        log,
        redact,
        prepared?.reportDir ?? null,
      )
      if (prepared === null) {
        const { reportBadInput } = await import('./report-bad-input.ts')
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
        const { inputs, plan, reportDir } = prepared
        const places = { log, redact, summaryPath, reportDir, workspace }
        const end = { ending, beganAtMs: findRules().beganAtMs, waitedMs }
        const message = await concludeStep(
          reached,
          sessions,
          checks,
          inputs,
          plan,
          board,
          places,
          end,
          clock,
          signalled.signal,
        )
        verdict = { ...reached, message }
      }
    } catch (error) {
      log.warning(`The reports could not be written: ${describeError(error)}. The verdict stands.`)
    }
    starting.abort()
    prepared?.client.close()
    sayVerdict()
    endProcess()
  }

  async function run(): Promise<void> {
    const inputs = await readInputs(getRaw, process.env)
    const reportDir = inputs.reportDir === null ? null : makeReportDir(inputs.reportDir, workspace)
    const trace = core.isDebug() ? log.debug : null
    trace?.(describeRuntime(process))
    const deadline = startedAt + inputs.timeoutMs
    const timing = { clock, sleep: sleepWithTimer }
    const limiter = new RateLimiter(timing, Math.random)
    const client = createChecklyClient({ ...inputs, redact, trace }, (caller) => limitRate(caller, limiter))
    const plan = await planRequests(inputs, client)
    prepared = { inputs, client, plan, reportDir }
    for (const note of inputs.notes) log.info(note)
    for (const warning of inputs.warnings) log.warning(warning)
    const schedule = { timing, startedAt, deadline, signal: decided.signal, starting: starting.signal }
    const remember = (): number =>
      inputs.cancelUnfinished ? rememberUnfinished(plan.api.kind, board.ids) : 0
    const ending = await runGate(inputs, plan, board, log, schedule, findRules, remember, () => {
      const left = remember()
      if (left > 0)
        log.warning(
          `If this process is killed, nobody cancels ${countThings(left, 'session')}: so many have no room in the runner's state.`,
        )
      // Loaded early, while the step waits. An error here is ignored: it comes again when the file is needed.
      const load = async (): Promise<unknown> => import('./tell-verdict.ts')
      load().catch(() => {})
    })
    await decide(ending)
  }

  run().catch((error: unknown) => {
    // The guard makes a verdict of all others.
    if (!(error instanceof InputError)) throw error
    return decide({ kind: 'broken', cause: error.message })
  })
}
