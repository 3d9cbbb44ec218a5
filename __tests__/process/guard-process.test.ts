import { expect, test } from 'vitest'
import { guardProcess } from '../../src/process/guard-process.ts'
import { runInProcess } from '../action/run-in-process.ts'

test('an error on the way to the verdict of another error ends the process with 1', async () => {
  const causes: string[] = []
  const { code } = await runInProcess(() => {
    guardProcess({
      isDecided: () => false,
      onBroken: (cause) => causes.push(cause),
      onLateError: () => {},
      onSignal: () => {},
    })
    process.emit('uncaughtException', new Error('first'))
    process.exitCode = 0
    process.emit('unhandledRejection', new Error('second'), Promise.resolve())
  }, {})
  expect(code).toBe(1)
  expect(causes[0]).toContain('Unexpected error: first')
})
