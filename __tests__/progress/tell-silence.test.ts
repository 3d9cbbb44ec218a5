import { expect, test } from 'vitest'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { PrivateLocation } from '../../src/checkly/locations.ts'
import { readSilentLocations } from '../../src/diagnosis/silent-locations.ts'
import { tellSilence } from '../../src/progress/tell-silence.ts'
import type { Log } from '../../src/runner/log.ts'
import type { Session } from '../../src/session/session.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { buildTestSession } from '../../testing/reports/build-test-session.ts'

const OFFICE: PrivateLocation = {
  slug: 'office-berlin',
  lastSeenMs: Date.UTC(2026, 10, 23, 9, 2, 11),
  seenAgoMs: 11_532_000,
  agentCount: 0,
}

/** Waits beside sessions that are told of as this, until the wait is over; what the log has then. */
async function play(sessions: readonly Session[], overAtMs: number) {
  const clock = new FakeClock()
  const board = new SessionBoard()
  for (const [index, session] of sessions.entries()) board.add(`${index}`, session)
  const lines: string[] = []
  const askedAt: number[] = []
  const over = new AbortController()
  const telling = tellSilence(
    board,
    (known, limit) =>
      readSilentLocations(
        known,
        [{ code: 'office-berlin', isPrivate: true }],
        async () => {
          askedAt.push(clock.now())
          return [OFFICE, { ...OFFICE, slug: 'another' }]
        },
        limit,
      ),
    { info: (line: string) => lines.push(line) } as Pick<Log, 'info'> as Log,
    clock.sleep,
    { signal: over.signal, endsAt: 600_000 },
  )
  await clock.pass(overAtMs)
  over.abort()
  await telling
  return { lines, askedAt }
}

const SILENT = buildTestSession('office-berlin', { A: '', B: '' })

test('after a minute without a sign of life from a private location its agents are named, once', async () => {
  const { lines, askedAt } = await play([SILENT], 599_000)
  expect(askedAt).toEqual([60_000])
  expect(lines).toEqual([
    'Nothing has come from the private location office-berlin yet; an agent of it was last seen at 2026-11-23 09:02:11 UTC, 3h12m before. See whether one runs there.',
  ])
})

test.each<[string, Session[], number]>([
  ['the wait is over before', [SILENT], 59_000],
  ['a check has started', [buildTestSession('office-berlin', { A: '…', B: '' })], 90_000],
  ['a check has ended', [buildTestSession('office-berlin', { A: 'P', B: '' })], 90_000],
  ['there are too many sessions to know each of them well', Array.from({ length: 11 }, () => SILENT), 90_000],
])('nothing is asked when %s', async (_case, sessions, overAtMs) => {
  expect(await play(sessions, overAtMs)).toEqual({ lines: [], askedAt: [] })
})
