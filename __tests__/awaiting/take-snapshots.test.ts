import { describe, expect, test } from 'vitest'
import { planSnapshots, takeSnapshots } from '../../src/awaiting/take-snapshots.ts'
import { FakeClock } from '../../testing/fake-clock.ts'

/** When snapshots of one session of `total` are taken, in ms, where each is answered with the next of these. */
async function take(total: number, decides: boolean, wasTaken: readonly boolean[] = [], leftMs = 60_000) {
  const clock = new FakeClock()
  const plan = planSnapshots(total, 0, true, leftMs, true, decides)
  const takenAt: number[] = []
  const limit = { signal: new AbortController().signal, endsAt: leftMs }
  if (plan !== null) {
    await clock.runUntil(
      takeSnapshots(plan, { clock, sleep: clock.sleep }, limit, async () => {
        takenAt.push(clock.now())
        return wasTaken[takenAt.length - 1] ?? true
      }),
    )
  }
  return takenAt
}

describe('snapshots that can end the wait', () => {
  test('are taken every five seconds, a moment ahead of a wait that ends then, and shortly before the deadline', async () => {
    expect(await take(1, true, [], 21_000)).toEqual([3000, 8000, 13_000, 19_500])
  })

  test('are taken less often of many sessions: five a second at the most', async () => {
    expect(await take(25, true, [], 21_000)).toEqual([3000, 8000, 13_000, 19_500])
    expect(await take(100, true)).toEqual([3000, 18_000, 38_000, 58_500])
  })

  test('slow down where they are refused, up to one a minute, and do not stop', async () => {
    const never = Array.from({ length: 20 }, () => false)
    expect(await take(1, true, never, 240_000)).toEqual([
      3000, 8000, 28_000, 68_000, 128_000, 188_000, 238_500,
    ])
    expect(await take(1, true, [false, false, true], 50_000)).toEqual([
      3000, 8000, 28_000, 33_000, 38_000, 43_000, 48_500,
    ])
  })
})

test('snapshots that only tell more are over with the first that is refused', async () => {
  expect(await take(1, false, [true, false], 240_000)).toEqual([28_000, 58_000])
})
