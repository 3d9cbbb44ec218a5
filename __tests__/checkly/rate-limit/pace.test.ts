import { describe, expect, test } from 'vitest'
import { AccountLimit } from '../../../src/checkly/rate-limit/account-limit.ts'
import { CrowdPace } from '../../../src/checkly/rate-limit/crowd-pace.ts'
import { RequestWindow } from '../../../src/checkly/rate-limit/request-window.ts'
import { SlowStart } from '../../../src/checkly/rate-limit/slow-start.ts'

const repeat = (count: number, action: () => void): void => {
  for (let time = 0; time < count; time += 1) action()
}

describe('a slow start', () => {
  /** A start with so many polls sent at 0 ms. */
  function begin(count: number): SlowStart {
    const start = new SlowStart()
    repeat(count, () => start.takeTurn(0))
    return start
  }

  /** How many polls may be sent at this moment. */
  function countAt(start: SlowStart, now: number): number {
    let count = 0
    for (; start.nextAt(now) === now && count < 1000; count += 1) start.takeTurn(now)
    return count
  }

  test('has 25 polls at once, and the next when the oldest is 100 ms old', () => {
    expect(begin(24).nextAt(0)).toBe(0)
    expect(begin(25).nextAt(0)).toBe(100)
    expect(begin(25).nextAt(40)).toBe(100)
    expect(begin(25).nextAt(99)).toBe(100)
  })

  test('goes on with 50, then 100 and never more, as polls grow old without a failure', () => {
    const start = new SlowStart()
    expect([0, 100, 200, 300, 400].map((at) => countAt(start, at))).toEqual([25, 50, 100, 100, 100])
  })

  test('each answered poll makes room for itself and one more', () => {
    const start = begin(25)
    start.report(0, true)
    expect(countAt(start, 0)).toBe(2)
    expect(start.nextAt(0)).toBe(100)
  })

  test('a poll that fails within 100 ms brings it back to 25', () => {
    const start = new SlowStart()
    countAt(start, 0)
    countAt(start, 100)
    start.report(100, false)
    expect(start.nextAt(150)).toBe(200)
    // The 49 others have grown old by then, and allow more again.
    expect(countAt(start, 200)).toBe(25 + 49)
  })

  test('a poll that was accepted before, or never sent, changes nothing by failing', () => {
    const start = begin(25)
    expect(start.nextAt(100)).toBe(100)
    start.report(0, false)
    start.report(77, false)
    expect(countAt(start, 100)).toBe(50)
    start.report(0, true)
    expect(start.nextAt(100)).toBe(200)
  })
})

describe('the pace of a crowd', () => {
  test('does not exist before there is one, however many turns are taken or given back', () => {
    const pace = new CrowdPace()
    pace.giveBack()
    repeat(100, () => pace.takeTurn())
    expect(pace.nextAt(0)).toBe(0)
    expect(pace.nextAt(5000)).toBe(5000)
  })

  /** A crowd since 1,000 ms, with so many turns taken at once. */
  function begin(taken: number): CrowdPace {
    const pace = new CrowdPace()
    pace.begin(1000)
    repeat(taken, () => pace.takeTurn())
    return pace
  }

  test('is 40 polls at once and then six each second', () => {
    expect(begin(39).nextAt(1000)).toBe(1000)
    expect(begin(40).nextAt(1000)).toBeCloseTo(1000 + 1000 / 6)
    expect(begin(41).nextAt(1000)).toBeCloseTo(1000 + 2000 / 6)
    const pace = begin(40)
    expect(pace.nextAt(1100)).toBeCloseTo(1000 + 1000 / 6)
    // Asking again does not add to it.
    expect(pace.nextAt(1100)).toBeCloseTo(1000 + 1000 / 6)
    expect(pace.nextAt(1167)).toBe(1167)
  })

  test('a result makes room for one more', () => {
    const pace = begin(40)
    pace.giveBack()
    expect(pace.nextAt(1000)).toBe(1000)
    pace.takeTurn()
    expect(pace.nextAt(1000)).toBeCloseTo(1000 + 1000 / 6)
  })

  test('saves 40 unused turns at most', () => {
    const pace = begin(0)
    pace.giveBack()
    expect(pace.nextAt(100_000)).toBe(100_000)
    repeat(40, () => pace.takeTurn())
    expect(pace.nextAt(100_000)).toBeCloseTo(100_000 + 1000 / 6)
  })

  test('begins once', () => {
    const pace = begin(40)
    pace.begin(1000)
    expect(pace.nextAt(1000)).toBeGreaterThan(1000)
  })

  test('is not hastened by a clock that stands still or goes back', () => {
    const pace = begin(40)
    expect(pace.nextAt(900)).toBeCloseTo(900 + 1000 / 6)
    expect(pace.nextAt(1000)).toBeCloseTo(1000 + 1000 / 6)
  })
})

