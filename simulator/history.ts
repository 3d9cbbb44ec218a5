import { buildRun } from './build-session.ts'
import type { PastRun } from './live-session.ts'
import { planRuns } from './plan-session.ts'
import type { HistoryScript } from './script.ts'

/** What checks did before. */
export class History {
  readonly #past: PastRun[] = []

  /** Adds results of a check that ended before now. */
  add(script: HistoryScript): void {
    const check = {
      id: script.checkId.toLowerCase(),
      name: script.name ?? 'Homepage',
      type: script.checkType ?? 'API',
    }
    for (const { status = 'PASSED', agoMs, location = 'eu-west-1', ...rest } of script.results) {
      const words = ['history', check.id, this.#past.length]
      const runs = planRuns([buildRun(status, rest)], { check, location, words, sessionDuration: undefined })
      for (const run of runs) this.#past.push({ run, startedAtMs: Date.now() - agoMs - run.stopMs })
    }
  }

  /** All that was added. */
  list(): readonly PastRun[] {
    return this.#past
  }

  clear(): void {
    this.#past.length = 0
  }
}
