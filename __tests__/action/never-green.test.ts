import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { listErrors, startGate, test } from './support.ts'

const session = buildSession({ durationMs: 'manual' })

/** Makes a module that Node loads before the action, to break what it stands on. */
function preload(code: string): string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}

/** Nothing that the step waits for holds the process any longer. */
const RUN_DRY = `
  import net from 'node:net'
  const { setTimeout: later } = globalThis
  globalThis.setTimeout = (...given) => later(...given).unref()
  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (...given) { return connect.apply(this, given).unref() }`

/** What ends a Node process, or could, and what the step says of it; null when it has no time for words. */
const ACCIDENTS: [name: string, code: string, says: RegExp | null][] = [
  ['an error that nobody catches', 'setTimeout(() => { throw new Error("boom") }, 300)', /boom.*report it/],
  ['a rejection that nobody handles', 'setTimeout(() => Promise.reject(new Error("bang")), 300)', /bang/],
  ['a text that is thrown', 'setTimeout(() => { throw "just text" }, 300)', /just text/],
  ['an event loop that runs dry', RUN_DRY, /without a verdict/],
  ['process.exit()', 'setTimeout(() => process.exit(), 300)', null],
  ['process.exit(0)', 'setTimeout(() => process.exit(0), 300)', null],
]

describe('the step never ends with 0 without a verdict', () => {
  test.concurrent.for(ACCIDENTS)('after %s', async ([, code, says], { startApi }) => {
    const api = await startApi({ sessions: [session] })
    const { done } = startGate(api, { 'check-session-id': session.id }, { nodeArgs: preload(code) })
    const run = await done
    expect(run.code).toBe(1)
    if (says === null) return
    expect(run.outputs).toMatchObject({ outcome: 'error', passed: 'false' })
    expect(listErrors(run)).toEqual([expect.stringMatching(says)])
    expect(run.summary).toContain('No verdict')
  })

  test.concurrent('an error after the verdict does not change it', async ({ startApi }) => {
    const failing = buildSession({ name: 'Fails', status: 'FAILED', durationMs: 'manual' })
    const api = await startApi({
      sessions: [failing],
      // Why it failed is told late: the step is busy when the error comes.
      faults: [{ route: 'check-result', behaviour: { kind: 'delay', ms: 1000 } }],
    })
    const code = `process.stdin.once('data', () => { throw new Error('too late') })`
    const running = startGate(api, { 'check-session-id': failing.id }, { nodeArgs: preload(code) })
    await api.waitForRequest(({ route }) => route === 'completion')
    api.sessions.end(failing.id)
    await api.waitForRequest(({ route }) => route === 'check-result')
    running.child.stdin.write('now')
    const run = await running.done
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'failed', status: 'FAILED' })
    expect(run.stdout).toMatch(/^::warning::.*too late/m)
  })
})
