import { describe, expect, test } from 'vitest'
import { RequestBudget } from '../../src/client/request-budget.ts'
import type { Sleep } from '../../src/time/clock.ts'
import { FakeClock } from '../awaiting/fake-clock.ts'

const NEVER = new AbortController().signal
const DAY_MS = 86_400_000

function createBudget(deadline = DAY_MS): { clock: FakeClock; budget: RequestBudget } {
  const clock = new FakeClock()
  return { clock, budget: new RequestBudget(clock, clock.sleep, deadline) }
}

/** Takes so many turns, one after the other; when each was given. */
async function takeTurns(clock: FakeClock, budget: RequestBudget, count: number): Promise<number[]> {
  const given: number[] = []
  const take = async (): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      await budget.takeTurn(NEVER)
      given.push(clock.now())
    }
  }
  await clock.runUntil(take())
  return given
}

/** The most turns that any stretch of 60 s holds. */
function countBusiest(given: readonly number[]): number {
  return Math.max(...given.map((from) => given.filter((at) => at >= from && at < from + 60_000).length))
}

describe('RequestBudget', () => {
  test('gives a few hundred turns at once', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(500, 30)
    expect(new Set(await takeTurns(clock, budget, 500))).toEqual(new Set([0]))
  })

  test('leaves some of the limit of 600 in 60 s to others, in every stretch of 60 s', async () => {
    const { clock, budget } = createBudget()
    const given = await takeTurns(clock, budget, 2000)
    expect(countBusiest(given)).toBeLessThanOrEqual(570)
    expect(given.at(-1)).toBeLessThan(4 * 62_000)
  })

  test('paces the turns of more sessions than can be watched', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(1000, 30)
    const given = await takeTurns(clock, budget, 300)
    const atOnce = given.filter((at) => at === 0).length
    expect(atOnce).toBeLessThan(100)
    const paced = given.slice(atOnce)
    const gaps = paced.slice(1).map((at, index) => at - (paced[index] ?? 0))
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(2)
  })

  test('a poll that brought its result makes room for the next at once', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(1000, 30)
    await takeTurns(clock, budget, 60)
    const next = budget.takeTurn(NEVER)
    const from = clock.now()
    budget.giveBack()
    await clock.runUntil(next)
    expect(clock.now()).toBe(from)
  })

  test('with polls of a second it has turns in every few seconds, though more polls are wanted', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(20, 1)
    const given: number[] = []
    const poll = async (): Promise<void> => {
      while (clock.now() < 180_000) {
        await budget.takeTurn(NEVER)
        given.push(clock.now())
        await clock.sleep(1000, NEVER)
      }
    }
    await clock.runUntil(Promise.all(Array.from({ length: 20 }, poll)))
    expect(given.filter((at) => at === 0)).toHaveLength(20)
    const gaps = given.slice(1).map((at, index) => at - (given[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(2000)
    expect(countBusiest(given)).toBeLessThanOrEqual(570)
  })

  test('sets no pace to as many polls as the share holds', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(285, 30)
    expect(new Set(await takeTurns(clock, budget, 570))).toEqual(new Set([0]))
  })

  test('many who wait through a long pause have no burst at its end', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 100)
    budget.reportRefusal(20_000)
    const given = await takeTurns(clock, budget, 12)
    expect(given[0]).toBeGreaterThanOrEqual(20_000)
    expect(given.at(-1)).toBeGreaterThanOrEqual(21_900)
  })

  test('nobody overtakes who waits already', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 570)
    const order: string[] = []
    // Comes at the very moment when there is room again.
    const late = clock.sleep(61_000, NEVER).then(async () => {
      await budget.takeTurn(NEVER)
      order.push('late')
    })
    const early = budget.takeTurn(NEVER).then(() => order.push('early'))
    await clock.runUntil(Promise.all([late, early]))
    expect(order).toEqual(['early', 'late'])
  })

  test('looks for the next turn when it is due, and not all the time', async () => {
    const clock = new FakeClock()
    let looks = 0
    const sleep: Sleep = (ms, signal) => {
      looks += 1
      return clock.sleep(ms, signal)
    }
    const budget = new RequestBudget(clock, sleep, DAY_MS)
    budget.expectSessions(1000, 30)
    await takeTurns(clock, budget, 100)
    expect(looks).toBeLessThan(130)
  })

  test('saves up no more than a burst of what results give back', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(1000, 30)
    for (let result = 0; result < 200; result += 1) budget.giveBack()
    const given = await takeTurns(clock, budget, 100)
    expect(given.filter((at) => at === 0)).toHaveLength(40)
  })

  test('many sessions that were started after a refusal have no burst', async () => {
    const { clock, budget } = createBudget()
    budget.reportRefusal(1000)
    budget.expectSessions(1000, 30)
    const given = await takeTurns(clock, budget, 12)
    expect(given.at(-1)).toBeGreaterThanOrEqual(2000)
  })

  test('gives turns in the order in which they were asked for', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(1000, 30)
    const order: number[] = []
    const turns = Array.from({ length: 200 }, (_, index) =>
      budget.takeTurn(NEVER).then(() => order.push(index)),
    )
    await clock.runUntil(Promise.all(turns))
    expect(order).toEqual(Array.from({ length: 200 }, (_, index) => index))
  })

  test('a 429 pauses all requests for as long as the server says', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 3)
    budget.reportRefusal(20_000)
    const [first] = await takeTurns(clock, budget, 1)
    expect(first).toBeGreaterThanOrEqual(20_000)
    expect(first).toBeLessThan(21_000)
  })

  test('pauses double from one second to sixteen when the server does not say', async () => {
    const { clock, budget } = createBudget()
    const pauses: number[] = []
    for (let refusal = 0; refusal < 7; refusal += 1) {
      await takeTurns(clock, budget, 1)
      const from = clock.now()
      budget.reportRefusal(null)
      await takeTurns(clock, budget, 1)
      pauses.push(Math.floor((clock.now() - from) / 1000))
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 16, 16])
  })

  test('refusals of requests that were under way count as one', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 50)
    for (let refusal = 0; refusal < 50; refusal += 1) budget.reportRefusal(null)
    const [next] = await takeTurns(clock, budget, 1)
    expect(next).toBeLessThan(2000)
  })

  test('"again at once" is no storm: pauses double as if nothing had been said', async () => {
    const { clock, budget } = createBudget()
    const given: number[] = []
    for (let refusal = 0; refusal < 5; refusal += 1) {
      given.push(...(await takeTurns(clock, budget, 1)))
      budget.reportRefusal(0)
    }
    const pauses = given.slice(1).map((at, index) => Math.floor((at - (given[index] ?? 0)) / 1000))
    expect(pauses).toEqual([1, 2, 4, 8])
  })

  test('a burst of refusals that say "at once" costs one pause', async () => {
    const { clock, budget } = createBudget()
    budget.expectSessions(100, 30)
    await takeTurns(clock, budget, 100)
    for (let refusal = 0; refusal < 100; refusal += 1) {
      await clock.pass(5)
      budget.reportRefusal(0)
    }
    const given = await takeTurns(clock, budget, 100)
    expect(given.at(-1)).toBeLessThan(20_000)
  })

  test('room that refused requests leave behind is seen within a second', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 570)
    const waiting = budget.takeTurn(NEVER)
    for (let refusal = 0; refusal < 400; refusal += 1) budget.reportRefusal(1000)
    await clock.runUntil(waiting)
    expect(clock.now()).toBeLessThan(5000)
  })

  test('a result ends the row of refusals', async () => {
    const { clock, budget } = createBudget()
    for (let refusal = 0; refusal < 4; refusal += 1) {
      await takeTurns(clock, budget, 1)
      budget.reportRefusal(null)
    }
    await takeTurns(clock, budget, 1)
    budget.giveBack()
    const from = clock.now()
    budget.reportRefusal(null)
    await takeTurns(clock, budget, 1)
    expect(clock.now() - from).toBeLessThan(2000)
  })

  test('no pause passes the deadline: a second is kept for one last look', async () => {
    const { clock, budget } = createBudget(30_000)
    await takeTurns(clock, budget, 1)
    budget.reportRefusal(DAY_MS)
    const [last] = await takeTurns(clock, budget, 1)
    expect(last).toBeGreaterThanOrEqual(29_000)
    expect(last).toBeLessThan(30_000)
  })

  test.each([
    ['paced from the start', 1],
    ['paced by a refusal alone', 30],
  ])('nobody is held back from the last look: %s', async (_which, maxWaitSeconds) => {
    const { clock, budget } = createBudget(30_000)
    budget.expectSessions(60, maxWaitSeconds)
    await takeTurns(clock, budget, 60)
    for (let refusal = 0; refusal < 60; refusal += 1) budget.reportRefusal(DAY_MS)
    const given = await takeTurns(clock, budget, 60)
    expect(given[0]).toBeGreaterThanOrEqual(29_000)
    expect(given.at(-1)).toBeLessThan(29_500)
  })

  test('after the deadline a pause is as long as the server says', async () => {
    const { clock, budget } = createBudget(30_000)
    await clock.pass(30_000)
    await takeTurns(clock, budget, 1)
    budget.reportRefusal(60_000)
    expect(budget.pauseLeftMs).toBe(60_000)
    await clock.pass(20_000)
    expect(budget.pauseLeftMs).toBe(40_000)
    const [next] = await takeTurns(clock, budget, 1)
    expect(next).toBeGreaterThanOrEqual(90_000)
    expect(budget.pauseLeftMs).toBe(0)
  })

  test('what could be sent before a refusal is taken for all that there is', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 401)
    budget.reportRefusal(1000)
    const given = await takeTurns(clock, budget, 450)
    const first = given[0] ?? 0
    expect(first).toBeGreaterThanOrEqual(60_000)
    // It grows again by half a request each second.
    expect(given.filter((at) => at < first + 60_000).length).toBeLessThanOrEqual(400 + 30)
  })

  test('one refusal early in a step costs its pause, and not the rest of the minute', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 1)
    budget.reportRefusal(1000)
    const given = await takeTurns(clock, budget, 100)
    expect(given.at(-1)).toBeLessThan(20_000)
  })

  test('many requests refused at once count as one: the share is halved, not lost', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 300)
    for (let refusal = 0; refusal < 300; refusal += 1) budget.reportRefusal(1000)
    const given = await takeTurns(clock, budget, 280)
    expect(given.at(-1)).toBeLessThan(60_000)
  })

  test('however often it is halved, some requests are tried, and it grows again', async () => {
    const { clock, budget } = createBudget()
    for (let refusal = 0; refusal < 10; refusal += 1) {
      const [at = 0] = await takeTurns(clock, budget, 1)
      budget.reportRefusal(1000)
      expect(at).toBeLessThan(20_000)
    }
    const from = clock.now()
    const given = await takeTurns(clock, budget, 400)
    const inMinute = (minute: number): number =>
      given.filter((at) => at >= from + minute * 61_000 && at < from + (minute + 1) * 61_000).length
    expect(inMinute(0)).toBeGreaterThanOrEqual(29)
    expect(inMinute(4)).toBeGreaterThan(inMinute(1))
  })

  test('whoever is stopped does not wait, and uses no turn', async () => {
    const { clock, budget } = createBudget()
    await takeTurns(clock, budget, 570)
    const stop = new AbortController()
    const waiting = budget.takeTurn(stop.signal)
    stop.abort()
    await waiting
    await budget.takeTurn(stop.signal)
    expect(clock.now()).toBe(0)
    const [next] = await takeTurns(clock, budget, 1)
    expect(next).toBeGreaterThanOrEqual(60_000)
    expect(next).toBeLessThan(62_000)
  })
})
