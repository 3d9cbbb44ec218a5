import { describe, expect, test } from 'vitest'
import { readCheckSession } from '../../src/client/contract.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const LEAST = { checkSessionId: ID, status: 'PASSED', results: [{}] }

describe('a session as the API gives it', () => {
  test.each([
    ['left out', LEAST],
    [
      'of another type',
      {
        ...LEAST,
        checkSessionLink: 7,
        checkId: null,
        checkType: {},
        name: 1,
        startedAt: 0,
        stoppedAt: [],
        timeElapsed: '5',
        runLocations: 'eu-west-1',
        runSource: 1,
        results: [{ resultType: 1, hasErrors: 'no', isCancelled: null, responseTime: '1', runLocation: 5 }],
      },
    ],
  ])('needs nothing but its id, status and results; what is %s is empty', (_what, body) => {
    expect(readCheckSession(body, ID)).toEqual({
      session: {
        checkSessionId: ID,
        status: 'PASSED',
        checkSessionLink: '',
        checkId: '',
        checkType: '',
        name: null,
        startedAt: null,
        stoppedAt: null,
        timeElapsed: null,
        runLocations: [],
        runSource: null,
        results: [
          {
            checkResultId: '',
            checkResultLink: '',
            checkId: '',
            checkType: '',
            name: '',
            runLocation: '',
            resultType: null,
            hasErrors: false,
            hasFailures: false,
            isDegraded: false,
            aborted: false,
            isCancelled: false,
            responseTime: null,
            startedAt: null,
            stoppedAt: null,
          },
        ],
      },
      raw: body,
    })
  })

  test.each([
    ['null', null, 'the answer is not a JSON object'],
    ['a list', [LEAST], "the answer's checkSessionId is not what the API documents"],
    ['without a status', { ...LEAST, status: '' }, "the answer's status is not what the API documents"],
    ['of a list without results', { ...LEAST, results: [null] }, "the answer's results.0 is not what"],
    [
      'of another session',
      { ...LEAST, checkSessionId: 'x'.repeat(500) },
      `the answer is about another session, ${'x'.repeat(80)}`,
    ],
  ])('is not taken when it is %s', (_what, body, said) => {
    const read = readCheckSession(body, ID)
    expect(read).toContain(said)
    expect(String(read).length).toBeLessThan(150)
  })

  test('is taken in any case of its id', () => {
    expect(readCheckSession({ ...LEAST, checkSessionId: ID.toUpperCase() }, ID)).not.toBeTypeOf('string')
  })
})
