import * as v from 'valibot'
import type { Session } from '../session/session.ts'
import { sleepWithTimer, type TimeLimit, wallClock } from '../time/clock.ts'
import { readMoment } from '../time/read-moment.ts'
import type { ApiCaller } from './api-caller.ts'
import { createDecoder } from './api-error.ts'
import { listOf, maybeText, text } from './lenient.ts'
import type { Place } from './locations.ts'
import { lookUp } from './look-up.ts'
import { readTestSession } from './read-test-session.ts'

const listSchema = v.object({
  entries: listOf(
    v.object({
      id: v.pipe(v.string(), v.uuid()),
      name: text,
      region: text,
      privateLocationId: maybeText,
      startedAt: maybeText,
    }),
  ),
})

type Entry = v.InferOutput<typeof listSchema>['entries'][number]

const decodeList = createDecoder(listSchema, ({ entries }) => entries)

/** What the lost request had asked for. */
export interface LostStart {
  name: string
  nameToken: string | null
  place: Place
}

/** The list is read at most 4 times: a session that has just been started may not be in it yet. */
const MOST_READS = 4
/** 0.5 s: the first pause between two reads. Each further pause doubles. */
const FIRST_PAUSE_MS = 500
/** 1 s: the `Date` of an answer has whole seconds. */
const DATE_STEP_MS = 1000

/**
 * Looks for the session of a start whose answer was lost, by the token that no other name has. It must be the only
 * one with this name in this place, and have started after the request by the server's clock. A session that may be
 * somebody else's is never used.
 * @param sentAtMs - when the request was sent: epoch milliseconds by this machine's clock
 * @returns the session, or why there is none, as a part of a sentence
 */
export async function findLostSession(
  api: ApiCaller,
  start: LostStart,
  sentAtMs: number,
  limit: TimeLimit,
): Promise<Session | string> {
  const { nameToken, place } = start
  if (nameToken === null)
    return 'look for it in Checkly; without test-session-name it would be found by its name'
  const query = new URLSearchParams({ textSearch: nameToken, limit: '100' })
  for (let reads = 1; ; reads += 1) {
    const listed = await lookUp(api, `/v1/test-sessions?${query}`, limit, decodeList)
    if (listed === null) return 'it could not be looked for; see Checkly'
    // The server's clock may differ from this machine's: the request was sent this long ago on both.
    const nowMs = wallClock.now()
    const sentByServerMs = (listed.serverTimeMs ?? nowMs) - (nowMs - sentAtMs) - DATE_STEP_MS
    const own = listed.value.filter((entry) => isOwn(entry, start, sentByServerMs))
    const [id, ...others] = new Set(own.map((entry) => entry.id.toLowerCase()))
    if (others.length > 0) return `${others.length + 1} sessions have its name; see Checkly`
    if (id !== undefined) return readFound(api, id, place.code, limit)
    if (reads === MOST_READS) return 'no session with its name can be found; see Checkly'
    await sleepWithTimer(FIRST_PAUSE_MS * 2 ** (reads - 1), limit.signal)
  }
}

function isOwn(entry: Entry, { name, place }: LostStart, sentByServerMs: number): boolean {
  const isThere = place.isPrivate
    ? entry.region === place.code || entry.privateLocationId !== null
    : entry.region === place.code && entry.privateLocationId === null
  return entry.name === name && isThere && (readMoment(entry.startedAt) ?? 0) >= sentByServerMs
}

async function readFound(
  api: ApiCaller,
  id: string,
  place: string,
  limit: TimeLimit,
): Promise<Session | string> {
  const found = await lookUp(api, `/v1/test-sessions/${id}`, limit, (body) =>
    readTestSession(body, id, place, []),
  )
  return found?.value ?? 'it was found, but could not be read; see Checkly'
}
