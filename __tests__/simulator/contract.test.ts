import { describe, expect, test } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { ENDPOINTS } from '../../simulator/contract/endpoints.ts'
import { findViolation } from '../../simulator/contract/find-violation.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import type { JsonObject } from '../../simulator/wire.ts'
import { ask, start } from './support.ts'

const SESSION = buildSession({ ended: true })
const SNAPSHOT = `/v2/check-sessions/${SESSION.id}`

/** A simulator whose code or script makes a mistake, what asks for the wrong answer, and what is said of it. */
interface Mistake {
  make(simulator: Simulator): void
  ask(simulator: Simulator): Promise<unknown>
  sentence: string
}

const MISTAKES: Record<string, Mistake> = {
  'a missing field': {
    make: (simulator) =>
      Object.assign(simulator.sessions.get(SESSION.id)?.plan ?? {}, { runLocations: undefined }),
    ask: (simulator) => ask(simulator, SNAPSHOT),
    sentence: 'GET /v2/check-sessions/{checkSessionId} answers 200, but runLocations is wrong: ',
  },
  'a wrong type': {
    make: (simulator) => Object.assign(simulator.sessions.get(SESSION.id)?.plan ?? {}, { name: 7 }),
    ask: (simulator) => ask(simulator, SNAPSHOT),
    sentence: 'GET /v2/check-sessions/{checkSessionId} answers 200, but name is wrong: ',
  },
  'an undocumented status': {
    make: (simulator) => Object.assign(simulator.testSessionRules, { unknownPlace: 409 }),
    ask: (simulator) =>
      ask(simulator, '/v1/test-sessions/trigger', {
        method: 'POST',
        body: '{"name":"preview","runLocation":"atlantis"}',
      }),
    sentence:
      'POST /v1/test-sessions/trigger answers 409, which is not documented: 201, 400, 401, 402, 403, 404',
  },
  'an unknown field': {
    make: (simulator) =>
      void simulator.sessions.add({
        ...SESSION,
        id: SESSION.checkId,
        locations: { here: [{ details: { apiCheckResult: { verdict: 'no' } } }] },
      }),
    ask: (simulator) => {
      const resultId = simulator.sessions.get(SESSION.checkId)?.plan.runs[0]?.resultId
      return ask(simulator, `/v1/check-results/${SESSION.checkId}/${resultId}`)
    },
    sentence:
      'GET /v1/check-results/{checkId}/{checkResultId} answers 200, but apiCheckResult.verdict is wrong: ',
  },
}

describe('an answer that is not what the API documents', () => {
  describe.each(Object.entries(MISTAKES))('%s', (_title, mistake) => {
    // What a test does that looks at nothing: it closes its simulator, and that is enough.
    test.fails('fails the test that met it', async () => {
      const simulator = await startSimulator({ sessions: [SESSION] })
      mistake.make(simulator)
      await mistake.ask(simulator)
      await simulator.close()
    })

    test('is not sent, and says where it is wrong', async () => {
      const simulator = await startSimulator({ sessions: [SESSION] })
      mistake.make(simulator)
      expect(await mistake.ask(simulator)).toMatchObject({
        status: 500,
        json: { message: expect.stringContaining(mistake.sentence) },
      })
      await expect(simulator.close()).rejects.toThrow(mistake.sentence)
      expect((await ask(simulator, SNAPSHOT)).error).toBe('ECONNREFUSED')
    })
  })

  test('is the last: whoever asks again comes out no better', async () => {
    const simulator = await startSimulator({ sessions: [SESSION] })
    const { plan } = simulator.sessions.get(SESSION.id) ?? {}
    Object.assign(plan ?? {}, { name: 7 })
    expect((await ask(simulator, SNAPSHOT)).status).toBe(500)
    Object.assign(plan ?? {}, { name: 'mended' })
    expect((await ask(simulator, SNAPSHOT)).status).toBe(500)
    await expect(simulator.close()).rejects.toThrow('name is wrong')
  })
})

describe('beyond the contract', () => {
  test('a fault may send anything', async () => {
    const behaviour = { kind: 'respond', status: 418, json: { teapot: true } } as const
    const simulator = await start({ sessions: [SESSION], faults: [{ behaviour }] })
    expect(await ask(simulator, SNAPSHOT)).toMatchObject({ status: 418, json: { teapot: true } })
  })

  test('a script says so with extra fields, words of its own and extra details', async () => {
    const session = buildSession({
      name: 'Odd',
      status: 'MELTED',
      checkType: 'QUANTUM',
      runSource: 'MOON',
      ended: true,
      extra: { mood: 'good', timeElapsed: undefined },
      locations: {
        here: [
          {
            resultType: 'MAYBE',
            extra: { hasErrors: 'no' },
            details: { apiCheckResult: null },
            extraDetails: { quantumCheckResult: {} },
          },
        ],
      },
    })
    const simulator = await start({ sessions: [session] })
    const { json } = await ask(simulator, `/v2/check-sessions/${session.id}`)
    expect(json).toMatchObject({ status: 'MELTED', checkType: 'QUANTUM', runSource: 'MOON', mood: 'good' })
    expect(json).not.toHaveProperty('timeElapsed')
    expect(json['results']).toMatchObject([{ resultType: 'MAYBE', hasErrors: 'no', checkType: 'QUANTUM' }])
    const resultId = (json['results'] as JsonObject[])[0]?.['checkResultId']
    expect((await ask(simulator, `/v1/check-results/${session.checkId}/${resultId}`)).json).toMatchObject({
      apiCheckResult: null,
      quantumCheckResult: {},
    })
  })

  test('what a script adds hides no mistake beside it', async () => {
    const simulator = await startSimulator({ sessions: [{ ...SESSION, extra: { name: 'replaced' } }] })
    Object.assign(simulator.sessions.get(SESSION.id)?.plan ?? {}, { name: 7 })
    expect((await ask(simulator, SNAPSHOT)).status).toBe(500)
    await expect(simulator.close()).rejects.toThrow('name is wrong')
  })
})

describe('finding what is wrong', () => {
  const refusal = { statusCode: 404, error: 'Not Found', message: 'no' }

  test.each<[string, number, unknown, RegExp | null]>([
    ['an error', 404, refusal, null],
    ['an error with another status inside', 404, { ...refusal, statusCode: 403 }, /statusCode is wrong/],
    ['an error with a field too many', 404, { ...refusal, errorCode: 'X' }, /errorCode is wrong/],
    ['an error without a body', 404, null, /its body is wrong/],
    ['an empty answer', 204, null, null],
    ['a body where there is none', 204, {}, /with a body/],
    ['a status of another route', 408, { ...refusal, statusCode: 408 }, /not documented/],
    ['a list for an object', 400, [], /its body is wrong/],
  ])('%s', (_title, status, body, expected) => {
    const sentence = findViolation(ENDPOINTS.cancel, status, body)
    if (expected === null) expect(sentence).toBeNull()
    else expect(sentence).toMatch(expected)
  })
})
