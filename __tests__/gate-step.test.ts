import { expect, test, vi } from 'vitest'
import { deriveUuid } from '../simulator/ids.ts'
import { SessionBoard } from '../src/awaiting/session-board.ts'
import { RequestBudget } from '../src/client/request-budget.ts'
import { runGate } from '../src/gate-step.ts'
import { INPUT_DEFAULTS, type InputName } from '../src/inputs/input-defaults.ts'
import { readInputs } from '../src/inputs/read-inputs.ts'
import type { Log } from '../src/outputs/log.ts'
import { FakeClock } from './awaiting/fake-clock.ts'
import { RUNNING } from './awaiting/script-answers.ts'
import { scriptClient } from './awaiting/script-client.ts'

const nothing = (): void => {}
const SILENT: Log = {
  info: nothing,
  group: nothing,
  groups: nothing,
  warning: nothing,
  error: nothing,
  debug: nothing,
}

/** A budget that knows how many have asked for a turn. */
class CountingBudget extends RequestBudget {
  asked = 0
  override takeTurn(signal: AbortSignal): Promise<void> {
    this.asked += 1
    return super.takeTurn(signal)
  }
}

test('more sessions than can be watched are paced from the first request on', async () => {
  const ids = Array.from({ length: 501 }, (_, index) => deriveUuid('session', String(index)))
  const given: Partial<Record<InputName, string>> = { 'api-key': 'cu_key', 'check-session-id': ids.join() }
  // No time goes by on this clock, and so there is no turn after the first ones.
  const clock = new FakeClock()
  const client = scriptClient(clock, () => ({ answer: RUNNING as never, tookMs: 30_000 }))
  const budget = new CountingBudget(clock, clock.sleep, 600_000)
  const stop = new AbortController()
  const running = runGate({
    inputs: readInputs((name) => given[name] ?? INPUT_DEFAULTS[name], {}),
    client,
    budget,
    board: new SessionBoard(),
    log: SILENT,
    clock,
    startedAt: 0,
    deadline: 600_000,
    signal: stop.signal,
    onAwaiting: nothing,
  })
  await vi.waitFor(() => expect(budget.asked).toBe(501), { timeout: 10_000 })
  expect(client.waits).toHaveLength(40)
  stop.abort()
  expect(await running).toEqual({ kind: 'awaited', missing: [], failedFast: false })
})
