import type { PrivateLocation } from '../checkly/locations.ts'
import type { CheckRun, Session } from '../session/session.ts'
import { countThings } from '../text/words.ts'
import type { TimeLimit } from '../time/clock.ts'
import { formatDuration } from '../time/format-duration.ts'
import { formatMoment } from '../time/format-moment.ts'

/** How public locations are spelled, such as `ap-southeast-1`. A private location may be called so too. */
const PUBLIC_CODE = /^[a-z]{2}-[a-z]+-\d$/

/** 2 minutes: an agent that was seen within this time is there. */
const LATELY_MS = 120_000

/** Reads all private locations; null when that is not possible. Never rejects. */
export type ReadPrivateLocations = (limit: TimeLimit) => Promise<PrivateLocation[] | null>

/**
 * The places, perhaps private, from which nothing has come: no check of a test session has started there, or no result
 * of a check session has come. If this step started test sessions, the inputs tell which places are private. Else each
 * place counts that is not spelled like a public one; the list of private locations then tells which are private.
 * @param sessions - as the API last told them; those that are over count too
 * @param startedIn - places in which this step started test sessions; null when it did not
 */
export function listSilentPlaces(
  sessions: readonly Session[],
  startedIn: readonly { code: string; isPrivate: boolean }[] | null,
): string[] {
  const places = sessions.flatMap(({ kind, runs }) =>
    runs.map((run) => ({ place: run.location, isAlive: hasBegun(run, kind) })),
  )
  const alive = new Set(places.filter(({ isAlive }) => isAlive).map(({ place }) => place))
  if (startedIn === null) {
    return [...new Set(places.map(({ place }) => place))].filter(
      (place) => place !== '' && !alive.has(place) && !PUBLIC_CODE.test(place),
    )
  }
  // Where the API calls a place by another name than the request did, nothing can be said of any.
  const codes = new Set(startedIn.map(({ code }) => code))
  if ([...alive].some((place) => !codes.has(place))) return []
  return startedIn.filter(({ code, isPrivate }) => isPrivate && !alive.has(code)).map(({ code }) => code)
}

/**
 * Reads what is known of the private locations that are silent. Nothing is asked where none may be. Best effort: what
 * cannot be read is missing.
 */
export async function readSilentLocations(
  sessions: readonly Session[],
  startedIn: readonly { code: string; isPrivate: boolean }[] | null,
  read: ReadPrivateLocations,
  limit: TimeLimit,
): Promise<PrivateLocation[]> {
  const places = listSilentPlaces(sessions, startedIn)
  if (places.length === 0) return []
  const known = (await read(limit)) ?? []
  return known.filter(({ slug }) => places.includes(slug))
}

/** Says that a private location is silent, and when its agents were last seen, in a sentence or two. */
export function describeSilentLocation({ slug, lastSeenMs, seenAgoMs, agentCount }: PrivateLocation): string {
  const silent = `Nothing has come from the private location ${slug} yet`
  if (lastSeenMs === null || seenAgoMs === null)
    return `${silent}, and Checkly has not seen an agent of it. Start one.`
  const seen = `an agent of it was last seen at ${formatMoment(lastSeenMs)}, ${formatDuration(seenAgoMs)} before`
  const isThere = seenAgoMs <= LATELY_MS && agentCount !== 0
  if (!isThere) return `${silent}; ${seen}. See whether one runs there.`
  const who = agentCount === null ? 'Its agents' : `Its ${countThings(agentCount, 'agent')}`
  return `${silent}; ${seen}. ${who} may be busy with other checks.`
}

/** Whether anything of a run is known to have begun. Of check sessions only results tell. */
function hasBegun({ attempts, state }: CheckRun, kind: Session['kind']): boolean {
  return attempts.length > 0 || (kind === 'test' && state !== 'queued' && state !== 'missing')
}
