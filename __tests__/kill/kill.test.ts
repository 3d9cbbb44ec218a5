import { describe, expect, test } from 'vitest'
import { IS_WHOLE } from '../../testing/choose-runs.ts'
import { drawEvenly, planKill, runKill } from '../../testing/kill-run.ts'

const COUNT = IS_WHOLE ? 12 : 6

describe('a signal at any moment', () => {
  // The same at each run; `npm run test:kill` plays 200 by chance.
  test.concurrent.each(
    Array.from({ length: COUNT }, (_, index) => planKill(index, drawEvenly(index, COUNT))),
  )('$signal after $delayMs ms', async (plan) => {
    expect((await runKill(plan)).misdeeds).toEqual([])
  })
})
