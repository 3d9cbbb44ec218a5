import * as core from '@actions/core'
import { CANCEL_NOTE, type CancelOptions, cancelSession } from './cancelling/cancel-sessions.ts'
import { createChecklyClient } from './client/checkly-client.ts'
import { RequestBudget } from './client/request-budget.ts'
import { RUNNING_STATUSES } from './client/statuses.ts'
import { readInputs } from './inputs/read-inputs.ts'
import { createLog, type Log } from './outputs/log.ts'
import { endProcess } from './process/end-process.ts'
import { listUnfinished } from './process/step-state.ts'
import { listSecrets, maskSecrets } from './secrets/mask-secrets.ts'
import { createRedactor } from './secrets/redact.ts'
import { countThings, describeError } from './text/words.ts'
import { monotonicClock, sleepWithTimer } from './time/clock.ts'

/** All clean-up of a cancelled job shares some minutes; post takes no longer than this, in milliseconds. */
const POST_MS = 130_000

/**
 * The post step: cancels the sessions that main awaited, when main was killed before it could or had no time
 * for all. Best effort: it says why it skips a session, and never fails.
 */
export async function runPost(): Promise<void> {
  const end = (): void => {
    process.exitCode = 0
    endProcess()
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
  const ids = listUnfinished()
  if (ids.length > 0) {
    const getRaw = (name: string): string => core.getInput(name, { trimWhitespace: false })
    const secrets = listSecrets(getRaw, process.env)
    maskSecrets(secrets)
    const redact = createRedactor(secrets)
    const log = createLog(redact)
    const trace = core.isDebug() ? log.debug : null
    try {
      const client = createChecklyClient({ ...readInputs(getRaw, process.env), redact, trace })
      log.info(
        `The step was stopped while it awaited ${countThings(ids.length, 'check session')}: cancelling those that still run. ${CANCEL_NOTE}`,
      )
      await cancelAll(ids, client, log)
    } catch (error) {
      log.info(`Nothing was cancelled: ${describeError(error)}`)
    }
  }
  end()
}

async function cancelAll(ids: readonly string[], client: CancelOptions['client'], log: Log): Promise<void> {
  const options: CancelOptions = {
    client,
    budget: new RequestBudget(monotonicClock, sleepWithTimer, monotonicClock.now() + POST_MS),
    patienceMs: POST_MS,
    signal: AbortSignal.timeout(POST_MS),
    onCancelled: (id) => log.info(`Cancel requested: ${id}`),
    onSkipped: (id, reason) => log.info(`Skipped ${id}: ${reason}`),
  }
  const { budget, signal } = options
  await Promise.all(
    ids.map(async (id) => {
      await budget.takeTurn(signal)
      const answer = await client.readSession(id, signal)
      if (answer.kind === 'trouble' && answer.rateLimited) budget.reportRefusal(answer.retryAfterMs)
      const ended = answer.kind === 'completed' && !RUNNING_STATUSES.has(answer.value.session.status)
      if (ended) log.info(`Skipped ${id}: it has ended, ${answer.value.session.status}`)
      else await cancelSession(id, options)
    }),
  )
}
