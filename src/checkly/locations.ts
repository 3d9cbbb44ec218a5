import * as v from 'valibot'
import { type TimeLimit, wallClock } from '../time/clock.ts'
import { readMoment } from '../time/read-moment.ts'
import type { ApiCaller } from './api-caller.ts'
import { createDecoder } from './api-error.ts'
import { listOf, maybeNumber, maybeText } from './lenient.ts'
import { lookUp } from './look-up.ts'

/** Where a test session runs: the code of a public location, or the slug of a private one. */
export interface Place {
  code: string
  isPrivate: boolean
}

/** A private location, as far as it is of interest; null for what is not known of its agents. */
export interface PrivateLocation {
  slug: string
  /** Epoch milliseconds: when one of its agents was last seen. */
  lastSeenMs: number | null
  /** Milliseconds from then to the API's answer. */
  seenAgoMs: number | null
  agentCount: number | null
}

const decodePublic = createDecoder(listOf(v.object({ region: v.string() })), (locations) =>
  locations.map(({ region }) => region),
)

/** The answer also holds keys and the password of a proxy: nothing else of it is kept, and it is in no log. */
const decodePrivate = createDecoder(
  listOf(v.object({ slugName: v.string(), lastSeen: maybeText, agentCount: maybeNumber })),
  (locations) => locations,
)

/** Codes of all public locations (`GET /v1/locations`); null when they could not be looked up. */
export async function readPublicLocations(api: ApiCaller, limit: TimeLimit): Promise<string[] | null> {
  return (await lookUp(api, '/v1/locations', limit, decodePublic))?.value ?? null
}

/** All private locations (`GET /v1/private-locations`); null when they could not be looked up. */
export async function readPrivateLocations(
  api: ApiCaller,
  limit: TimeLimit,
): Promise<PrivateLocation[] | null> {
  const found = await lookUp(api, '/v1/private-locations', limit, decodePrivate)
  if (found === null) return null
  const nowMs = found.serverTimeMs ?? wallClock.now()
  return found.value.map(({ slugName, lastSeen, agentCount }) => {
    const lastSeenMs = readMoment(lastSeen)
    const seenAgoMs = lastSeenMs === null ? null : Math.max(0, nowMs - lastSeenMs)
    return { slug: slugName, lastSeenMs, seenAgoMs, agentCount }
  })
}
