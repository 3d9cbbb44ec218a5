import { describe, expect } from 'vitest'
import type { Exchange } from '../../simulator/exchange.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { JsonObject } from '../../simulator/wire.ts'
import { CHECKS, LOGIN, listStarts, NOBODY, ORDERS, PREVIEW } from './preview.ts'
import { listErrors, runGate, test } from './support.ts'

/** Leaves the results of Login out of the first so many answers that say that the session has ended. */
function hideLogin(answers: number): FaultRule {
  let left = answers
  return {
    route: 'test-completion',
    behaviour: async function hide({ answer, send }) {
      const real = await answer()
      const body = real.body as { results?: { name: string }[] }
      if (real.status !== 200 || left === 0) return send(real)
      left -= 1
      send({
        ...real,
        body: { ...body, results: (body.results ?? []).filter(({ name }) => name !== 'Login') } as JsonObject,
      })
    },
  }
}

const countPolls = ({ log }: Pick<Simulator, 'log'>): number =>
  log.filter(({ route }) => route === 'test-completion').length

describe('a check that was listed once is owed a result', () => {
  test.concurrent('and one that comes late is waited for', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS, faults: [hideLogin(2)] })
    const run = await runGate(api, PREVIEW)
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'passed', 'results-total': '2' } })
    expect(countPolls(api)).toBe(3)
  })

  test.concurrent('and what comes late counts: a degraded one is not seen in the status of the session', async ({
    startApi,
  }) => {
    const checks = CHECKS.map((check) =>
      check.name === 'Login' ? { ...check, test: { durationMs: 10, status: 'DEGRADED' as const } } : check,
    )
    const run = await runGate(await startApi({ checks, faults: [hideLogin(1)] }), PREVIEW)
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'failed', status: 'DEGRADED' } })
  })

  test.concurrent('and one that never comes is an error', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS, faults: [hideLogin(1000)] })
    const run = await runGate(api, PREVIEW)
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error', passed: 'false' } })
    expect(listErrors(run).at(-1)).toMatch(/ended as PASSED, but it has no result of check Login\./)
  })
})

describe('a check that is asked for by id and does not run', () => {
  const start = { ...PREVIEW, tags: '', 'check-id': `${LOGIN} ${NOBODY}` }

  test.concurrent('is an error where the step does not wait: a later step knows the session alone', async ({
    startApi,
  }) => {
    const run = await runGate(await startApi({ checks: CHECKS }), { ...start, detach: 'true' })
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error', 'sessions-total': '1' } })
    expect(listErrors(run)).toEqual([expect.stringContaining(`No session was started of check ${NOBODY}`)])
  })

  test.concurrent('in one of several locations is an error, too', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    api.faults.add({
      route: 'test-trigger',
      behaviour: async function hideInOne({ answer, entry, send }) {
        const real = await answer()
        if (JSON.parse(entry.body).runLocation !== 'us-east-1') return send(real)
        const { results, ...body } = real.body as { results: { name: string }[] }
        send({ ...real, body: { ...body, results: results.filter(({ name }) => name !== 'Login') } })
      },
    })
    const run = await runGate(api, {
      ...PREVIEW,
      tags: '',
      'check-id': `${LOGIN} ${ORDERS}`,
      location: 'eu-central-1 us-east-1',
      detach: 'true',
    })
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error', 'sessions-total': '2' } })
    expect(listErrors(run)).toEqual([expect.stringContaining(`No session was started of check ${LOGIN}`)])
  })

  test.concurrent('is warned of where the API lists no checks at the start', async ({ startApi }) => {
    const hide: FaultRule = {
      route: 'test-trigger',
      behaviour: async function hideAll({ answer, send }) {
        const real = await answer()
        send({ ...real, body: { ...(real.body as JsonObject), results: [] } })
      },
    }
    const api = await startApi({ checks: CHECKS, faults: [hide] })
    const run = await runGate(api, { ...start, detach: 'true' })
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'detached' } })
    expect(run.stdout).toMatch(/^::warning::The API did not list all checks of the sessions/m)
  })
})

test.concurrent('one session for two locations is one location too few', async ({ startApi }) => {
  let first: Parameters<Exchange['send']>[0] | null = null
  const api = await startApi({
    checks: CHECKS,
    faults: [
      {
        route: 'test-trigger',
        behaviour: async function repeat({ answer, send }) {
          first ??= await answer()
          send(first)
        },
      },
    ],
  })
  const run = await runGate(api, { ...PREVIEW, location: 'eu-central-1 us-east-1' })
  expect(run).toMatchObject({ code: 1, outputs: { outcome: 'error', 'sessions-total': '1' } })
  expect(listStarts(api)).toHaveLength(2)
  expect(listErrors(run)).toEqual([
    expect.stringMatching(/in us-east-1: .*which it gave for another location too/),
  ])
})
