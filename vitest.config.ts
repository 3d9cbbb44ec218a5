import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // On two cores the default is one; the tests wait for sockets and processes more than they compute.
    maxWorkers: 3,
    // Over real sockets and processes: some wait for seconds, none for longer.
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { lines: 95 },
    },
  },
})
