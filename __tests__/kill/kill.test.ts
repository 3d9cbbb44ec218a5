import { describe, expect, test } from 'vitest'
import { planKill, runKill } from './kill-run.ts'

describe('a signal at any moment', () => {
  // A few by chance; `npm run test:kill` plays 200.
  test.concurrent.each(Array.from({ length: 12 }, (_, index) => planKill(index)))(
    '$signal after $delayMs ms',
    async (plan) => {
      expect((await runKill(plan)).misdeeds).toEqual([])
    },
  )
})
