import * as core from '@actions/core'
import { monotonicClock, sleepWithTimer } from './awaiting/time.ts'
import { CANCEL_NOTE, cancelSessions } from './cancelling/cancel-sessions.ts'
import { createChecklyClient } from './client/checkly-client.ts'
import { RequestBudget } from './client/request-budget.ts'
import { RUNNING_STATUSES } from './client/statuses.ts'
import { listSecrets, readInputs } from './inputs/read-inputs.ts'
import { createLog } from './outputs/log.ts'
import { endProcess } from './process/end-process.ts'
import { listUnfinished } from './process/step-state.ts'
import { createRedactor } from './secrets/redact.ts'

/** All clean-up of a cancelled job shares some minutes; post takes no longer than this, in milliseconds. */
const POST_MS = 60_000

/**
 * The post step: cancels the sessions that main awaited, when main was killed before it could. Best effort:
 * it says why it skips a session, and never fails.
 */
export async function runPost(): Promise<void> {
  const ids = listUnfinished()
  if (ids.length > 0) {
    const getRaw = (name: string): string => core.getInput(name, { trimWhitespace: false })
    const secrets = listSecrets(getRaw, process.env)
    for (const secret of secrets) core.setSecret(secret.trim())
    const redact = createRedactor(secrets)
    const log = createLog(redact)
    try {
      const client = createChecklyClient({ ...readInputs(getRaw, process.env), redact })
      const budget = new RequestBudget(monotonicClock, sleepWithTimer, monotonicClock.now() + POST_MS)
      const signal = AbortSignal.timeout(POST_MS)
      log.info(
        `The step was stopped while it awaited ${ids.length} check sessions: cancelling those that still run. ${CANCEL_NOTE}`,
      )
      const running = await Promise.all(
        ids.map(async (id) => {
          await budget.takeTurn(signal)
          const answer = await client.readSession(id, signal)
          if (answer.kind !== 'completed' || RUNNING_STATUSES.has(answer.value.session.status)) return [id]
          log.info(`Skipped ${id}: it has ended, ${answer.value.session.status}`)
          return []
        }),
      )
      await cancelSessions(running.flat(), {
        client,
        budget,
        signal,
        onCancelled: (id) => log.info(`Cancel requested: ${id}`),
        onSkipped: (id, reason) => log.info(`Skipped ${id}: ${reason}`),
      })
    } catch (error) {
      log.info(`Nothing was cancelled: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  process.exitCode = 0
  endProcess()
}
