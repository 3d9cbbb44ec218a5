import type { FaultDescription } from '../../../simulator/fault-description.ts'
import type { FaultCase } from '../fault-case.ts'
import { after, fails, passes, SOON } from '../fault-case.ts'

const OTHERS = 'only the action asks this'

const BROKEN: Record<string, FaultDescription> = {
  '500': { kind: 'respond', status: 500 },
  '403': { kind: 'respond', status: 403 },
  garbage: { kind: 'respond', status: 200, text: '<html>' },
  'a cut': { kind: 'cut-body' },
  'a reset': { kind: 'drop' },
  silence: { kind: 'hang' },
  'a body that drips': { kind: 'drip', intervalMs: 100 },
}

const snapshots = Object.entries(BROKEN).map(
  ([what, behaviour], index): FaultCase => ({
    alike: index % 3 > 0,
    name: `the snapshot is answered by ${what}`,
    sessions: [{ durationMs: 800 }],
    faults: [{ route: 'snapshot', behaviour }],
    actionOnly: OTHERS,
    expect: passes(1),
  }),
)

const details = Object.entries(BROKEN).map(
  ([what, behaviour], index): FaultCase => ({
    alike: index % 3 > 0,
    name: `why it failed is answered by ${what}`,
    sessions: [{ status: 'FAILED' }],
    faults: [{ route: 'check-result', behaviour }],
    actionOnly: OTHERS,
    // Whatever happens, details are waited for no longer than 5 s.
    expect: fails(1, { seconds: after(0), says: /FAILED in eu-west-1/ }),
  }),
)

/** Requests beside the wait: that they fail changes nothing. */
export const BESIDE: readonly FaultCase[] = [
  ...snapshots,
  ...details,
  {
    name: 'the snapshot says FAILED, the session passes',
    sessions: [{ durationMs: 800 }],
    faults: [{ route: 'snapshot', behaviour: { kind: 'edit', set: { status: 'FAILED' } } }],
    actionOnly: OTHERS,
    expect: passes(1),
  },
  {
    name: 'the snapshot says PASSED, the session never ends',
    sessions: [{ durationMs: 'manual' }],
    faults: [{ route: 'snapshot', behaviour: { kind: 'edit', set: { status: 'PASSED' } } }],
    actionOnly: OTHERS,
    expect: { outcome: 'timeout', code: 1, requests: [2, 5], seconds: after(3.9) },
  },
  {
    name: 'cancelling is refused at the deadline',
    sessions: [{ durationMs: 'manual', checkType: 'PLAYWRIGHT' }],
    inputs: { 'cancel-unfinished': 'true' },
    faults: [{ route: 'cancel', behaviour: { kind: 'respond', status: 403 } }],
    actionOnly: OTHERS,
    expect: { outcome: 'timeout', code: 1, requests: [2, 5], seconds: after(3.9), says: /Not cancelled: / },
  },
  {
    name: 'one of three sessions is refused, the others end',
    sessions: [{ name: 'One' }, { name: 'Two', durationMs: 900 }, { name: 'Three' }],
    faults: [{ route: 'completion', nth: 1, behaviour: { kind: 'respond', status: 404 } }],
    actionOnly: 'curl awaits one session',
    expect: {
      outcome: 'error',
      code: 1,
      requests: [3, 3],
      seconds: SOON,
      says: /"Two" PASSED|Two: PASSED|Two PASSED/,
    },
  },
]
