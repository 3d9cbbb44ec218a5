import { expect, test } from 'vitest'
import { cancelSessions } from '../../src/cancelling/cancel-sessions.ts'
import type { Answer } from '../../src/client/answer.ts'
import type { ChecklyClient } from '../../src/client/checkly-client.ts'
import { RequestBudget } from '../../src/client/request-budget.ts'
import { FakeClock } from '../awaiting/fake-clock.ts'
import { trouble } from '../awaiting/script-answers.ts'

const DONE: Answer<null> = { kind: 'completed', value: null }
const REFUSED: Answer<null> = { kind: 'refused', cause: 'not with this key.' }
const LIMITED = trouble('429', 5000, true) as Answer<never>
const BROKEN = trouble('reset') as Answer<never>

/** Cancels one session with a client that gives these answers, the last for ever; requests pause for so long at first. */
async function play(answers: Answer<null>[], pausedMs = 0) {
  const clock = new FakeClock()
  const budget = new RequestBudget(clock, clock.sleep, 130_000)
  if (pausedMs > 0) budget.reportRefusal(pausedMs)
  const sentAt: number[] = []
  const said: string[] = []
  const client: Pick<ChecklyClient, 'cancelSession'> = {
    cancelSession: async () => {
      sentAt.push(Math.floor(clock.now() / 1000))
      return answers[Math.min(sentAt.length, answers.length) - 1] as Answer<null>
    },
  }
  const left = await clock.runUntil(
    cancelSessions(['a'], {
      client: client as ChecklyClient,
      budget,
      patienceMs: 15_000,
      signal: new AbortController().signal,
      onCancelled: (id) => said.push(`${id} cancelled`),
      onSkipped: (id, reason) => said.push(`${id}: ${reason}`),
    }),
  )
  return { left, said, sentAt, endedAt: clock.now() }
}

test.each<[string, Answer<null>[], left: string[], said: string, sentAt: number[]]>([
  ['Checkly agrees', [DONE], [], 'a cancelled', [0]],
  ['Checkly refuses', [REFUSED], [], 'a: not with this key.', [0]],
  ['Checkly answers 408', [{ kind: 'running' }], [], 'a: the API answered 408', [0]],
  ['a connection breaks once', [BROKEN, DONE], [], 'a cancelled', [0, 0]],
  ['every connection breaks', [BROKEN], ['a'], 'a: reset', [0, 0]],
  ['the limit is used up for a while', [LIMITED, DONE], [], 'a cancelled', [0, 5]],
])('when %s', async (_when, answers, left, said, sentAt) => {
  expect(await play(answers)).toMatchObject({ left, said: [said], sentAt })
})

test('a pause that is not too long is waited out', async () => {
  expect(await play([DONE], 10_000)).toMatchObject({ left: [], said: ['a cancelled'], sentAt: [10] })
})

test('a pause that is too long leaves the session at once, with nothing sent', async () => {
  expect(await play([DONE], 20_000)).toEqual({
    left: ['a'],
    said: ['a: no time was left'],
    sentAt: [],
    endedAt: 0,
  })
})
