import { defineConfig } from 'vitest/config'

/*
 * Performance has a run of its own, `npm run test:performance`: beside other tests on the same cores its
 * figures would mean little.
 */
export default defineConfig({
  test: {
    include: ['__tests__/performance/*.perf.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    disableConsoleIntercept: true,
  },
})
