import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumUp } from '../../../testing/simulate-limits/render-scenes.ts'
import { BOUNDED_SCENES } from '../../../testing/simulate-limits/scenes.ts'
import { simulate } from '../../../testing/simulate-limits/simulate.ts'

/** Each scene is played with so many rows of random numbers, other ones each time. */
const ROUNDS = 2

describe('whatever the limit looks like, with the limiter and the awaiting of the action', () => {
  test.concurrent.each(BOUNDED_SCENES)('$name: $jobs × $sessions sessions', async (scene) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { green, lastLag, refused } = sumUp(await simulate(scene, seed))
        expect(green).toBe(scene.jobs)
        expect(lastLag).toBeLessThan(scene.mostLag)
        expect(refused).toBeLessThanOrEqual(scene.mostRefused)
      }),
      { numRuns: ROUNDS },
    )
  })
})
