import { describeError } from '../text/words.ts'

/** What the guard calls; each ends in a verdict, if there is none yet. */
export interface GuardHandlers {
  /** Whether the verdict has been reached. */
  isDecided(): boolean
  /** The process is about to end, or an error came up, without a verdict. Must not throw. */
  onBroken(cause: string): void
  /** An error that came up after the verdict. */
  onLateError(cause: string): void
  /**
   * Each signal that asks the process to end, before the verdict and after it: what still goes on then has less
   * time. After the second one (`isLast`) the process ends as soon as this returns.
   */
  onSignal(name: string, isLast: boolean): void
}

/**
 * Signals that ask a process to end, and the exit code that they stand for (128 and their number). GitHub sends
 * SIGINT and SIGTERM; a terminal or a service that goes away sends SIGHUP, and SIGQUIT kills as well where nobody
 * listens.
 */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const

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
  for (const name of Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]) {
    process.on(name, () => {
      signals += 1
      const isLast = signals > 1
      try {
        handlers.onSignal(name, isLast)
      } finally {
        if (isLast) process.exit(EXIT_CODES[name])
      }
    })
  }
}
