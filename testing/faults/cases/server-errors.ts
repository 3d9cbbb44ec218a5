import type { FaultCase } from '../fault-case.ts'
import { after, failAlways, failOnce, outlasts, passes, timesOut } from '../fault-case.ts'

const once = [500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 599].map(
  (status, index): FaultCase => ({
    alike: index > 0,
    name: `${status} once`,
    faults: failOnce({ kind: 'respond', status }),
    expect: passes(2),
  }),
)

const always = [500, 502, 503, 504].map(
  (status): FaultCase => ({
    name: `${status} for ever`,
    faults: failAlways({ kind: 'respond', status }),
    expect: outlasts(new RegExp(`answered ${status}`)),
  }),
)

/** Errors of the server, which pass. */
export const SERVER_ERRORS: readonly FaultCase[] = [
  ...once,
  ...always,
  {
    name: '502 as an HTML page, three times',
    faults: failOnce(
      { kind: 'respond', status: 502, text: '<h1>Bad gateway</h1>', contentType: 'text/html' },
      3,
    ),
    expect: passes(4, { seconds: after(0) }),
  },
  {
    name: '500 from the second request on',
    sessions: [{ durationMs: 'manual' }],
    faults: [
      { route: 'completion', nth: 1, behaviour: ({ send, answer }) => void answer().then(send) },
      { route: 'completion', behaviour: { kind: 'respond', status: 500 } },
    ],
    expect: timesOut([2, 20], { says: /answered 500/ }),
  },
  {
    name: '503 with Retry-After: 1',
    faults: failOnce({ kind: 'respond', status: 503, headers: { 'retry-after': '1' } }),
    expect: passes(2, { seconds: after(1) }),
  },
  {
    name: '503 with a Retry-After of a day',
    faults: failOnce({ kind: 'respond', status: 503, headers: { 'retry-after': '86400' } }),
    expect: passes(2, { seconds: after(2.9) }),
  },
  {
    name: '500 with a Retry-After of a day, which means nothing there',
    faults: failOnce({ kind: 'respond', status: 500, headers: { 'retry-after': '86400' } }),
    expect: passes(2),
  },
]
