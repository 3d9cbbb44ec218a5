import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // On two cores the default is one; the tests wait for sockets and processes more than they compute.
    maxWorkers: 3,
    // Some wait for seconds, some try hundreds of random texts: on a slow machine that takes its time.
    testTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { lines: 95 },
    },
  },
})
