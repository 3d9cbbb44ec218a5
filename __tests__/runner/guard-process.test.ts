import { describe, expect, test } from 'vitest'
import { guardProcess } from '../../src/runner/guard-process.ts'
import { runInProcess } from '../action/run-in-process.ts'

test('an error on the way to the verdict of another error ends the process with 1', async () => {
  const causes: string[] = []
  const { code } = await runInProcess(
    () => {
      guardProcess({
        isDecided: () => false,
        onBroken: (cause) => causes.push(cause),
        onLateError: () => {},
        onSignal: () => {},
      })
      process.emit('uncaughtException', new Error('first'))
      process.exitCode = 0
      process.emit('unhandledRejection', new Error('second'), Promise.resolve())
    },
    { inputs: {} },
  )
  expect(code).toBe(1)
  expect(causes[0]).toContain('Unexpected error: first')
})

describe('a signal', () => {
  const SIGNALS = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const

  test.each(SIGNALS)(
    '%s is told of each time, and the second ends the process with %i',
    async (signal, exit) => {
      const told: [string, boolean][] = []
      const { code } = await runInProcess(
        () => {
          guardProcess({
            isDecided: () => true,
            onBroken: () => {},
            onLateError: () => {},
            onSignal: (name, isLast) => told.push([name, isLast]),
          })
          process.emit(signal)
          expect(told).toEqual([[signal, false]])
          process.emit(signal)
        },
        { inputs: {} },
      )
      expect(told).toEqual([
        [signal, false],
        [signal, true],
      ])
      expect(code).toBe(exit)
    },
  )

  test('ends the process the second time, of whatever kind, and even when what is told of it throws', async () => {
    const { code } = await runInProcess(
      () => {
        guardProcess({
          isDecided: () => false,
          onBroken: () => {},
          onLateError: () => {},
          onSignal: (_name, isLast) => {
            if (isLast) throw new Error('too late')
          },
        })
        process.emit('SIGHUP')
        expect(() => process.emit('SIGTERM')).toThrow('too late')
      },
      { inputs: {} },
    )
    expect(code).toBe(143)
  })
})
