import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // On two cores the default is one; the tests wait for sockets and processes more than they compute.
    maxWorkers: 6,
    // Within a file too: tests that wait for seconds wait beside each other.
    maxConcurrency: 20,
    // A process of its own for each file would cost more than the tests of most.
    isolate: false,
    // Some wait for seconds, some try hundreds of random texts: on a slow machine that takes its time.
    testTimeout: 120_000,
    coverage: {
      // Counting takes a fifth of the time of all tests: CI sets this.
      enabled: process.env['COVERAGE'] === 'true',
      // Counts in the sources alone; V8's own counters slow down all that runs, parsers of Markdown most.
      provider: 'istanbul',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { lines: 99, branches: 95 },
    },
  },
})
