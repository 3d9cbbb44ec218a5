import { getEventListeners } from 'node:events'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { endAtDeadline, monotonicClock, sleepWithTimer } from '../../src/time/clock.ts'
import { FakeClock } from '../awaiting/fake-clock.ts'

describe('sleepWithTimer', () => {
  test('sleeps at least as long as asked for, but for the fraction that timers round off', async () => {
    const from = monotonicClock.now()
    await sleepWithTimer(30, new AbortController().signal)
    expect(monotonicClock.now() - from).toBeGreaterThan(28)
  })

  test('ends at once when the signal is aborted, before and meanwhile', async () => {
    const stop = new AbortController()
    const sleeping = sleepWithTimer(3_600_000, stop.signal)
    stop.abort()
    await sleeping
    await sleepWithTimer(3_600_000, stop.signal)
    expect(stop.signal.aborted).toBe(true)
  })

  test('leaves neither timer nor listener behind', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const stop = new AbortController()
    const short = sleepWithTimer(1000, stop.signal)
    await vi.advanceTimersByTimeAsync(1000)
    await short
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    const long = sleepWithTimer(3_600_000, stop.signal)
    stop.abort()
    await long
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('endAtDeadline', () => {
  test('aborts when the deadline has come, whatever the clock shows at first', async () => {
    const clock = new FakeClock()
    await clock.pass(3000)
    const { signal } = endAtDeadline({
      clock,
      sleep: clock.sleep,
      deadline: 8000,
      signal: new AbortController().signal,
    })
    await clock.pass(4999)
    expect(signal.aborted).toBe(false)
    await clock.pass(1)
    expect(signal.aborted).toBe(true)
  })

  test('aborts with the other signal, also one that is aborted already', () => {
    const clock = new FakeClock()
    const stop = new AbortController()
    const bound = endAtDeadline({ clock, sleep: clock.sleep, deadline: 5000, signal: stop.signal })
    expect(bound.signal.aborted).toBe(false)
    stop.abort()
    expect(bound.signal.aborted).toBe(true)
    expect(
      endAtDeadline({ clock, sleep: clock.sleep, deadline: 5000, signal: stop.signal }).signal.aborted,
    ).toBe(true)
  })

  test('holds nothing once it is released', async () => {
    const clock = new FakeClock()
    const stop = new AbortController()
    const { signal, release } = endAtDeadline({
      clock,
      sleep: clock.sleep,
      deadline: 5000,
      signal: stop.signal,
    })
    release()
    expect(signal.aborted).toBe(true)
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    await expect(clock.runUntil(new Promise(() => {}))).rejects.toThrow('nobody sleeps at 0 ms')
  })
})
