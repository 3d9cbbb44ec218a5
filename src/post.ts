import * as core from '@actions/core'
import { CANCEL_NOTE, cancelSession } from './cancelling/cancel-sessions.ts'
import { createChecklyClient } from './checkly/checkly-client.ts'
import { limitRate } from './checkly/rate-limit/limit-rate.ts'
import { RateLimiter } from './checkly/rate-limit/rate-limiter.ts'
import type { SessionsApi } from './checkly/sessions-api.ts'
import { readConnectionInputs } from './inputs/read-inputs.ts'
import { endProcess } from './runner/end-process.ts'
import { createLog, type Log } from './runner/log.ts'
import { readUnfinished } from './runner/step-state.ts'
import { listSecrets, maskSecrets } from './secrets/mask-secrets.ts'
import { createRedactor } from './secrets/redact.ts'
import { cleanLine } from './text/neutralise-text.ts'
import { countThings, describeError } from './text/words.ts'
import { limitTime, monotonicClock, sleepWithTimer } from './time/clock.ts'

/** 130 s: post takes no longer. All clean-up of a cancelled job shares a few minutes. */
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
  const endBroken = (error: unknown): void => {
    core.info(`Nothing more is cancelled: ${cleanLine(describeError(error))}`)
    end()
  }
  process.on('uncaughtException', endBroken)
  process.on('unhandledRejection', endBroken)
  const { ids, sessionType } = readUnfinished()
  if (ids.length > 0) {
    const getRaw = (name: string): string => core.getInput(name, { trimWhitespace: false })
    const secrets = listSecrets(getRaw, process.env)
    maskSecrets(secrets)
    const redact = createRedactor(secrets)
    const log = createLog(redact)
    const trace = core.isDebug() ? log.debug : null
    try {
      const limiter = new RateLimiter({ clock: monotonicClock, sleep: sleepWithTimer }, Math.random)
      const inputs = readConnectionInputs(getRaw, process.env)
      // Without cancel-unfinished, main leaves nothing in the state: something else wrote it.
      if (!inputs.cancelUnfinished) return end()
      const options = { ...inputs, redact, trace }
      const client = createChecklyClient(options, (caller) => limitRate(caller, limiter))
      log.info(
        `The step was stopped while it awaited ${countThings(ids.length, `${sessionType} session`)}: cancelling those that still run. ${CANCEL_NOTE}`,
      )
      await cancelAll(
        ids,
        sessionType === 'test' ? await client.loadTestSessions() : client.checkSessions,
        log,
      )
    } catch (error) {
      log.info(`Nothing was cancelled: ${describeError(error)}`)
    }
  }
  end()
}

async function cancelAll(ids: readonly string[], api: SessionsApi, log: Log): Promise<void> {
  const limit = limitTime(monotonicClock, POST_MS)
  const listener = {
    onCancelled: (id: string) => log.info(`Cancel requested: ${id}`),
    onSkipped: (id: string, reason: string) => log.info(`Skipped ${id}: ${reason}`),
  }
  await Promise.all(
    ids.map(async (id) => {
      const answer = await api.read(id, limit, 'snapshot')
      if (answer.kind === 'completed' && answer.value.isOver) {
        log.info(`Skipped ${id}: it has ended, ${answer.value.status}`)
      } else {
        await cancelSession(id, api.cancel, limit, listener)
      }
    }),
  )
}
