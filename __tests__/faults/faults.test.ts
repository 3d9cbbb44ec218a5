import { describe, expect, test } from 'vitest'
import { IS_WHOLE } from '../../testing/choose-runs.ts'
import { FAULT_CASES } from '../../testing/faults/cases/index.ts'
import { SOON } from '../../testing/faults/fault-case.ts'
import { runFault } from '../../testing/faults/run-fault.ts'

const quick = FAULT_CASES.filter((one) => one.expect.seconds === SOON && one.alike !== true)
// Some of those that are over soon; `npm run test:faults` plays all that there are.
const some = IS_WHOLE ? quick : quick.filter((_, index) => index % 10 === 0)

describe('faults', () => {
  test.concurrent.each(some)('$name', async (one) => {
    const { differences } = await runFault(one)
    expect(differences).toEqual([])
  })

  test('at least sixty are played, each under a name of its own', () => {
    expect(FAULT_CASES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(FAULT_CASES.map((one) => one.name)).size).toBe(FAULT_CASES.length)
  })
})
