import { expect, test } from 'vitest'
import { cancelSessions } from '../../src/cancelling/cancel-sessions.ts'
import type { Answer } from '../../src/checkly/answer.ts'
import { beginTimeLimit } from '../../src/time/clock.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { RUNNING, retryable, type ScriptedAnswer, scriptAnswers } from '../../testing/script-answers.ts'

const PATIENCE_MS = 15_000

const at = (answer: Answer<null>, tookMs = 0): ScriptedAnswer<null> => ({ answer, tookMs })
const DONE = at({ kind: 'completed', value: null })
const BROKEN = at(retryable('reset'))
/** A request that was refused after it had waited for its turn. */
const LIMITED = at(retryable('429', 5000, true), 5000)

/** Cancels sessions, each of which gives these answers, the last for ever. */
async function play(script: ScriptedAnswer<null>[], ids: readonly string[] = ['a']) {
  const clock = new FakeClock()
  const limit = beginTimeLimit(
    { clock, sleep: clock.sleep },
    clock.now() + PATIENCE_MS,
    new AbortController().signal,
  )
  const scripts = new Map(ids.map((id) => [id, scriptAnswers(clock, script)]))
  const said: string[] = []
  const left = await clock.runUntil(
    cancelSessions(
      ids,
      (id, { signal }) => scripts.get(id)?.ask(signal) ?? Promise.reject(new Error(`not asked for: ${id}`)),
      limit,
      {
        onCancelled: (id) => said.push(`${id} cancelled`),
        onSkipped: (id, reason) => said.push(`${id}: ${reason}`),
      },
    ),
  )
  const sentAt = ids.map((id) => scripts.get(id)?.askedAt)
  return { left, said, sentAt, endedAt: clock.now() }
}

test.each<[string, ScriptedAnswer<null>[], left: string[], said: string, sentAt: number[]]>([
  ['Checkly agrees', [DONE], [], 'a cancelled', [0]],
  [
    'Checkly refuses',
    [at({ kind: 'refused', cause: 'not with this key.' })],
    [],
    'a: not with this key.',
    [0],
  ],
  ['Checkly answers 408', [at(RUNNING)], [], 'a: the API answered 408', [0]],
  ['a connection breaks once', [BROKEN, DONE], [], 'a cancelled', [0, 0]],
  ['every connection breaks', [BROKEN], ['a'], 'a: reset', [0, 0]],
  ['the limit is used up for a while', [LIMITED, LIMITED, DONE], [], 'a cancelled', [0, 5000, 10_000]],
  ['the limit is used up for too long', [LIMITED], ['a'], 'a: no time was left', [0, 5000, 10_000]],
  ['the limit leaves no turn in time', [at({ kind: 'no-turn' })], ['a'], 'a: no time was left', [0]],
])('when %s', async (_when, script, left, said, sentAt) => {
  expect(await play(script)).toMatchObject({ left, said: [said], sentAt: [sentAt] })
})

test('what is never answered is given up in time, and left', async () => {
  const silent = at({ kind: 'completed', value: null }, 3_600_000)
  expect(await play([silent])).toEqual({
    left: ['a'],
    said: ['a: no time was left'],
    sentAt: [[0]],
    endedAt: PATIENCE_MS,
  })
})

test('all are asked about side by side', async () => {
  const slow = at({ kind: 'completed', value: null }, 4000)
  expect(await play([slow], ['a', 'b', 'c'])).toEqual({
    left: [],
    said: ['a cancelled', 'b cancelled', 'c cancelled'],
    sentAt: [[0], [0], [0]],
    endedAt: 4000,
  })
})
