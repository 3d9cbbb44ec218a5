import { createServer } from 'node:net'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { findClosedPort, listErrors, listWaits, OUTPUTS, runGate, runStep, test } from './support.ts'

const session = buildSession({ name: 'Checkout', durationMs: 'manual' })
const awaiting = { 'check-session-id': session.id }
const ONE_UNKNOWN = {
  passed: 'false',
  status: '',
  'check-session-ids': JSON.stringify([session.id]),
  'session-link': '',
  'sessions-total': '1',
  'sessions-passed': '0',
  'sessions-failed': '0',
  'sessions-unfinished': '1',
  'results-total': '0',
  'time-elapsed': '',
  sessions: '[]',
  results: '[]',
}

/** Refusals and garbage: what the step says, and whether it asks again. */
const REFUSALS: {
  name: string
  behaviour: FaultRule['behaviour']
  says: RegExp
  tries: 'one' | 'several'
}[] = [
  {
    name: '401',
    behaviour: { kind: 'respond', status: 401, json: { message: 'Bad token' } },
    says: /401: Bad token.*api-key/,
    tries: 'one',
  },
  {
    name: '403',
    behaviour: { kind: 'respond', status: 403, json: { message: 'Not your account.' } },
    says: /403: Not your account.*account-id/,
    tries: 'one',
  },
  {
    name: '404',
    behaviour: { kind: 'respond', status: 404, json: { message: 'Nothing here.' } },
    says: /404: Nothing here.*check-session-id/,
    tries: 'one',
  },
  {
    name: 'a redirect',
    behaviour: { kind: 'respond', status: 302, headers: { location: 'https://example.com/' } },
    says: /302.*redirect.*api-url/i,
    tries: 'one',
  },
  {
    name: 'a 500 for ever',
    behaviour: { kind: 'respond', status: 500, text: 'oops', contentType: 'text/plain' },
    says: /answered 500/,
    tries: 'several',
  },
  {
    name: 'a page instead of JSON',
    behaviour: { kind: 'respond', status: 200, text: '<html>Sign in</html>', contentType: 'text/html' },
    says: /not JSON/,
    tries: 'several',
  },
  {
    name: 'another session',
    behaviour: { kind: 'respond', status: 200, json: { checkSessionId: 'x', status: 'PASSED', results: [] } },
    says: /another session/,
    tries: 'several',
  },
  {
    name: 'an empty object',
    behaviour: { kind: 'respond', status: 200, json: {} },
    says: /not what the API documents/,
    tries: 'several',
  },
]

describe('without a verdict the outcome is error, and every output is set', () => {
  test.concurrent.for(REFUSALS)(
    'when the API answers with $name',
    async ({ behaviour, says, tries }, { startApi }) => {
      const api = await startApi({ sessions: [session], faults: [{ behaviour }] })
      const run = await (tries === 'one' ? runStep : runGate)(api, { ...awaiting, timeout: '4' })
      expect(run.code).toBe(1)
      expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
      expect(run.outputs).toMatchObject({ outcome: 'error', ...ONE_UNKNOWN })
      expect(listErrors(run)).toEqual([expect.stringMatching(says)])
      const asked = listWaits(api).length
      expect(tries === 'one' ? asked === 1 : asked > 1, `${asked} requests`).toBe(true)
    },
  )

  test.concurrent('when nobody listens at the address', async ({ startApi }) => {
    const api = await startApi()
    const url = `http://127.0.0.1:${await findClosedPort()}`
    const run = await runGate({ ...api, url }, { ...awaiting, timeout: '1' })
    expect(run.code).toBe(1)
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs).toMatchObject({ outcome: 'error', ...ONE_UNKNOWN })
    expect(listErrors(run)).toEqual([expect.stringContaining('connection was refused')])
  })

  test.concurrent('when the server takes connections and never says a word', async ({ startApi }) => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : 0
    const api = await startApi()
    const run = await runGate({ ...api, url: `http://127.0.0.1:${port}` }, { ...awaiting, timeout: '1' })
    silent.close()
    expect(run.code).toBe(1)
    expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
    expect(run.outputs['passed']).toBe('false')
  })
})
