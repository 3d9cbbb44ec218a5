import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { listErrors, startGate, test } from './support.ts'

const suite = buildSession({ name: 'Suite', checkType: 'PLAYWRIGHT', durationMs: 'manual' })
/** Windows has none that one process could send to another. */
const SIGNALS =
  process.platform === 'win32'
    ? []
    : ([
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGHUP', 129],
        ['SIGQUIT', 131],
      ] as const)

describe('a signal during the wait', () => {
  test.concurrent.for(SIGNALS)('%s: outputs, summary, and one error line', async ([signal], { startApi }) => {
    const api = await startApi({ sessions: [suite] })
    const { child, done } = startGate(api, { 'check-session-id': suite.id })
    await api.waitForRequest(({ route }) => route === 'completion')
    child.kill(signal)
    const run = await done
    expect(run).toMatchObject({
      code: 1,
      killedBy: null,
      outputs: { outcome: 'cancelled', passed: 'false', 'sessions-unfinished': '1' },
    })
    expect(run.summary).toContain('Cancelled')
    expect(listErrors(run)).toHaveLength(1)
  })

  test.concurrent.for(SIGNALS)(
    '%s, the second one, ends the step with %i',
    async ([signal, code], { startApi }) => {
      const api = await startApi({
        sessions: [suite],
        faults: [{ route: 'cancel', behaviour: { kind: 'hang' } }],
      })
      const { child, done } = startGate(api, { 'check-session-id': suite.id, 'cancel-unfinished': 'true' })
      await api.waitForRequest(({ route }) => route === 'completion')
      child.kill('SIGTERM')
      await api.waitForRequest(({ route }) => route === 'cancel')
      child.kill(signal)
      expect(await done).toMatchObject({ code, killedBy: null, outputs: { outcome: 'cancelled' } })
    },
  )
})
