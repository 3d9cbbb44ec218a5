import type { Session } from '../session/session.ts'
import { type TimeLimit, wallClock } from '../time/clock.ts'
import type { Answer } from './answer.ts'
import type { ApiCaller, CallResult } from './api-caller.ts'
import { findLostSession } from './find-lost-session.ts'
import { type Place, readPrivateLocations, readPublicLocations } from './locations.ts'
import { readTestSession } from './read-test-session.ts'
import { findLostStart, START_MS, type Target, writeTarget } from './sessions-api.ts'

const START_ADVICE = {
  400: 'Check location, private-location, check-id, tags and env.',
  403: 'The key may not start test sessions: its user needs the role "Read & Run" or above, and account-id must be the account the key belongs to.',
  404: 'The API itself did not say that nothing matched: check api-url.',
}

/** A variable that checks are given. The value of a secret one is nowhere but in the request. */
export interface Variable {
  name: string
  value: string
  secret: boolean
}

/** What a test session is of, for people who look at it in Checkly; null for what is not known. */
export interface TestSessionMetadata {
  environment: string | null
  repoUrl: string | null
  commitId: string | null
  commitOwner: string | null
  commitMessage: string | null
  branchName: string | null
}

/** A request that starts one test session, in one place. */
export interface TestSessionStart {
  target: Target
  allowDeactivated: boolean
  place: Place
  variables: readonly Variable[]
  name: string
  /** A part of the name that no other start has; null when the name is somebody's own. */
  nameToken: string | null
  /** How often a failed check is run again, from 0 on. */
  retries: number
  refreshCache: boolean
  metadata: TestSessionMetadata
}

/**
 * Starts a test session: `POST /v1/test-sessions/trigger`. The list is empty when no check matches. Not idempotent, so
 * the answer is `retryable` only if it is certain that nothing was started.
 */
export async function startTestSession(
  api: ApiCaller,
  request: TestSessionStart,
  limit: TimeLimit,
): Promise<Answer<Session[]>> {
  let sentAtMs = wallClock.now()
  const called = await api.call({
    purpose: 'start',
    limit,
    prepare: () => {
      sentAtMs = wallClock.now()
      return { path: '/v1/test-sessions/trigger', body: writeStart(request), overallMs: START_MS }
    },
    decode: (body) => {
      const session = readTestSession(body, null, request.place.code, [])
      return typeof session === 'string' ? session : [session]
    },
    advice: START_ADVICE,
  })
  return explainStart(api, request, called, sentAtMs, limit)
}

function writeStart(request: TestSessionStart): object {
  const { target, place, variables, retries, allowDeactivated } = request
  const known = Object.entries(request.metadata).filter(([, value]) => value !== null && value !== '')
  return {
    name: request.name,
    runLocation: place.code,
    target: { ...writeTarget(target), allowDeactivated },
    ...(variables.length > 0 && {
      environmentVariables: variables.map(({ name, value, secret }) =>
        secret ? { key: name, value, secret: true } : { key: name, value },
      ),
    }),
    // What leaving it out means is not documented; without a backoff of 0 it would pause for a minute.
    retryStrategy:
      retries === 0 ? null : { type: 'FIXED', maxRetries: retries, baseBackoffSeconds: 0, sameRegion: true },
    refreshCache: request.refreshCache,
    ...(known.length > 0 && { metadata: Object.fromEntries(known) }),
  }
}

/** What the answer to a start means: it may be lost, and a refusal may say that nothing matched. */
async function explainStart(
  api: ApiCaller,
  request: TestSessionStart,
  called: CallResult<Session[]>,
  sentAtMs: number,
  limit: TimeLimit,
): Promise<Answer<Session[]>> {
  const { answer, status, error } = called
  const isNoMatch =
    (status === 404 && error?.statusCode === 404) ||
    (status === 403 && error?.errorCode === 'ERR_NO_MATCHING_CHECKS')
  if (isNoMatch) return explainNoMatch(api, request.place, error?.message ?? '', limit)
  const lost = findLostStart(called)
  if (lost === null) return answer
  const found = await findLostSession(api, request, sentAtMs, limit)
  if (typeof found !== 'string') return { kind: 'completed', value: [found] }
  return {
    kind: 'refused',
    cause: `${lost}. The session in ${request.place.code} may have been started all the same, so the request is not sent again: ${found}.`,
  }
}

/** A 404 may also mean a place that does not exist, which is no reason to let a step pass. */
async function explainNoMatch(
  api: ApiCaller,
  { code, isPrivate }: Place,
  message: string,
  limit: TimeLimit,
): Promise<Answer<Session[]>> {
  const known = isPrivate
    ? (await readPrivateLocations(api, limit))?.map(({ slug }) => slug)
    : await readPublicLocations(api, limit)
  const input = isPrivate ? 'private-location' : 'location'
  const said = message === '' ? '' : ` (the API said: ${message.slice(0, 300)})`
  if (known === null || known === undefined) {
    const cause = `no check matched in ${code}, or there is no such location, and the locations could not be looked up${said}.`
    return { kind: 'refused', cause: `${cause} Check ${input}, tags and check-id.` }
  }
  if (known.includes(code)) return { kind: 'completed', value: [] }
  const names = known.length === 0 ? 'The account has none.' : `There are: ${known.slice(0, 40).join(', ')}.`
  return {
    kind: 'refused',
    cause: `there is no ${isPrivate ? 'private ' : ''}location "${code}"${said}. ${names} Check ${input}.`,
  }
}
