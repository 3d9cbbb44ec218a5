import { expect, test } from 'vitest'
import { RequestShare } from '../../src/client/request-share.ts'

test('there is room as soon as the oldest request has left the window, also where the share is a fraction', () => {
  const share = new RequestShare()
  share.takeBack(0)
  // To the least, 30; half a request more a second after the window of the refusal.
  for (let refusal = 0; refusal < 10; refusal += 1) share.shrink(0)
  expect(share.hasRoom(62_000)).toBe(true)
  share.record(62_000)
  for (let request = 0; request < 30; request += 1) share.record(63_000)
  expect(share.untilRoom(63_000)).toBe(60_000)
})
