import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/checkly/answer.ts'
import type { CallResult } from '../../src/checkly/api-caller.ts'
import { doubtRefusals } from '../../src/checkly/doubt-refusals.ts'

const RUNNING: Answer<string> = { kind: 'running', tookMs: 1000, waitMs: 1000 }

/** A refusal with this status, with an error body of the API's own or without. */
function refuse(status: number, isApiError = true): CallResult<string> {
  const error = isApiError ? { statusCode: status, message: 'No', errorCode: '' } : null
  const answer: Answer<string> = { kind: 'refused', cause: `the API answered ${status}: No. Check it.` }
  return { answer, status, error, sent: true, tookMs: 3, serverTimeMs: null }
}

function answerWith(answer: Answer<string>): CallResult<string> {
  return { answer, status: 408, error: null, sent: true, tookMs: 3, serverTimeMs: null }
}

/** Weighs at moments in milliseconds; a session is accepted before, unless it is not. */
function play(
  before: 'accepted' | 'started' | 'unknown',
  steps: readonly [at: number, result: CallResult<string>][],
) {
  let now = 0
  const doubt = doubtRefusals(() => now)
  if (before === 'started') doubt.noteStart('a')
  if (before === 'accepted') doubt.weigh('a', answerWith(RUNNING))
  return steps.map(([at, result]) => {
    now = at
    return doubt.weigh('a', result).kind
  })
}

describe('a refusal', () => {
  test.each([400, 401, 403, 404, 409, 421, 425, 499, 302])(
    '%i is believed at once before anything was accepted',
    (status) => {
      expect(play('unknown', [[0, refuse(status)]])).toEqual(['refused'])
      expect(play('unknown', [[0, refuse(status, false)]])).toEqual(['refused'])
    },
  )

  test.each([409, 421, 425, 499])('%i says nothing of key and session, however often it comes', (status) => {
    expect(
      play('accepted', [
        [0, refuse(status)],
        [60_000, refuse(status)],
      ]),
    ).toEqual(['retryable', 'retryable'])
  })

  test.each([301, 302, 400, 401, 403, 404, 410, 451])(
    "%i without the API's error body is a gateway's",
    (status) => {
      expect(
        play('accepted', [
          [0, refuse(status, false)],
          [60_000, refuse(status, false)],
        ]),
      ).toEqual(['retryable', 'retryable'])
    },
  )

  test.each([401, 403, 404])(
    '%i by the API is doubted for five seconds, and counted anew after an answer',
    (status) => {
      const steps: [number, CallResult<string>][] = [
        [1000, refuse(status)],
        [5999, refuse(status)],
        [6000, answerWith(RUNNING)],
        [7000, refuse(status)],
        [12_000, refuse(status)],
      ]
      expect(play('accepted', steps)).toEqual(['retryable', 'retryable', 'running', 'retryable', 'refused'])
    },
  )

  test.each([400, 402, 405, 410, 422])('%i by the API is believed', (status) => {
    expect(play('accepted', [[0, refuse(status)]])).toEqual(['refused'])
  })

  test('404 of a session that was just started is doubted for fifteen seconds', () => {
    expect(
      play('started', [
        [0, refuse(404)],
        [14_999, refuse(404)],
      ]),
    ).toEqual(['retryable', 'retryable'])
    expect(
      play('started', [
        [20_000, refuse(404)],
        [24_999, refuse(404)],
        [25_000, refuse(404)],
      ]),
    ).toEqual(['retryable', 'retryable', 'refused'])
  })

  test('of one session says nothing of another', () => {
    const doubt = doubtRefusals(() => 0)
    doubt.weigh('a', answerWith(RUNNING))
    for (const status of [400, 403, 404]) expect(doubt.weigh('b', refuse(status)).kind).toBe('refused')
  })

  test.each([
    { what: "a gateway's page", result: refuse(403, false) },
    { what: 'a 401, as the key is the same', result: refuse(401) },
  ])(
    'of a session that was not heard of yet is doubted for 5 s once another was accepted: $what',
    ({ result }) => {
      let now = 0
      const doubt = doubtRefusals(() => now)
      doubt.weigh('a', answerWith(RUNNING))
      expect(doubt.weigh('b', result)).toMatchObject({ kind: 'retryable', askWithinMs: 5000 })
      now = 5000
      expect(doubt.weigh('b', result).kind).toBe('refused')
    },
  )

  test('of a session that a snapshot has told of is doubted', () => {
    const doubt = doubtRefusals(() => 0)
    doubt.noteRead('a')
    for (const result of [refuse(404), refuse(401), refuse(403, false), refuse(499)])
      expect(doubt.weigh('a', result).kind).toBe('retryable')
  })

  test('is believed only when it comes again and again, with no other trouble in between', () => {
    const trouble = answerWith({
      kind: 'retryable',
      cause: 'the API answered 504',
      reached: true,
      retryAfterMs: null,
      rateLimited: false,
      tookMs: 3,
    })
    const steps: [number, CallResult<string>][] = [
      [0, refuse(401)],
      [4000, trouble],
      [7000, refuse(401)],
      [12_000, refuse(401)],
    ]
    expect(play('accepted', steps)).toEqual(['retryable', 'retryable', 'retryable', 'refused'])
  })

  test('keeps its words when it is not believed yet', () => {
    const doubt = doubtRefusals(() => 0)
    doubt.weigh('a', answerWith(RUNNING))
    expect(doubt.weigh('a', refuse(409))).toEqual({
      kind: 'retryable',
      cause: 'the API answered 409: No. Check it',
      reached: true,
      retryAfterMs: null,
      askWithinMs: Number.POSITIVE_INFINITY,
      rateLimited: false,
      tookMs: 3,
    })
  })

  test.each([
    { of: 'an accepted session', before: 'accepted', askWithinMs: [5000, 3000] },
    { of: 'a session that was just started', before: 'started', askWithinMs: [14_000, 12_000] },
  ] as const)('of $of is to be asked again when it would be believed', ({ before, askWithinMs }) => {
    let now = 0
    const doubt = doubtRefusals(() => now)
    if (before === 'started') doubt.noteStart('a')
    else doubt.weigh('a', answerWith(RUNNING))
    now = 1000
    expect(doubt.weigh('a', refuse(404))).toMatchObject({ askWithinMs: askWithinMs[0] })
    now = 3000
    expect(doubt.weigh('a', refuse(404))).toMatchObject({ askWithinMs: askWithinMs[1] })
  })
})
