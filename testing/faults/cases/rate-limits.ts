import type { FaultBehaviour } from '../../../simulator/faults.ts'
import type { FaultCase } from '../fault-case.ts'
import { after, failAlways, failOnce, givesUp, passes } from '../fault-case.ts'

function refuse(retryAfter: string) {
  return { kind: 'respond', status: 429, headers: { 'retry-after': retryAfter } } as const
}

/** A `Retry-After` date so many ms ahead, by a server whose clock is wrong by `skewMs`. */
function refuseUntil(aheadMs: number, skewMs = 0): FaultBehaviour {
  return ({ response, entry }) => {
    // Dates of HTTP have no fractions: from a whole second the pause is what is meant.
    const now = 1000 * Math.ceil((Date.now() + skewMs) / 1000)
    entry.status = 429
    response.sendDate = false
    response
      .writeHead(429, {
        date: new Date(now).toUTCString(),
        'retry-after': new Date(now + aheadMs).toUTCString(),
      })
      .end('{}')
  }
}

/** Rate limits: waited out as the server says, never past the deadline. */
export const RATE_LIMITS: readonly FaultCase[] = [
  {
    name: '429 without Retry-After',
    faults: failOnce({ kind: 'respond', status: 429 }),
    expect: passes(2, { seconds: after(0.5) }),
  },
  {
    name: '429 with Retry-After: 1',
    faults: failOnce(refuse('1')),
    expect: passes(2, { seconds: after(1) }),
  },
  { name: '429 with Retry-After: 0', faults: failOnce(refuse('0')), expect: passes(2) },
  {
    name: '429 with Retry-After: 0 for ever',
    faults: failAlways(refuse('0')),
    expect: givesUp(/answered 429/),
  },
  { name: '429 with a negative Retry-After', faults: failOnce(refuse('-5')), expect: passes(2) },
  { name: '429 with a Retry-After of nonsense', faults: failOnce(refuse('soon; later')), expect: passes(2) },
  {
    name: '429 with a Retry-After of 400 digits',
    faults: failOnce(refuse('9'.repeat(400))),
    expect: passes(2, { seconds: after(2.9) }),
  },
  {
    name: '429 with Retry-After as a date',
    faults: failOnce(refuseUntil(1000)),
    expect: passes(2, { seconds: after(1) }),
  },
  { name: '429 with a date that has passed', faults: failOnce(refuseUntil(-60_000)), expect: passes(2) },
  {
    name: '429 with a date by a clock an hour ahead',
    faults: failOnce(refuseUntil(1000, 3_600_000)),
    expect: passes(2, { seconds: after(1) }),
  },
  {
    name: '429 with a date by a clock a day behind',
    faults: failOnce(refuseUntil(1000, -86_400_000)),
    expect: passes(2, { seconds: after(1) }),
  },
  {
    name: '429 with a Retry-After of a day, once',
    faults: failOnce(refuse('86400')),
    expect: passes(2, { seconds: after(2.9) }),
  },
  {
    name: '429 with a Retry-After of a day, for ever',
    faults: failAlways(refuse('86400')),
    expect: givesUp(/answered 429/, { requests: [2, 3] }),
  },
  {
    name: '429 for ever',
    faults: failAlways({ kind: 'respond', status: 429 }),
    expect: givesUp(/answered 429/, { requests: [2, 6] }),
  },
  {
    name: '429 to the snapshot with a Retry-After of a day',
    sessions: [{ durationMs: 2500 }],
    faults: [{ route: 'snapshot', behaviour: refuse('86400') }],
    actionOnly: 'only the action takes snapshots',
    expect: passes(3, { requests: [2, 4], seconds: after(2) }),
  },
]
