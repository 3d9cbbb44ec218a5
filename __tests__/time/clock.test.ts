import { getEventListeners, once } from 'node:events'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { beginTimeLimit, limitTime, monotonicClock, sleepWithTimer } from '../../src/time/clock.ts'
import { FakeClock } from '../../testing/fake-clock.ts'

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

describe('beginTimeLimit', () => {
  const begin = (clock: FakeClock, deadline: number, signal = new AbortController().signal) =>
    beginTimeLimit({ clock, sleep: clock.sleep }, deadline, signal)

  test('ends when the deadline has come, whatever the clock shows at first', async () => {
    const clock = new FakeClock()
    await clock.pass(3000)
    const { signal, endsAt } = begin(clock, 8000)
    expect(endsAt).toBe(8000)
    await clock.pass(4999)
    expect(signal.aborted).toBe(false)
    await clock.pass(1)
    expect(signal.aborted).toBe(true)
  })

  test('ends with the other signal, also with one that is aborted already', () => {
    const clock = new FakeClock()
    const stop = new AbortController()
    const { signal } = begin(clock, 5000, stop.signal)
    expect(signal.aborted).toBe(false)
    stop.abort()
    expect(signal.aborted).toBe(true)
    expect(begin(clock, 5000, stop.signal).signal.aborted).toBe(true)
  })

  test('holds nothing once it is released', async () => {
    const clock = new FakeClock()
    const stop = new AbortController()
    const { signal, release } = begin(clock, 5000, stop.signal)
    release()
    expect(signal.aborted).toBe(true)
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    await expect(clock.runUntil(new Promise(() => {}))).rejects.toThrow('nobody sleeps at 0 ms')
  })
})

describe('limitTime', () => {
  test('ends after its time, which it tells on the clock', async () => {
    const clock = new FakeClock()
    await clock.pass(3000)
    const { signal, endsAt } = limitTime(clock, 20)
    expect(endsAt).toBe(3020)
    await once(signal, 'abort')
  })

  test('ends with the other signal', () => {
    const stop = new AbortController()
    const { signal } = limitTime(monotonicClock, 3_600_000, stop.signal)
    expect(signal.aborted).toBe(false)
    stop.abort()
    expect(signal.aborted).toBe(true)
  })
})
