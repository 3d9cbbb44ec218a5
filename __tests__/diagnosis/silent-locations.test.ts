import { describe, expect, test } from 'vitest'
import type { PrivateLocation } from '../../src/checkly/locations.ts'
import { describeSilentLocation, listSilentPlaces } from '../../src/diagnosis/silent-locations.ts'
import type { Session } from '../../src/session/session.ts'
import { buildRun, buildRunning } from '../../testing/build-session.ts'
import { buildTestSession } from '../../testing/reports/build-test-session.ts'

const OFFICE = { code: 'office', isPrivate: true }
const EUROPE = { code: 'eu-central-1', isPrivate: false }

/** A check session that runs; each place with whether a result has come from there. */
function checkSession(places: Readonly<Record<string, boolean>>): Session {
  const runs = Object.entries(places).map(([place, isAlive]) => buildRun(place, isAlive ? [{}] : [], false))
  return buildRunning({ runs })
}

describe('places from which nothing has come', () => {
  test.each<[string, Session[], (typeof OFFICE)[] | null, string[]]>([
    [
      'nothing has started in a private one',
      [buildTestSession('office', { A: '', B: '' })],
      [OFFICE],
      ['office'],
    ],
    ['no check is listed yet', [buildTestSession('office', {})], [OFFICE], ['office']],
    ['one check has started', [buildTestSession('office', { A: '…', B: '' })], [OFFICE], []],
    ['one attempt has ended', [buildTestSession('office', { A: 'F…', B: '' })], [OFFICE], []],
    ['a public one is silent', [buildTestSession('eu-central-1', { A: '' })], [EUROPE], []],
    [
      'one of two is',
      [buildTestSession('eu-central-1', { A: 'P' }, 'PASSED'), buildTestSession('office', { A: '' })],
      [EUROPE, OFFICE],
      ['office'],
    ],
    // It may be the private one: the API need not call it as it was called in the request.
    [
      'something runs in a place of another name',
      [buildTestSession('7f1c-office', { A: 'P' })],
      [OFFICE],
      [],
    ],
    ['a session from elsewhere is', [buildTestSession('office', { A: '' })], null, ['office']],
    ['one from elsewhere in a public place is', [buildTestSession('ap-southeast-1', { A: '' })], null, []],
    [
      'check sessions have no result from it',
      [checkSession({ office: false, 'eu-west-1': true })],
      null,
      ['office'],
    ],
    [
      'one of several check sessions has',
      [checkSession({ office: false }), checkSession({ office: true })],
      null,
      [],
    ],
    ['check sessions wait for public ones', [checkSession({ 'us-east-1': false })], null, []],
  ])('%s', (_case, sessions, startedIn, places) => {
    expect(listSilentPlaces(sessions, startedIn)).toEqual(places)
  })
})

test.each<[Partial<PrivateLocation>, RegExp]>([
  [{}, /last seen at 2026-11-23 09:00:00 UTC, 2h00m before\. See whether one runs there\.$/],
  [{ agentCount: null }, /See whether one runs there\.$/],
  [{ seenAgoMs: 9000, agentCount: 2 }, /, 9\.0 s before\. Its 2 agents may be busy with other checks\.$/],
  [{ seenAgoMs: 9000, agentCount: 1 }, /Its 1 agent may be busy with other checks\.$/],
  [{ seenAgoMs: 9000, agentCount: null }, /Its agents may be busy with other checks\.$/],
  [{ seenAgoMs: 9000, agentCount: 0 }, /See whether one runs there\.$/],
  [{ lastSeenMs: null, seenAgoMs: null }, /, and Checkly has not seen an agent of it\. Start one\.$/],
])('a silent location with %j', (change, says) => {
  const lastSeenMs = Date.UTC(2026, 10, 23, 9)
  const said = describeSilentLocation({
    slug: 'office',
    lastSeenMs,
    seenAgoMs: 7_200_000,
    agentCount: 0,
    ...change,
  })
  expect(said).toMatch(/^Nothing has come from the private location office yet/)
  expect(said).toMatch(says)
})
