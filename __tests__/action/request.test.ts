import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { runAction } from '../../testing/run-action.ts'
import { listWaits, runGate, runStep, test } from './support.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const session = buildSession({ ended: true })

describe('the completion request', () => {
  test.concurrent('is as documented', async ({ startApi }) => {
    const api = await startApi({ sessions: [session] })
    await runGate(api, { 'check-session-id': session.id.toUpperCase(), 'max-wait-seconds': '7' })
    expect(listWaits(api)).toMatchObject([
      {
        method: 'GET',
        path: `/v2/check-sessions/${session.id}/completion`,
        query: { maxWaitSeconds: '7' },
        body: '',
        status: 200,
      },
    ])
    expect(listWaits(api)[0]?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      authorization: `Bearer ${api.apiKey}`,
      'x-checkly-account': api.accountId,
      'user-agent': `checkly-gate/${version}`,
      host: `127.0.0.1:${api.port}`,
      connection: 'keep-alive',
    })
  })

  test.concurrent('names no account when none is given', async ({ startApi }) => {
    const api = await startApi({ sessions: [session] })
    const run = await runStep(api, { 'check-session-id': session.id, 'account-id': '' })
    expect(run.code).toBe(0)
    expect(Object.keys(listWaits(api)[0]?.headers ?? {})).not.toContain('x-checkly-account')
  })

  test.concurrent('takes key and account from the environment when the inputs are empty', async ({
    startApi,
  }) => {
    const api = await startApi({ sessions: [session] })
    const env = { CHECKLY_API_KEY: ` ${api.apiKey}\n`, CHECKLY_ACCOUNT_ID: api.accountId }
    const empty = { 'api-key': '', 'account-id': ' ' }
    const run = await runGate(api, { 'check-session-id': session.id, ...empty }, { env })
    expect(run.code).toBe(0)
    expect(listWaits(api)[0]?.headers).toMatchObject({
      authorization: `Bearer ${api.apiKey}`,
      'x-checkly-account': api.accountId,
    })
  })

  test.concurrent('prefers the inputs to the environment', async ({ startApi }) => {
    const api = await startApi({ sessions: [session] })
    const env = { CHECKLY_API_KEY: 'cu_other', CHECKLY_ACCOUNT_ID: '00000000-0000-4000-8000-000000000000' }
    const run = await runStep(api, { 'check-session-id': session.id }, { env })
    expect(run.code).toBe(0)
  })

  test.concurrent('keeps the path of the address, and asks at most 30 s at a time', async ({ startApi }) => {
    const api = await startApi()
    await runAction({
      inputs: {
        'api-url': `${api.url}/checkly/`,
        'api-key': api.apiKey,
        'check-session-id': session.id,
        timeout: '600',
      },
    })
    expect(listWaits(api)).toMatchObject([
      { path: `/checkly/v2/check-sessions/${session.id}/completion`, query: { maxWaitSeconds: '30' } },
    ])
  })
})
