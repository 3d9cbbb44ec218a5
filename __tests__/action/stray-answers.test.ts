import { expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import { endConnection } from '../../simulator/fault-behaviours.ts'
import { runGate, test } from './support.ts'

/** Longer than the first snapshot needs, which comes 0.3 s after the poll. */
const PAGE = 'HTTP/1.1 403 Forbidden\r\ncontent-type: text/html\r\ncontent-length: 15\r\n\r\n<h1>Denied</h1>'

// One odd answer to the very first poll: by then a snapshot has shown that key and session are right.
test.concurrent.for([
  { kind: 'check', stray: "a gateway's page" },
  { kind: 'check', stray: 401 },
  { kind: 'check', stray: 404 },
  { kind: 'test', stray: "a gateway's page" },
  { kind: 'test', stray: 401 },
  { kind: 'test', stray: 404 },
] as const)(
  '$stray to the first poll of a $kind session is asked again',
  async ({ kind, stray }, { startApi }) => {
    const isTest = kind === 'test'
    const script = { name: 'Shop', durationMs: 3000 }
    const [checkSession, testSession] = [buildSession(script), buildTestSession(script)]
    const api = await startApi({ sessions: [checkSession], testSessions: [testSession] })
    const snapshot = api.waitForRequest(({ route, status }) => route.endsWith('snapshot') && status === 200)
    api.faults.add({
      route: isTest ? 'test-completion' : 'completion',
      nth: 1,
      behaviour: async function strayAfterSnapshot({ send, socket }) {
        await snapshot
        if (typeof stray === 'number')
          send({ status: stray, body: { statusCode: stray, error: 'Odd', message: 'Odd' } })
        else endConnection(socket, 'end', PAGE)
      },
    })
    const run = await runGate(api, { [`${kind}-session-id`]: (isTest ? testSession : checkSession).id })
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'passed' } })
    const polls = api.log.filter(({ route }) => route.endsWith('completion'))
    expect(polls.length).toBeGreaterThan(1)
  },
)
