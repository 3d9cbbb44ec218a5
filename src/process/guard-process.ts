import { describeError } from '../text/words.ts'

/** What the guard calls; each ends in a verdict, if there is none yet. */
export interface GuardHandlers {
  /** Whether the verdict has been reached. */
  isDecided(): boolean
  /** The process is about to end, or an error came up, without a verdict. Must not throw. */
  onBroken(cause: string): void
  /** An error that came up after the verdict. */
  onLateError(cause: string): void
  /** The first SIGINT or SIGTERM. */
  onSignal(name: string): void
}

/**
 * Makes sure that the process never ends with code 0 without a verdict: not by an unhandled error, not by
 * an event loop that ran dry, not by a signal. A second signal ends it at once.
 */
export function guardProcess(handlers: GuardHandlers): void {
  process.exitCode = 1

  let broken = false
  const handleError = (error: unknown): void => {
    const cause = describeError(error)
    if (handlers.isDecided()) {
      handlers.onLateError(cause)
      return
    }
    // The way to a verdict is itself what fails: there is nothing left to try.
    if (broken) process.exit(1)
    broken = true
    handlers.onBroken(`Unexpected error: ${cause}. Please report it with the log of this step.`)
  }
  process.on('uncaughtException', handleError)
  process.on('unhandledRejection', handleError)

  process.on('beforeExit', () => {
    if (!handlers.isDecided())
      handlers.onBroken('The step ended without a verdict: nothing was left to wait for. Please report it.')
  })
  process.on('exit', () => {
    if (!handlers.isDecided()) process.exitCode = 1
  })
  // A log that nobody reads any more is no reason to fail.
  process.stdout.on('error', () => {})

  let signals = 0
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      signals += 1
      if (signals > 1) process.exit(name === 'SIGINT' ? 130 : 143)
      handlers.onSignal(name)
    })
  }
}
