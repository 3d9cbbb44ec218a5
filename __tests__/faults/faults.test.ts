import { describe, expect, test } from 'vitest'
import { FAULT_CASES } from '../../testing/faults/cases/index.ts'
import { SOON } from '../../testing/faults/fault-case.ts'
import { runFault } from '../../testing/faults/run-fault.ts'

// Those that are over soon, one of each kind; `npm run test:faults` plays all of them.
const quick = FAULT_CASES.filter((one) => one.expect.seconds === SOON && one.alike !== true)

describe('faults', () => {
  test.concurrent.each(quick)('$name', async (one) => {
    const { differences } = await runFault(one)
    expect(differences).toEqual([])
  })

  test('at least sixty are played, each under a name of its own', () => {
    expect(FAULT_CASES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(FAULT_CASES.map((one) => one.name)).size).toBe(FAULT_CASES.length)
  })
})
