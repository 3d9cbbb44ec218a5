import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { startSimulator } from '../../simulator/server.ts'
import { findMedian } from '../../testing/bench/statistics.ts'
import { startAction } from '../../testing/run-action.ts'

/*
 * How long a step goes on after its verdict when checks have failed: reasons and histories are read from a stand-in on
 * loopback, and everything is told. The bounds are those of a machine on which the smallest Node process takes 46 ms;
 * on a slower or busier one they grow with that.
 */

const MINUTE_MS = 60_000
const RUNS = 7
/** From start to exit of a process that does nothing, in milliseconds. */
const USUAL_PROCESS_MS = 46

/** What a check did before: a hundred results, of which it failed in the latest forty. */
const RESULTS = Array.from({ length: 100 }, (_, index) => ({
  agoMs: (4 + 5 * index) * MINUTE_MS,
  status: index < 40 ? ('FAILED' as const) : ('PASSED' as const),
}))

/** From the end of the last of so many failing sessions, in the middle of its long poll, to exit, in milliseconds. */
async function measureFailures(count: number): Promise<number> {
  const sessions = Array.from({ length: count }, (_, index) =>
    buildSession({ name: `Check ${index}`, status: 'FAILED', durationMs: 'manual' }),
  )
  const history = sessions.map(({ checkId }) => ({ checkId, results: RESULTS }))
  const api = await startSimulator({ sessions, history })
  try {
    const inputs = {
      'api-url': api.url,
      'api-key': api.apiKey,
      'account-id': api.accountId,
      'check-session-id': sessions.map(({ id }) => id).join(' '),
    }
    const { done } = startAction({ inputs })
    for (const { id } of sessions) {
      await api.waitForRequest(({ route, sessionId }) => route === 'completion' && sessionId === id)
    }
    const endedAt = performance.now()
    for (const { id } of sessions) api.sessions.end(id)
    const run = await done
    const failures = JSON.parse(run.outputs['failures'] ?? '[]') as { new: boolean | null }[]
    expect(failures.filter((it) => it.new === false)).toHaveLength(Math.min(count, 20))
    return run.exitedAt - endedAt
  } finally {
    await api.close()
  }
}

async function measureProcess(): Promise<number> {
  const startedAt = performance.now()
  await once(spawn(process.execPath, ['-e', '']), 'exit')
  return performance.now() - startedAt
}

test.each([
  [1, 150],
  [30, 600],
])('%i failures are read and told within %i ms of the verdict', async (count, boundMs) => {
  const own: number[] = []
  const least: number[] = []
  for (let round = 0; round < RUNS; round += 1) {
    own.push(await measureFailures(count))
    least.push(await measureProcess())
  }
  const slowness = Math.max(1, findMedian(least) / USUAL_PROCESS_MS)
  const [median, most] = [findMedian(own), boundMs * slowness]
  console.log(
    `${count} failures, verdict to exit: ${median.toFixed(0)} ms (at most ${most.toFixed(0)}; the smallest process: ${findMedian(least).toFixed(0)} ms)`,
  )
  expect(median).toBeLessThanOrEqual(most)
})