describe('the window of a minute', () => {
  /** A window with requests that were sent at these moments. */
  function sentAt(...moments: number[]): RequestWindow {
    const window = new RequestWindow()
    for (const at of moments) window.record(at)
    return window
  }

  test('counts a request for 61 s', () => {
    expect(new RequestWindow().count(0)).toBe(0)
    expect(sentAt(0, 5).count(60_999)).toBe(2)
    expect(sentAt(0, 5).count(61_000)).toBe(1)
    expect(sentAt(0, 5).count(61_005)).toBe(0)
  })

  test('has room when enough of the oldest have left it', () => {
    expect(sentAt(0, 10, 20).roomAt(30, 4)).toBe(30)
    expect(sentAt(0, 10, 20).roomAt(30, 3)).toBe(61_000)
    expect(sentAt(0, 10, 20).roomAt(30, 2)).toBe(61_010)
    expect(sentAt(0, 10, 20).roomAt(61_000, 3)).toBe(61_000)
  })

  test('takes back one request that was sent at that moment, and no other', () => {
    const window = sentAt(0, 10, 10, 20)
    window.takeBack(10)
    expect(window.count(20)).toBe(3)
    window.takeBack(15)
    expect(window.count(20)).toBe(3)
    expect(window.count(61_000)).toBe(2)
    window.takeBack(10)
    expect(window.roomAt(61_000, 1)).toBe(61_020)
  })

  test('forgets all', () => {
    const window = sentAt(0, 10)
    window.forget()
    expect(window.count(10)).toBe(0)
  })

  /** So many requests at 0 ms. */
  const begin = (count: number): RequestWindow => sentAt(...Array.from({ length: count }, () => 0))

  test.each([
    { count: 399, sessions: 1, at: 0 },
    { count: 400, sessions: 1, at: 61_000 / 171 },
    { count: 400, sessions: 340, at: 61_000 / 171 },
    { count: 400, sessions: 341, at: 0 },
    { count: 401, sessions: 341, at: 61_000 / 170 },
    { count: 569, sessions: 1, at: 61_000 / 2 },
    { count: 570, sessions: 1, at: 0 },
    { count: 571, sessions: 1, at: 0 },
  ])(
    'with $sessions sessions, the request after $count at once comes at $at ms',
    ({ count, sessions, at }) => {
      expect(begin(count).evenAt(0, sessions, 570)).toBeCloseTo(at)
    },
  )

  test('the requests that are left are spread from the last one on, until the oldest leaves', () => {
    const window = sentAt(1000, ...Array.from({ length: 398 }, () => 2000), 10_000)
    const next = (10_000 * 170 + 1000 + 61_000) / 171
    expect(window.evenAt(10_000, 1, 570)).toBeCloseTo(next)
    expect(window.evenAt(next + 1, 1, 570)).toBe(next + 1)
  })
})

describe("the account's limit", () => {
  /** A limit with so many sessions, and requests that are no polls, at 0 ms. */
  function begin(sessions: number, requests: number): AccountLimit {
    const limit = new AccountLimit()
    limit.expectPolls(sessions, 0)
    repeat(requests, () => limit.takeTurn(0, false))
    return limit
  }

  test('is 570 requests before the verdict, and 25 more after it', () => {
    expect(begin(1, 569).roomAt(0, false)).toBe(0)
    expect(begin(1, 570).roomAt(0, false)).toBe(61_000)
    expect(begin(1, 594).roomAt(0, true)).toBe(0)
    expect(begin(1, 595).roomAt(0, true)).toBe(61_000)
  })

  test('has no room for snapshots with more than 285 sessions or requests', () => {
    expect(begin(285, 285).isBusy(0)).toBe(false)
    expect(begin(286, 0).isBusy(0)).toBe(true)
    expect(begin(0, 286).isBusy(0)).toBe(true)
    expect(begin(0, 286).isBusy(61_000)).toBe(false)
  })

  test('remembers the most sessions that there ever were', () => {
    const limit = begin(286, 0)
    limit.expectPolls(1, 0)
    expect(limit.isBusy(0)).toBe(true)
  })

  test('spreads the polls that are left over the minute', () => {
    expect(begin(1, 399).nextPollAt(0)).toBe(0)
    expect(begin(1, 400).nextPollAt(0)).toBeCloseTo(61_000 / 171)
    expect(begin(500, 559).nextPollAt(0)).toBe(0)
    expect(begin(500, 560).nextPollAt(0)).toBeCloseTo(61_000 / 11)
  })

  test('leaves that to the pace of a crowd when there is one', () => {
    const limit = begin(501, 565)
    expect(limit.nextPollAt(0)).toBe(0)
    // 25 at once is the slow start. The pace of a crowd has 15 more.
    repeat(25, () => limit.takeTurn(0, true))
    expect(limit.nextPollAt(0)).toBe(100)
    expect(limit.nextPollAt(100)).toBe(100)
  })

  test('a crowd is 501 sessions', () => {
    const paced = (sessions: number) => {
      const limit = begin(sessions, 0)
      for (let at = 0; at < 40; at += 1) {
        limit.takeTurn(0, true)
        limit.reportPoll(0, true, false)
      }
      return limit.nextPollAt(0)
    }
    expect(paced(500)).toBe(0)
    expect(paced(501)).toBeCloseTo(1000 / 6)
  })

  test('only a result gives a crowd a turn back', () => {
    const limit = begin(501, 0)
    for (let at = 0; at < 40; at += 1) {
      limit.takeTurn(0, true)
      limit.reportPoll(0, true, at === 0)
    }
    expect(limit.nextPollAt(0)).toBe(0)
    limit.takeTurn(0, true)
    expect(limit.nextPollAt(0)).toBeGreaterThan(0)
  })

  test('requests that are no polls are no part of the slow start', () => {
    expect(begin(1, 100).nextPollAt(0)).toBe(0)
    const limit = begin(1, 0)
    repeat(25, () => limit.takeTurn(0, true))
    expect(limit.nextPollAt(0)).toBe(100)
    limit.reportPoll(0, false, false)
    expect(limit.nextPollAt(0)).toBe(0)
  })

  test('does not count what the server did not', () => {
    const limit = begin(1, 570)
    limit.takeBack(0)
    expect(limit.roomAt(0, false)).toBe(0)
    const other = begin(1, 595)
    other.forget()
    expect(other.roomAt(0, false)).toBe(0)
  })
})
