import { defineConfig } from 'vitest/config'

/*
 * The tests that must notice a mutant: those that pin the mutated code, and take milliseconds. Each mutant is tried with
 * all of them that reach it, so a slow test would cost minutes. Left out: whole processes, and random input.
 */
export default defineConfig({
  test: {
    include: [
      '__tests__/session/**/*.test.ts',
      '__tests__/verdict/**/*.test.ts',
      '__tests__/checkly/rate-limit/**/*.test.ts',
    ],
    exclude: ['__tests__/checkly/rate-limit/shapes.test.ts'],
    // A process for each file and mutant would cost more than the tests.
    isolate: false,
    testTimeout: 120_000,
  },
})
